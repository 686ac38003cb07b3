"""The page drawn early, as it is handed out: to whom, in which language and look, and only for the current snapshot."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.api import chunks, early
from lsk_metrics.indicators import Shown

Get = Callable[..., Any]
DRAWN = '<div id="early" data-kinds="button html">{}</div>'


@pytest.fixture
def kept(snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Early pages of the current snapshot that say which they are; the file `current` says what is current."""
    (tmp_path / "current").write_text("20260101-aaaaaaaa", encoding="utf-8")
    monkeypatch.setattr(early, "shown", lambda: Shown((tmp_path / "current").read_text(encoding="utf-8")))
    monkeypatch.setattr(early.paths, "home", lambda: tmp_path)
    for lang in ("en", "pl"):
        for scheme in ("light", "dark"):
            for width in (390, 1440):
                path = tmp_path / "early" / f"20260101-aaaaaaaa-{early.program()}" / lang
                path.mkdir(parents=True, exist_ok=True)
                name = f"members-{scheme}-{width}.html"
                (path / name).write_text(DRAWN.format(f"{lang} {scheme} {width}"), encoding="utf-8")
    return tmp_path


def said(answered: Any) -> str:
    """Which of the pages is in it; empty where none is."""
    html = answered.body.decode()
    return str(html.partition('data-kinds="button html">')[2].partition("<")[0])


@pytest.mark.parametrize(
    ("query", "headers", "page"),
    [
        ("", {}, "en light 1440"),
        ("lang=pl", {}, "pl light 1440"),
        ("", {"accept_language": "pl-PL,pl;q=0.9,en;q=0.8"}, "pl light 1440"),
        ("", {"accept_language": "de-DE,pl"}, "en light 1440"),
        ("", {"cookie": "lsk_window=1280xdark"}, "en dark 1440"),
        ("lang=pl", {"cookie": "lsk_window=412xlight"}, "pl light 390"),
        ("", {"cookie": "lsk_window=<script>"}, "en light 1440"),
        ("", {"sec_ch_prefers_color_scheme": '"dark"'}, "en dark 1440"),
        ("areas=Med", {}, ""),
        ("lang=en&snapshot=20250101-bbbbbbbb", {}, ""),
        ("lang=xx", {}, ""),
    ],
)
def test_a_page_is_drawn_for_who_asks_for_nothing_special(
    kept: Path, get: Get, query: str, headers: dict[str, str], page: str
) -> None:
    assert said(get("/members", query, **headers)) == page


def test_a_page_that_is_not_drawn_yet_is_streamlits_own(kept: Path, get: Get) -> None:
    answered = get("/investment")
    assert (answered.status, said(answered)) == (200, "")
    assert '<div id="root"></div>' in answered.body.decode()


def test_after_a_new_snapshot_the_old_page_is_not_served(kept: Path, get: Get) -> None:
    (kept / "current").write_text("20260102-cccccccc", encoding="utf-8")
    assert said(get("/members")) == ""
    assert get("/early/en/light/1440/members").status == 404


def test_it_is_sent_compressed_and_asked_for_again_costs_nothing(kept: Path, get: Get) -> None:
    first = get("/members", accept_encoding="gzip")
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["cache-control"] == "no-cache"
    assert "en light 1440" in gzip.decompress(first.body).decode()
    again = get("/members", accept_encoding="gzip", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert get("/members", "lang=pl", if_none_match=first.headers["etag"]).status == 200


def test_another_window_gets_the_page_drawn_for_it(kept: Path, get: Get) -> None:
    assert "pl dark 390" in get("/early/pl/dark/412/members").body.decode()


@pytest.mark.parametrize("path", ["/early/xx/dark/390/members", "/early/pl/pink/390/members", "/early/pl/dark/9/..%2f"])
def test_no_other_file_can_be_asked_for(kept: Path, get: Get, path: str) -> None:
    assert get(path).status == 404


def test_the_app_is_hidden_and_out_of_reach_until_the_early_page_gives_way(kept: Path, get: Get) -> None:
    html = get("/members").body.decode()
    assert '<div id="root" inert style="visibility:hidden">' in html
    assert html.index('id="early"') < html.index('rel="stylesheet"') < html.index('id="root"')
    assert "<script type=" not in html  # the program begins once the page is painted


@pytest.mark.parametrize(("query", "words"), [("lang=en&x=1", "needs JavaScript"), ("lang=pl&x=1", "JavaScript")])
def test_a_reader_without_javascript_is_told_so_in_the_pages_language(get: Get, query: str, words: str) -> None:
    html = get("/members", query).body.decode()
    assert words in html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "AI agents" not in html and "You need to enable" not in html


def test_what_stands_on_the_page_is_fetched_at_once_and_heavy_programs_are_not() -> None:
    links = chunks.preloaded(DRAWN.format(""))
    assert "/static/js/Html." in links and "/static/js/Button." in links
    assert "Plotly" not in links and "DeckGl" not in links
    assert links.count('as="font"') == 1


def test_nothing_is_made_before_the_server_serves(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(early.subprocess, "Popen", lambda command: begun.append(command))
    early.ensure()
    assert begun == []


@pytest.mark.parametrize(("said", "begun"), [("off", False), ("on", True)])
def test_no_page_is_made_where_the_processor_is_to_be_spared(
    said: str, begun: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_EARLY", said)
    monkeypatch.setattr(early, "_serves", False)
    early.begin(seconds=3600)
    (tmp_path / early.DONE).touch()
    early.ensure(tmp_path)
    assert (tmp_path in early._begun) == begun
