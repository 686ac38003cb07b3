"""`lsk export review` killed in the middle: the folder says so, and the same command writes all its files."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.indicators.reviews import review


@pytest.fixture(autouse=True)
def nothing_kept(home: Path) -> Iterator[None]:
    yield
    for path in (home / "reviews").glob("*"):
        path.unlink()


def test_what_was_killed_in_the_middle_is_written_by_the_same_command_without_force(
    snapshot: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second file is about to be written when the process dies: nothing of its own is run any more."""
    told = review("glance", snapshot=snapshot)
    asked = ["export", "review", "--story", "glance", "--as", "xlsx", "--to", str(tmp_path / "pack")]
    dying = (
        "import os, sys\nfrom lsk_metrics.__main__ import main\n"
        "sys.addaudithook(lambda event, given: event == 'open' and '-pl.xlsx' in str(given[0]) and os._exit(9))\n"
        "main(sys.argv[1:])"
    )
    killed = subprocess.run([sys.executable, "-c", dying, *asked], capture_output=True, check=False)
    assert killed.returncode == 9
    names = [f"{told.id}-{each}" for each in ("en.xlsx", "pl.xlsx", "unfinished.txt")]
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == [names[0], names[2]]
    assert names[1] in (tmp_path / "pack" / names[2]).read_text(encoding="utf-8").splitlines()
    assert main(asked) == 0
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == names[:2]
    capsys.readouterr()
    assert main(asked) == 1
    assert "is there already" in capsys.readouterr().err, "now that all are there, they are somebody's"
