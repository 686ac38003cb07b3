"""Whether the parts of a plan add up to its totals, asked before a single row is made up."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register.sample_plan import Plan


def check(plan: Plan) -> None:
    """Raises SourceError with every contradiction of the plan, one a line."""
    if found := [*sums(plan), *names(plan), *years(plan)]:
        raise SourceError("The plan of the sample register contradicts itself.\n" + "\n".join(found))


def sums(plan: Plan) -> Iterator[str]:
    types: Counter[str] = Counter()
    for group in plan.groups:
        types[group.type] += group.at_end
        if group.later < 0:
            yield f"Of the group “{group.name}” more are founders than ever join."
    money: Counter[str] = Counter()
    for tranche in plan.tranches:
        money[tranche.purpose] += int(tranche.total_eur_m * 1000)
    totals = plan.totals
    investment = {purpose: Decimal(sum_).scaleb(-3) for purpose, sum_ in money.items()}
    for what, parts, total in (
        ("members at the start", sum(group.founding for group in plan.groups), totals.members_at_start),
        ("members at the end", sum(types.values()), totals.members_at_end),
        ("members of each type at the end", dict(types), totals.types_at_end),
        ("investments in € m", investment, totals.investment_eur_m),
        ("start-ups by status", sum(plan.startups.statuses.values()), totals.startups),
    ):
        if parts != total:
            yield f"The parts give {parts} {what}, the total says {total}."


def names(plan: Plan) -> Iterator[str]:
    groups = {group.name for group in plan.groups}
    known = (
        ("profile of towns", {group.towns for group in plan.groups} | {plan.startups.towns}, set(plan.towns)),
        ("name for members of the type", {group.type for group in plan.groups}, set(plan.members.names)),
        ("name for investments in", {tranche.purpose for tranche in plan.tranches}, set(plan.investment_names)),
        ("group of members", {name for tranche in plan.tranches for name in tranche.leaders}, groups),
        ("programme", {name for tranche in plan.tranches for name in tranche.programmes}, set(plan.programmes)),
    )
    for what, used, given in known:
        yield from (f"There is no {what} “{name}”." for name in sorted(used - given))


def years(plan: Plan) -> Iterator[str]:
    used = {
        "the founding": {day.year for day in plan.members.founding_days},
        "members joining": set(plan.members.joining),
        "members leaving": set(plan.members.leaving),
        "investments": {year for tranche in plan.tranches for year in tranche.years},
        "start-ups": set(plan.startups.years),
    }
    for what, found in used.items():
        if outside := sorted(year for year in found if not plan.first_year <= year <= plan.last_year):
            yield f"The years of {what} reach beyond {plan.first_year}–{plan.last_year}: {outside}."
    if used["the founding"] != {plan.first_year} or plan.first_year in used["members joining"]:
        yield f"Founders join in {plan.first_year}, and all others after it."
