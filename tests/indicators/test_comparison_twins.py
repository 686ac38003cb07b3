"""Distances and composite ranks, computed a second time in plain Python from the indicators' rows, and once by hand."""

from itertools import product
from math import sqrt

import pytest

from lsk_metrics.indicators import Answer, answer, indicator
from lsk_metrics.indicators.framing import frame
from lsk_metrics.indicators.labels import regions
from lsk_metrics.warehouse import read

HOME = "PL21"
LIKENESS = ["gdp_per_head_pps", "tertiary_attainment", "hightech_employment_share", "population"]
PARTS = ["gerd_share_of_gdp", "tertiary_attainment", "hightech_employment_share", "employment_rate"]
Table = dict[str, dict[str, float]]


def in_common_year(name: str, places: list[str]) -> dict[str, float]:
    """Values of the latest year in which home and three quarters of those that have any value have one."""
    rows = [row for row in answer(name, {"places": ",".join(places)}).rows if row.value is not None]
    ever = {row.place for row in rows}
    for year in sorted({row.year for row in rows}, reverse=True):
        now = {row.place: float(row.value or 0) for row in rows if row.year == year}
        if HOME in now and len(now) >= 0.75 * len(ever):
            return now
    raise AssertionError(name)


def standardised(names: list[str], places: list[str]) -> Table:
    """Place to variable to standard deviations from the mean of the places that have every variable."""
    columns = {name: in_common_year(name, places) for name in names}
    whole = [place for place in places if all(place in column for column in columns.values())]
    table: Table = {place: {} for place in whole}
    for name, column in columns.items():
        mean = sum(column[place] for place in whole) / len(whole)
        deviation = sqrt(sum((column[place] - mean) ** 2 for place in whole) / len(whole))
        for place in whole:
            table[place][name] = (column[place] - mean) / deviation
    return table


def candidates(snapshot: str) -> list[str]:
    return [code for code, each in regions(snapshot).items() if each.role in ("home", "peer", "domestic")]


@pytest.mark.parametrize(
    "weights",
    [
        {},
        {"gdp_per_head_pps": 3.0, "population": 0.5},
        {"tertiary_attainment": 0.0, "hightech_employment_share": 2.0},
        {"gdp_per_head_pps": 0.0, "population": 0.0},
    ],
)
def test_every_distance_is_the_weighted_euclidean_one(weights: dict[str, float], snapshot: str) -> None:
    names = [name for name in LIKENESS if weights.get(name, 1.0)]
    table = standardised(names, candidates(snapshot))
    expected = {}
    for place, here in table.items():
        total = 0.0
        for name in names:
            total += weights.get(name, 1.0) * (here[name] - table[HOME][name]) ** 2
        expected[place] = sqrt(total / sum(weights.get(name, 1.0) for name in names))
    found = answer("similar_regions", {"likeness": ",".join(f"{name}:{by}" for name, by in weights.items())})
    distances = {row.place: row.value for row in found.rows if row.series is None and row.value is not None}
    assert len(expected) >= 8
    assert distances == pytest.approx(expected, abs=1e-6)
    apart = {(row.place, row.series): row.value for row in found.rows if row.series}
    assert apart == pytest.approx({(place, name): table[place][name] for place in table for name in names}, abs=1e-6)


def places_by_rank(scores: dict[str, float]) -> dict[str, int]:
    """1 for the highest; equal scores share the better rank."""
    return {
        place: 1 + sum(round(other, 9) > round(score, 9) for other in scores.values())
        for place, score in scores.items()
    }


def weighted_mean(line: dict[str, float], weights: dict[str, float]) -> float:
    return sum(weights[name] * line[name] for name in weights) / sum(weights.values())


@pytest.mark.parametrize("names", [PARTS, ["unemployment_rate", "tertiary_attainment", "hrst_share"]])
@pytest.mark.parametrize("chosen", [{}, {"tertiary_attainment": 2.0}])
def test_every_rank_and_its_range_under_all_weights_tried(
    names: list[str], chosen: dict[str, float], snapshot: str
) -> None:
    partners = [code for code, each in regions(snapshot).items() if each.role in ("home", "peer")]
    table = standardised(names, partners)
    for line in table.values():
        for name in names:
            if indicator(name).direction == "less":
                line[name] = -line[name]
    base = {name: chosen.get(name, 1.0) for name in names}
    trials = [dict(zip(names, by, strict=True)) for by in product((0.5, 1.0, 2.0), repeat=len(names))]
    trials = [{name: base[name] * by[name] for name in names} for by in trials]
    trials += [{name: 0.0 if name == left_out else base[name] for name in names} for left_out in names]
    ranks = [places_by_rank({place: weighted_mean(line, by) for place, line in table.items()}) for by in trials]
    now = places_by_rank({place: weighted_mean(line, base) for place, line in table.items()})
    expected = {place: (now[place], min(r[place] for r in ranks), max(r[place] for r in ranks)) for place in table}
    given = {"indicators": ",".join(names), "weights": ",".join(f"{name}:{by}" for name, by in chosen.items())}
    found = answer("composite_rank", given)
    told = {row.place: (row.value, row.low, row.high) for row in found.rows if row.series is None and row.value}
    assert len(trials) == 3 ** len(names) + len(names)
    assert told == expected


def by_hand(method: str, points: str, **given: object) -> list[dict[str, object]]:
    """A method over a few made-up points (variable, place, value) of one year, as rows of its query."""
    framed = (
        "SELECT variable, place, 2020 AS year, value, 'published' AS kind, '' AS flag, 'eurostat_gdp' AS source "
        f"FROM (VALUES {points}) AS made_up (variable, place, value)"
    )
    sql = indicator(method).sql.format(standardised=frame("standardised").format(framed=framed))
    return read.rows(sql, given)


def test_a_distance_worked_by_hand(snapshot: str) -> None:
    # x: 1, 2, 3 and y: 10, 10, 40. Means 2 and 20; deviations √(2/3) and √200; so x is −1.2247, 0, 1.2247 and y is
    # −0.7071, −0.7071, 1.4142. From PL21: to ES21 √((1.5 + 0) / 2) = 0.8660; to ITC4 √((6 + 4.5) / 2) = 2.2913.
    points = (
        "('x', 'PL21', 1), ('x', 'ES21', 2), ('x', 'ITC4', 3), ('y', 'PL21', 10), ('y', 'ES21', 10), "
        "('y', 'ITC4', 40), ('x', 'FI19', 9)"
    )
    rows = by_hand(
        "similar_regions", points, places=["PL21", "ES21", "ITC4", "FI19"], variables=["x", "y"], weights=[1.0, 1.0]
    )
    assert [(row["place"], row["value"]) for row in rows if row["series"] is None] == [
        ("PL21", 0.0), ("ES21", 0.866025), ("ITC4", 2.291288), ("FI19", None)]  # fmt: skip
    # Twice the weight on y: to ITC4 √((6 + 2 × 4.5) / 3) = 2.2361.
    rows = by_hand("similar_regions", points, places=["PL21", "ES21", "ITC4"], variables=["x", "y"], weights=[1.0, 2.0])
    assert [row["value"] for row in rows if row["place"] == "ITC4" and row["series"] is None] == [
        pytest.approx(2.236068)
    ]


def test_a_composite_worked_by_hand(snapshot: str) -> None:
    # Two regions, two indicators, each ahead in one: −1 and 1 in both. Alike weights make a tie, so both are first;
    # with one weight larger, or one left out, the one ahead there is first and the other second.
    points = "('x', 'PL21', 1), ('x', 'ES21', 3), ('y', 'PL21', 8), ('y', 'ES21', 4)"
    asked = {"places": ["PL21", "ES21"], "variables": ["x", "y"], "weights": [1.0, 1.0]}
    rows = by_hand("composite_rank", points, **asked, less_is_better=[])
    assert [(row["place"], row["value"], row["low"], row["high"]) for row in rows if row["series"] is None] == [
        ("PL21", 1, 1, 2), ("ES21", 1, 1, 2)]  # fmt: skip
    # Where less of x is better, PL21 is ahead in both, whatever the weights.
    rows = by_hand("composite_rank", points, **asked, less_is_better=["x"])
    assert [(row["place"], row["value"], row["low"], row["high"]) for row in rows if row["series"] is None] == [
        ("PL21", 1, 1, 1), ("ES21", 2, 2, 2)]  # fmt: skip


def test_a_composite_says_what_it_puts_together_and_who_is_left_out(snapshot: str) -> None:
    found: Answer = answer("composite_rank")
    assert found.sentence == (
        "Małopolska takes place 3 of 5 when 4 indicators count alike, and anything from place 3 to place 5 under other "
        "weights."
    )
    assert (
        "Put together: R&D expenditure (GERD) (2023, weight 1); People with higher education (2024, weight 1); "
        "Employment in high technology (2018, weight 1); Employment rate (2024, weight 1)." in found.caveats
    )
    left_out = "Left out, because a figure is lacking: Flanders, North Rhine-Westphalia, Scotland, "
    assert any(caveat.startswith(left_out) for caveat in found.caveats)
    assert {card.id for card in found.sources} == {
        "eurostat_gerd", "eurostat_attainment", "eurostat_hightech", "eurostat_employment"}  # fmt: skip
