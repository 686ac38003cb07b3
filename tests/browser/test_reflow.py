"""On a very small window, a very large one and at twice the size, nothing is cut off, and axe finds nothing serious."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack

import pytest

from tests.browser.test_every_page import AUDIT, AXE, CLIPPED, PAGES, SIDEWAYS
from tools.visit import Scheme, Visit

pytestmark = pytest.mark.browser

Window = tuple[int, int, str, Scheme]
WINDOWS: list[Window] = [
    (320, 640, "pl", "light"),
    (320, 640, "en", "dark"),
    (640, 450, "en", "light"),  # a window of 1280 by 900 at 200 %
    (1920, 1080, "pl", "dark"),
]


@pytest.fixture(scope="module")
def turned(tabs: Callable[..., AbstractContextManager[Visit]]) -> Iterator[Callable[..., Visit]]:
    """One tab for each window, in which a reader goes from page to page."""
    with ExitStack() as open_tab:
        there: dict[Window, Visit] = {}

        def turn(page: str, window: Window) -> Visit:
            if window in there:
                there[window].turn(page)
            else:
                open_tab.close()
                there.clear()
                there[window] = open_tab.enter_context(tabs(page, window))
            return there[window]

        yield turn


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: "-".join(map(str, window)))
def test_a_page_is_whole_in_each_window(turned: Callable[..., Visit], path: str, window: Window) -> None:
    page = turned(path, window).page
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert page.evaluate(CLIPPED) == []
    assert [each for each in page.evaluate(AUDIT) if each["impact"] in ("serious", "critical")] == []
