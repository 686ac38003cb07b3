"""Whenever an import is killed, readers see the register before it or the new one, whole; the next build goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

WORKER = Path(__file__).with_name("kill_imports.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="an import is killed as Unix kills a process")
def test_20_imports_killed_anywhere_leave_the_old_register_or_the_new_one_whole(own: Path) -> None:
    workers = []
    for seed in (1, 2):
        data, home = own / f"data{seed}", own / f"home{seed}" / "home"
        copytree(own / "data", data)
        there = {**os.environ, "LSK_DATA": str(data), "LSK_HOME": str(home), "PYTHONUTF8": "1"}
        there["PYTHONPATH"] = str(Path(__file__).parents[3])
        home.mkdir(parents=True)
        command = [sys.executable, str(WORKER), "10", str(seed)]
        workers.append(subprocess.Popen(command, env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    found = []
    for worker in workers:
        out, complaint = worker.communicate(timeout=600)
        assert worker.returncode == 0, complaint
        found += json.loads(out)
    assert [each for each in found if each["faults"]] == []
    assert len(found) == 20
    assert len({each["step"] for each in found}) >= 6
    # Were these not so, nothing would have been tried: imports that died, and both ways it can end.
    assert sum(each["killed"] for each in found) >= 13
    assert 1 <= sum(each["new"] for each in found) <= 19
