"""What a reader sees instead of figures, each case really caused: no rows, a damaged file, one that has gone."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import journal, language
from lsk_metrics.errors import SnapshotBroken
from lsk_metrics.indicators import answer, labels
from lsk_metrics.warehouse import snapshots
from tests.screen.conftest import opened, reading, unescaped

both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


@pytest.fixture
def own(home: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The snapshot's file in a copy of the home, which a test may spoil."""
    shutil.copytree(home, tmp_path / "own")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "own"))
    labels.labels.cache_clear()
    labels.cards.cache_clear()
    yield tmp_path / "own" / "snapshots" / f"{snapshot}.duckdb"
    labels.labels.cache_clear()
    labels.cards.cache_clear()


def boxes(page: AppTest) -> list[str]:
    return [unescaped(each.value) for each in page.info]


@both_languages
def test_where_only_sample_rows_answer_the_switch_that_hides_them_is_named(snapshot: str, lang: str) -> None:
    page = opened(lang, real="true").switch_page("pages/members.py").run()
    why = {"en": "Only sample rows answer this", "pl": "Odpowiadają na to tylko wiersze przykładowe"}[lang]
    assert len([said for said in boxes(page) if said.startswith(why)]) == 3
    assert not page.exception


@both_languages
def test_where_nothing_was_fetched_the_command_is_there_to_copy(snapshot: str, lang: str) -> None:
    page = opened(lang).switch_page("pages/projects.py").run()
    [said] = boxes(page)
    assert said.endswith("`lsk fetch cordis`")


def test_the_question_that_is_not_asked_yet_is_no_blank_page(snapshot: str) -> None:
    page = opened("en").switch_page("pages/ask.py").run()
    assert boxes(page) == ["Nothing is asked yet.  \nPress “Run”, or take one of the examples."]


def test_a_damaged_snapshot_is_a_sentence_that_says_what_to_do(own: Path, snapshot: str) -> None:
    content = bytearray(own.read_bytes())
    content[3 * 4096 :] = b"\0" * (len(content) - 3 * 4096)
    own.write_bytes(content)
    with pytest.raises(SnapshotBroken) as reason:
        answer("members", {"first_year": "1999"}, snapshot)  # what other readers have asked is remembered
    assert str(reason.value) == (
        f"The file of snapshot {snapshot} is damaged and cannot be read. “lsk build” makes it anew from the same "
        "data; “lsk rollback ID” shows another one."
    )


@both_languages
def test_a_page_over_a_damaged_snapshot_shows_no_inside_of_the_program(own: Path, snapshot: str, lang: str) -> None:
    page = opened(lang)
    size = own.stat().st_size
    with own.open("r+b") as file:  # what was read before stays in memory; the rest is gone
        file.truncate(3 * 4096)
    found = reading(page.switch_page("pages/members.py").run())
    assert found.exceptions == []
    assert size > 3 * 4096
    assert found.titles or found.refusals


def test_a_snapshot_that_went_while_it_was_read_is_said_to_have_gone(
    own: Path, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = snapshots.is_here(snapshot)
    own.unlink()
    monkeypatch.setattr(snapshots, "is_here", lambda name: there)  # it was there a moment ago
    with pytest.raises(SnapshotBroken) as reason:
        answer("members", {"first_year": "1999"}, snapshot)  # what other readers have asked is remembered
    assert reason.value.gone


def refuses(lang: str) -> None:
    from lsk_metrics import language
    from lsk_metrics.errors import SnapshotBroken
    from lsk_metrics.screen import states

    language.use(lang)
    states.failed(SnapshotBroken("20180507-deadbeef", gone=True))


def breaks() -> None:
    from lsk_metrics import language
    from lsk_metrics.screen import states

    language.use("en")
    try:
        print(1 // 0)
    except ZeroDivisionError as reason:
        states.failed(reason)


@both_languages
def test_an_error_with_a_sentence_is_no_incident(lang: str) -> None:
    [box] = AppTest.from_function(refuses, args=(lang,)).run().error
    said = {"en": "The file of snapshot 20180507-deadbeef has gone.", "pl": "Pliku migawki 20180507-deadbeef już nie"}
    assert unescaped(box.value).startswith(said[lang])


def test_what_nobody_foresaw_has_a_number_for_the_reader_and_the_same_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    journal.begin()  # as under `streamlit run app.py`, whatever an earlier test has begun
    with caplog.at_level(logging.ERROR, logger="lsk_metrics"):
        [box] = AppTest.from_function(breaks).run().error
    [record] = caplog.records
    number = record.facts["incident"]
    assert unescaped(box.value).startswith(f"Something went wrong here that should not have: incident {number}.")
    assert "ZeroDivision" not in box.value
    event, *facts = record.getMessage().split("  ")
    assert event == "page.failed"
    assert f"incident={number}" in facts
    assert record.facts["error"] == "ZeroDivisionError"
    assert record.facts["where"][-1].endswith(" breaks")
