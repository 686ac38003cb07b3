"""Every file of a review in which every name means harm: opened again, each holds the names as words and no more."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from lsk_metrics.exports.bundle import zip_file
from lsk_metrics.exports.embedded import embedded
from lsk_metrics.exports.packs.building import building
from lsk_metrics.exports.present import show_file
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.reviews import review
from lsk_metrics.spreadsheets import RUNS, inert
from tests.exports import page_reading, paper_reading
from tests.hostile_home import NAMES

# Part of a file's name, in any system.
PLAIN = re.compile(r"(\[Content_Types\]\.xml|[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/?)")
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def packed(harmed_home: dict[str, str]) -> Files:
    """All files of a review by name, those of its zip too; and the bundle of an answer that names towns."""
    with pytest.MonkeyPatch.context() as settings:
        for name, value in harmed_home.items():
            settings.setenv(name, value)
        told = review("board", NAMES[0], "2026-05-21")
        found = {part.name: part.content for part in building(told, ("en",))}
        found["bundle.zip"] = zip_file(answer("members_by_town"))
        found["embedded.html"] = embedded(answer("members_by_town"), "https://example.org/").encode("utf-8")
        found["show.html"] = show_file(told)
    for name in [name for name in found if name.endswith(".zip")]:
        with ZipFile(io.BytesIO(found[name])) as opened:
            found |= {f"{name}/{each}": opened.read(each) for each in opened.namelist()}
    return found


def of(packed: Files, *endings: str) -> Iterator[bytes]:
    found = [content for name, content in packed.items() if name.endswith(endings) and content]
    assert found
    yield from found


def named(text: str) -> list[str]:
    return [name for name in NAMES if name in text]


def test_no_file_has_a_name_that_leads_elsewhere(packed: Files) -> None:
    for content in of(packed, ".zip", ".xlsx", ".pptx"):
        with ZipFile(io.BytesIO(content)) as opened:
            assert [each for each in opened.namelist() if not PLAIN.fullmatch(each) or ".." in each] == []


def test_no_cell_of_a_csv_file_is_run(packed: Files) -> None:
    words = ""
    for content in of(packed, ".csv"):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            assert [cell for cell in row if not cell.startswith("'") and inert(cell) != cell] == []
            words += "\n".join(row)
    assert {name for name in NAMES if RUNS.match(name)} <= {name for name in NAMES if "'" + name in words}


def test_no_cell_of_a_workbook_computes_or_leads_anywhere(packed: Files) -> None:
    for content in of(packed, ".xlsx"):
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert [cell.value for cell in cells if cell.data_type == "f" or target(cell)] == []


def target(cell: Any) -> str | None:
    """Where a cell leads outside its own workbook."""
    return cell.hyperlink.target if cell.hyperlink else None


def test_slides_hold_the_names_as_text_and_lead_nowhere(packed: Files) -> None:
    content, *_same = of(
        packed,
        "-en.pptx",
    )
    words = ""
    with ZipFile(io.BytesIO(content)) as opened:
        for name in opened.namelist():
            if name.endswith((".xml", ".rels")):
                tree = ElementTree.fromstring(opened.read(name))
                assert [each for each in tree.iter() if each.get("TargetMode") == "External"] == []
                words += "\n".join(each.text or "" for each in tree.iter())
    assert len(named(words)) > 15


def test_a_report_holds_the_names_as_text_and_leads_nowhere(packed: Files) -> None:
    content, *_same = of(packed, "-en.pdf")
    pages = pypdfium2.PdfDocument(content)
    assert b"/JavaScript" not in content
    assert b"/Launch" not in content
    words = paper_reading.bare("".join(page.get_textpage().get_text_range() for page in pages))
    assert len([name for name in NAMES if paper_reading.bare(name) in words]) > 15


def test_pages_hold_the_names_as_text(packed: Files) -> None:
    for content in of(packed, ".html"):
        whole = page_reading.read(content)
        assert list(whole.all("img", "iframe", "object")) == []
        assert [each for each in whole.all("a") if "script:" in each.given.get("href", "")] == []
        assert [each for each in whole.all("script") if "alert(1)" in each.text and "<" in each.text] == []
        assert not re.search(r"<[^>]*\son\w+\s*=\s*[\"']?alert", content.decode("utf-8").replace("&", ""))
        assert named(whole.text)


def test_pictures_hold_the_names_as_text(packed: Files) -> None:
    for content in of(packed, ".svg"):
        tree = ElementTree.fromstring(content)
        kinds = {each.tag.rpartition("}")[2] for each in tree.iter()}
        assert not kinds & {"script", "image", "foreignObject", "a", "use"}
        assert [name for each in tree.iter() for name in each.attrib if name.startswith("on")] == []
        assert named("\n".join(tree.itertext()))


def test_citations_have_no_command_and_no_entry_of_a_names_making(packed: Files) -> None:
    for content in of(packed, ".bib"):
        text = content.decode("utf-8")
        assert not re.search(r"\\(input|write|LaTeX)", text)
        assert text.count("{") == text.count("}")
        assert "@string" not in re.sub(r"\{@?string", "", text)
