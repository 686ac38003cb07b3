"""The front page as it is handed out: in the reader's language, under its own title, whole at every address."""

import asyncio
import re
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette

from lsk_metrics import api

PAGES = ["/", "/overview", "/members", "/investment", "/startups", "/ecosystem", "/projects", "/data"]


def asked(path: str, query: str = "", host: str = "localhost:8501", method: str = "GET") -> tuple[int, str]:
    """Status and text of an answer; a request as a server would pass it on."""
    heard: list[MutableMapping[str, Any]] = []
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", host.encode())],
        "server": ("localhost", 8501),
        "client": ("127.0.0.1", 50000),
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        heard.append(message)

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Starlette(routes=api.routes())(scope, receive, send)).result()
    return int(heard[0]["status"]), b"".join(part.get("body", b"") for part in heard[1:]).decode()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_asked_for_by_its_address(path: str) -> None:
    status, html = asked(path)
    assert status == 200
    assert "<title>LSK Metrics</title>" in html


@pytest.mark.parametrize(("query", "lang"), [("", "en"), ("lang=en", "en"), ("lang=pl", "pl"), ("lang=xx", "en")])
def test_the_page_says_its_language_from_the_first_byte(query: str, lang: str) -> None:
    assert re.findall(r"<html[^>]*>", asked("/members", query)[1]) == [f'<html lang="{lang}">']


def test_a_language_nobody_speaks_is_never_written_into_the_page() -> None:
    assert "onload" not in asked("/", "lang=%22%20onload=alert(1)%20x=%22")[1]


def test_no_path_depends_on_the_address_the_page_was_opened_at() -> None:
    assert not re.findall(r"""(?:src|href)=["']\.""", asked("/members")[1])


def test_the_page_knows_where_its_server_is() -> None:
    html = asked("/members", host="review.example:8600")[1]
    assert html.index("window.__streamlit") < html.index("<script type=")
    assert not re.findall(r"review\.example(?!:8600)", html)


def test_a_host_name_cannot_break_out_of_the_page() -> None:
    assert "</script><script>alert" not in asked("/", host="x</script><script>alert(1)</script>")[1]


@pytest.mark.parametrize("path", ["/nothing", "/members/nothing", "/static/js/nothing.js", "/_stcore/health"])
def test_addresses_that_are_no_page_are_left_to_streamlit(path: str) -> None:
    assert asked(path)[0] == 404
