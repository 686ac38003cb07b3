"""Files of figures per head, as an index and as yearly change: what they hold is the answer's, and says by what."""

import csv
import io
import json
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from pyarrow import parquet

from lsk_metrics import language
from lsk_metrics.errors import NothingToDraw
from lsk_metrics.exports.formats import FORMATS, offered
from lsk_metrics.exports.names import file_name
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators import Answer, answer, indicators, measures
from lsk_metrics.indicators.reasons import of_forms
from lsk_metrics.language import gettext as _

START = "indeks, początek okresu\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}100"
# Indicator, measure and what else is asked; the unit in either language, and the file's name without its snapshot.
CASES: list[tuple[str, dict[str, str], str, str, str]] = [
    ("gerd_eur_m", {"measure": "per_head"}, "EUR per inhabitant, current prices", "euro na mieszkańca, ceny bieżące",
     "gerd_eur_m-per_head_PL21-and-4-others_2014-2023"),
    ("gerd_eur_m", {"measure": "per_head", "places": "PL21", "last_year": "2016"},
     "EUR per inhabitant, current prices", "euro na mieszkańca, ceny bieżące", "gerd_eur_m-per_head_PL21_2014-2016"),
    ("gdp_per_head_pps", {"measure": "index", "places": "PL21"}, "index, start = 100", START,
     "gdp_per_head_pps-index_PL21_2000-2023"),
    ("gerd_share_of_gdp", {"measure": "change"}, "percentage points", "punkty procentowe",
     "gerd_share_of_gdp-change_PL21-and-8-others_2014-2023"),
    ("members_joined", {"measure": "change"}, "members", "liczba członków",
     "members_joined-change_illustrative_PL21_2007-2018"),
    ("members_by_area", {"measure": "change", "areas": "Med,BioF"}, "members", "liczba członków",
     "members_by_area-change_illustrative_Med-BioF_PL21_2007-2018"),
    ("gerd_eur_m", {"measure": "per_head", "view": "ranking"}, "EUR per inhabitant, current prices",
     "euro na mieszkańca, ceny bieżące", "gerd_eur_m-per_head-ranking_PL21-and-12-others_2019-2023"),
]  # fmt: skip


def called(case: tuple[Any, ...]) -> str:
    return "-".join([case[0], *case[1].values()])


@pytest.fixture(params=CASES, ids=called)
def measured(request: pytest.FixtureRequest, snapshot: str, lang: str) -> tuple[Answer, str, str]:
    """An answer, its unit in the language spoken, and its file's name without the ending."""
    name, given, english, polish, stem = request.param
    return answer(name, given, snapshot), polish if lang == "pl" else english, f"{stem}_{lang}_{snapshot}"


def test_csv_says_the_measure_its_unit_and_every_number(measured: tuple[Answer, str, str]) -> None:
    found, unit, _stem = measured
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].made(found).decode("utf-8-sig"))))
    assert {(row["measure"], row["unit"]) for row in rows} == {(found.parameters.measure, unit)}
    assert [float(row["value"]) if row["value"] else None for row in rows] == [row.value for row in found.rows]
    assert [(row["place"], row["series"], int(row["year"])) for row in rows] == [
        (row.place, row.series or "", row.year) for row in found.rows
    ]


def test_parquet_says_the_same(measured: tuple[Answer, str, str]) -> None:
    found, unit, _stem = measured
    table = parquet.read_table(io.BytesIO(FORMATS["parquet"].made(found)))
    assert set(table["measure"].to_pylist()) == {found.parameters.measure}
    assert set(table["unit"].to_pylist()) == {unit}
    assert table["value"].to_pylist() == [row.value for row in found.rows]
    said = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert (said["lsk.title"], said["lsk.unit"]) == (found.title, unit)
    assert json.loads(said["lsk.parameters"])["measure"] == found.parameters.measure


def test_a_workbook_has_the_measures_title_and_unit_and_the_number_of_decimals_it_is_told_with(
    measured: tuple[Answer, str, str],
) -> None:
    found, unit, _stem = measured
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].made(found)))
    sheet, top = book[_("Data")], 2 if "illustrative" in found.kinds else 1
    heads = [cell.value for cell in sheet[top]]
    cells = [dict(zip(heads, line, strict=True)) for line in sheet.iter_rows(min_row=top + 1)]
    assert [row[_("Value")].value for row in cells] == [row.value for row in found.rows]
    assert {row[_("Unit")].value for row in cells} == {unit}
    decimals = found.indicator.decimals
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert {row[_("Value")].number_format for row in cells if row[_("Value")].value is not None} == {form}
    about = {line[0].value: line[1].value for line in book[_("About")].iter_rows() if len(line) > 1}
    assert about[_("Indicator")] == f"{found.title} ({found.key})"
    assert (about[_("Answer")], about[_("Unit")]) == (found.sentence, unit)
    assert book.properties.title == found.title


def test_a_zip_holds_them_under_their_names_and_says_how_to_ask_again(measured: tuple[Answer, str, str]) -> None:
    found, unit, stem = measured
    assert file_name(found, "zip") == f"{stem}.zip"
    with ZipFile(io.BytesIO(FORMATS["zip"].made(found))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    for ending in ("csv", "xlsx", "parquet"):
        assert files[f"data/{stem}.{ending}"] == FORMATS[ending].made(found)
    assert files[f"chart/{stem}.svg"] == FORMATS["svg"].made(found)
    assert files[f"chart/{stem}.png"].startswith(b"\x89PNG")
    package = json.loads(files["datapackage.json"])
    assert (package["title"], package["unit"]) == (found.title, unit)
    [table] = [each for each in package["resources"] if each["type"] == "table"]
    assert [each["name"] for each in table["schema"]["fields"]][:2] == ["indicator", "measure"]
    readme = files[f"README.{language.spoken()}.md"].decode()
    assert f"--with measure={found.parameters.measure}" in readme
    assert found.sentence in readme


def test_the_numbers_are_those_worked_out_by_hand(snapshot: str) -> None:
    """GERD of €444m over 3,313 thousand people; GDP per head of 8,000 in 2000 and 26,200 in 2023."""
    heads = answer("gerd_eur_m", {"measure": "per_head", "places": "PL21"}, snapshot)
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].made(heads).decode("utf-8-sig"))))
    assert (rows[0]["year"], round(float(rows[0]["value"]))) == ("2014", 134)
    index = answer("gdp_per_head_pps", {"measure": "index", "places": "PL21"}, snapshot)
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].made(index).decode("utf-8-sig"))))
    assert [(row["year"], float(row["value"])) for row in (rows[0], rows[-1])] == [("2000", 100.0), ("2023", 327.5)]


ALL = [(each.id, name.id) for each in indicators() if not each.fetch for name in measures.measures()]


@pytest.mark.parametrize(("name", "measure"), ALL)
def test_what_has_a_measure_has_a_picture_of_it_wherever_a_page_has_one(name: str, measure: str, snapshot: str) -> None:
    of = next(each for each in indicators() if each.id == name)
    if measures.refusal(of, measures.measure(measure), snapshot):
        return
    found = answer(name, {"measure": measure}, snapshot)
    forms = {form for form, reason in of_forms(of, {"measure": measure}, snapshot).items() if not reason}
    assert (draw_for(found) is not None) == bool(forms - {"table", "scatter"})
    if draw_for(found) is None:
        assert {"svg", "png"}.isdisjoint(form.ending for form in offered(found))
        with pytest.raises(NothingToDraw):
            FORMATS["svg"].made(found)
        return
    drawn = FORMATS["svg"].made(found).decode()
    assert drawn.count("<path") + drawn.count("<rect") + drawn.count("<circle") > 3
    assert found.unit.partition(",")[0] in drawn
