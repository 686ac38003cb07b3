"""Where the current snapshot is damaged, gone, foreign or newer, pages and data go on with the last good one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.indicators import labels
from lsk_metrics.warehouse import pointers, read, snapshots, standing
from tests.api.conftest import ask
from tests.screen.conftest import opened, reading, unescaped

NEWEST = "20991231-ffffffff"
Spoil = Callable[[Path], None]


@pytest.fixture
def two(home: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with the good snapshot and a copy of it, published later, which a test spoils; gives its file."""
    (tmp_path / "own" / "snapshots").mkdir(parents=True)
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "own"))
    for name in (snapshot, NEWEST):
        shutil.copyfile(home / "snapshots" / f"{snapshot}.duckdb", snapshots.folder() / f"{name}.duckdb")
        pointers.point_at(name)
    with duckdb.connect(str(snapshots.file(NEWEST))) as made:
        made.execute("UPDATE snapshot SET id = ?, built_at = TIMESTAMP '2099-12-31 00:00:00'", [NEWEST])
    labels.labels.cache_clear()
    labels.cards.cache_clear()
    yield snapshots.file(NEWEST)
    labels.labels.cache_clear()
    labels.cards.cache_clear()


def goes(path: Path) -> None:
    path.unlink()


def is_cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200_000])


def is_text(path: Path) -> None:
    path.write_text("no database", encoding="utf-8")


def is_foreign(path: Path) -> None:
    path.unlink()
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine AS SELECT 1 AS one")


def is_newer(path: Path) -> None:
    with duckdb.connect(str(path)) as made:
        made.execute("UPDATE snapshot SET program = '99.0.0'")


SPOILT = {
    goes: ("is not there", "nie ma"),
    is_cut_short: ("is damaged and cannot be read", "jest uszkodzony"),
    is_text: ("is damaged and cannot be read", "jest uszkodzony"),
    is_foreign: ("is damaged and cannot be read", "jest uszkodzony"),
    is_newer: ("was made by version 99.0.0 of the program", "utworzyła wersja 99.0.0"),
}
spoilt = pytest.mark.parametrize("spoil", SPOILT, ids=[spoil.__name__ for spoil in SPOILT])


@spoilt
def test_pages_show_the_last_good_snapshot_and_say_what_is_wrong(spoil: Spoil, two: Path, snapshot: str) -> None:
    spoil(two)
    for lang, why in zip(("en", "pl"), SPOILT[spoil], strict=True):
        page = opened(lang).switch_page("pages/members.py").run()
        [said] = [unescaped(each.value) for each in page.warning]
        assert why in said
        assert {"en": "These pages show the last good snapshot", "pl": "ostatnią dobrą migawkę"}[lang] in said
        found = reading(page)
        assert found.exceptions == found.refusals == []
        assert len(found.questions) >= 2
    assert read.shown().snapshot == snapshot
    assert pointers.current() == NEWEST


@spoilt
def test_data_routes_and_health_answer_of_the_last_good_snapshot(spoil: Spoil, two: Path, snapshot: str) -> None:
    spoil(two)
    language.use("en")
    told = ask("/health", accept_language="en").json()
    assert (told["status"], told["snapshot"]["id"]) == ("last good snapshot", snapshot)
    assert SPOILT[spoil][0] in told["reason"]
    answered = ask("/api/v1/indicators/members")
    assert (answered.status, answered.json()["snapshot"]) == (200, snapshot)


@spoilt
def test_a_command_says_in_one_sentence_what_to_do(spoil: Spoil, two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(two)
    status = main(["show", "members", "--snapshot", "current"] if spoil is is_newer else ["show", "members"])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if spoil is is_newer:  # its tables are those of this program: it is answered
        assert (status, said) == (0, "")
    else:
        assert (status, len(said.splitlines())) == (1, 1)
        assert "“lsk build”" in said


def test_a_block_that_is_damaged_is_found_when_it_is_read_and_the_next_run_shows_the_last_good_one(
    two: Path, snapshot: str
) -> None:
    content = bytearray(two.read_bytes())
    at = content.index(b"Sample SME 07")
    content[at : at + 13] = b"Tampered name"
    two.write_bytes(content)
    assert standing.trouble(NEWEST) is None  # its own row can be read
    page = opened("en").switch_page("pages/members.py").run()
    assert reading(page).exceptions == []
    [said] = [unescaped(each.value) for each in page.warning]
    assert f"The file of snapshot {NEWEST} is damaged and cannot be read." in said
    assert read.shown().snapshot == snapshot
    assert not standing.intact(snapshots.meant(NEWEST))


def test_files_removed_below_a_reader_cost_no_page(two: Path, snapshot: str) -> None:
    page = opened("en").switch_page("pages/members.py").run()
    assert [each.value for each in page.warning] == []
    two.unlink()
    found = reading(page.run())
    assert found.exceptions == found.refusals == []
    assert "These pages show the last good snapshot" in unescaped(page.warning[0].value)


def test_who_was_rolled_back_is_never_shown_the_newer_one_instead(two: Path, snapshot: str) -> None:
    pointers.pin("20180101-aaaaaaaa")
    with pytest.raises(Exception, match="Readers are held at snapshot “20180101-aaaaaaaa”, which is not there"):
        read.shown()
    pointers.pin("20991230-aaaaaaaa")
    seen, why = read.shown()
    assert seen == snapshot
    assert "lsk rollback --forward" in str(why)


def test_without_any_good_snapshot_the_reason_is_that_of_the_current_one(two: Path, snapshot: str) -> None:
    snapshots.file(snapshot).unlink()
    is_text(two)
    answered = ask("/health", accept_language="en")
    assert (answered.status, answered.json()["status"]) == (503, "no snapshot")
    assert "is damaged and cannot be read" in answered.json()["reason"]


def test_a_clock_set_back_moves_no_reader(two: Path, snapshot: str) -> None:
    pointers.point_at(snapshot)  # built in what is now the past of the other
    assert read.shown() == (snapshot, None)
    assert read.version() == snapshot
    assert [each.id for each in snapshots.listing() if each.current] == [snapshot]
