"""A reader asks the tables in a real browser: runs, cancels, passes on, takes the rows away."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
ENDLESS = "SELECT count(*) FROM range(1000000000000) AS a WHERE hash(a.range) = 7"


@pytest.fixture(scope="module")
def asked(tabs: Callable[..., AbstractContextManager[Visit]]) -> Iterator[Visit]:
    """One reader, who asks one thing after the other."""
    with tabs("/ask", (1440, 900, "en", "light")) as found:
        yield found


def write(page: Page, sql: str) -> None:
    """Type a query and press Ctrl+Enter in the editor."""
    editor = page.locator(".st-key-ask_sql textarea")
    editor.fill(sql)
    editor.press("Control+Enter")


def test_a_query_is_run_stands_in_the_address_and_waits_in_whoever_opens_the_link(asked: Visit, visit: Open) -> None:
    write(asked.page, "SELECT 6 * 7 AS answer, 'a&b=c#d' AS letters")
    expect(drawn(asked.page).get_by_text("1 row, found within")).to_be_visible()
    expect(asked.page).to_have_url(re.compile(r"[?&]q=SELECT"))
    address = urlsplit(asked.page.url)
    assert parse_qs(address.query)["q"] == ["SELECT 6 * 7 AS answer, 'a&b=c#d' AS letters"]
    second = visit(f"{address.path}?{address.query.replace('lang=en', 'lang=pl')}")
    expect(second.page.locator(".st-key-ask_sql textarea")).to_have_value(
        "SELECT 6 * 7 AS answer, 'a&b=c#d' AS letters"
    )
    expect(drawn(second.page).get_by_text("To zapytanie pochodzi z\N{NO-BREAK SPACE}odnośnika.")).to_be_visible()
    expect(second.page.locator('[data-testid="stDataFrame"]')).to_have_count(0)
    second.page.get_by_role("button", name="Wykonaj").click()
    expect(drawn(second.page).get_by_text("1 wiersz, znaleziony")).to_be_visible()
    assert second.exceptions() == second.errors == []


def test_a_runaway_query_shows_its_progress_and_can_be_cancelled(asked: Visit) -> None:
    write(asked.page, ENDLESS)
    expect(drawn(asked.page).get_by_text("The query has been running for")).to_be_visible()
    asked.page.get_by_role("button", name="Cancel").click()
    expect(drawn(asked.page).get_by_text("The query was stopped before its answer came.")).to_be_visible()
    write(asked.page, "SELECT count(*) AS members FROM members")
    expect(drawn(asked.page).get_by_text("1 row, found within")).to_be_visible()
    expect(asked.page.locator(".stMarkdownBadge", has_text="Illustrative")).to_have_count(1)


def test_a_link_made_by_hand_runs_nothing_and_breaks_nothing(visit: Open) -> None:
    found = visit("/ask?q=" + quote("COPY members TO '/tmp/members.csv'; <script>alert(1)</script>"))
    assert found.exceptions() == found.errors == []
    found.page.get_by_role("button", name="Run").click()
    expect(found.page.locator('[data-testid="stAlert"]')).to_contain_text("as it is written")


def test_a_question_under_way_stands_alone_in_its_place(visit: Open) -> None:
    found = visit("/ask?lang=en&q=" + quote(ENDLESS))
    expect(drawn(found.page).get_by_text("Nothing is asked yet.")).to_be_visible()
    found.page.get_by_role("button", name="Run").click()
    expect(drawn(found.page).get_by_text("The query has been running for")).to_be_visible()
    expect(drawn(found.page).get_by_text("Nothing is asked yet.")).to_have_count(0)
    expect(drawn(found.page).get_by_text("This query came with the link.")).to_have_count(0)
    found.page.get_by_role("button", name="Cancel").click()
    expect(found.page.locator('[data-testid="stAlert"]')).to_contain_text("stopped before its answer came")


def test_the_file_has_the_rows_and_no_formula(asked: Visit, tmp_path: Path) -> None:
    write(asked.page, "SELECT '=1+1' AS a, -2.5 AS b, '@x' AS c, 'Łódź' AS d")
    expect(drawn(asked.page).get_by_text("1 row, found within")).to_be_visible()
    asked.wait()
    [button] = [each for each in asked.page.get_by_role("button", name="Download as CSV").all() if each.is_visible()]
    with asked.page.expect_download() as coming:
        button.click()
    assert re.fullmatch(r"query-[0-9a-f-]+\.csv", coming.value.suggested_filename)
    file = tmp_path / "file.csv"
    coming.value.save_as(file)
    assert file.read_text(encoding="utf-8-sig").splitlines() == ["a,b,c,d", "'=1+1,-2.5,'@x,Łódź"]
