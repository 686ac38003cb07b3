"""Chance with a plan: draws by weight, shares that come out whole, sums that come out exact."""

from calendar import WEDNESDAY
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TypeVar

from lsk_metrics.errors import SourceError

Thing = TypeVar("Thing")


def shared(weights: Mapping[Thing, int], total: int) -> dict[Thing, int]:
    """A whole total shared out by weight; what rounding leaves over goes to the largest remainders, first come."""
    whole = sum(weights.values())
    shares = {thing: total * weight // whole for thing, weight in weights.items()}
    neediest = sorted(weights, key=lambda thing: -(total * weights[thing] % whole))
    for thing in neediest[: total - sum(shares.values())]:
        shares[thing] += 1
    return shares


def dealt(weights: Mapping[Thing, int], total: int) -> list[Thing]:
    """As many things as the total, each as often as its weight gives, in the order of the weights."""
    return [thing for thing, share in shared(weights, total).items() for _ in range(share)]


def drawn(chance: Random, weights: Mapping[Thing, int]) -> Thing:
    return chance.choices(list(weights), weights=list(weights.values()))[0]


def value_chain(chance: Random, weights: Mapping[str, int]) -> str | None:
    """A value chain, or None where the plan says “none”."""
    chain = drawn(chance, weights)
    return None if chain == "none" else chain


def sitting(year: int, month: int) -> date:
    """The third Wednesday: members come and go when the council sits."""
    first = date(year, month, 1)
    return first + timedelta(days=(WEDNESDAY - first.weekday()) % 7 + 14)


def working_day(chance: Random, year: int) -> date:
    """A day from Monday to Friday."""
    day = date(year, 1, 1) + timedelta(days=chance.randrange(2, 358))
    return day - timedelta(days=max(0, day.weekday() - 4))


def amounts(chance: Random, count: int, total: Decimal, smallest: Decimal, largest: Decimal) -> list[Decimal]:
    """Few large and many small amounts to three decimals that add up to the total exactly."""
    floor = int(smallest * 1000)
    rest = int(total * 1000) - count * floor
    for _ in range(1000):
        weights = {place: skewed(chance, 10**9) + 1 for place in range(count)}
        found = [Decimal(floor + share).scaleb(-3) for share in shared(weights, rest).values()]
        if smallest <= min(found) and max(found) <= largest:
            return found
    raise SourceError(
        f"The plan asks for {count} amounts from {smallest} to {largest} that add up to {total}: "
        "they were not found in a thousand tries. Widen the bounds or change the count."
    )


def amount(chance: Random, smallest: Decimal, largest: Decimal) -> Decimal:
    floor = int(smallest * 1000)
    return Decimal(floor + skewed(chance, int(largest * 1000) - floor)).scaleb(-3)


def skewed(chance: Random, most: int) -> int:
    """From 0 up to most, small far more often than large; by multiplication only, which every machine does alike."""
    part = chance.random()
    return int(most * part * (1 + 4 * part * part) / 5)
