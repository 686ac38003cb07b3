"""What the drawing does not understand it refuses, and what a name holds is never taken for a part of the picture."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any
from xml.etree import ElementTree

import pytest

from lsk_metrics.errors import FigureUnknown
from lsk_metrics.figures import Description, drawn
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer

Change = Callable[[Description], Any]
REFUSED: dict[str, Change] = {
    "type=pie": lambda figure: figure["data"].append({"type": "pie"}),
    "scatter.error_y": lambda figure: figure["data"][0].update(error_y={"array": [1]}),
    "scatter.mode=markers+text": lambda figure: figure["data"][0].update(mode="markers+text"),
    "scatter.marker.gradient": lambda figure: figure["data"][-1]["marker"].update(gradient={}),
    "scatter.marker.symbol=star": lambda figure: figure["data"][-1]["marker"].update(symbol="star"),
    "scatter.yaxis": lambda figure: figure["data"][0].update(yaxis="y2"),
    "layout.yaxis2": lambda figure: figure["layout"].update(yaxis2={}),
    "layout.xaxis.type": lambda figure: figure["layout"]["xaxis"].update(type="log"),
    "layout.xaxis.tickangle=45": lambda figure: figure["layout"]["xaxis"].update(tickangle=45),
    "layout.template={'layout': {}}": lambda figure: figure["layout"].update(template={"layout": {}}),
    "layout.title": lambda figure: figure["layout"].update(title="A title"),
    "layout.images": lambda figure: figure["layout"].update(images=[]),
    "layout.annotations.showarrow=True": lambda figure: figure["layout"]["annotations"][0].update(showarrow=True),
    "layout.annotations.bgcolor": lambda figure: figure["layout"]["annotations"][0].update(bgcolor="red"),
    "layout.shapes.type=circle": lambda figure: figure["layout"].update(shapes=[{"type": "circle"}]),
    "frames": lambda figure: figure.update(frames=[]),  # type: ignore[typeddict-unknown-key]
}


@pytest.fixture
def figure(snapshot: str) -> Description:
    return deepcopy(lines(answer("gerd_share_of_gdp"), LIGHT))


@pytest.mark.parametrize("said", REFUSED)
def test_what_only_plotly_knows_is_refused_by_its_name(said: str, figure: Description) -> None:
    drawn(figure, 700, "")
    REFUSED[said](figure)
    with pytest.raises(FigureUnknown, match=re.escape(f"“{said}”")):
        drawn(figure, 700, "")


def test_a_hatch_that_is_not_drawn_is_refused(snapshot: str) -> None:
    figure = columns(answer("members_joined"), LIGHT)
    figure["data"][0]["marker"]["pattern"]["shape"] = "x"
    with pytest.raises(FigureUnknown, match=re.escape("bar.marker.pattern.shape=x")):
        drawn(figure, 700, "")


def test_names_and_sentences_are_text_whatever_they_hold(figure: Description) -> None:
    hostile = '</text><script>alert("1")</script>&\x00'
    figure["layout"]["annotations"][0]["text"] = hostile
    svg = drawn(figure, 700, f"A sentence: {hostile}")
    root = ElementTree.fromstring(svg)
    assert not [each for each in root.iter() if each.tag.endswith("script")]
    shown = '</text><script>alert("1")</script>&'
    assert root.get("aria-label") == f"A sentence: {shown}"
    assert shown in ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_name_that_holds_marks_is_shown_with_them(snapshot: str) -> None:
    figure = bars(answer("members_by_area"), LIGHT)
    figure["layout"]["annotations"][0]["text"] = "&lt;b&gt;bold&lt;/b&gt; &amp; so on"
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; so on" in drawn(figure, 700, "")


def test_equal_figures_give_equal_bytes_and_patterns_their_names_by_what_they_show(snapshot: str) -> None:
    figure = columns(answer("investment_by_year"), LIGHT)
    one, other = drawn(figure, 700, "A"), drawn(deepcopy(figure), 700, "A")
    assert one == other
    names = re.findall('<pattern id="([^"]+)"', one)
    assert len(names) == len(set(names)) == 4
    assert set(re.findall(r"url\(#([^)]+)\)", one)) == set(names)


def test_words_are_measured_as_source_sans_runs() -> None:
    # Chromium, in Source Sans without kerning: 0 is 6.46 pixels wide at 13.
    assert words.widest("0", 13) == pytest.approx(6.46, abs=0.01)
    assert words.widest("<b>0</b>", 13) == pytest.approx(6.86, abs=0.01)
    assert words.widest("ab<br>abc", 10) == words.widest("abc", 10) > words.widest("ab", 10)
    assert words.tall("one", 13) == 17
    assert words.tall("one<br>two", 13) == pytest.approx(33.9)
