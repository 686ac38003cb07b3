"""In another site's page: framed where the setting allows it, with what is said and its sources, and without a menu."""

from collections.abc import Callable, Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tools.server import serving
from tools.visit import Visit

pytestmark = pytest.mark.browser

Framed = tuple[str, str, str]


class Site(BaseHTTPRequestHandler):
    """Another site: a page with a frame, whose address stands behind the question mark."""

    def do_GET(self) -> None:
        address = escape(unquote(self.path.partition("?")[2]))
        html = f'<!doctype html><title>Site</title><iframe src="{address}" width="800" height="800"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(html.encode())

    def log_message(self, *_said: object) -> None:
        """Nothing on the screen."""


@pytest.fixture(scope="module")
def sites() -> Iterator[list[str]]:
    """Two sites other than the dashboard's."""
    servers = [ThreadingHTTPServer(("localhost", 0), Site) for _each in range(2)]
    for each in servers:
        Thread(target=each.serve_forever, daemon=True).start()
    yield [f"http://localhost:{each.server_port}" for each in servers]
    for each in servers:
        each.shutdown()


@pytest.fixture(scope="module")
def open_to_one(tmp_path_factory: pytest.TempPathFactory, sites: list[str]) -> Iterator[Framed]:
    """A dashboard that lets the first of the sites frame it, and both."""
    home: Path = tmp_path_factory.mktemp("framed")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_EMBED_ORIGINS", sites[0])
        with serving(home) as base:
            yield base, sites[0], sites[1]


def framed(browser: Browser, site: str, address: str) -> Page:
    """A page of that site with the address in a frame."""
    page = browser.new_context(viewport={"width": 900, "height": 900}).new_page()
    page.goto(f"{site}/page?{quote(address)}")
    return page


def test_a_figure_is_shown_where_the_setting_allows_it(browser: Browser, open_to_one: Framed) -> None:
    base, allowed, _other = open_to_one
    page = framed(browser, allowed, f"{base}/embed/members?lang=pl")
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_have_text("Jak szybko rósł klaster?")
    expect(inside.get_by_role("img").first).to_be_visible()
    expect(inside.locator(".rests")).to_contain_text("Źródła: ")
    expect(inside.locator(".kind.illustrative")).to_have_text("Przykładowe")
    page.context.close()


def test_no_other_site_can_frame_it(browser: Browser, open_to_one: Framed) -> None:
    base, _allowed, other = open_to_one
    page = framed(browser, other, f"{base}/embed/members?lang=pl")
    page.wait_for_function("document.querySelector('iframe')")
    page.wait_for_timeout(500)
    assert [each.url for each in page.frames if each.url.startswith(base)] == []
    page.context.close()


def test_no_site_that_frames_it_can_steer_it(browser: Browser, open_to_one: Framed) -> None:
    """Streamlit obeys messages from a list of hosts of its makers; here nobody is on that list."""
    page = browser.new_page()
    assert page.request.get(f"{open_to_one[0]}/_stcore/host-config").json()["allowedOrigins"] == []
    page.close()


def test_a_page_in_a_frame_has_no_menu_and_keeps_its_sources(browser: Browser, open_to_one: Framed) -> None:
    base, allowed, _other = open_to_one
    page = framed(browser, allowed, f"{base}/members?lang=pl&embed=true")
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("heading", level=1)).to_have_text("Członkowie")
    expect(inside.locator(".drawing svg").first).to_be_visible()
    expect(inside.get_by_text("Źródła: ").first).to_be_visible()
    expect(inside.get_by_test_id("stSidebar")).to_be_hidden()
    expect(inside.locator(".st-key-copy_link button").first).to_be_hidden()
    page.context.close()


def test_the_code_for_a_page_is_copied(visit: Callable[..., Visit]) -> None:
    found = visit("/members?lang=en")
    found.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found.page.get_by_role("button", name="Embed").click()
    expect(found.page.locator(".st-key-copy_link .told")).to_have_text("Copied")
    code = found.page.evaluate("navigator.clipboard.readText()")
    assert code.startswith(f'<iframe src="{found.base}/members?lang=en&amp;snapshot=')
    assert "&amp;embed=true" in code
    assert 'title="Members"' in code


def test_the_code_for_a_figure_frames_that_very_figure(visit: Callable[..., Visit], browser: Browser) -> None:
    found = visit("/members?lang=pl&areas=Med")
    box = found.page.locator(".st-key-moves_members")
    box.locator("[data-door=more]").click()
    found.page.get_by_role("tab", name="Pobierz").first.click()
    expect(box.locator("code")).to_contain_text("<iframe")  # coloured once it is there, and empty until then
    code = box.locator("code").text_content() or ""
    page = browser.new_page()
    page.set_content(code)
    address = page.locator("iframe").get_attribute("src") or ""
    page.goto(address)
    expect(page.locator("h1")).to_have_text(found.page.locator("h3").first.inner_text())
    assert "areas=Med" in address
    page.close()
