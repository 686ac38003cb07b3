"""Figures for other sites: whole with their sources, asking no host, and framed only where the setting allows it."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicators

Get = Callable[..., Any]


@pytest.mark.parametrize("name", [each.id for each in indicators()])
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_a_figure_says_what_its_answer_says(get: Get, snapshot: str, name: str, lang: str) -> None:
    answered = get(f"/embed/{name}", f"lang={lang}")
    html = unescape(answered.body.decode())
    language.use(lang)
    found = answer(name)
    assert answered.status == 200
    assert f'<html lang="{lang}">' in html
    assert found.question in html
    assert found.sentence in html
    assert all(words in html for words in found.caveats)
    assert all(card.citation() in html for card in found.sources)
    assert found.unit in html
    assert found.snapshot in html
    assert re.findall(r'(?:src|href)="(?!/explore\?)', html) == []
    assert "<script" not in html


def test_a_figure_takes_the_parameters_of_the_command(get: Get, snapshot: str) -> None:
    html = unescape(get("/embed/gerd_share_of_gdp", "view=ranking&peers=domestic&lang=en").body.decode())
    assert answer("gerd_share_of_gdp", {"view": "ranking", "peers": "domestic"}).sentence in html


def test_what_is_made_up_is_marked(get: Get, snapshot: str) -> None:
    assert '<p class="mark" aria-hidden="true">Przykładowe</p>' in get("/embed/members", "lang=pl").body.decode()
    assert 'class="mark"' not in get("/embed/population", "lang=pl").body.decode()


@pytest.mark.parametrize(
    ("path", "query", "said"),
    [
        ("/embed/member", "lang=en", "There is no indicator called “member”. Did you mean “members”?"),
        ("/embed/members", "lang=pl&area=Med", "Nieznana nazwa: „area” (parametr). Czy chodziło o\xa0„areas”?"),
        ("/embed/members", "lang=en&snapshot=../../etc/passwd", "There is no snapshot called “../../etc/passwd”."),
        ("/embed/members", "lang=en&first_year=<b>", "first_year takes a year such as 2018, not “<b>”."),
    ],
)
def test_what_cannot_be_framed_is_said_in_a_sentence(get: Get, snapshot: str, path: str, query: str, said: str) -> None:
    answered = get(path, query)
    assert answered.status == 400
    assert said in unescape(answered.body.decode())
    assert "<b>" not in answered.body.decode()


@pytest.mark.parametrize("path", ["/", "/members", "/present", "/embed/members"])
def test_only_this_site_may_frame_a_page_unless_the_setting_names_others(
    get: Get, snapshot: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LSK_EMBED_ORIGINS", raising=False)
    assert get(path, "story=glance").headers["content-security-policy"].endswith("frame-ancestors 'self'")
    monkeypatch.setenv("LSK_EMBED_ORIGINS", "https://www.example.org, https://*.example.net javascript:alert(1) *; x")
    said = get(path, "story=glance").headers["content-security-policy"]
    assert said.endswith("frame-ancestors 'self' https://www.example.org https://*.example.net")
