"""Every file of every indicator is opened, in both languages, and each of its numbers is the answer's own."""

import csv
import io
import json
import re
from collections import Counter
from functools import cache
from hashlib import sha256
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
from openpyxl import Workbook
from pyarrow import parquet

from lsk_metrics.exports.formats import FORMATS, offered
from lsk_metrics.exports.names import file_name
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators import Answer
from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken

NUMBERS = ("value", "low", "high")


@cache
def once(ending: str, found: Answer, lang: str) -> bytes:
    return FORMATS[ending].made(found)


def made(ending: str, found: Answer) -> bytes:
    """A file as it was made the first time; whether it is made the same again, the last test asks."""
    return once(ending, found, spoken())


@cache
def opened(found: Answer, lang: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made("xlsx", found)))


def workbook(found: Answer) -> Workbook:
    """The workbook, opened once for all tests: none of them changes it."""
    return opened(found, spoken())


def numbers(found: Answer) -> list[tuple[float | None, ...]]:
    return [tuple(getattr(row, name) for name in NUMBERS) for row in found.rows]


def test_csv_holds_every_row_with_every_digit(found: Answer) -> None:
    rows = list(csv.DictReader(io.StringIO(made("csv", found).decode("utf-8-sig"))))
    assert [(row["place"], int(row["year"]), row["flag"], row["kind"]) for row in rows] == [
        (row.place, row.year, row.flag, row.kind) for row in found.rows
    ]
    assert [float(row["value"]) if row["value"] else None for row in rows] == [row.value for row in found.rows]
    assert {row["unit"] for row in rows} <= {found.unit}


def test_parquet_is_typed_and_says_in_itself_what_it_is(found: Answer) -> None:
    table = parquet.read_table(io.BytesIO(made("parquet", found)))
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["place"], types["year"], types["value"]) == ("string", "int32", "double")
    assert table["value"].to_pylist() == [row.value for row in found.rows]
    assert table["year"].to_pylist() == [row.year for row in found.rows]
    if found.indicator.variables:
        assert list(zip(*(table[name].to_pylist() for name in NUMBERS), strict=True)) == numbers(found)
    said = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert (said["lsk.sentence"], said["lsk.snapshot"]) == (found.sentence, found.snapshot)
    assert json.loads(said["lsk.sources"]) == [card.citation() for card in found.sources]


def test_a_workbook_has_real_numbers_with_their_flags_and_sources(found: Answer) -> None:
    book = workbook(found)
    sheet, top = book[_("Data")], 2 if "illustrative" in found.kinds else 1
    heads = [cell.value for cell in sheet[top]]
    assert sheet.freeze_panes == f"A{top + 1}"
    rows = [dict(zip(heads, [cell.value for cell in line], strict=True)) for line in sheet.iter_rows(min_row=top + 1)]
    assert [row[_("Value")] for row in rows] == [row.value for row in found.rows]
    assert [row[_("Flag")] for row in rows] == [row.flag or None for row in found.rows]
    assert [row[_("Code")] for row in rows] == [row.place for row in found.rows]
    cells = sheet.iter_rows(min_row=top + 1, min_col=heads.index(_("Value")) + 1, max_col=heads.index(_("Value")) + 1)
    formats = [cell.number_format for [cell] in cells if cell.value is not None]
    decimals = [found.measure(row)[1] for row in found.rows if row.value is not None]
    assert formats == ["#,##0" + ("." + "0" * each if each else "") for each in decimals]
    held = {cell.value for line in book[_("Sources")].iter_rows() for cell in line}
    for card in found.sources:
        assert {card.id, card.licence, card.retrieved, card.sha256} <= held
    assert set(found.caveats) <= held
    about = {cell.value for line in book[_("About")].iter_rows() for cell in line}
    assert {found.sentence, found.snapshot, found.question} <= about
    assert found.sentence in book.properties.description


def test_the_grid_under_a_workbooks_own_chart_holds_only_numbers_of_the_answer(found: Answer) -> None:
    book = workbook(found)
    if _("Chart") not in book.sheetnames:
        assert found.indicator.chart in ("distances", "ranges") or not draw_for(found)
        return
    sheet = book[_("Chart")]
    [chart] = sheet._charts
    said = "".join(run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or [])
    assert said == found.question
    grid = [
        cell.value
        for line in sheet.iter_rows(min_col=2)
        for cell in line
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    ]
    own = [row.value for row in found.rows if row.value is not None]
    assert grid
    if found.indicator.chart == "scatter":
        places = Counter(row.place for row in found.rows if row.value is not None)
        whole = [row.value for row in found.rows if places[row.place] == 2]
        assert sorted(grid) == sorted(value for value in whole if value is not None)
    elif found.indicator.chart in ("lines", "growth", "columns") and not found.view:
        assert sorted(grid) == sorted(own)
    else:
        newest = max(row.year for row in found.rows if row.value is not None)
        latest = [row.value for row in found.rows if row.value is not None and row.year == newest]
        assert set(grid) <= set(own)
        assert found.view or len(grid) == len(latest) or found.indicator.places == "towns"


def test_a_made_up_figure_is_marked_in_every_format(found: Answer) -> None:
    made_up = "illustrative" in found.kinds
    assert ("_illustrative_" in file_name(found, "csv")) == made_up
    book = workbook(found)
    assert {_("ILLUSTRATIVE – made-up figures that describe no real organisation") == sheet["A1"].value
            for sheet in book} == {made_up}  # fmt: skip
    kinds = parquet.read_table(io.BytesIO(made("parquet", found)))["kind"].to_pylist()
    assert ("illustrative" in kinds) == made_up
    if draw_for(found):
        assert (f">{_('Illustrative').upper()}<" in made("svg", found).decode()) == made_up


def test_a_picture_is_xml_that_says_question_sentence_and_snapshot(found: Answer) -> None:
    if not draw_for(found):
        assert [form.ending for form in offered(found)] == ["csv", "xlsx", "parquet", "zip"]
        return
    drawn = ElementTree.fromstring(made("svg", found))
    said = " ".join("".join(each.itertext()) for each in drawn)
    assert drawn.get("aria-label") == found.sentence
    assert found.snapshot in said
    assert not re.search(r"(href|src|url)\s*=\s*[\"']?https?:", ElementTree.tostring(drawn, encoding="unicode"))


def test_the_same_answer_gives_the_same_bytes_and_the_sums_hold(found: Answer) -> None:
    packed = FORMATS["zip"].made(found)
    assert packed == FORMATS["zip"].made(found)
    with ZipFile(io.BytesIO(packed)) as held:
        assert held.testzip() is None
        names = held.namelist()
        assert names == sorted(names)
        files = {name: held.read(name) for name in names}
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert {name: sha256(content).hexdigest() for name, content in files.items()} == sums
    stem = file_name(found, "csv").removesuffix(".csv")
    for ending in ("csv", "xlsx", "parquet"):
        assert files[f"data/{stem}.{ending}"] == FORMATS[ending].made(found)
    assert (f"chart/{stem}.png" in files) == (draw_for(found) is not None)
    assert {"README.en.md", "README.pl.md", "CITATION.cff", "LICENCES.txt", "FLAGS.txt", "datapackage.json"} <= set(
        files
    )
    assert found.sql in files["data/query.sql"].decode()
    for card in found.sources:
        assert card.licence in files["LICENCES.txt"].decode()
