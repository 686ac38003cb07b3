"""In a browser: each file under a picture is the one that the command writes, and nothing but a click makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.exports.names import file_name
from lsk_metrics.indicators import answer
from lsk_metrics.language import gettext as _
from tools.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_every_file_comes_down_with_the_bytes_of_the_command(
    visit: Callable[..., Visit], lang: str, snapshot: str
) -> None:
    here = visit(f"/members?lang={lang}", lang=lang)
    box = here.page.locator(".st-key-moves_members")
    box.locator("[data-door=more]").click()
    language.use(lang)
    box.get_by_role("tab", name=_("Take it away")).click()
    box.get_by_role("button", name="ZIP").wait_for()
    found = answer("members", {}, snapshot)
    for ending, form in FORMATS.items():
        with here.page.expect_download() as coming:
            box.locator(f".st-key-{ending}_members").get_by_role("button").click()
        assert coming.value.suggested_filename == file_name(found, ending)
        assert Path(coming.value.path()).read_bytes() == form.made(found)
    assert here.errors == []
    assert box.locator("[data-door=more]").get_attribute("aria-expanded") == "true"
