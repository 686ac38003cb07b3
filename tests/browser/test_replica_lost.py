"""An open page whose server is killed says so, comes back by itself where another answers, and shows the same view."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lsk_metrics import paths
from tests.access.raw import ask
from tools.balancer import balancing, find
from tools.replicas import Replica, fleet
from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser
VIEW = "/members?lang=pl&member_types=sme&events=false"
NGINX = pytest.mark.skipif(find() is None, reason="There is no nginx on this machine")


@contextmanager
def served(folder: Path, count: int) -> Iterator[tuple[str, list[Replica]]]:
    """One server by itself, or several behind nginx."""
    home = shutil.copytree(paths.home(), folder / "home")
    with fleet(home, count) as replicas, ExitStack() as before:
        ports = [each.port for each in replicas]
        yield before.enter_context(balancing(folder, ports)) if count > 1 else replicas[0].base, replicas


def sessions(replica: Replica) -> int:
    """How many readers it has; none while it does not listen yet."""
    try:
        told = ask(replica.base, "/metrics")[2].decode()
    except ConnectionRefusedError:
        return 0
    found = re.findall(r"^lsk_sessions (\d+)$", told, re.MULTILINE)
    return int(found[0]) if found else 0


@pytest.mark.parametrize("count", [1, pytest.param(2, marks=NGINX)], ids=["begun again", "another behind nginx"])
def test_an_open_page_comes_back_with_its_view(browser: Browser, snapshot: str, tmp_path: Path, count: int) -> None:
    with served(tmp_path, count) as (base, replicas):
        context = browser.new_context(locale="pl-PL")
        page = context.new_page()
        visit = Visit(page, base)
        page.goto(base + VIEW)
        visit.wait()
        text, address = drawn(page).inner_text(), page.url
        assert "member_types=sme" in address and "Małe i\u00a0średnie przedsiębiorstwa" in text
        [its_own] = [each for each in replicas if sessions(each)] if count > 1 else replicas
        its_own.kill()
        if count == 1:
            expect(page.locator(".lost")).to_be_visible()
            its_own.begin()
        while not any(sessions(each) for each in replicas if count == 1 or each is not its_own):
            page.wait_for_timeout(100)  # until the browser has found that its line is broken, and another server
        visit.wait()
        expect(page.locator(".lost")).to_be_hidden()
        assert (drawn(page).inner_text(), page.url) == (text, address)
        drawn(page).get_by_text("Zdarzenia", exact=True).first.click()
        expect(page).not_to_have_url(address)
        visit.wait()
        assert visit.exceptions() == []
        context.close()
