"""A page opened by its own address, as the very first request a dashboard gets."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools.server import ROOT, free_port, serving, wait_until_up
from tools.visit import visiting

pytestmark = pytest.mark.browser

Serve = Callable[[Path], AbstractContextManager[str]]


@contextmanager
def streamlit(home: Path) -> Iterator[str]:
    """The dashboard as `streamlit run app.py` serves it."""
    port = free_port()
    log = home / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "LSK_HOME": str(home)}, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        wait_until_up(server, f"http://localhost:{port}/_stcore/health", log)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("serve", [serving, streamlit], ids=["lsk-run", "streamlit-run"])
def test_a_page_opened_first_of_all_is_whole(
    serve: Serve, browser: Browser, home: Path, snapshot: str, tmp_path: Path
) -> None:
    """In its language, with its navigation, and with the sample hidden as its address asks."""
    with (
        serve(home) as base,
        visiting(browser, base, "/investment?lang=pl&real=true", 1440, 900, "en") as found,
    ):
        assert found.exceptions() == []
        assert found.page.locator("h1").all_inner_texts() == ["Inwestycje"]
        assert found.page.evaluate("document.documentElement.lang") == "pl"
        assert found.page.get_by_role("navigation").get_by_role("link").all_inner_texts()[:3] == [
            "Przegląd",
            "Cele i\N{NO-BREAK SPACE}ich ocena",
            "Członkowie",
        ]
        assert found.page.get_by_role("switch", name="Tylko opublikowane i z rejestru").is_checked()
        assert found.foreign == []


def test_without_a_snapshot_the_first_reader_has_one_built(browser: Browser, tmp_path: Path) -> None:
    with streamlit(tmp_path) as base, visiting(browser, base, "/members", 1440, 900) as found:
        assert found.exceptions() == []
        assert found.page.locator("h1").all_inner_texts() == ["Members"]
    assert len(list((tmp_path / "snapshots").glob("*.duckdb"))) == 1
