"""The plan of a sample register: what its rows must add up to and what they should look like, read from TOML."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError


@dataclass(frozen=True)
class Totals:
    """The published totals, at the end of the plan's first and last year."""

    members_at_start: int
    members_at_end: int
    types_at_end: dict[str, int]
    investment_eur_m: dict[str, Decimal]
    startups: int


@dataclass(frozen=True)
class Membership:
    """When members come and go: weights by day and by year, and a name for each type."""

    founding_days: dict[date, int]
    admission_months: list[int]
    shortest_stay_years: int
    joining: dict[int, int]
    leaving: dict[int, int]
    names: dict[str, str]


@dataclass(frozen=True)
class Group:
    """Members of one sort; `towns` names a profile of the plan."""

    name: str
    type: str
    area: str
    founding: int
    at_end: int
    leaving: int
    towns: str
    value_chains: dict[str, int]

    @property
    def later(self) -> int:
        """How many join after the founding."""
        return self.at_end + self.leaving - self.founding


@dataclass(frozen=True)
class Programme:
    """A source of money and the years in which it pays."""

    first_year: int
    last_year: int


@dataclass(frozen=True)
class Tranche:
    """Investments of one size; leaders are groups, with weights, as are programmes."""

    purpose: str
    count: int
    total_eur_m: Decimal
    smallest_eur_m: Decimal
    largest_eur_m: Decimal
    years: dict[int, int]
    leaders: dict[str, int]
    programmes: dict[str, int]


@dataclass(frozen=True)
class Startups:
    """Companies launched with seed funds; `statuses` counts them, all else are weights."""

    name: str
    years: dict[int, int]
    towns: str
    areas: dict[str, int]
    value_chains: dict[str, int]
    statuses: dict[str, int]
    shortest_life_years: int
    seed_funding_known: int
    smallest_eur_m: Decimal
    largest_eur_m: Decimal


@dataclass(frozen=True)
class Plan:
    """The whole plan; the same plan gives the same register to the byte."""

    seed: int
    first_year: int
    last_year: int
    totals: Totals
    members: Membership
    towns: dict[str, dict[str, int]]
    groups: list[Group]
    programmes: dict[str, Programme]
    investment_names: dict[str, str]
    tranches: list[Tranche]
    startups: Startups


def load(path: Path) -> Plan:
    """The plan of a TOML file; raises SourceError where a key is missing or unknown."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        return plan(given)
    except FileNotFoundError as reason:
        raise SourceError(f"There is no plan of a sample register at {path}.") from reason
    except tomllib.TOMLDecodeError as reason:
        raise SourceError(f"The plan {path.name} is not valid TOML: {reason}.") from reason
    except KeyError as reason:
        raise SourceError(f"The plan {path.name} lacks {reason}.") from reason
    except (TypeError, ValueError) as reason:
        raise SourceError(
            f"The plan {path.name} has a key too few, too many or of the wrong kind: {reason}."
        ) from reason


def plan(given: dict[str, Any]) -> Plan:
    """Years and days are keys, so TOML gives them as text."""
    members = given["members"]
    days = {date.fromisoformat(day): weight for day, weight in members["founding_days"].items()}
    years = {name: by_year(members[name]) for name in ("joining", "leaving")}
    startups = given["startups"]
    parts = {
        "totals": Totals(**given["totals"]),
        "members": Membership(**{**members, **years, "founding_days": days}),
        "groups": [Group(**group) for group in given["groups"]],
        "programmes": {name: Programme(**programme) for name, programme in given["programmes"].items()},
        "tranches": [Tranche(**{**tranche, "years": by_year(tranche["years"])}) for tranche in given["tranches"]],
        "startups": Startups(**{**startups, "years": by_year(startups["years"])}),
    }
    return Plan(**{**given, **parts})


def by_year(weights: dict[str, int]) -> dict[int, int]:
    return {int(year): weight for year, weight in weights.items()}
