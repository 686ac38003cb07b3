"""The annex is opened, in both languages, and each number in each of its sheets is an answer's or a target's own."""

import io
import re
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lsk_metrics import language
from lsk_metrics.exports.annex import xlsx_pack
from lsk_metrics.exports.annex_sheet import CLOSED
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.grid import grid
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.reviews import Review, review
from lsk_metrics.indicators.status import board
from lsk_metrics.language import gettext as _

CASES = [(story, lang) for story in ("s3", "board") for lang in ("en", "pl")]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
Opened = tuple[Review, bytes, Workbook]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def annex(request: pytest.FixtureRequest, snapshot: str) -> Opened:
    """A review, the workbook made of it, and the same workbook opened."""
    story, lang = request.param
    told = review(story, snapshot=snapshot)
    with speaking(lang):
        made = xlsx_pack(told)
    return told, made, openpyxl.load_workbook(io.BytesIO(made))


@pytest.fixture(autouse=True)
def spoken(annex: Opened, request: pytest.FixtureRequest) -> None:
    language.use(request.node.callspec.params["annex"][1])


def sheets(annex: Opened) -> list[tuple[Answer, Worksheet]]:
    told, _made, book = annex
    return list(zip(told.answers, book.worksheets[1 : 1 + len(told.answers)], strict=True))


def heading(found: Answer) -> int:
    """The row of the headings, counted from 1: below the mark, the sentence and two lines on it."""
    return 5 if "illustrative" in found.kinds else 4


def heads(found: Answer, sheet: Worksheet) -> list[str]:
    """Headings of the rows; the first empty cell parts them from the chart."""
    said = [cell.value for cell in sheet[heading(found)]]
    return said[: said.index(None)]


def numeric(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def test_each_answer_has_its_rows_with_every_digit(annex: Opened) -> None:
    for found, sheet in sheets(annex):
        names = heads(found, sheet)
        lines = list(sheet.iter_rows(min_row=heading(found) + 1, max_col=len(names)))[: len(found.rows)]
        rows = [dict(zip(names, (cell.value for cell in line), strict=True)) for line in lines]
        assert [row[_("Value")] for row in rows] == [row.value for row in found.rows]
        assert [row[_("Code")] for row in rows] == [row.place for row in found.rows]
        assert [row[_("Flag")] for row in rows] == [row.flag or None for row in found.rows]
        assert [row[_("Kind")] for row in rows] == [kind_name(row.kind) for row in found.rows]
        assert [str(row[_("Year")]) for row in rows] == [found.period(row) for row in found.rows]
        assert [row[_("Source")].split("; ") for row in rows] == [row.source.split() for row in found.rows]
        if _("Lowest") in names:
            assert [(row[_("Lowest")], row[_("Highest")]) for row in rows] == [
                (row.low, row.high) for row in found.rows
            ]
        cells = [line[names.index(_("Value"))] for line in lines]
        digits = found.indicator.decimals
        assert {cell.number_format for cell in cells if cell.value is not None} <= {
            "#,##0" + "." * bool(digits) + "0" * digits
        }


def test_no_other_number_stands_on_a_sheet_than_the_answers_and_its_years(annex: Opened) -> None:
    charts = 0
    for found, sheet in sheets(annex):
        right = len(heads(found, sheet)) + 1
        beside = [cell for line in sheet.iter_rows(min_col=right) for cell in line if numeric(cell.value)]
        drawn = [cell.value for cell in beside if cell.column > min(each.column for each in beside)]
        if (found.indicator.chart in ("lines", "growth", "columns") and not found.view) or found.parameters.target:
            years = {cell.value for cell in beside if cell.column == min(each.column for each in beside)}
            assert years == set(range(min(row.year for row in found.rows), max(row.year for row in found.rows) + 1))
            assert sorted(drawn) == sorted(row.value for row in found.rows if row.value is not None)
        else:
            drawn = [cell.value for cell in beside]
            assert set(drawn) <= {row.value for row in found.rows}
        assert drawn
        charts += len(sheet._charts)
        below = sheet.iter_rows(min_row=heading(found) + len(found.rows) + 1, max_col=right - 1)
        assert not [cell.value for line in below for cell in line if numeric(cell.value)]
    assert charts == len(annex[0].answers)


def test_each_sheet_says_what_must_be_known_of_its_figure(annex: Opened) -> None:
    for found, sheet in sheets(annex):
        said = [cell.value for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)]
        assert said[int("illustrative" in found.kinds)] == found.sentence
        assert {found.question, found.unit, found.snapshot, *found.caveats} <= set(said)
        assert {card.citation() for card in found.sources} <= set(said)
        letters = {letter for row in found.rows for letter in row.flag}
        flags = next((said[said.index(each) + 1] for each in said[::-1] if each == _("Flags")), "")
        assert {each.split(" – ")[0] for each in flags.split("; ") if each} == letters
        assert f"{_('Kind')}: {', '.join(map(kind_name, found.kinds))}" in said[1 + ("illustrative" in found.kinds)]


def test_only_sheets_with_made_up_figures_are_marked(annex: Opened) -> None:
    mark = _("ILLUSTRATIVE – made-up figures that describe no real organisation")
    for found, sheet in sheets(annex):
        assert (sheet["A1"].value == mark) == ("illustrative" in found.kinds)
        assert (mark in (sheet.oddHeader.center.text or "")) == ("illustrative" in found.kinds)
    assert annex[2].worksheets[0]["A1"].value == f"{annex[0].title}, {annex[0].date}"


def test_the_contents_lead_to_each_sheet_with_its_sentence(annex: Opened) -> None:
    told, _made, book = annex
    first = book.worksheets[0]
    lines = list(first.iter_rows(min_row=5, max_col=7))
    for at, found in enumerate(told.answers):
        cells = [cell.value for cell in lines[at]]
        assert cells[:2] == [at + 1, found.sentence]
        assert cells[2:5] == [", ".join(map(kind_name, found.kinds)), found.title, found.unit]
    named = [line[6] for line in lines]
    assert [cell.value for cell in named] == book.sheetnames[1:]
    for cell in named:
        assert cell.hyperlink.location == "'{}'!A1".format(cell.value.replace("'", "''"))


def test_sheets_have_names_that_every_spreadsheet_takes(annex: Opened) -> None:
    names = annex[2].sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not CLOSED.search(name) and name.strip("'") == name for name in names)


def test_sheets_keep_their_headings_in_sight_and_print_across(annex: Opened) -> None:
    for found, sheet in sheets(annex):
        assert sheet.freeze_panes == f"A{heading(found) + 1}"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"$1:${heading(found)}"
        assert not [each for each in sheet.merged_cells.ranges if each.min_row <= heading(found) <= each.max_row]


def test_each_chart_says_its_answer_to_who_cannot_see_it(annex: Opened) -> None:
    told, made, _book = annex
    with ZipFile(io.BytesIO(made)) as parts:
        drawings = [name for name in parts.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
        said = [
            each.get("descr") for name in drawings for each in ElementTree.fromstring(parts.read(name)).iter(DRAWING)
        ]
    assert sorted(map(str, said)) == sorted(found.sentence for found in told.answers if grid(found))


def test_targets_stand_with_the_numbers_they_were_judged_by(annex: Opened) -> None:
    told, _made, book = annex
    assert (_("Targets") in book.sheetnames) == bool(told.targets)
    if not told.targets:
        return
    sheet = book[_("Targets")]
    numbers = [[cell.value for cell in line if numeric(cell.value)] for line in sheet.iter_rows(min_row=3)]
    keys = (
        "baseline_year", "baseline_value", "latest_year", "latest_value", "change", "target_year", "target_value",
        "required", "past",
    )  # fmt: skip
    rows = [board.row(each) for each in told.targets]
    assert numbers == [[row[key] for key in keys if row[key] is not None] for row in rows]
    assert {each.reason for each in told.targets} <= {cell.value for line in sheet.iter_rows() for cell in line}


def test_every_source_stands_once_with_the_checksum_of_its_file(annex: Opened) -> None:
    told, _made, book = annex
    lines = [[cell.value for cell in line] for line in book[_("Sources")].iter_rows(min_row=2)]
    ids = [line[0] for line in lines]
    assert len(set(ids)) == len(ids)
    for card in told.sources:
        assert {card.licence, card.retrieved, card.sha256} <= set(lines[ids.index(card.id)])


def test_the_same_review_gives_the_same_bytes(annex: Opened) -> None:
    assert xlsx_pack(review(annex[0].story, snapshot=annex[0].snapshot)) == annex[1]
