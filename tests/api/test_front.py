"""The front page as it is handed out: in the reader's language, under its own title, whole at every address."""

import re
from collections.abc import Callable
from typing import Any

import pytest

PAGES = ["/", "/overview", "/members", "/investment", "/startups", "/ecosystem", "/projects", "/data"]

Get = Callable[..., Any]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_asked_for_by_its_address(get: Get, path: str) -> None:
    answered = get(path)
    assert answered.status == 200
    assert "<title>LSK Metrics</title>" in answered.body.decode()


@pytest.mark.parametrize(("query", "lang"), [("", "en"), ("lang=en", "en"), ("lang=pl", "pl"), ("lang=xx", "en")])
def test_the_page_says_its_language_from_the_first_byte(get: Get, query: str, lang: str) -> None:
    assert re.findall(r"<html[^>]*>", get("/members", query).body.decode()) == [f'<html lang="{lang}">']


def test_a_language_nobody_speaks_is_never_written_into_the_page(get: Get) -> None:
    assert "onload" not in get("/", "lang=%22%20onload=alert(1)%20x=%22").body.decode()


def test_no_path_depends_on_the_address_the_page_was_opened_at(get: Get) -> None:
    assert not re.findall(r"""(?:src|href)=["']\.""", get("/members").body.decode())


def test_the_page_knows_where_its_server_is(get: Get) -> None:
    html = get("/members", host="review.example:8600").body.decode()
    assert html.index("window.__streamlit") < html.index("<script type=")
    assert not re.findall(r"review\.example(?!:8600)", html)


def test_a_host_name_cannot_break_out_of_the_page(get: Get) -> None:
    assert "</script><script>alert" not in get("/", host="x</script><script>alert(1)</script>").body.decode()


@pytest.mark.parametrize("path", ["/nothing", "/members/nothing", "/_stcore/health"])
def test_addresses_that_are_no_page_are_left_to_streamlit(get: Get, path: str) -> None:
    assert get(path).status == 404
