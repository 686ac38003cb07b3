"""A place is chosen by a click on the map, by the select box and by the address: the same profile each time."""

import json
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from urllib.parse import quote

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from lsk_metrics.figures.deck import deck, rgb
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.scene import Position, Scene
from lsk_metrics.figures.sight import mercator
from lsk_metrics.figures.theme import DARK, LIGHT
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer
from tools.visit import Scheme, Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
NETWORK = re.compile("Failed to load resource")


def canvas(page: Page) -> Locator:
    return page.locator('[data-testid="stDeckGlJsonChart"]').first


def click(found: Visit, scene: Scene, at: Position, place: str) -> None:
    """Click where a position of the scene is drawn, and again until the address says so, as a reader would.

    The map takes a button held for more than a quarter of a second for a drag; where the first look for what lies
    under the pointer is drawn by software on a busy machine, it is held for longer.
    """
    address = re.compile(f"[?&]place={quote(place)}")
    for _attempt in range(4):
        press(found, scene, at)
        with suppress(AssertionError):
            expect(found.page).to_have_url(address, timeout=5_000)
            break
    expect(found.page).to_have_url(address)


def press(found: Visit, scene: Scene, at: Position) -> None:
    view = json.loads(deck(scene, LIGHT).to_json())["initialViewState"]
    scale = 512 * 2 ** view["zoom"] / 360
    canvas(found.page).scroll_into_view_if_needed()
    found.page.wait_for_timeout(800)
    box = canvas(found.page).bounding_box()
    assert box
    east = (at[0] - view["longitude"]) * scale
    south = (mercator(view["latitude"]) - mercator(at[1])) * scale
    found.page.mouse.click(box["x"] + box["width"] / 2 + east, box["y"] + box["height"] / 2 + south)


def profile(page: Page) -> list[str]:
    """Heading and figures of the profile, as they are read."""
    expect(page.locator("#profile")).to_be_visible()
    return [page.locator("#profile").inner_text(), *page.locator(".headlines").last.inner_text().split("\n")]


def choose(page: Page, typed: str, box: str = "Profile of") -> None:
    combobox = page.get_by_role("combobox", name=box)
    combobox.click()
    combobox.press_sequentially(typed, delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    combobox.press("Enter")


def test_a_town_has_the_same_profile_by_click_by_box_and_by_address(visit: Open, snapshot: str) -> None:
    scene = towns(answer("members_by_town"), LIGHT)
    clicked = visit("/map")
    click(clicked, scene, next(circle.at for circle in scene.circles if circle.place == "Kraków"), "Kraków")
    clicked.wait()
    chosen = visit("/map")
    choose(chosen.page, "Kraków")
    expect(chosen.page).to_have_url(re.compile("[?&]place=Krak%C3%B3w"))
    chosen.wait()
    opened = visit("/map?place=Krakow")
    found = profile(clicked.page)
    assert found == profile(chosen.page) == profile(opened.page)
    assert found[0] == "Kraków"
    assert "73" in found
    for each in (clicked, chosen, opened):
        assert each.exceptions() == each.errors == each.foreign == []


def test_a_tile_has_the_same_profile_by_click_and_by_box(visit: Open, snapshot: str) -> None:
    scene = tiles(answer("powiat_wages"), LIGHT)
    ring = next(surface.rings[0] for surface in scene.surfaces if surface.place == "1217")
    clicked = visit("/map?layer=powiat_wages")
    click(clicked, scene, (sum(x for x, _y in ring[:6]) / 6, sum(y for _x, y in ring[:6]) / 6), "1217")
    clicked.wait()
    chosen = visit("/map?layer=powiat_wages")
    choose(chosen.page, "tatrzanski")
    expect(chosen.page).to_have_url(re.compile("[?&]place=1217"))
    chosen.wait()
    assert profile(clicked.page) == profile(chosen.page)
    assert profile(clicked.page)[0] == "powiat tatrzański"
    assert clicked.exceptions() == clicked.errors == []


@pytest.mark.parametrize(("typed", "town"), [("kraków", "Kraków"), ("sacz", "Nowy Sącz")])
def test_the_box_finds_a_town_with_polish_letters_or_without(visit: Open, typed: str, town: str) -> None:
    found = visit("/map")
    choose(found.page, typed)
    expect(found.page.locator("#profile")).to_have_text(town)


def test_the_list_opens_with_everybody_in_the_place(visit: Open) -> None:
    """As many as the figures above it say: 5 members and 3 start-ups in health care."""
    found = visit("/map?place=Kraków&areas=Med")
    people = found.page.locator(".st-key-people")
    people.get_by_text("8 organisations").click()
    expect(people.locator("tbody tr")).to_have_count(8)
    assert profile(found.page).count("5") == profile(found.page).count("3") == 1


def test_a_layer_without_the_place_has_no_profile_and_back_leads_back(visit: Open) -> None:
    found = visit("/map?place=Kraków&year=2010")
    choose(found.page, "Wages", "What to show")
    expect(found.page).to_have_url(re.compile("layer=powiat_wages"))
    expect(found.page.locator("#profile")).to_have_count(0)
    found.page.go_back()
    expect(found.page.locator("#profile")).to_have_text("Kraków")
    expect(drawn(found.page).get_by_text("at the end of 2010")).to_be_visible()
    assert found.exceptions() == found.errors == []


def test_a_place_that_is_nowhere_opens_the_map_without_a_profile(visit: Open) -> None:
    found = visit("/map?place=Atlantis&layer=nothing&year=1410&areas=X")
    assert found.exceptions() == found.errors == []
    assert found.page.locator("#profile").count() == 0
    expect(drawn(found.page).get_by_text("73 of 95")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light")])
def test_the_tiles_are_on_the_canvas_in_all_their_colours(
    visit: Open, width: int, scheme: Scheme, snapshot: str
) -> None:
    look = LIGHT if scheme == "light" else DARK
    found = visit("/map?layer=powiat_unemployment", width=width, scheme=scheme)
    canvas(found.page).scroll_into_view_if_needed()
    found.page.wait_for_timeout(800)
    picture = Image.open(BytesIO(canvas(found.page).locator("canvas").first.screenshot())).convert("RGB")
    seen = Counter(picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata())
    for key in tiles(answer("powiat_unemployment"), look).keys:
        assert sum(seen[colour] for colour in alike(rgb(key.fill)[:3])) > 500, key
    assert found.size()[0] <= width


def alike(colour: list[int]) -> list[tuple[int, int, int]]:
    """A colour and those a step beside it: a screen rounds."""
    steps = (-1, 0, 1)
    red, green, blue = colour
    return [(red + r, green + g, blue + b) for r in steps for g in steps for b in steps]


def test_without_a_network_the_street_map_says_so_and_the_map_stays_whole(visit: Open) -> None:
    found = visit("/map")
    found.page.context.set_offline(False)
    found.page.route("**/basemaps.cartocdn.com/**", lambda route: route.abort())
    drawn(found.page).get_by_text("Street map (online)").click()
    expect(drawn(found.page).get_by_text("There is no network, so there are no streets")).to_be_visible()
    found.wait()
    found.page.wait_for_timeout(800)
    picture = Image.open(BytesIO(canvas(found.page).locator("canvas").first.screenshot())).convert("RGB")
    seen = Counter(picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata())
    assert sum(seen[colour] for colour in alike(rgb(LIGHT.home)[:3])) > 1000
    assert sum(seen[colour] for colour in alike(rgb(LIGHT.accent)[:3])) > 50
    assert found.exceptions() == []
    assert [each for each in found.errors if not NETWORK.match(each)] == []
    assert {address.split("/")[2] for address in found.foreign} == {"basemaps.cartocdn.com"}


@pytest.mark.parametrize(("layer", "place"), [("members_by_town", "Tarnów"), ("powiat_unemployment", "1263")])
def test_a_chip_says_which_place_is_chosen_and_leads_back_by_one_key(visit: Open, layer: str, place: str) -> None:
    page = visit(f"/map?lang=en&layer={layer}&place={place}").page
    [name] = profile(page)[:1]
    chip = page.get_by_role("button", name=f"{name} ×")
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#profile")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("place="))
    expect(chip).to_have_count(0)
