"""The made-up members: founders first, then waves of joining, and the few who leave."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register.sample_draws import dealt, drawn, sitting, value_chain
from lsk_metrics.ingest.register.sample_plan import Group, Plan


@dataclass(frozen=True)
class Member:
    """A row of the table `members`, and the group of the plan it comes from."""

    id: str
    name: str
    type: str
    area: str
    value_chain: str | None
    town: str
    joined: date
    left: date | None
    group: str

    def active(self, year: int) -> bool:
        """Whether it belonged to the cluster in the year and at its end."""
        return self.joined.year <= year and (self.left is None or self.left.year > year)


def members(plan: Plan) -> list[Member]:
    """All who ever joined, in the order of joining, numbered in that order."""
    chance = Random(f"{plan.seed}/members")
    order = {group.name: place for place, group in enumerate(plan.groups)}
    joined = [drawn_member(chance, plan, group, day) for group, day in arrivals(chance, plan)]
    joined.sort(key=lambda member: (member.joined, order[member.group]))
    return departed(chance, plan, numbered(plan, joined))


def arrivals(chance: Random, plan: Plan) -> list[tuple[Group, date]]:
    founders = [group for group in plan.groups for _ in range(group.founding)]
    days = dealt(plan.members.founding_days, len(founders))
    later = [group for group in plan.groups for _ in range(group.later)]
    years = dealt(plan.members.joining, len(later))
    chance.shuffle(founders)
    chance.shuffle(later)
    sittings = [sitting(year, chance.choice(plan.members.admission_months)) for year in years]
    return [*zip(founders, days, strict=True), *zip(later, sittings, strict=True)]


def drawn_member(chance: Random, plan: Plan, group: Group, joined: date) -> Member:
    town = drawn(chance, plan.towns[group.towns])
    chain = value_chain(chance, group.value_chains)
    return Member("", "", group.type, group.area, chain, town, joined, None, group.name)


def numbered(plan: Plan, joined: list[Member]) -> list[Member]:
    seen: Counter[str] = Counter()
    found = []
    for number, member in enumerate(joined, start=1):
        seen[member.type] += 1
        name = plan.members.names[member.type].replace("{number}", f"{seen[member.type]:02d}")
        found.append(replace(member, id=f"M{number:03d}", name=name))
    return found


def departed(chance: Random, plan: Plan, joined: list[Member]) -> list[Member]:
    """The same members, as many of each group as the plan says with the day they left."""
    found = {member.id: member for member in joined}
    leaving = {group.name: group.leaving for group in plan.groups}
    for year in dealt(plan.members.leaving, sum(leaving.values())):
        latest = year - plan.members.shortest_stay_years
        ready = [m for m in found.values() if m.left is None and m.joined.year <= latest and leaving[m.group]]
        if not ready:
            raise SourceError(
                f"The plan lets a member leave in {year}, but none of the groups that may still lose one "
                "has a member of long enough standing. Move the year, or change the seed."
            )
        gone = chance.choice(ready)
        leaving[gone.group] -= 1
        found[gone.id] = replace(gone, left=sitting(year, chance.choice(plan.members.admission_months)))
    return list(found.values())
