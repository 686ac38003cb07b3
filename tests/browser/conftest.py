"""A dashboard of its own, a real browser, and visits to its pages."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.controls import furnished
from tools.server import serving
from tools.visit import LOCALES, Scheme, Visit, browsing

# A map drawn by software on a busy machine takes its time; what is waited for ends the wait.
expect.set_options(timeout=60_000)

Window = tuple[int, int, str, Scheme]
Served = tuple[str, str]


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


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[[Window], BrowserContext]]:
    """A window for each size, language and scheme, kept for all tests: its second page need not load the program."""
    with ExitStack() as open_windows:
        known: dict[Window, BrowserContext] = {}

        def window(asked: Window) -> BrowserContext:
            if asked not in known:
                width, height, lang, scheme = asked
                known[asked] = open_windows.enter_context(
                    browser.new_context(
                        viewport={"width": width, "height": height},
                        locale=LOCALES[lang],
                        color_scheme=scheme,
                        reduced_motion="reduce",
                    )
                )
            return known[asked]

        yield window


@contextmanager
def tab(window: BrowserContext, base: str, path: str) -> Iterator[Visit]:
    """A page in a tab of its own: to the dashboard, every tab is another reader.

    The window's first tab stays open and blank: with it stays the process that has compiled the program once."""
    if not window.pages:
        window.new_page().goto(f"{base}/_stcore/health")
    page = window.new_page()
    page.set_default_timeout(90_000)
    visit = Visit(page, base)
    page.on("request", visit.request)
    page.on("websocket", visit.request)
    page.on("console", visit.console)
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    try:
        page.goto(base + path)
        visit.wait()
        yield visit
    finally:
        page.close()


@pytest.fixture(scope="module")
def tabs(server: str, windows: Callable[[Window], BrowserContext]) -> Callable[..., AbstractContextManager[Visit]]:
    """Opens a page for as long as the block lasts."""
    return lambda path, window: tab(windows(window), server, path)


@pytest.fixture(scope="module")
def turned(tabs: Callable[..., AbstractContextManager[Visit]]) -> Iterator[Callable[[str, Window], Visit]]:
    """One tab for each window, in which a reader goes from page to page; the one before is closed with its window."""
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


@pytest.fixture
def visit(server: str, windows: Callable[[Window], BrowserContext]) -> Iterator[Callable[..., Visit]]:
    """Opens a page as a new reader; closed after the test."""
    with ExitStack() as open_pages:

        def opened(
            path: str = "/", width: int = 1440, height: int = 900, lang: str = "en", scheme: Scheme = "light"
        ) -> Visit:
            return open_pages.enter_context(tab(windows((width, height, lang, scheme)), server, path))

        yield opened


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The address of a dashboard with two snapshots and with boundaries, and the id of the earlier snapshot."""
    home, earlier = furnished(tmp_path_factory.mktemp("furnished"))
    with serving(home) as base:
        yield base, earlier


@pytest.fixture
def opens(served: Served, windows: Callable[[Window], BrowserContext]) -> Callable[..., AbstractContextManager[Visit]]:
    """Opens an address of that dashboard for as long as the block lasts."""

    def opened(
        path: str, lang: str = "en", size: tuple[int, int] = (1440, 900), scheme: Scheme = "light"
    ) -> AbstractContextManager[Visit]:
        return tab(windows((*size, lang, scheme)), served[0], path)

    return opened


PEOPLE = {
    "editor": User(sub="editor", claims={"email": "Editor@example.org", "email_verified": True}),
    "stranger": User(sub="stranger", claims={"email": "stranger@example.org", "email_verified": True}),
    "unverified": User(sub="unverified", claims={"email": "editor@example.org", "email_verified": False}),
}


@contextmanager
def signing_in(home: Path) -> Iterator[str]:
    """A dashboard with a provider of identities beside it; whoever is called editor is the only editor."""
    home.mkdir()
    with run_server_in_thread(user_claims=list(PEOPLE.values())) as provider:
        settings = f"""
            [publishing]
            editors = ["editor@example.org"]
            [auth]
            redirect_uri = "http://localhost:{{port}}/oauth2callback"
            cookie_secret = "{secrets.token_urlsafe(48)}"
            client_id = "lsk"
            client_secret = "of no importance here"
            server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"
        """
        (home / "secrets.toml").write_text(settings, encoding="utf-8")
        with serving(home) as base:
            yield base


def sign_in(page: Page, base: str, person: str) -> None:
    """From the Import page to the provider, and back to where it began."""
    page.goto(f"{base}/register?lang=en")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=person, exact=True).click()
    page.get_by_role("button", name="Sign out").wait_for(timeout=120_000)
    page.get_by_role("heading", name="Bring in your register").wait_for()
