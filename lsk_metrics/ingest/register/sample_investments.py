"""The made-up investments: a few large buildings, and many projects, each led by a member of its year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register.sample_draws import amounts, dealt, drawn
from lsk_metrics.ingest.register.sample_members import Member
from lsk_metrics.ingest.register.sample_plan import Plan, Tranche


@dataclass(frozen=True)
class Investment:
    """A row of the table `investments`."""

    id: str
    purpose: str
    name: str
    amount_eur_m: Decimal
    year: int
    lead_member: str
    town: str
    programme: str


def investments(plan: Plan, members: list[Member]) -> list[Investment]:
    """All investments by year, numbered in that order; the members are those of the same plan."""
    chance = Random(f"{plan.seed}/investments")
    drafts = [draft for tranche in plan.tranches for draft in drawn_tranche(chance, plan, tranche, members)]
    drafts.sort(key=lambda draft: draft[1])
    seen: Counter[str] = Counter()
    found = []
    for number, (purpose, year, amount, lead, programme) in enumerate(drafts, start=1):
        seen[purpose] += 1
        name = plan.investment_names[purpose].replace("{number}", f"{seen[purpose]:02d}")
        found.append(Investment(f"I{number:03d}", purpose, name, amount, year, lead.id, lead.town, programme))
    return found


def drawn_tranche(
    chance: Random, plan: Plan, tranche: Tranche, members: list[Member]
) -> Iterator[tuple[str, int, Decimal, Member, str]]:
    sizes = amounts(chance, tranche.count, tranche.total_eur_m, tranche.smallest_eur_m, tranche.largest_eur_m)
    for year, size in zip(dealt(tranche.years, tranche.count), sizes, strict=True):
        lead = drawn_lead(chance, tranche, year, members)
        yield tranche.purpose, year, size, lead, drawn_programme(chance, plan, tranche, year)


def drawn_lead(chance: Random, tranche: Tranche, year: int, members: list[Member]) -> Member:
    """A group by its weight, then one of its members of that year; the longer a member, the likelier."""
    able = [member for member in members if member.active(year) and member.group in tranche.leaders]
    groups = {member.group: tranche.leaders[member.group] for member in able}
    if not groups:
        raise SourceError(f"No member of {year} belongs to a group that leads investments in {tranche.purpose}.")
    group = drawn(chance, groups)
    standing = [member for member in able if member.group == group]
    return drawn(chance, {member: len(standing) - place for place, member in enumerate(standing)})


def drawn_programme(chance: Random, plan: Plan, tranche: Tranche, year: int) -> str:
    paying = {
        name: weight
        for name, weight in tranche.programmes.items()
        if plan.programmes[name].first_year <= year <= plan.programmes[name].last_year
    }
    if not paying:
        raise SourceError(f"No programme of the plan pays for investments in {tranche.purpose} in {year}.")
    return drawn(chance, paying)
