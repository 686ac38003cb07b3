"""A clock that is set back by three days: readers see what was made last, nothing is lost, nothing is mixed up."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from killed import cluster

from lsk_metrics.indicators import comments, review
from lsk_metrics.ingest import source
from lsk_metrics.warehouse import pointers, read, snapshots, standing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The little cluster, with a service on this machine that it can fetch from."""
    for name in ("LSK_DATA", "LSK_HOME", "LSK_GISCO_URL", "no_proxy"):
        monkeypatch.setenv(name, "")  # so that what is set now is gone afterwards
    monkeypatch.setenv("LSK_LOG", str(tmp_path / "log.txt"))
    monkeypatch.setenv("LSK_LOG_FORMAT", "json")
    cluster.settle(tmp_path)
    office = cluster.office()
    cluster.serve(0)
    yield tmp_path
    os.kill(office, signal.SIGTERM)
    os.waitpid(office, 0)


def set_back(*commands: list[str]) -> list[tuple[int, str, str]]:
    """The commands in a process whose clock is three days back: status, what it printed, what it said."""
    asked = [sys.executable, "benchmarks/killed/set_back.py", "3"]
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(asked, cwd=ROOT, env=there, input=json.dumps(commands), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [(status, said, told) for status, said, told in json.loads(done.stdout)]


def whole(*commands: list[str]) -> list[str]:
    """What they printed; each of them has come to its end."""
    done = set_back(*commands)
    assert [status for status, _said, _told in done] == [0] * len(commands), done
    return [said for _status, said, _told in done]


def made() -> list[str]:
    return [each.id for each in snapshots.listing()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the service is a fork of this process")
def test_after_a_clock_was_set_back_the_newest_is_what_was_made_last(place: Path) -> None:
    cluster.lsk("build")
    first = read.version()
    cluster.lsk("snapshots", "mark", first, "Board, spring")
    cluster.lsk("comment", "add", "members", "Before.", "--author", "Rada")
    cluster.rename(1)
    whole(["build"], ["comment", "add", "members", "After.", "--author", "Rada"])
    second = read.version()
    day = datetime.now(UTC) - timedelta(days=3)
    assert second.startswith(f"{day:%Y%m%d}-") and first > second, "the id says what the clock said"
    assert made() == [second, first]
    assert snapshots.meant("previous").id == first
    assert [each.text for each in comments.on("members")] == ["After.", "Before."]
    listed, doctor = set_back(["snapshots"], ["doctor", "--port", "0", "--format", "json"])
    assert re.search(rf"{second}.* 0 min", listed[1]) and re.search(rf"{first}.* dated ahead", listed[1])
    assert "Hold the clock of this machine against another" in doctor[1]

    whole(["rollback", "previous"])
    assert (read.version(), pointers.latest()) == (first, second)
    whole(["rollback", "--forward"], ["snapshots", "mark", "current", "Board, summer"])
    assert (read.version(), pointers.pinned()) == (second, None)

    imports = ["--yes", "--by", "test"]
    whole(["fetch", "boundaries"], ["import", "members", str(cluster.members(1)), *imports],
          ["import", "targets", str(cluster.targets(1)), *imports])  # fmt: skip
    assert len(made()) == len(set(made())) == 5 and made()[-2:] == [second, first]
    assert read.version() == made()[0]
    assert {row["name"] for row in read.rows("SELECT name FROM members")} == {"Firm 1"}
    assert len([card for card in source.cards() if card.root == place / "home"]) == 3
    assert review.pair()[0].id == second, "the mark made last, whatever moment it bears"

    events = [json.loads(line)["event"] for line in (place / "log.txt").read_text(encoding="utf-8").splitlines()]
    changing = [each for each in events if each.endswith(".done")]
    assert changing == ["build.done"] * 2 + ["rollback.done"] * 2 + ["fetch.done"] + ["import.done"] * 2

    os.truncate(snapshots.file(made()[0]), 100_000)
    assert standing.shown().snapshot == made()[1], "the last good one is the one made before"
    pointers.pin(second)
    snapshots.file(second).unlink()
    assert standing.shown().snapshot == first, "held readers are never moved to what was made later"
    cluster.lsk("build")
    cluster.lsk("rollback", "--forward")
    assert read.version() == made()[0], "the clock is right again"


def test_snapshots_of_a_folder_without_a_noted_order_are_sorted_by_their_times(place: Path) -> None:
    cluster.lsk("build")
    first = read.version()
    (snapshots.folder() / "order").unlink()
    cluster.rename(1)
    whole(["build"])
    assert made() == [read.version(), first]
    (snapshots.folder() / "order").write_bytes(b"half a li")  # cut short by a crash
    assert made() == [first, read.version()]
    cluster.rename(2)
    cluster.lsk("build")
    assert made()[0] == read.version() and (snapshots.folder() / "order").read_bytes().startswith(b"half a li\n2")
