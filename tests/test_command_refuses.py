"""The `lsk` command says in one sentence what it cannot do, and explains each thing it can."""

from pathlib import Path

import pytest

from lsk_metrics.__main__ import COMMANDS, main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nonsense"], "lsk: There is no indicator called “nonsense”. "),
        (["show", "member"], "lsk: There is no indicator called “member”. Did you mean “members”?\n"),
        (["show", "members", "--with", "first_yaer=2010"],
         "lsk: There is no parameter called “first_yaer”. Did you mean “first_year”?\n"),
        (["show", "members", "--with", "first_year"],
         "lsk: --with takes name=value, such as first_year=2010, not “first_year”.\n"),
        (["show", "gerd_share_of_gdp", "--with", "places=PL21x"],
         "lsk: There is no place called “PL21x”. Did you mean “PL21”?\n"),
        (["show", "members", "--with", "first_year=2018", "--with", "last_year=2006"],
         "lsk: The period ends (2006) before it begins (2018).\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_ends_with_1_and_one_sentence(
    arguments: list[str], said: str, snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(said)
    assert len(printed.err.splitlines()) == 1


def test_before_the_first_build_show_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    assert main(["show", "members"]) == 1
    assert capsys.readouterr().err.startswith("lsk: There is no snapshot yet. “lsk build” makes the first one")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert f"example:\n  lsk {command}" in capsys.readouterr().out
