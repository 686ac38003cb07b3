"""The map's page shows a drawing first; the map takes its place where it stands, its script loaded there alone."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from lsk_metrics.figures.theme import LIGHT
from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
STAGE, STILL = ".st-key-stage", ".st-key-stage svg.still"
NO_WEBGL = """(() => {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...given) {
    return /webgl/.test(kind) ? null : get.call(this, kind, ...given);
  };
})()"""


def accent(page: Page) -> list[tuple[int, int, int, int]]:
    """Boxes of what is drawn in the accent, west and east of the middle, in pixels of the map's place."""
    picture = Image.open(BytesIO(page.locator(STAGE).screenshot())).convert("RGB")
    apart = ImageChops.difference(picture, Image.new("RGB", picture.size, LIGHT.accent))
    near = [band.point(lambda part: 255 if part <= 24 else 0) for band in apart.split()]
    mask = ImageChops.darker(ImageChops.darker(near[0], near[1]), near[2])
    half = picture.width // 2
    boxes = [mask.crop((0, 0, half, picture.height)).getbbox(), mask.crop((half, 0, *picture.size)).getbbox()]
    return [box for box in boxes if box]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_map_takes_the_drawing_s_place_and_moves_nothing(visit: Open, width: int) -> None:
    """The region's outline and the dots of its towns stand within 3 pixels of where they were drawn first."""
    page = visit("/map", width=width).page
    expect(page.locator(STAGE)).to_have_attribute("data-shows", "map")
    expect(page.locator(STILL)).to_be_hidden()
    page.locator(STAGE).scroll_into_view_if_needed()
    moved = accent(page)
    page.locator(STAGE).evaluate("stage => { stage.dataset.shows = 'still'; }")
    expect(page.locator(STILL)).to_be_visible()
    drawn = accent(page)
    assert len(drawn) == len(moved) == 2
    for one, other in zip(drawn, moved, strict=True):
        assert one == pytest.approx(other, abs=3)


def test_one_of_the_two_is_seen_and_it_says_the_sentence(visit: Open) -> None:
    page = visit("/map?year=2012").page
    sentence = page.locator(STILL).get_attribute("aria-label") or ""
    assert "at the end of 2012" in sentence
    expect(page.get_by_role("figure", name=sentence)).to_have_count(1)
    expect(page.get_by_role("img", name=sentence)).to_have_count(0)
    page.locator(STAGE).evaluate("stage => { stage.dataset.shows = 'still'; }")
    expect(page.get_by_role("figure", name=sentence)).to_have_count(0)
    expect(page.get_by_role("img", name=sentence)).to_have_count(1)


def test_the_map_s_script_comes_after_the_drawing_and_on_this_page_alone(visit: Open) -> None:
    script = "performance.getEntriesByType('resource').filter(each => each.name.includes('DeckGl'))[0]?.startTime"
    found = visit("/members")
    assert found.page.evaluate(script) is None
    found.page.evaluate("""() => new MutationObserver(() => {
      if (document.querySelector('svg.still [data-code]')) window.drawnAt ??= performance.now();
    }).observe(document, { childList: true, subtree: true })""")
    found.turn("/map")
    assert found.page.evaluate(script) > found.page.evaluate("window.drawnAt")


def test_where_nothing_can_draw_the_map_the_drawing_stays_and_is_clicked(visit: Open) -> None:
    found = visit("/members")
    found.page.evaluate(NO_WEBGL)
    found.turn("/map")
    expect(found.page.locator(STAGE)).to_have_attribute("data-shows", "alone")
    assert found.page.locator('[data-testid="stDeckGlJsonChart"]').count() == 0
    found.page.locator('.still circle[data-code="Tarnów"]').first.click()
    expect(found.page).to_have_url(re.compile("[?&]place=Tarn%C3%B3w"))
    expect(found.page.locator("#profile")).to_have_text("Tarnów")
    found.page.get_by_role("slider", name="Year").press("Home")
    expect(found.page).to_have_url(re.compile("[?&]year=2006"))
    assert found.page.locator(".still .circles circle").count() == 32
    expect(drawn(found.page).get_by_text("at the end of 2006")).to_be_visible()
    assert found.exceptions() == found.errors == []
