"""Plotly's picture and ours, of one description and one size, side by side in a browser: nobody sees a difference."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly
import pytest
import streamlit
from playwright.sync_api import Browser, Page

from lsk_metrics.figures import Description, drawn
from lsk_metrics.figures.network import network
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer
from tests.every_figure import CASES, Case, called, described

pytestmark = pytest.mark.browser

GEOMETRY = Path(__file__).with_name("geometry.js").read_text(encoding="utf-8")
NEAR = 2.0  # pixels; names are measured without kerning, so that a margin may be a pixel or two wider
NEAR_ALONE = 3.5  # where one bar has so little room that Plotly moves the whole picture up
# Each chart in one of these, by turns; tests/figures holds all of them against their descriptions in every look.
PLACES = [("light", "en", 700), ("narrow", "pl", 390), ("dark", "pl", 1200), ("narrow", "en", 360)]
Found = dict[str, list[list[Any]]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with plotly.js and the typeface of the dashboard."""
    fonts = Path(streamlit.__file__).parent / "static" / "static" / "media"
    [font] = fonts.glob("SourceSansVF-Upright*.woff2")
    source = f"url(data:font/woff2;base64,{b64encode(font.read_bytes()).decode()})"
    face = f"@font-face {{ font-family: 'Source Sans'; src: {source}; font-weight: 200 900 }}"
    opened = browser.new_page(viewport={"width": 1280, "height": 1600})
    opened.set_content(f"<style>{face} svg {{ display: block }}</style><div id='theirs'></div><div id='ours'></div>")
    opened.add_script_tag(path=Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
    yield opened
    opened.close()


def geometry(page: Page, figure: Description, width: int) -> tuple[Found, Found]:
    theirs, ours = page.evaluate(GEOMETRY, [figure, width, drawn(figure, width, "A sentence.")])
    return theirs, ours


def compared(theirs: Found, ours: Found, near: float) -> None:
    """Each kind of mark or text, one by one: as many, in the same words, in the same places."""
    for kind, expected in theirs.items():
        one, other = (shown(kind, each) for each in (expected, ours[kind]))
        if kind == "line" and ours["fill"]:
            continue  # Plotly draws an outline and what is in it apart, we draw both at once
        assert [each[0] for each in other] == [each[0] for each in one], kind
        for mark, same in zip(one, other, strict=True):
            assert same[1:] == pytest.approx(mark[1:], abs=near), (kind, mark, same)


def shown(kind: str, marks: list[list[Any]]) -> list[list[Any]]:
    """What has a size, with its words without blanks; of words the middle's height and the end they are hung on."""
    found = []
    for text, left, top, width, height in marks:
        if not (width or height) or (kind in ("bar", "value") and not (width and height)):
            continue
        plain = "".join(text.split())
        if kind == "ytick":  # the blanks after a name, which part it from the axis, are not drawn here
            found.append([plain, left, top + height / 2])
        elif kind in ("xtick", "note", "value", "title", "legend"):
            found.append([plain, left, top + height / 2, width])
        else:
            found.append(["", left, top, width, height])
    return sorted(found, key=lambda mark: (mark[0], round(mark[2]), round(mark[1])))


@pytest.mark.parametrize(("number", "case"), list(enumerate(CASES)), ids=[called(case) for case in CASES])
def test_plotly_and_the_drawing_are_the_same_picture(number: int, case: Case, page: Page, snapshot: str) -> None:
    look, lang, width = PLACES[number % len(PLACES)]
    figure = described(case, look, lang)
    if figure is None:
        pytest.skip("there is no value to draw")
    alone = len(figure["data"]) == 1 and len(figure["data"][0]["y"]) < 3
    compared(*geometry(page, figure, width), NEAR_ALONE if alone else NEAR)


@pytest.mark.parametrize("width", [700, 1200])
def test_a_network_is_the_same_picture(width: int, page: Page, projects: str) -> None:
    compared(*geometry(page, network(answer("joint_projects"), LIGHT), width), NEAR)
