"""`lsk export review` writes the files of a review, whole or not at all, and says which; its id opens it again."""

import json
import shlex
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.commands import writing
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.packs.building import building
from lsk_metrics.indicators.reviews import reopened, review
from lsk_metrics.warehouse import reviews


@pytest.fixture(autouse=True)
def nothing_kept(home: Path) -> Iterator[None]:
    yield
    for path in (home / "reviews").glob("*"):
        path.unlink()


def test_the_workbook_is_written_in_both_languages_unless_one_is_named(
    snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        "export",
        "review",
        "--story",
        "glance",
        "--as",
        "xlsx",
        "--to",
        str(tmp_path / "pack"),
        "--format",
        "json",
    ]
    assert main(asked) == 0
    printed = capsys.readouterr()
    told = review("glance", snapshot=snapshot)
    rows = json.loads(printed.out)
    assert [Path(row["file"]).name for row in rows] == [f"{told.id}-en.xlsx", f"{told.id}-pl.xlsx"]
    assert printed.err.splitlines() == [f"1 of 2: {told.id}-en.xlsx", f"2 of 2: {told.id}-pl.xlsx"]
    for row, part in zip(rows, building(told, forms=["xlsx"]), strict=True):
        content = Path(row["file"]).read_bytes()
        assert content == part.content
        assert (row["bytes"], row["sha256"]) == (len(content), sha256(content).hexdigest())
        assert (row["review"], row["snapshot"]) == (told.id, snapshot)
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == [Path(row["file"]).name for row in rows]
    assert reopened(told.id) == told


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_command_that_a_review_says_makes_that_review(
    lang: str, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    language.use(lang)
    figures = "members,members_by_area;areas=Med|BioF,gerd_share_of_gdp;view=ranking"
    told = review("", "Zarząd & “S3”, maj ’26", "2026-05-21", figures, {"peers": "similar", "member_types": "sme"})
    monkeypatch.chdir(tmp_path)
    words = shlex.split(told.command)
    assert words[:3] == ["lsk", "export", "review"]
    assert main([*words[1:], "--as", "xlsx", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row["file"] == f"pack/{told.id}-{lang}.xlsx"
    assert reopened(row["review"]) == told
    assert reopened(row["review"]).answers == told.answers


def test_the_line_for_a_review_of_the_strategy_writes_all_of_it_in_polish(
    snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "review", "--story", "s3", "--lang", "pl", "--to", str(tmp_path / "pack")]) == 0
    told = review("s3", snapshot=snapshot)
    names = [f"{told.id}-pl.{ending}" for ending in ("pptx", "pdf", "html", "xlsx")] + [f"{told.id}.zip"]
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [f"{at} of 5: {name}" for at, name in enumerate(names, 1)]
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == sorted(names)
    assert printed.out.splitlines()[-1] == f"The review is {told.id}."
    with speaking("pl"):
        assert (tmp_path / "pack" / names[3]).read_bytes() == next(building(told, ("pl",), ["xlsx"])).content


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["review", "--story", "bord", "--to", "{folder}/x"], "There is no story called “bord”. Did you mean “board”?"),
        (["review", "--to", "{folder}/x"], "Choose a ready story, or name the figures"),
        (["review", "--figures", "member", "--to", "{folder}/x"], "There is no indicator called “member”."),
        (["review", "--story", "s3", "--date", "21.5.2026", "--to", "{folder}/x"], "is written 2026-05-21, not “21.5"),
        (["review", "--story", "s3", "--with", "peers=all", "--to", "{folder}/x"], "no set of peers called “all”"),
        (["review", "--story", "s3", "--with", "pers=similar", "--to", "{folder}/x"], "no parameter called “pers”"),
        (["review", "--story", "s3", "--as", "csv", "--to", "{folder}/x"], "A review is not written as csv."),
        (["review", "--story", "s3", "--snapshot", "1999", "--to", "{folder}/x"], "no snapshot called “1999”"),
        (["review", "--story", "s3", "--to", "{folder}/x.zip"], "--to takes a folder, not"),
        (["review", "--story", "s3", "--to", "{folder}/there.csv"], "--to takes a folder, not"),
        (["review", "--story", "s3", "--as", "xlsx", "--to", "{folder}/there.csv/x"], "cannot be written"),
        (["members", "--story", "s3", "--to", "{folder}/x"], "--story belongs to “lsk export review”"),
        (["members", "--lang", "both", "--to", "{folder}/x"], "give one --lang and one --as"),
        (["members", "--as", "csv", "--as", "xlsx", "--to", "{folder}/x"], "give one --lang and one --as"),
        (["members", "--as", "pptx", "--to", "{folder}/x"], "There is no format called “pptx”."),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    words: list[str], said: str, snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.csv").write_text("kept", encoding="utf-8")
    assert main(["export", *(word.format(folder=tmp_path) for word in words)]) == 1
    printed = capsys.readouterr()
    assert said in printed.err
    assert len(printed.err.splitlines()) == 1
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("there.csv", "kept")]
    assert reviews.ids() == []


def test_a_file_that_is_there_is_overwritten_only_by_force(
    snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review("glance", snapshot=snapshot)
    there = tmp_path / f"{told.id}-pl.xlsx"
    there.write_text("kept", encoding="utf-8")
    asked = ["export", "review", "--story", "glance", "--as", "xlsx", "--to", str(tmp_path)]
    assert main(asked) == 1
    assert f"{there} is there already. Give another folder, or --force to overwrite it." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [there.name]
    assert there.read_text(encoding="utf-8") == "kept"
    assert main([*asked, "--force"]) == 0
    assert there.read_bytes().startswith(b"PK")


def test_who_stops_it_keeps_whole_files_and_is_told_which(
    snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review("glance", snapshot=snapshot)
    replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        """Somebody presses Ctrl-C when the second file has been written beside its place."""
        if str(target).endswith("-pl.xlsx"):
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    assert main(["export", "review", "--story", "glance", "--as", "xlsx", "--to", str(tmp_path)]) == 130
    printed = capsys.readouterr()
    assert printed.err.splitlines()[-1] == (
        "lsk: stopped. Files written whole: 1; there is no part of any other, and the same command writes them all."
    )
    assert f"{told.id}-en.xlsx is written" in printed.out
    names = [f"{told.id}-en.xlsx", f"{told.id}-unfinished.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_disk_that_is_full_midway_is_said_after_what_was_written(
    snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review("glance", snapshot=snapshot)
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "-pl.xlsx" in path.name:
            write(path, content[:100])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["export", "review", "--story", "glance", "--as", "xlsx", "--to", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines()[-2:] == [
        "lsk: Files written whole before it went wrong: 1.",
        f"lsk: {tmp_path / told.id}-pl.xlsx cannot be written: No space left on device.",
    ]
    assert f"{told.id}-en.xlsx is written" in printed.out
    names = [f"{told.id}-en.xlsx", f"{told.id}-unfinished.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.write(tmp_path / "new" / "a.txt", b"first")
    with monkeypatch.context() as stop, pytest.raises(KeyboardInterrupt):
        stop.setattr(Path, "replace", lambda path, target: (_ for _ in ()).throw(KeyboardInterrupt))
        writing.write(tmp_path / "new" / "a.txt", b"second")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()] == [("a.txt", b"first")]
