"""Growth and sums over years, counted a second time: slowly, from the files, without a database."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal

import pytest

from lsk_metrics import paths
from lsk_metrics.indicators import answer

Line = dict[str, str]
Key = tuple[str, str | None, int]


def lines(name: str) -> list[Line]:
    with (paths.data() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MEMBERS = lines("illustrative/members.csv")
INVESTMENTS = lines("illustrative/investments.csv")
STARTUPS = lines("illustrative/startups.csv")
HELIX = {line["code"]: line["helix"] for line in lines("reference/areas.csv")}
HOME = next(line["code"] for line in lines("reference/regions.csv") if line["role"] == "home")


def year(day: str) -> int:
    return int(day[:4])


def span(days: list[str]) -> range:
    return range(min(map(year, days)), max(map(year, days)) + 1)


MEMBER_YEARS = span([line["joined"] for line in MEMBERS] + [line["left"] for line in MEMBERS if line["left"]])


def at_the_end_of(then: int) -> list[Line]:
    """Who had joined by the last day of the year and had not left by it."""
    there = []
    for line in MEMBERS:
        last_day = f"{then}-12-31"
        if line["joined"] <= last_day and (line["left"] == "" or line["left"] > last_day):
            there.append(line)
    return there


def counted(key: Callable[[Line], Key]) -> dict[Key, int]:
    found: Counter[Key] = Counter()
    for then in MEMBER_YEARS:
        for line in at_the_end_of(then):
            place, series, _none = key(line)
            found[place, series, then] += 1
    return dict(found)


def sampled(name: str) -> dict[Key, float | None]:
    return {(row.place, row.series, row.year): row.value for row in answer(name).rows if row.kind == "illustrative"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("members", lambda line: (HOME, None, 0)),
        ("members_by_area", lambda line: (HOME, line["area"], 0)),
        ("members_by_helix", lambda line: (HOME, HELIX[line["area"]], 0)),
        ("members_by_value_chain", lambda line: (HOME, line["value_chain"] or "none", 0)),
        ("members_by_town", lambda line: (line["town"], line["area"], 0)),
    ],
)
def test_members_at_the_end_of_every_year(name: str, key: Callable[[Line], Key], snapshot: str) -> None:
    assert len(MEMBER_YEARS) > 10
    assert sampled(name) == counted(key)


def test_members_that_joined_in_every_year(snapshot: str) -> None:
    joined = {(HOME, None, then): 0 for then in MEMBER_YEARS}
    for line in MEMBERS:
        joined[HOME, None, year(line["joined"])] += 1
    assert sampled("members_joined") == joined
    assert sum(joined.values()) == len(MEMBERS)


def test_money_of_every_year_and_added_up_to_every_year(snapshot: str) -> None:
    by_year: dict[Key, Decimal] = {}
    up_to: dict[Key, Decimal] = {}
    years = range(min(int(line["year"]) for line in INVESTMENTS), max(int(line["year"]) for line in INVESTMENTS) + 1)
    for purpose in ("infrastructure", "project"):
        total = Decimal(0)
        for then in years:
            amounts = [Decimal(line["amount_eur_m"]) for line in INVESTMENTS
                       if line["purpose"] == purpose and int(line["year"]) == then]  # fmt: skip
            total += sum(amounts)
            up_to[HOME, purpose, then] = total
            if amounts:
                by_year[HOME, purpose, then] = sum(amounts, Decimal(0))
    assert sampled("investment_by_year") == pytest.approx({key: float(value) for key, value in by_year.items()})
    assert sampled("investment_cumulative") == pytest.approx({key: float(value) for key, value in up_to.items()})
    assert (up_to[HOME, "infrastructure", 2018], up_to[HOME, "project", 2018]) == (
        Decimal("207.000"),
        Decimal("202.000"),
    )


def test_startups_of_every_year_and_added_up_to_every_year(snapshot: str) -> None:
    launched: dict[Key, int] = {}
    up_to: dict[Key, int] = {}
    total = 0
    for then in span([line["launched"] for line in STARTUPS]):
        now = sum(1 for line in STARTUPS if year(line["launched"]) == then)
        total += now
        launched[HOME, None, then] = now
        up_to[HOME, None, then] = total
    assert sampled("startups_launched") == launched
    assert sampled("startups_cumulative") == up_to
    assert total == len(STARTUPS) == 40


@pytest.mark.parametrize(("name", "column"), [("startups_by_area", "area"), ("startups_by_status", "status")])
def test_startups_by_what_they_do_and_what_became_of_them(name: str, column: str, snapshot: str) -> None:
    last = max(year(line["launched"]) for line in STARTUPS)
    parts = Counter((HOME, line[column], last) for line in STARTUPS)
    assert sampled(name) == dict(parts)


def test_money_and_startups_of_every_town_up_to_every_year(snapshot: str) -> None:
    money: dict[Key, Decimal] = defaultdict(Decimal)
    for then in range(2007, 2019):
        for line in INVESTMENTS:
            if int(line["year"]) <= then:
                money[line["town"], line["purpose"], then] += Decimal(line["amount_eur_m"])
    launched: Counter[Key] = Counter()
    for then in span([line["launched"] for line in STARTUPS]):
        for line in STARTUPS:
            if year(line["launched"]) <= then:
                launched[line["town"], line["area"], then] += 1
    assert sampled("investment_by_town") == pytest.approx({key: float(value) for key, value in money.items()})
    assert sampled("startups_by_town") == dict(launched)


def test_members_narrowed_to_some_groups(snapshot: str) -> None:
    asked = {"areas": "Med,R&D", "value_chains": "health", "member_types": "sme,public"}
    rows = answer("members_by_town", asked).rows
    found: Counter[Key] = Counter()
    for then in MEMBER_YEARS:
        for line in at_the_end_of(then):
            narrow = (
                line["area"] in ("Med", "R&D"),
                line["value_chain"] == "health",
                line["type"] in ("sme", "public"),
            )
            if all(narrow):
                found[line["town"], line["area"], then] += 1
    assert {(row.place, row.series, row.year): row.value for row in rows} == dict(found)


def test_growth_is_what_joined_less_what_left(snapshot: str) -> None:
    members = {then: value for (_place, _series, then), value in sampled("members").items()}
    joined = {then: value for (_place, _series, then), value in sampled("members_joined").items()}
    for then in MEMBER_YEARS[1:]:
        left = sum(1 for line in MEMBERS if line["left"] and year(line["left"]) == then)
        assert (members[then] or 0) - (members[then - 1] or 0) == (joined[then] or 0) - left, then
