"""The made-up start-ups: launched year by year, some sold, some closed, some of unknown seed funding."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register.sample_draws import amount, dealt, drawn, value_chain, working_day
from lsk_metrics.ingest.register.sample_plan import Plan


@dataclass(frozen=True)
class Startup:
    """A row of the table `startups`; seed funding is None where it is not known."""

    id: str
    name: str
    launched: date
    town: str
    area: str
    value_chain: str | None
    seed_funding_eur_m: Decimal | None
    status: str


def startups(plan: Plan) -> list[Startup]:
    """All start-ups in the order of their launch, numbered in that order."""
    chance = Random(f"{plan.seed}/startups")
    days = sorted(working_day(chance, year) for year in dealt(plan.startups.years, plan.totals.startups))
    statuses = drawn_statuses(chance, plan, days)
    known = set(chance.sample(range(len(days)), plan.startups.seed_funding_known))
    found = []
    for place, (day, status) in enumerate(zip(days, statuses, strict=True)):
        number = place + 1
        town = drawn(chance, plan.towns[plan.startups.towns])
        area = drawn(chance, plan.startups.areas)
        chain = value_chain(chance, plan.startups.value_chains)
        seed = amount(chance, plan.startups.smallest_eur_m, plan.startups.largest_eur_m) if place in known else None
        name = plan.startups.name.replace("{number}", f"{number:02d}")
        found.append(Startup(f"S{number:03d}", name, day, town, area, chain, seed, status))
    return found


def drawn_statuses(chance: Random, plan: Plan, days: list[date]) -> list[str]:
    """Only those that have had time for it are sold or closed; all others are active."""
    ended = [status for status, count in plan.startups.statuses.items() if status != "active" for _ in range(count)]
    latest = plan.last_year - plan.startups.shortest_life_years
    old = [place for place, day in enumerate(days) if day.year <= latest]
    if len(old) < len(ended):
        raise SourceError(f"{len(ended)} start-ups have ended, but only {len(old)} were launched by {latest}.")
    endings = dict(zip(chance.sample(old, len(ended)), ended, strict=True))
    return [endings.get(place, "active") for place in range(len(days))]
