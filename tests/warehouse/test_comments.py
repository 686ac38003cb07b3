"""Comments are only ever added, each whole, whoever writes at the same time; what is damaged is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import comments as told
from lsk_metrics.warehouse import comments


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    return tmp_path


def test_a_comment_is_kept_as_it_was_said_with_author_and_time() -> None:
    made = comments.add("members", "  Żółć:  “95”\nin 2018 ", "Rada", "status")
    assert (made.text, made.author, made.about, made.snapshot) == ("Żółć: “95” in 2018", "Rada", "status", "")
    assert comments.listing() == comments.Kept([made], 0)
    assert comments.listing("population").comments == []


@pytest.mark.parametrize(
    ("text", "author"), [("", "Rada"), (" ", "Rada"), ("x", ""), ("x" * 2001, "Rada"), ("x", "y" * 81), ("a\x07", "R")]
)
def test_what_is_no_comment_is_refused_and_nothing_is_written(text: str, author: str) -> None:
    with pytest.raises(ValueRefused, match="characters that can be seen"):
        comments.add("members", text, author)
    assert not comments.file().exists()


def test_a_line_cut_short_is_told_and_spoils_no_other() -> None:
    first = comments.add("members", "One.", "Rada")
    with comments.file().open("ab") as kept:
        kept.write(b'{"indicator": "mem')
    second = comments.add("members", "Two.", "Rada")
    assert comments.listing() == comments.Kept([first, second], 1)


def test_writers_at_the_same_time_lose_nothing(empty_home: Path) -> None:
    code = "import sys; from lsk_metrics.warehouse import comments\n" \
        "for n in range(10): comments.add('members', f'{sys.argv[1]} {n}', 'Rada')"  # fmt: skip
    running = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "ab"]
    assert [each.wait(60) for each in running] == [0, 0]
    kept = comments.listing()
    assert sorted(each.text for each in kept.comments) == sorted(f"{name} {n}" for name in "ab" for n in range(10))
    assert kept.damaged == 0


def test_the_newest_comes_first_with_title_author_and_time_in_both_languages() -> None:
    comments.add("members", "One.", "Rada")
    comments.add("members", "Two.", "Rada", "status")
    [second, first] = told.on("members")
    assert (second.text, second.title, first.text) == ("Two.", "Cluster members", "One.")
    assert second.signed().startswith("Rada, ") and second.signed().endswith("UTC, on the status")
    language.use("pl")
    assert told.on("members")[0].signed().endswith("UTC, o\N{NO-BREAK SPACE}statusie")


def test_the_command_writes_and_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comment", "add", "members", "One.", "--author", "Rada"]) == 0
    assert capsys.readouterr().out.startswith("Written down: Rada on members, ")
    assert main(["comment", "list", "members", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["indicator"], row["text"], row["author"]) == ("members", "One.", "Rada")


@pytest.mark.parametrize(
    "words",
    [["add", "members", "One."], ["add", "membres", "One.", "--author", "R"], ["add"], ["list", "members", "One."]],
)
def test_the_command_refuses_what_names_nobody_or_says_nothing(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["comment", *words]) == 1
    assert capsys.readouterr().err.startswith("lsk: ")
    assert not comments.file().exists()
