"""Only an editor publishes: asked at the moment of publishing, for what was shown to this very editor, and once."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics.__main__ import main
from lsk_metrics.indicators import version
from lsk_metrics.screen.intake import Intake
from tests.screen.conftest import HEADER, SECRETS, THREE, who

Open = Callable[..., Any]
AUTH = SECRETS["auth"]


def test_without_sign_in_set_up_the_page_compares_and_says_how_to_publish(desk: Open) -> None:
    at = desk().hand_in()
    assert at.buttons() == []
    assert "“lsk import members FILE” publishes on the machine that runs the dashboard" in at.text()
    assert "docs/register.md" in at.text()
    assert "The new table takes the place of the whole made-up sample (3 rows)" in at.text()


@pytest.mark.parametrize(
    "secrets",
    [
        {"auth": AUTH},
        {"auth": AUTH, "publishing": {"editors": []}},
        {"auth": AUTH, "publishing": {"editors": "anna@example.org"}},
        {"auth": AUTH, "publishing": "anna@example.org"},
        {**SECRETS, "auth": {**AUTH, "cookie_secret": "short"}},
        {**SECRETS, "auth": {**AUTH, "cookie_secret": "replace-this-with-your-own-random-characters"}},
        {**SECRETS, "auth": {name: AUTH[name] for name in AUTH if name != "server_metadata_url"}},
    ],
    ids=["no list", "empty list", "no list but text", "no section", "short secret", "example's secret", "no provider"],
)
def test_half_a_set_up_is_none(desk: Open, secrets: Any) -> None:
    at = desk(user=who("anna@example.org"), secrets=secrets)
    assert at.buttons() == []
    assert "on this installation nobody can sign in" in at.text()


def test_an_editor_publishes_once_and_stands_in_the_record(desk: Open) -> None:
    at = desk(user=who("ANNA@example.org"), secrets=SECRETS).hand_in()
    before = version()
    assert sorted(at.buttons()) == ["publish", "sign_out"]
    at.press_publish()
    assert "It is published: the table is the register’s now, in snapshot" in at.text()
    assert version() != before and version() in at.text()
    assert [(each["by"], each["file"], each["rows"]) for each in at.records()] == [
        ("anna@example.org", "members.csv", 3)
    ]
    assert at.buttons() == ["sign_out"]
    at.page.run()
    assert len(at.records()) == 1


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ({}, "Only editors who are signed in may publish"),
        ({"is_logged_in": False, **{"email": "anna@example.org"}}, "Only editors who are signed in may publish"),
        (who("eve@example.org"), "eve@example.org is not on the list of editors"),
        (who("anna@example.org.eve.org"), "is not on the list of editors"),
        (who(""), "is not on the list of editors"),
        (who("anna@example.org", email_verified=False), "does not vouch that anna@example.org is yours"),
        (who("anna@example.org", email_verified="true"), "does not vouch"),
        (who("anna@example.org", exp=time.time() - 1), "Your sign-in has run out"),
        (who("anna@example.org", exp=None), "Your sign-in has run out"),
        (who("anna@example.org", exp="9999999999"), "Your sign-in has run out"),
    ],
)
def test_nobody_else_is_offered_to_publish_and_each_is_told_why(desk: Open, user: dict[str, Any], said: str) -> None:
    at = desk(user=user, secrets=SECRETS)
    assert said in at.text().replace("`", "")
    assert "publish" not in at.buttons()


@pytest.mark.parametrize(
    "later",
    [
        who("eve@example.org"),
        who("piotr@example.org"),
        who("anna@example.org", exp=time.time() - 1),
    ],
    ids=["a stranger", "another editor", "run out"],
)
def test_a_press_that_reaches_the_server_from_anybody_else_publishes_nothing(desk: Open, later: dict[str, Any]) -> None:
    at = desk(user=who("anna@example.org"), secrets=SECRETS).hand_in()
    before = version()
    at.page.user = later
    at.press_publish()
    assert (version(), at.records()) == (before, [])
    assert not at.page.success


def test_an_editor_taken_off_the_list_publishes_nothing_from_a_page_still_open(desk: Open) -> None:
    at = desk(user=who("anna@example.org"), secrets=SECRETS).hand_in()
    at.page.secrets = {**SECRETS, "publishing": {"editors": ["piotr@example.org"]}}
    at.press_publish()
    assert at.records() == []
    assert "is not on the list of editors" in at.text()


def test_what_was_shown_against_older_data_is_refused_and_shown_anew(desk: Open, tmp_path: Path) -> None:
    at = desk(user=who("anna@example.org"), secrets=SECRETS).hand_in()
    other = tmp_path / "other.csv"
    other.write_text(HEADER + "N9;Firm 9;sme;BioF;;Tarnow;1.05.2019;\n", encoding="utf-8")
    assert main(["import", "members", str(other), "--yes", "--by", "somebody"]) == 0
    between = version()
    at.press_publish()
    assert version() == between
    assert "Nothing was published: the data have changed since this was shown." in at.text()
    assert [each["by"] for each in at.records()] == ["somebody"]
    assert "3 rows added · 0 rows changed · 1 row gone · 0 rows as before" in at.text()
    at.press_publish()
    assert [each["by"] for each in at.records()] == ["somebody", "anna@example.org"]


def forged() -> None:
    """What a request would do that reached the last step by whatever way."""
    import streamlit as st

    from lsk_metrics.screen import intake

    intake.publish(st.session_state["intake"], st.session_state["nonce"])


def forge(offered: Intake, user: dict[str, Any], nonce: str) -> None:
    at = AppTest.from_function(forged, default_timeout=60)
    at.secrets, at.user = SECRETS, user
    at.session_state["intake"], at.session_state["nonce"] = offered, nonce
    assert not at.run().exception


def offer(editor: str | None = "anna@example.org", **other: Any) -> Intake:
    document = {"fits": True, "token": "0" * 64, "sha256": sha256(THREE.encode()).hexdigest()}
    return Intake("members", "a.csv", THREE.encode(), version(), editor, document, **other)


@pytest.mark.parametrize("user", [{}, who("eve@example.org"), who("piotr@example.org"), who("anna@example.org", exp=1)])
def test_the_last_step_asks_itself_who_is_there(desk: Open, user: dict[str, Any]) -> None:
    offered = offer()
    forge(offered, user, offered.nonce)
    assert (offered.refusal, offered.published, offered.offered) == ("editor", "", False)


@pytest.mark.parametrize(
    ("offered", "refusal"),
    [
        (lambda: offer(editor=None), "editor"),
        (lambda: replace(offer(), content=b"another file"), "stale"),
        (lambda: replace(offer(), snapshot="20180507-00000000"), "stale"),
        (lambda: offer(), "failed"),
        (lambda: offer(offered=False), ""),
    ],
    ids=["shown to nobody", "another file", "older data", "a token of no dry run", "used already"],
)
def test_an_editor_publishes_nothing_but_what_was_shown(desk: Open, offered: Any, refusal: str) -> None:
    at, found = desk(), offered()
    before = version()
    forge(found, who("anna@example.org"), found.nonce)
    assert (found.refusal, found.published, version(), at.records()) == (refusal, "", before, [])


def test_an_offer_is_taken_by_its_name_only(desk: Open) -> None:
    offered = offer()
    forge(offered, who("anna@example.org"), "guessed")
    assert (offered.offered, offered.refusal, offered.published) == (True, "", "")


def test_of_many_who_take_one_offer_at_once_one_has_it() -> None:
    offered = Intake("members", "a.csv", THREE.encode(), "20180507-00000000", "anna@example.org", {})
    with ThreadPoolExecutor(16) as crowd:
        taken = list(crowd.map(lambda _turn: offered.take(), range(200)))
    assert taken.count(True) == 1
