"""A dashboard of its own, a real browser, and visits to its pages."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools.server import serving
from tools.visit import Scheme, Visit, browsing, visiting


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that was started as a reader would start it, with an empty state."""
    home: Path = tmp_path_factory.mktemp("lsk-home")
    with serving(home) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as running:
        yield running


@pytest.fixture
def visit(server: str, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a page as a new reader; closed after the test."""
    with ExitStack() as open_pages:

        def opened(
            path: str = "/", width: int = 1440, height: int = 900, lang: str = "en", scheme: Scheme = "light"
        ) -> Visit:
            return open_pages.enter_context(visiting(browser, server, path, width, height, lang, scheme))

        yield opened
