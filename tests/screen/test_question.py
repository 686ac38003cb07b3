"""What stands above a picture: safe whatever an answer says, in the theme's colours."""

import re
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.figures import Draw, drawn
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer
from lsk_metrics.screen import question
from lsk_metrics.screen.words import BADGES

STYLE = (paths.PACKAGE / "screen" / "style.css").read_text(encoding="utf-8")
THEME = tomllib.loads((Path(paths.house()) / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def test_nothing_of_an_answer_becomes_markup() -> None:
    said: Any = SimpleNamespace(key='"><i>', question="<b>1</b>", sentence="<img src=x> & “*x*”", kinds=["published"])
    markup = question.html(said)
    assert set(re.findall(r"<(\w+)", markup)) == {"h3", "p", "span"}
    assert "&lt;img src=x&gt; &amp; “*x*”" in markup


def test_a_link_by_the_answers_key_leads_to_it(snapshot: str) -> None:
    assert '<h3 class="question" id="members-by-type">' in question.html(answer("members_by_type"))


@pytest.mark.parametrize("kind", BADGES)
def test_a_badge_has_the_colours_by_which_the_theme_shows_its_kind(kind: str) -> None:
    name = BADGES[kind]
    told = {
        part: [THEME[ground][f"{name}{part}Color"] for ground in ("light", "dark")] for part in ("Text", "Background")
    }
    inks = {part: f"light-dark({', '.join(pair)})" for part, pair in told.items()}
    assert f".badge.{kind} {{ color: {inks['Text']}; background: {inks['Background']}; }}" in STYLE


@pytest.mark.parametrize(
    ("name", "draw"),
    [("members", growth), ("members_by_type", bars), ("gerd_share_of_gdp", lines), ("two_indicators", scatter)],
)
def test_the_style_of_a_page_has_no_word_for_what_is_in_a_drawing(name: str, draw: Draw, snapshot: str) -> None:
    found = answer(name, {"indicators": "gerd_share_of_gdp,gdp_per_head_pps"} if name == "two_indicators" else {})
    svg = drawn(draw(found, LIGHT), 980, found.sentence, live=True)
    inside = {word for words in re.findall(r'class="([^"]+)"', svg) for word in words.split()}
    assert len(inside) > 2
    assert not inside & set(re.findall(r"(?m)^\.([\w-]+)(?= [{>:])", STYLE))
