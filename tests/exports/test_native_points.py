"""A workbook's own chart of two indicators and of paces: drawn from its cells, named, in the house's colours."""

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.exports.grid import grid
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer
from lsk_metrics.language import gettext as _

pytestmark = pytest.mark.parametrize("lang", ["en", "pl"], indirect=True)


def chart_sheet(name: str, given: dict[str, str], snapshot: str) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].made(answer(name, given, snapshot))))
    found: Worksheet = book[_("Chart")]
    return found


def test_points_are_the_pairs_of_values_with_the_home_region_first_and_apart(lang: str, snapshot: str) -> None:
    sheet = chart_sheet("two_indicators", {}, snapshot)
    [chart] = sheet._charts  # type: ignore[attr-defined]
    assert type(chart).__name__ == "ScatterChart"
    home, others = chart.series
    across, upwards = home.xVal.numRef.f, home.yVal.numRef.f
    cells = [sheet[each.rpartition("!")[2].replace("$", "").partition(":")[0]] for each in (across, upwards)]
    assert [(cell.value, cell.number_format) for cell in cells] == [(2.75, "#,##0.00"), (26200, "#,##0")]
    shades = [series.marker.spPr.solidFill.srgbClr for series in (home, others)]
    assert [f"#{shade.lower()}" for shade in shades] == [LIGHT.accent.lower(), LIGHT.peer.lower()]
    assert len(others.dLbls.dLbl) == 8  # each of the others is named


def test_axes_say_the_indicator_and_its_unit(lang: str, snapshot: str) -> None:
    found = grid(answer("two_indicators", {}, snapshot))
    assert found is not None
    said = [line.name.replace("\N{NO-BREAK SPACE}", " ") for line in found.lines]
    assert said[0] == {"en": "R&D expenditure (GERD), % of GDP", "pl": "Nakłady na B+R (GERD), % PKB"}[lang]


def test_the_pace_that_is_needed_stands_first_and_in_the_colour_of_a_warning(lang: str, snapshot: str) -> None:
    asked = answer("gerd_share_of_gdp", {"view": "pace"}, snapshot)
    found = grid(asked)
    assert found is not None
    [line] = found.lines
    assert (found.shape, round(line.cells[0] or 0, 2), line.colours[0]) == ("bars", 0.11, LIGHT.warning)
    assert str(found.heads[0]).endswith("2023–2030")
    home = asked.place("PL21")
    assert [line.colours[at] for at, head in enumerate(found.heads) if str(head).startswith(home)] == [LIGHT.accent] * 2
    [chart] = chart_sheet("gerd_share_of_gdp", {"view": "pace"}, snapshot)._charts  # type: ignore[attr-defined]
    assert type(chart).__name__ == "BarChart"
