"""The table under a figure holds the same rows as the picture."""

import re
from dataclasses import replace
from html import escape

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicators, records
from lsk_metrics.screen import registers
from lsk_metrics.screen.tables import across, escaped, frame, html


def test_the_table_says_what_the_picture_says(snapshot: str) -> None:
    table = frame(answer("members", {"illustrative": "no"}, snapshot))
    assert table.to_dict("records") == [
        {"Period": "2006", "Members": "32", "Kind": "Published"},
        {"Period": "2018", "Members": "95", "Kind": "Published"},
    ]


def test_the_table_keeps_the_sign_of_a_lower_bound(snapshot: str) -> None:
    table = frame(answer("investment_by_kind", {}, snapshot))
    assert list(table.iloc[:, 2]) == [">\N{NO-BREAK SPACE}207", ">\N{NO-BREAK SPACE}202"]


def test_a_missing_value_is_said_and_never_zero(snapshot: str) -> None:
    found = answer("members", {"illustrative": "no"}, snapshot)
    table = frame(replace(found, rows=(replace(found.rows[0], value=None), *found.rows[1:])))
    assert list(table["Members"]) == ["no figure", "95"]


def test_a_long_table_has_years_down_and_places_across(snapshot: str) -> None:
    table = across(answer("gdp_per_head_pps", {"places": "PL21,PL"}, snapshot))
    assert list(table.columns) == ["Period", "Małopolska", "Poland"]
    assert table.iloc[0].tolist() == ["2023", "26,200", "29,500"]
    assert table.iloc[-1].tolist() == ["2000", "8,000", "8,900"]


def test_a_place_without_a_year_has_a_dash_there(snapshot: str) -> None:
    found = answer("gdp_per_head_pps", {"places": "PL21,PL", "first_year": "2022"}, snapshot)
    fewer = [row for row in found.rows if (row.place, row.year) != ("PL", 2022)]
    assert across(replace(found, rows=tuple(fewer))).iloc[1].tolist() == ["2022", "25,000", "–"]


def test_a_long_table_keeps_the_flags_with_their_values(snapshot: str) -> None:
    found = answer("unemployment_rate", {}, snapshot)
    flagged = {str(row.year): row.flag for row in found.rows if row.place == "PL21" and row.flag}
    assert flagged
    cells = across(found).set_index("Period")["Małopolska"].to_dict()
    assert {year: cell.split(" ")[1] for year, cell in cells.items() if " " in cell} == flagged


def page(name: str) -> None:
    from lsk_metrics.indicators import answer
    from lsk_metrics.screen import tables

    tables.of_answer(answer(name))


@pytest.mark.parametrize("name", [each.id for each in indicators() if not each.fetch])
def test_no_value_is_lost_from_a_table_or_counted_twice(snapshot: str, name: str) -> None:
    seen = AppTest.from_function(page, kwargs={"name": name}, default_timeout=60).run()
    table = [*seen.table, *seen.dataframe][0].value
    found = answer(name, {}, snapshot)
    unit = found.unit[:1].upper() + found.unit[1:]
    cells = table[unit] if unit in table else table.drop(columns="Period").stack()
    numbers = [number(str(cell)) for cell in cells if str(cell) not in ("–", "no figure")]
    exact = [round(row.value, found.indicator.decimals) for row in found.rows if row.value is not None]
    rounding = 1e-6 if found.indicator.decimals == 0 else len(exact) * 0.5 * 10**-found.indicator.decimals
    assert sum(numbers) == pytest.approx(sum(exact), abs=rounding)


def number(cell: str) -> float:
    """The number in a cell, whatever sign stands before it and whatever flag after it."""
    return float(re.sub(r"[^0-9.\N{MINUS SIGN}]", "", cell.split(" ")[0]).replace("\N{MINUS SIGN}", "-"))


def test_cells_are_text_and_never_markdown() -> None:
    table = escaped(pd.DataFrame({"name": ["<b>x</b>", "[a](b)"], "value": [1, 2]}))
    assert list(table["name"]) == [r"\<b\>x\</b\>", r"\[a\]\(b\)"]
    assert list(table["value"]) == ["1", "2"]


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_partner_regions_are_a_table_with_headings_that_needs_no_pandas(snapshot: str, lang: str) -> None:
    language.use(lang)
    rows = registers.of_partners(snapshot, lang)
    made = html(tuple(tuple(row.items()) for row in rows), language.gettext("Partner regions"))
    assert re.findall(r'<th scope="col">(.*?)</th>', made) == [*rows[0]]
    cells = [re.findall(r"<td>(.*?)</td>", line) for line in re.findall(r"<tr>(.*?)</tr>", made)[1:]]
    assert cells == [[escape(cell) for cell in row.values()] for row in rows]
    assert len(cells) == len(records.partners(snapshot)) > 5


def test_words_of_a_table_are_no_html() -> None:
    made = html(((("<b>", "<script>&"),),), '"')
    assert '<th scope="col">&lt;b&gt;</th>' in made and "<td>&lt;script&gt;&amp;</td>" in made
    assert 'aria-label="&quot;"' in made
