"""The trial of faults, with few moments of each kind: whatever is killed, the old or the new is there, whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Builds and imports of tables are killed by hundreds elsewhere (test_killed_builds.py, test_killed_imports.py).
KINDS = ("import boundaries", "fetch", "rollback", "export", "restore")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a command is killed as Unix kills a process")
def test_each_kind_of_command_that_is_killed_leaves_nothing_broken() -> None:
    command = [sys.executable, "benchmarks/faults.py", "--moments", "2", "--only", ",".join(KINDS)]
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.rsplit(maxsplit=8) for line in done.stdout.splitlines()[1:]]
    assert [line[0] for line in lines] == list(KINDS)
    for kind, moments, died, before, after, between, _steps, broken, _seconds in lines:
        assert (moments, broken) == ("2", "0"), kind
        assert int(before) + int(after) + int(between) == 2
        assert int(died) >= 1
