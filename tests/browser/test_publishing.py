"""A register published from the page by an editor who has signed in with a real provider, and by nobody else."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sign_in, signing_in
from tools.visit import drawn

HEADER = "id;name;type;area;value_chain;town;joined;left\n"
THREE = HEADER + "".join(f"N{at};Firm {at};sme;BioF;;Tarnow;1.05.201{at};\n" for at in range(3))
WIDE = (1440, 900, "en", "light")
# Keeps what the page sends to its server, and the line it sends it on, so that it can be sent once more.
LISTEN = """(() => {
  const send = WebSocket.prototype.send;
  window.sent = [];
  WebSocket.prototype.send = function (message) {
    window.line = this;
    window.sent.push(Array.from(new Uint8Array(message)));
    return send.call(this, message);
  };
})()"""
REPEAT = "messages => messages.forEach(message => window.line.send(new Uint8Array(message)))"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("publishing") / "home"


@pytest.fixture(scope="module")
def base(home: Path) -> Iterator[str]:
    with signing_in(home) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Callable[[str], Page]]:
    """Opens the Import page as a person who has signed in."""
    contexts = []

    def signed(person: str) -> Page:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(LISTEN)
        sign_in(page, base, person)
        return page

    yield signed
    for context in contexts:
        context.close()


def hand_in(page: Page, text: str) -> None:
    file = {"name": "members.csv", "mimeType": "text/csv", "buffer": text.encode("utf-8")}
    page.locator(".st-key-file_members input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("heading", name="Headline figures before and after").wait_for(timeout=120_000)


def publish(page: Page) -> Any:
    return page.locator("[class*=st-key-publish_] button")


def published(home: Path) -> list[str]:
    """By whom, oldest first."""
    records = sorted((home / "register" / "received").glob("*.json"))
    return [json.loads(path.read_bytes())["by"] for path in records]


def test_an_editor_publishes_once_and_the_same_message_from_anybody_does_nothing(
    reader: Callable[[str], Page], base: str, home: Path
) -> None:
    editor = reader("editor")
    hand_in(editor, THREE)
    assert published(home) == []
    publish(editor).click()
    drawn(editor).get_by_text("It is published: the table is the register’s now").wait_for(timeout=180_000)
    assert published(home) == ["editor@example.org"]
    expect(publish(editor)).to_have_count(0)

    presses = [each for each in editor.evaluate("sent") if b"publish_" in bytes(each)]
    assert presses
    editor.evaluate(REPEAT, presses * 2)
    stranger = reader("stranger")
    drawn(stranger).get_by_text("stranger@example.org is not on the list of editors").wait_for()
    hand_in(stranger, THREE.replace("Firm", "Other"))
    expect(publish(stranger)).to_have_count(0)
    stranger.evaluate(REPEAT, presses)
    stranger.wait_for_timeout(1_500)
    for page in (editor, stranger):  # each server run that the messages began has come to its end
        page.locator("[data-test-script-state=notRunning]").wait_for()
    assert published(home) == ["editor@example.org"]

    editor.get_by_role("link", name="See it on the Overview").click()
    badges = editor.get_by_test_id("stMain").get_by_text("Register", exact=True)
    expect(badges.first).to_be_visible(timeout=120_000)
    editor.get_by_test_id("stSidebarNav").get_by_role("link", name="Members").click()
    editor.get_by_role("heading", name="Members", exact=True).wait_for(timeout=120_000)
    expect(badges.first).to_be_visible(timeout=120_000)


def test_an_address_nobody_vouches_for_is_no_editors(reader: Callable[[str], Page], home: Path) -> None:
    before = published(home)
    page = reader("unverified")
    drawn(page).get_by_text("The provider does not vouch that editor@example.org is yours").wait_for()
    hand_in(page, THREE.replace("Firm", "Third"))
    expect(publish(page)).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign out").wait_for(state="detached", timeout=120_000)
    assert published(home) == before


def test_without_sign_in_the_page_compares_and_says_how_to_publish(tabs: Callable[..., Any]) -> None:
    with tabs("/register?lang=en", WIDE) as visit:
        hand_in(visit.page, THREE)
        drawn(visit.page).get_by_text("“lsk import members FILE” publishes on the machine").wait_for()
        expect(publish(visit.page)).to_have_count(0)
        expect(visit.page.get_by_role("button", name="Sign in")).to_have_count(0)
        assert visit.exceptions() == [] and visit.foreign == []
