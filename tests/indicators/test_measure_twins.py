"""Each measure computed a second time, slowly and plainly, from the rows of the absolute answer."""

import pytest

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import Row, answer, indicators

Line = list[Row]
Key = tuple[str, str | None, bool]


def lines(name: str, **given: str) -> dict[Key, Line]:
    """The rows by place, series and whether they are of the sample, by year."""
    found: dict[Key, Line] = {}
    for row in answer(name, given).rows:
        found.setdefault((row.place, row.series, row.kind == "illustrative"), []).append(row)
    return {key: sorted(rows, key=lambda row: row.year) for key, rows in found.items()}


def measured(name: str, by: str, **given: str) -> dict[tuple[Key, int], float | None] | None:
    try:
        rows = answer(name, {"measure": by, **given}).rows
    except ValueRefused:
        return None
    return {((row.place, row.series, row.kind == "illustrative"), row.year): row.value for row in rows}


def same(found: dict[tuple[Key, int], float | None], expected: dict[tuple[Key, int], float | None]) -> None:
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == (None if value is None else pytest.approx(value, abs=1e-5)), key


NAMES = [each.id for each in indicators()]


@pytest.mark.parametrize("name", NAMES)
def test_per_head_is_value_by_value_over_the_population(name: str, projects: str) -> None:
    found = measured(name, "per_head")
    if found is None:
        return
    people = {(row.place, row.year): row.value for row in answer("population", {"peers": "domestic"}).rows}
    people |= {(row.place, row.year): row.value for row in answer("population").rows}
    unit = answer(name).indicator.unit
    by = {"eur_m": 1e6, "persons": 1e3, "students": 1e3, "fte": 1e3}.get(unit, 1e6)
    expected: dict[tuple[Key, int], float | None] = {}
    for key, rows in lines(name).items():
        for row in rows:
            number = people.get((row.place, row.year))
            expected[key, row.year] = row.value * by / number if row.value is not None and number else None
    same(found, expected)


@pytest.mark.parametrize("years", [{}, {"first_year": "2012"}, {"first_year": "2010", "last_year": "2018"}])
@pytest.mark.parametrize("name", NAMES)
def test_an_index_is_line_by_line_over_its_start(name: str, years: dict[str, str], projects: str) -> None:
    found = measured(name, "index", **years)
    if found is None:
        return
    expected: dict[tuple[Key, int], float | None] = {}
    for key, rows in lines(name, **years).items():
        valued = [row for row in rows if row.value is not None]
        if not valued:
            continue
        # The last break at or before the last value: what lies before it is left out.
        breaks = [row.year for row in rows if "b" in row.flag and row.year <= valued[-1].year]
        since = max(breaks, default=0)
        kept = [row for row in valued if row.year >= since]
        if len(kept) < 2:
            continue
        after = [row for row in rows if row.year > valued[-1].year and "b" in row.flag]
        until = min((row.year for row in after), default=9999)
        for row in rows:
            if kept[0].year <= row.year < until:
                expected[key, row.year] = None if row.value is None else 100 * row.value / kept[0].value  # type: ignore[operator]
    same(found, expected)


@pytest.mark.parametrize("years", [{}, {"first_year": "2014"}])
@pytest.mark.parametrize("name", NAMES)
def test_a_change_is_year_by_year_less_the_year_before(name: str, years: dict[str, str], projects: str) -> None:
    found = measured(name, "change", **years)
    if found is None:
        return
    first = int(years.get("first_year", "0"))
    expected: dict[tuple[Key, int], float | None] = {}
    for key, rows in lines(name).items():
        by_year = {row.year: row for row in rows}
        for row in rows[1:]:
            if row.year < first:
                continue
            before = by_year.get(row.year - 1)
            gone = before is None or before.value is None or row.value is None or "b" in row.flag
            expected[key, row.year] = None if gone else row.value - before.value  # type: ignore[operator, union-attr]
    same(found, expected)


def test_the_twins_have_something_to_compare(projects: str) -> None:
    for by, least in (("per_head", 12), ("index", 20), ("change", 20)):
        assert sum(measured(name, by) is not None for name in NAMES) >= least
