"""Names and notes from a file stand on a page as they were written, whatever they look like to Markdown or HTML."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tools.server import ROOT, free_port, wait_until_up
from tools.visit import Visit, visiting

pytestmark = pytest.mark.browser

NAMES = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "https://example.org/x",
    "www.example.org",
    "someone@example.org",
    "$a^2$ and $$b$$",
    ":red[x] :material/home: :streamlit: :smile:",
    "**bold** __bold__ *italic* _italic_ ~~gone~~ `code`",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quoted",
    "---",
    "a | b",
    "&lt;b&gt; &amp; &copy;",
    r"C:\new\table",
    "[^1] [x]: y",
]
SCRIPT = """
import pandas as pd
import streamlit as st
from lsk_metrics.screen import tables
from lsk_metrics.screen.words import plain
NAMES = {names!r}
st.title("Names")
for at, name in enumerate(NAMES):
    with st.container(key=f"markdown_{{at}}"):
        st.markdown(plain(name))
    with st.container(key=f"caption_{{at}}"):
        st.caption("  \\n".join(["before", plain(name)]))
    with st.container(key=f"table_{{at}}"):
        st.table(tables.escaped(pd.DataFrame({{"name": [name]}})), hide_index=True)
"""


@pytest.fixture(scope="module")
def found(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    folder = tmp_path_factory.mktemp("names")
    (folder / "page.py").write_text(SCRIPT.format(names=NAMES), encoding="utf-8")
    port = free_port()
    ours = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "streamlit", "run", str(folder / "page.py"), "--server.port", str(port)]
    log = folder / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env=ours)
    try:
        wait_until_up(server, f"http://localhost:{port}/_stcore/health", log)
        with visiting(browser, f"http://localhost:{port}", "/", 1440, 900) as visit:
            yield visit
    finally:
        server.terminate()
        server.wait(10)


JOINER = "\N{WORD JOINER}"
MARKED = "img, script, em, strong, code, del, ul, ol, hr, h1, blockquote, .katex"


@pytest.mark.parametrize("at", range(len(NAMES)), ids=NAMES)
@pytest.mark.parametrize("place", ["markdown", "caption", "table"])
def test_a_name_stands_as_it_was_written(found: Visit, place: str, at: int) -> None:
    box = found.page.locator(f".st-key-{place}_{at}")
    assert box.inner_text().replace(JOINER, "").strip().split("\n")[-1] == NAMES[at]
    assert box.locator(MARKED).count() == 0


def test_a_link_leads_where_it_says(found: Visit) -> None:
    """Streamlit makes links of addresses; none of them hides what it leads to behind other words."""
    for link in found.page.locator('[data-testid="stMain"] a[href]:not([href^="#"])').all():
        address = (link.get_attribute("href") or "").removeprefix("mailto:")
        assert address.removeprefix("http://") == link.inner_text().removeprefix("http://")


def test_nothing_in_a_name_is_run_or_fetched(found: Visit) -> None:
    assert found.foreign == found.errors == found.exceptions() == []
