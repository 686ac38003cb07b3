"""The map is drawn: its canvas holds the region and, in the accent, what is in it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from lsk_metrics.figures.theme import DARK, LIGHT
from tools.visit import Scheme, Visit

pytestmark = pytest.mark.browser


def near(png: bytes, colour: str, apart: int = 12) -> int:
    """How many pixels have this colour, or one hardly different."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    difference = ImageChops.difference(picture, Image.new("RGB", picture.size, colour))
    alike = [band.point(lambda part: 255 if part <= apart else 0) for band in difference.split()]
    return ImageChops.darker(ImageChops.darker(alike[0], alike[1]), alike[2]).histogram()[255]


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_the_map_is_not_blank(visit: Callable[..., Visit], width: int, scheme: Scheme) -> None:
    found = visit("/map", width=width, scheme=scheme)
    canvas = found.page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    canvas.scroll_into_view_if_needed()
    found.page.wait_for_timeout(500)
    picture = canvas.screenshot()
    look = LIGHT if scheme == "light" else DARK
    assert near(picture, look.accent) > 50
    assert near(picture, look.home) > 1000


def test_the_drawn_map_holds_the_towns(visit: Callable[..., Visit]) -> None:
    drawing = visit("/").page.locator(".drawing.map svg")
    assert drawing.count() == 1
    assert "Kraków" in drawing.locator("text").all_text_contents()
    assert drawing.locator("circle").count() >= 95
