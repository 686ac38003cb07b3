"""Three servers on one home that they cannot write to, and whoever publishes for them."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsk_metrics import paths
from tools.replicas import Replica, fleet
from tools.server import ROOT

# Whoever is root may write anywhere: without this right (CAP_DAC_OVERRIDE) it may not. Others never had it.
BOUND = "import ctypes, os, sys; ctypes.CDLL(None).prctl(24, 1); os.execv(sys.argv[1], sys.argv[1:])"
SHUT = (sys.executable, "-c", BOUND)
EARLY = "early"
WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders read-only by other means")


@pytest.fixture(scope="module")
def shared(snapshot: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with one snapshot in which nothing can be made.

    The folder of pages drawn early stays shut even while somebody publishes: a replica that found it open in just
    that second would rightly fill it.
    """
    home = tmp_path_factory.mktemp("shared") / "home"
    (home / "snapshots").mkdir(parents=True)
    (home / EARLY).mkdir()
    for name in (f"{snapshot}.duckdb", "current"):
        shutil.copy(paths.home() / "snapshots" / name, home / "snapshots" / name)
    lock(home)
    yield home
    unlock(home)


@pytest.fixture(scope="module")
def replicas(shared: Path) -> Iterator[list[Replica]]:
    # Pages drawn early are asked for, and cannot be kept.
    with fleet(shared, 3, prefix=SHUT, settings={"LSK_EARLY": "on"}) as found:
        yield found


@pytest.fixture
def command(shared: Path) -> Callable[..., str]:
    """A command by the one that may write; it ends before anything else is done."""

    def run(*words: str, data: Path | None = None) -> str:
        unlock(shared)
        env = {**os.environ, "LSK_HOME": str(shared)} | ({"LSK_DATA": str(data)} if data else {})
        asked = [sys.executable, "-m", "lsk_metrics", *words]
        done = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        lock(shared)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def folders(home: Path) -> list[Path]:
    return [home, *(each for each in home.rglob("*") if each.is_dir())]


def lock(home: Path) -> None:
    for each in folders(home):
        each.chmod(each.stat().st_mode & ~WRITE)


def unlock(home: Path) -> None:
    for each in folders(home):
        if each.name != EARLY:
            each.chmod(each.stat().st_mode | stat.S_IWUSR)
