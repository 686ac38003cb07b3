"""A map as an SVG: a whole document, safe whatever a town is called, with no address but its own name space."""

import re
from xml.etree import ElementTree

import pytest

from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.scene import Circle, Name, Scene, Surface
from lsk_metrics.figures.svg import Sheet, svg
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer, indicators

TAG = "{http://www.w3.org/2000/svg}"
BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
MAPPED = [each.id for each in indicators() if each.places in ("towns", "powiats")]
HOSTILE = "<b>&\"'</b>"


def scene(name: str, look: Look) -> Scene:
    found = answer(name)
    return towns(found, look) if found.indicator.places == "towns" else tiles(found, look)


@BOTH
@pytest.mark.parametrize("name", MAPPED)
def test_every_map_is_a_document_with_its_title_and_all_its_marks(name: str, look: Look, snapshot: str) -> None:
    drawn = scene(name, look)
    root = ElementTree.fromstring(svg(drawn, look, answer(name).sentence))
    assert root.findtext(f"{TAG}title") == answer(name).sentence
    assert root.get("role") == "img"
    discs = [each for each in root.iter(f"{TAG}circle") if each.get("fill") != "url(#hatch)"]
    assert len(discs) == len(drawn.circles)
    assert [each.get("fill") for each in discs] == [each.fill for each in drawn.circles]
    assert len(list(root.iter(f"{TAG}path"))) == len(drawn.surfaces)
    assert [each.text for each in root.iter(f"{TAG}text")] == [each.text for each in drawn.names]


@pytest.mark.parametrize("name", MAPPED)
def test_it_asks_for_nothing_outside_itself(name: str, snapshot: str) -> None:
    text = svg(scene(name, LIGHT), LIGHT, "")
    assert re.findall(r"https?://[^\"'\s]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|image|use|style|foreignObject)|href|url\((?!#)|\son\w+=", text)


def test_names_are_escaped_wherever_they_stand() -> None:
    ring = (20.0, 50.0), (20.1, 50.0), (20.1, 50.1), (20.0, 50.0)
    drawn = Scene(
        (19.0, 49.0, 21.0, 51.0),
        [Surface((ring,), "#000000", "#000000", words=HOSTILE)],
        [Circle((20.0, 50.0), 1000, "#000000", HOSTILE, HOSTILE, hatched=True)],
        [Name((20.0, 50.0), HOSTILE)],
    )
    root = ElementTree.fromstring(svg(drawn, LIGHT, HOSTILE))
    assert root.find(f".//{TAG}b") is None
    assert [each.text for each in root.iter(f"{TAG}title")] == [HOSTILE] * 3
    assert [each.text for each in root.iter(f"{TAG}text")] == [HOSTILE]


def test_a_sheet_holds_its_bounds_and_turns_north_up() -> None:
    sheet = Sheet((19.0, 49.0, 22.0, 51.0), 720)
    assert sheet.at((19.0, 51.0))[0] > 0 and sheet.at((19.0, 51.0))[1] > 0
    assert sheet.at((22.0, 49.0))[0] < 720 and sheet.at((22.0, 49.0))[1] < sheet.height
    assert sheet.at((20.0, 50.5))[1] < sheet.at((20.0, 49.5))[1]


def test_circles_have_the_same_size_in_metres_everywhere_on_the_sheet() -> None:
    """A kilometre north of the middle is as long on the sheet as one to the east: the projection keeps shapes."""
    sheet = Sheet((19.0, 49.0, 22.0, 51.0), 720)
    north = sheet.at((20.0, 50.0))[1] - sheet.at((20.0, 50.0 + 1 / 111.32))[1]
    assert north == pytest.approx(sheet.length(1000, 50.0), rel=0.001)
