"""A file that somebody opens by itself says what it is: question, sentence, unit, sources, kinds, snapshot."""

import re
from xml.etree import ElementTree

import pytest

from lsk_metrics import language
from lsk_metrics.figures import Draw, picture, standalone
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer

TAG = "{http://www.w3.org/2000/svg}"
SHOWN: list[tuple[str, Draw]] = [
    ("members", growth), ("gerd_share_of_gdp", lines), ("members_by_type", bars), ("members_by_town", towns),
    ("powiat_wages", tiles),
]  # fmt: skip
EACH = pytest.mark.parametrize(("name", "draw"), SHOWN, ids=[name for name, _draw in SHOWN])


def text(svg: str) -> str:
    """All that can be read, lines joined; the narrow blanks of numbers as any other."""
    found = ElementTree.fromstring(svg)
    return " ".join(" ".join("".join(each.itertext()) for each in found.iter(f"{TAG}text")).split())


@EACH
@pytest.mark.parametrize("lang", ["en", "pl"])
def test_a_sheet_carries_all_that_a_reader_must_know(name: str, draw: Draw, lang: str, snapshot: str) -> None:
    language.use(lang)
    found = answer(name)
    for look in (LIGHT, DARK):
        svg = standalone(draw, found, look)
        said = text(svg)
        cards = [card.citation() for card in found.sources]
        for part in (found.question, found.sentence, found.unit, *found.caveats, *cards, snapshot):
            assert " ".join(part.split()) in said
        assert f'<rect width="100%" height="100%" fill="{look.ground}"/>' in svg
        assert svg == standalone(draw, found, look)
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize(("lang", "word"), [("en", "ILLUSTRATIVE"), ("pl", "PRZYKŁADOWE")])
def test_what_is_made_up_has_the_word_across_it_and_nothing_else_has(lang: str, word: str, snapshot: str) -> None:
    language.use(lang)
    assert word in text(standalone(growth, answer("members"), LIGHT))
    assert word in text(standalone(towns, answer("members_by_town"), LIGHT))
    assert word not in text(standalone(lines, answer("gerd_share_of_gdp"), LIGHT))
    assert word not in text(standalone(growth, answer("members", {"illustrative": "no"}), LIGHT))


def test_a_map_has_its_colours_explained_and_is_sized(snapshot: str) -> None:
    found = answer("members_by_town")
    svg = standalone(towns, found, LIGHT)
    for key in towns(found, LIGHT).keys:
        assert " ".join(f"{key.words} {key.figure}".split()) in text(svg)
    sizes = re.findall(r'<svg [^>]*width="([\d.]+)" height="([\d.]+)"', svg)
    assert [float(each) for each in sizes[1]] == pytest.approx([712, 610], abs=1)


@EACH
def test_a_picture_is_of_the_width_asked_for_with_its_sentence_and_no_ground(
    name: str, draw: Draw, snapshot: str
) -> None:
    found = answer(name)
    svg = picture(draw, found, LIGHT, 640)
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("role")) == ("640", "img")
    assert root.findtext(f"{TAG}title") == found.sentence
    assert 'height="100%"' not in svg


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [480, 760, 1200])
def test_no_line_of_a_sheet_is_longer_than_the_sheet(look: Look, width: float, snapshot: str) -> None:
    language.use("pl")
    root = ElementTree.fromstring(standalone(lines, answer("gerd_share_of_gdp"), look, width))
    for each in root.findall(f"{TAG}text"):
        wide = words.length("".join(each.itertext()), each.get("font-weight") == "700") * float(
            each.get("font-size", 0)
        )
        assert float(each.get("x", 0)) + wide / 1000 <= width - 20
