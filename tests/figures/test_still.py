"""The drawing that stands in the map's place: what the deck will show, in the same view, and each year by itself."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from lsk_metrics.figures.deck import deck
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.scene import Circle, Name, Scene, Surface
from lsk_metrics.figures.sight import mercator, sight
from lsk_metrics.figures.still import FAR, circles, clipped, names, still
from lsk_metrics.figures.theme import LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer, indicators

MAPPED = [each.id for each in indicators() if each.places in ("towns", "powiats")]
HOSTILE = "<b>&\"'</b>"


def scene(name: str, look: Look = LIGHT) -> Scene:
    found = answer(name)
    return towns(found, look) if found.indicator.places == "towns" else tiles(found, look)


def marks(root: ElementTree.Element, group: str, tag: str) -> list[ElementTree.Element]:
    return [each for part in root.iter("g") if part.get("class") == group for each in part.iter(f"{tag}")]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", MAPPED)
def test_it_shows_what_the_deck_will_show_in_the_deck_s_view(name: str, narrow: bool, snapshot: str) -> None:
    look = replace(LIGHT, narrow=narrow)
    drawn = scene(name, look)
    told = json.loads(deck(drawn, look).to_json())
    view, data = told["initialViewState"], {each["id"]: each["data"] for each in told["layers"]}
    scale = 512 * 2 ** view["zoom"] / 360

    def spot(east: float, north: float) -> tuple[float, float]:
        """Pixels from the middle, worked out from the deck's view alone."""
        return (east - view["longitude"]) * scale, (mercator(view["latitude"]) - mercator(north)) * scale

    root = ElementTree.fromstring(still(drawn, look, "A sentence."))
    assert root.get("aria-label") == "A sentence."
    discs = marks(root, "circles", "circle")
    assert [each.get("data-code") for each in discs] == [each["place"] for each in data["circles"]]
    for disc, each in zip(discs, data["circles"], strict=True):
        assert (float(disc.get("cx", "")), float(disc.get("cy", ""))) == pytest.approx(spot(*each["at"]), abs=0.06)
    written = marks(root, "names", "text")
    expected = data["names-False"] + data["names-True"]
    assert [each.text for each in written] == [each["text"] for each in expected]
    for word, each in zip(written, expected, strict=True):
        east, south = spot(*each["at"])
        assert (float(word.get("x", "")), float(word.get("y", ""))) == pytest.approx(
            (east, south + each["nudge"][1]), abs=0.06
        )
    live = marks(root, "surfaces", "path")
    assert [each.get("data-code") for each in live] == [each["place"] for each in data["surfaces"]]


@pytest.mark.parametrize("name", MAPPED)
def test_it_is_small_and_asks_for_nothing(name: str, snapshot: str) -> None:
    text = still(scene(name), LIGHT, "")
    assert len(text) < 30_000
    assert not re.search(r"https?:|<(script|image|use|style|foreignObject)|href|url\(|\son\w+=", text)


@pytest.mark.parametrize("year", range(2006, 2019))
def test_the_marks_of_a_year_are_its_members(year: int, snapshot: str) -> None:
    """A dot each: 32 in 2006, 95 in 2018."""
    found = answer("members_by_town")
    drawn = towns(found, LIGHT, year)
    count = circles(drawn, LIGHT, words=False).count("<circle ")
    assert count == sum(row.value or 0 for row in found.rows if row.year == year)
    assert (year, count) not in [(2006, 95), (2018, 32)]
    assert "Kraków" in names(drawn, LIGHT)


def test_what_is_out_of_sight_is_cut_off_at_its_border() -> None:
    """A square from the middle to far beyond the east border becomes one that ends there."""
    east, _south = FAR
    square = [(0.0, 0.0), (5000.0, 0.0), (5000.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
    assert sorted(set(clipped(square))) == [(0.0, 0.0), (0.0, 100.0), (east, 0.0), (east, 100.0)]
    assert clipped([(x + 10_000, y) for x, y in square]) == []
    whole = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (0.0, 0.0)]
    assert [pair for pair in pairwise(clipped(whole)) if pair[0] != pair[1]] == list(pairwise(whole))


def test_names_are_escaped_wherever_they_stand() -> None:
    ring = (20.0, 50.0), (20.1, 50.0), (20.1, 50.1), (20.0, 50.0)
    drawn = Scene(
        (19.0, 49.0, 21.0, 51.0),
        [Surface((ring,), "#000000", "#000000", place=HOSTILE, words=HOSTILE)],
        [Circle((20.0, 50.0), 1000, "#000000", HOSTILE, HOSTILE, hatched=True)],
        [Name((20.0, 50.0), HOSTILE)],
    )
    root = ElementTree.fromstring(still(drawn, LIGHT, HOSTILE))
    assert root.find(".//b") is None
    assert root.get("aria-label") == HOSTILE
    assert [each.get("data-code") for each in root.iter() if each.get("data-code")] == [HOSTILE] * 2
    assert sight(drawn, LIGHT).at((20.0, 50.0)) == pytest.approx((0, 0), abs=1e-9)
