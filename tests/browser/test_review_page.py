"""The review page: a story shown, figures of one's own in their order, files made, stopped, and opened again."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tools.visit import Visit

pytestmark = pytest.mark.browser


def test_a_story_is_taken_over_and_put_in_another_order(visit: Callable[..., Visit]) -> None:
    found = visit("/review?lang=en&story=glance")
    page, order = found.page, found.page.locator(".order")
    expect(page.get_by_role("heading", level=1)).to_have_text("The cluster at a glance")
    page.get_by_role("button", name="Change figures and order").click()
    expect(order.locator("li")).to_have_count(9)
    order.get_by_role("button", name="Move down: Cluster members", exact=True).click()
    expect(order.locator("li span").nth(1)).to_have_text("Cluster members")
    order.get_by_role("button", name="Leave out: Cluster members", exact=True).press("Enter")
    expect(order.locator("li")).to_have_count(8)
    found.wait()
    assert "figures=members_by_type%2Cmembers_by_area%2C" in page.url
    assert page.locator(".story li p").count() == 8
    page.go_back()
    expect(order.locator("li")).to_have_count(9)
    assert found.errors == found.exceptions() == []


def test_the_files_are_made_and_the_review_opens_by_its_number(visit: Callable[..., Visit], tmp_path: Path) -> None:
    found = visit("/review?lang=pl&story=glance&name=Rada&date=2026-05-21", lang="pl")
    page = found.page
    page.locator(".st-key-review_both label").click()
    found.wait()
    page.get_by_role("button", name="Przygotuj pliki").click()
    ready = page.locator(".st-key-review_ready")
    ready.wait_for(timeout=60_000)
    found.wait()
    forms = [words.split(" · ")[0] for words in ready.get_by_role("button").all_inner_texts()]
    assert forms == ["ZIP", "XLSX, Polski", "HTML, Polski", "PDF, Polski", "PPTX, Polski"]
    with page.expect_download() as download:
        ready.get_by_role("button").first.click()
    name = download.value.suggested_filename
    download.value.save_as(tmp_path / name)
    with zipfile.ZipFile(tmp_path / name) as pack:
        sums = [line.split("  ", 1) for line in pack.read("SHA256SUMS").decode().splitlines()]
        assert len(sums) > 20
        assert all(hashlib.sha256(pack.read(path)).hexdigest() == digest for digest, path in sums)
    number = name.removesuffix(".zip")
    again = visit(f"/review?pack={number}", lang="pl")
    expect(again.page.get_by_role("heading", level=1)).to_have_text("Rada")
    again.page.wait_for_url("**/review?*date=2026-05-21*")
    assert "snapshot=" in again.page.url
    assert found.errors == again.errors == again.exceptions() == []


def test_making_files_can_be_stopped(visit: Callable[..., Visit]) -> None:
    found = visit("/review?lang=en")
    found.page.get_by_role("button", name="Make the files").click()
    found.page.get_by_role("button", name="Stop", exact=True).click()
    expect(found.page.get_by_role("button", name="Make the files")).to_be_visible()
    found.wait()
    assert found.page.locator(".st-key-review_ready").count() == 0
    assert found.errors == found.exceptions() == []


def test_a_number_that_is_not_kept_is_refused_with_what_to_do(visit: Callable[..., Visit]) -> None:
    found = visit("/review?pack=s3-20200101-00000000&lang=en")
    [said] = found.exceptions()
    assert "There is no review called “s3-20200101-00000000”." in said
