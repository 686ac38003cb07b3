"""The file itself: whole, valid, of our own look, in one language, the same bytes each time."""

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2
import pytest
from openxml_audit import validate_pptx

from lsk_metrics.exports.slides import pptx_file
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.language import use
from tests.exports.decks import BOTH, A, C, Deck, P, asked, deck

OFFICE = shutil.which("soffice")
LEFT_OVER = re.compile(
    r"Office Theme|Calibri|Click to edit|PowerPoint Presentation|Default Design|Second level|Steve Canny|python-pptx",
    re.IGNORECASE,
)


@pytest.fixture(params=BOTH, ids="-".join)
def found(request: pytest.FixtureRequest, snapshot: str) -> Deck:
    return deck(*request.param)


def test_the_same_review_gives_the_same_bytes_of_no_clock(snapshot: str) -> None:
    for story, lang in BOTH:
        made = deck(story, lang)
        use(lang)
        assert pptx_file(asked(story)) == made.content
        assert made.dates == {(1980, 1, 1, 0, 0, 0)}


def test_the_schema_of_the_format_is_kept(found: Deck, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(found.content)
    assert [str(error) for error in validate_pptx(path).errors] == []


def test_a_broken_file_would_be_found_out(snapshot: str, tmp_path: Path) -> None:
    """The check above is only worth what it finds: a chart whose parts stand in the wrong order, a lost picture."""
    made = deck("glance", "en")
    for name, old, new in (
        ("ppt/charts/chart1.xml", b'<c:varyColors val="0"/>', b'<c:colours val="0"/>'),
        ("ppt/slides/slide2.xml", b"<p:nvPr>", b"<p:nvPrr>"),
    ):
        path = tmp_path / "broken.pptx"
        with ZipFile(path, "w", ZIP_DEFLATED) as broken:
            for part, content in made.parts.items():
                broken.writestr(part, content.replace(old, new) if part == name else content)
        assert validate_pptx(path).errors


def test_every_part_is_well_formed_has_a_type_and_is_reached(found: Deck) -> None:
    types = found.xml("[Content_Types].xml")
    by_ending = {each.attrib["Extension"] for each in types if "Extension" in each.attrib}
    by_name = {each.attrib["PartName"].lstrip("/") for each in types if "PartName" in each.attrib}
    parts = set(found.parts) - {"[Content_Types].xml"}
    for name in parts:
        assert name in by_name or name.rpartition(".")[2] in by_ending
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(found.parts[name])
    assert by_name <= parts
    reached, waiting = set(), [""]
    while waiting:
        for _kind, target in found.links(waiting.pop()).values():
            if target not in reached:
                assert target in parts
                reached.add(target)
                waiting.append(target)
    assert {name for name in parts if not name.endswith(".rels")} == reached


def test_ids_and_names_of_shapes_occur_once_on_each_slide(found: Deck) -> None:
    for slide in found.slides:
        told = [each.attrib for each in slide.root.iter(f"{P}cNvPr")]
        assert len({each["id"] for each in told}) == len(told)
        assert len({each["name"] for each in told}) == len(told)


def test_every_run_is_in_the_language_of_the_deck(snapshot: str) -> None:
    for story, lang in BOTH:
        wanted, seen = {"en": "en-GB", "pl": "pl-PL"}[lang], 0
        for name, content in deck(story, lang).parts.items():
            if not name.endswith(".xml") or not name.startswith("ppt/"):
                continue
            root = ElementTree.fromstring(content)
            runs = [each for each in root.iter() if each.tag in (f"{A}r", f"{A}fld")]
            assert all((look := run.find(f"{A}rPr")) is not None and look.get("lang") == wanted for run in runs), name
            said = {each.get("lang") for each in root.iter() if each.get("lang")}
            assert said <= {wanted}, name
            seen += len(runs)
            if "charts/chart" in name:
                spoken = root.find(f"{C}lang")
                assert spoken is not None
                assert spoken.attrib["val"] == wanted
        assert seen > 100


def test_nothing_is_left_of_the_package_the_deck_began_as(found: Deck) -> None:
    assert not [name for name in found.parts if "thumbnail" in name or "printerSettings" in name]
    assert len([name for name in found.parts if "slideLayouts/slideLayout" in name]) == 5
    for name, content in found.parts.items():
        if name.endswith(".xml"):
            assert LEFT_OVER.search(content.decode("utf-8")) is None, name
    theme = found.xml("ppt/theme/theme1.xml")
    accents = [theme.find(f".//{A}accent{at}/{A}srgbClr") for at in range(1, 7)]
    assert [f"#{each.attrib['val'].lower()}" for each in accents if each is not None] == list(LIGHT.six)
    assert {each.attrib["typeface"] for each in theme.iter(f"{A}latin")} == {"Arial"}


def test_the_sheet_is_wide_and_no_placeholder_is_left_empty(found: Deck) -> None:
    size = found.xml("ppt/presentation.xml").find(f"{P}sldSz")
    assert size is not None
    assert (size.attrib["cx"], size.attrib["cy"]) == ("12192000", "6858000")
    for slide in found.slides:
        for shape in slide.root.iter(f"{P}sp"):
            if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
                assert "".join(shape.itertext()).strip()


def test_everything_stands_within_the_sheet(found: Deck) -> None:
    for slide in found.slides:
        for place in slide.root.iter(f"{A}off"):
            assert 0 <= int(place.attrib["x"]) <= 12192000
            assert 0 <= int(place.attrib["y"]) <= 6858000
        for frame in slide.root.iter(f"{P}graphicFrame"):
            low = [int(each.attrib["y"]) + int(size.attrib["cy"])
                   for each, size in zip(frame.iter(f"{A}off"), frame.iter(f"{A}ext"), strict=False)
                   if "cy" in size.attrib]  # fmt: skip
            assert max(low, default=0) <= 500 * 12700


def test_the_file_says_its_title_author_language_and_day(snapshot: str) -> None:
    core = {each.tag.rpartition("}")[2]: each.text for each in deck("own", "pl").xml("docProps/core.xml")}
    assert core["title"] == "Own"
    assert core["creator"] == core["lastModifiedBy"] == "LSK Metrics 0.1.0"
    assert (core["language"], core["revision"]) == ("pl-PL", "1")
    assert (core["created"], core["modified"]) == ("2026-05-21T00:00:00Z", "2026-05-21T00:00:00Z")
    use("pl")
    assert core["identifier"] == asked("own").id


def test_a_workbook_within_a_chart_bears_the_day_of_the_snapshot_and_the_mark(snapshot: str) -> None:
    made = deck("glance", "en")
    books = [content for name, content in made.parts.items() if name.endswith(".xlsx")]
    assert books
    for book in books:
        with ZipFile(io.BytesIO(book)) as held:
            day = f"{snapshot[:4]}-{snapshot[4:6]}-{snapshot[6:8]}T00:00:00Z"
            assert held.read("docProps/core.xml").decode().count(day) == 2
    texts = [
        b"".join(ZipFile(io.BytesIO(book)).read(name) for name in ZipFile(io.BytesIO(book)).namelist())
        for book in books
    ]
    marked = sum(b"ILLUSTRATIVE" in text for text in texts)
    assert marked == sum("illustrative" in each.kinds for each in asked("glance").answers)


def test_what_writes_slides_is_read_only_when_slides_are_made() -> None:
    code = "import sys, lsk_metrics.exports.slides; print(sorted(m for m in sys.modules if m.split('.')[0] == 'pptx'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize(("story", "lang"), [("board", "pl"), ("own", "en")])
def test_libreoffice_opens_it_and_prints_as_many_pages_as_there_are_slides(
    story: str, lang: str, snapshot: str, tmp_path: Path
) -> None:
    made = deck(story, lang)
    (tmp_path / "deck.pptx").write_bytes(made.content)
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")], capture_output=True, text=True, timeout=180,
        check=False,
    )  # fmt: skip
    if "source file could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is installed here without Impress")
    document = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    assert len(document) == len(made.slides)
    use(lang)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    spaces = re.compile(r"[\s\ufffe-]+")  # a word may be parted at its hyphen
    for slide in made.slides:
        assert spaces.sub("", slide.title) in spaces.sub("", words)
