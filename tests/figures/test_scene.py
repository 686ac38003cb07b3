"""One scene, two ways to draw it: the deck to move about in and the SVG hold the same surfaces, circles and names."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from lsk_metrics.figures.deck import deck, rgb
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.svg import Sheet, svg
from lsk_metrics.figures.theme import LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer, indicators

TAG = "{http://www.w3.org/2000/svg}"
MAPPED = [each.id for each in indicators() if each.places in ("towns", "powiats")]


def scene(name: str, look: Look = LIGHT) -> Scene:
    found = answer(name)
    return towns(found, look) if found.indicator.places == "towns" else tiles(found, look)


def layers(drawn: Scene) -> dict[str, list[dict[str, Any]]]:
    return {each["id"]: each["data"] for each in json.loads(deck(drawn, LIGHT).to_json())["layers"]}


@pytest.mark.parametrize("name", MAPPED)
def test_deck_and_svg_hold_the_same(name: str, snapshot: str) -> None:
    drawn = scene(name)
    data = layers(drawn)
    root = ElementTree.fromstring(svg(drawn, LIGHT, ""))
    sheet = Sheet(drawn.bounds, 720)

    discs = [each for each in root.iter(f"{TAG}circle") if each.get("fill") != "url(#hatch)"]
    assert [(round(x, 1), round(y, 1)) for x, y in (sheet.at(each["at"]) for each in data["circles"])] == [
        (float(each.get("cx", "")), float(each.get("cy", ""))) for each in discs
    ]
    assert [each["fill"][:3] for each in data["circles"]] == [rgb(each.get("fill", ""))[:3] for each in discs]
    assert [each["words"] for each in data["circles"]] == [each.findtext(f"{TAG}title") for each in discs]

    surfaces = data["ground"] + data["surfaces"]
    paths = list(root.iter(f"{TAG}path"))
    assert [each["fill"][:3] for each in surfaces] == [rgb(each.get("fill", ""))[:3] for each in paths]
    assert [sum(map(len, each["rings"])) for each in surfaces] == [
        each.get("d", "").count("M") + each.get("d", "").count("L") for each in paths
    ]

    names = data["names-False"] + data["names-True"]
    assert sorted(each["text"] for each in names) == sorted(each.text or "" for each in root.iter(f"{TAG}text"))


@pytest.mark.parametrize("name", MAPPED)
def test_only_places_can_be_chosen_and_each_can(name: str, snapshot: str) -> None:
    drawn = scene(name)
    told = json.loads(deck(drawn, LIGHT).to_json())["layers"]
    choosable = {each["id"]: {part["place"] for part in each["data"]} for each in told if each.get("pickable")}
    assert set(choosable) == {"surfaces", "circles"}
    found = answer(name)
    assert set().union(*choosable.values()) == {row.place for row in found.rows if row.value} & set(
        {each.place for each in drawn.circles} | {each.place for each in drawn.surfaces} - {""}
    )


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", MAPPED)
def test_the_view_holds_all_that_must_be_seen(name: str, narrow: bool, snapshot: str) -> None:
    """Bounds in pixels of Web Mercator at the view's zoom: no wider than the page, no taller than the map."""
    drawn = scene(name)
    view = json.loads(deck(drawn, replace(LIGHT, narrow=narrow)).to_json())["initialViewState"]
    west, _south, east, _north = drawn.bounds
    scale = 512 * 2 ** view["zoom"] / 360
    assert (east - west) * scale <= (350 if narrow else 960)
    sheet = Sheet(drawn.bounds, (east - west) * scale, room=0)
    assert sheet.height <= 430


def test_streets_are_asked_for_only_when_they_are_wanted(snapshot: str) -> None:
    drawn = scene("members_by_town")
    assert "http" not in deck(drawn, LIGHT).to_json()
    assert "http" in deck(drawn, LIGHT, streets=True).to_json()
    assert layers(drawn)["circles"] == json.loads(deck(drawn, LIGHT, streets=True).to_json())["layers"][2]["data"]
