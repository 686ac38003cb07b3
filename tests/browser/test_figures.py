"""A figure is drawn at once; the interactive chart takes its place when it is asked for, without a jump."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
SENTENCE = "The cluster grew from 32 members in 2006 to 95 in 2018, 3 times as many."

# Where the drawing and Plotly's picture stand, and how high their place is, at each frame from now on.
FRAMES = """() => {
  window.frames_seen = [];
  const look = () => {
    const place = document.querySelector('.st-key-drawing_members').closest('[class*="st-key-moves_"]')
      ?? document.querySelector('.st-key-drawing_members');
    const shown = each => each && getComputedStyle(each).visibility === 'visible';
    const ours = place.querySelector('.drawing svg'), theirs = place.querySelector('.main-svg');
    window.frames_seen.push([Boolean(shown(ours)), Boolean(shown(theirs)), place.getBoundingClientRect().height]);
    requestAnimationFrame(look);
  };
  look();
}"""


def titles(page: Page) -> list[str]:
    return page.locator(".main-svg text, .drawing svg text").all_inner_texts()


def test_no_page_of_figures_asks_for_the_script_of_interactive_charts(visit: Open) -> None:
    for path in ("/", "/peers"):
        found = visit(path)
        asked = found.page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
        assert not [name for name in asked if "plotly" in name.lower() or "deck" in name.lower()]
        assert found.page.locator(".drawing svg").count() >= 4


def test_the_interactive_chart_takes_the_place_of_the_drawing_and_gives_it_back(visit: Open) -> None:
    found = visit("/")
    found.page.evaluate(FRAMES)
    expect(found.page.get_by_role("img", name=SENTENCE)).to_have_count(1)
    found.page.get_by_role("button", name="Interactive chart").first.click()
    theirs = found.page.locator('[class*="st-key-moves_members"] .main-svg')
    expect(theirs.first).to_be_visible()
    found.wait()
    seen = found.page.evaluate("window.frames_seen")
    assert all(ours or plotly for ours, plotly, _height in seen), "no frame is without a picture"
    assert max(height for *_, height in seen) - min(height for *_, height in seen) <= 1
    assert seen[-1][:2] == [False, True]
    expect(found.page.locator(f'[aria-label="{SENTENCE}"]:visible')).not_to_have_count(0)
    found.page.get_by_role("button", name="Simple chart").click()
    expect(theirs).to_have_count(0)
    found.wait()
    assert found.page.evaluate("window.frames_seen")[-1][:2] == [True, False]
    assert found.errors == []


def test_a_mark_says_what_it_stands_for_where_a_reader_points_at_it(visit: Open) -> None:
    found = visit("/members")
    found.page.locator(".st-key-drawing_members_by_type .row").first.hover()
    expect(found.page.locator(".tip")).to_have_text("Small and medium-sized enterprises\n2018: 47%")
    found.page.locator("h1").hover()
    expect(found.page.locator(".tip")).to_have_count(0)


@pytest.mark.parametrize(("width", "drawn"), [(1440, (980, 458)), (800, (460, 460)), (390, (340, 340))])
def test_a_figure_is_drawn_as_wide_as_its_place(visit: Open, width: int, drawn: tuple[int, int]) -> None:
    found = visit("/", width=width, height=900)
    figures = found.page.locator(".drawing.chart svg")
    asked, shown = (
        figures.evaluate_all(f"all => all.map(each => {script})")
        for script in ("Number(each.getAttribute('width'))", "each.getBoundingClientRect().width")
    )
    assert asked == [drawn[0], drawn[1], drawn[1]]
    assert all(0 <= there - here < 20 for here, there in zip(asked, shown, strict=True))
