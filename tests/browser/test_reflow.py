"""On a very small window, a very large one and at twice the size, nothing is cut off, and axe finds nothing serious."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Window
from tests.browser.test_every_page import AUDIT, AXE, CLIPPED, PAGES, SIDEWAYS
from tools.visit import Visit

pytestmark = pytest.mark.browser

WINDOWS: list[Window] = [
    (320, 640, "pl", "light"),
    (320, 640, "en", "dark"),
    (640, 450, "en", "light"),  # a window of 1280 by 900 at 200 %
    (1920, 1080, "pl", "dark"),
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: "-".join(map(str, window)))
def test_a_page_is_whole_in_each_window(turned: Callable[..., Visit], path: str, window: Window) -> None:
    page = turned(path, window).page
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert page.evaluate(CLIPPED) == []
    assert [each for each in page.evaluate(AUDIT) if each["impact"] in ("serious", "critical")] == []
