"""The snapshot holds the compiled facts figure by figure: every number, flag and empty cell, and nothing besides."""

import csv
from pathlib import Path
from typing import Any

from lsk_metrics.warehouse import read


def facts(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def observed(where: str) -> dict[tuple[Any, ...], tuple[float | None, str]]:
    sql = f"SELECT dataset, breakdown, unit, region, year, value, flag FROM observations WHERE {where}"
    rows = read.rows(sql)
    found = {tuple(row.values())[:5]: (row["value"], row["flag"]) for row in rows}
    assert len(found) == len(rows)
    return found


def test_all_1796_figures_of_eurostat(shared: Path, snapshot: str) -> None:
    compiled = facts(shared, "eurostat_regions")
    assert len(compiled) == 1796
    keys = ("dataset", "breakdown", "unit", "geo")
    expected = {
        (*(row[key] for key in keys), int(row["year"])): (number(row["value"]), row["flag"]) for row in compiled
    }
    assert observed("starts_with(source, 'eurostat_')") == expected


def test_derived_spending_is_the_share_of_gdp_times_gdp(shared: Path, snapshot: str) -> None:
    compiled = facts(shared, "gerd_derived_nuts1_and_poland")
    expected: dict[tuple[Any, ...], tuple[float | None, str]] = {}
    for row in compiled:
        place, year = row["geo"], int(row["year"])
        share, gdp, spending = float(row["gerd_pct"]), float(row["gdp_meur"]), float(row["gerd_meur_derived"])
        assert abs(spending - share * gdp / 100) <= 0.0051 * gdp / 100 + 0.05, (place, year)
        expected["gerd_eur", "TOTAL", "PC_GDP", place, year] = share, ""
        expected["gerd_eur", "TOTAL", "MIO_EUR", place, year] = spending, ""
    assert len(expected) == 70
    assert observed("source = 'gerd_eur'") == expected


def test_all_28_scores_of_the_scoreboard(shared: Path, snapshot: str) -> None:
    compiled = {row["geo"]: number(row["value"]) for row in facts(shared, "ris_2019")}
    assert len(compiled) == 28
    found = observed("source = 'ris_2019'")
    assert {key[3]: value for key, (value, _flag) in found.items()} == compiled
    assert {key[4] for key in found} == {2019}


def test_all_264_figures_of_the_powiats(shared: Path, snapshot: str) -> None:
    compiled = facts(shared, "powiat_indicators")
    expected = {
        (row["teryt"], row["indicator_id"], int(row["year"])): (
            number(row["value"]), row["unit"], {"as published": "published", "derived": "derived"}[row["status"]])
        for row in compiled
    }  # fmt: skip
    assert len(compiled) == len(expected) == 264
    rows = read.rows("SELECT teryt, measure, year, value, unit, kind FROM powiat_figures")
    assert {tuple(row.values())[:3]: tuple(row.values())[3:] for row in rows} == expected


def test_the_22_powiats(shared: Path, snapshot: str) -> None:
    expected = {
        row["teryt"]: (row["powiat"], row["nuts3"], row["nuts3_name"], float(row["area_km2_approx"]))
        for row in facts(shared, "powiats")
    }
    assert len(expected) == 22
    rows = read.rows("SELECT teryt, name, nuts3, nuts3_name, area_km2 FROM powiats")
    assert {row["teryt"]: tuple(row.values())[1:] for row in rows} == expected
    cities = read.rows("SELECT teryt, name FROM powiats WHERE city ORDER BY teryt")
    assert [tuple(row.values()) for row in cities] == [("1261", "Kraków"), ("1262", "Nowy Sącz"), ("1263", "Tarnów")]


def test_every_figure_of_higher_education_but_the_undated_one(shared: Path, snapshot: str) -> None:
    expected: dict[tuple[str, str, str], tuple[float, str]] = {}
    for row in facts(shared, "higher_education"):
        if "seed" in row["academic_year"]:
            continue  # the cluster's own "over 210,000" is a claim, not a figure of a year
        place = row["place_or_hei"].split(" (")[0]
        qualifier = next((word for word in ("over", "almost") if row["note"].startswith(f'"{word}')), "exact")
        expected[place, row["academic_year"], row["measure"].replace(" ", "_")] = float(row["value"]), qualifier
    expected["Małopolskie", "2011/12", "institutions"] = 33.0, "exact"  # from the note: "33 HEIs with seat in region"
    expected["Małopolskie", "2022/23", "institutions"] = 25.0, "exact"  # from the note: "25 HEIs with seat in region"
    rows = read.rows("SELECT place, academic_year, measure, value, qualifier FROM higher_education")
    assert {tuple(row.values())[:3]: tuple(row.values())[3:] for row in rows} == expected


def test_an_academic_year_is_drawn_at_the_year_it_begins_in(snapshot: str) -> None:
    rows = read.rows("SELECT DISTINCT academic_year, year FROM higher_education")
    assert [row for row in rows if not row["academic_year"].startswith(f"{row['year']}/")] == []
