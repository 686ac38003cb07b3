"""Whenever a build is killed, readers see the old snapshot or the new one, whole, and the next build goes on."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

WORKER = Path(__file__).with_name("kill_builds.py")
STEPS = {
    "helix", "areas", "value_chains", "segments", "member_types", "regions", "powiats", "claims", "caveats", "towns",
    "members", "observations", "checks", "rules", "snapshot", "by the clock",
}  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a build is killed as Unix kills a process")
def test_204_builds_killed_at_every_step_leave_the_old_snapshot_or_the_new_one_whole(
    elsewhere: Path, tmp_path: Path
) -> None:
    workers = []
    for seed in (1, 2):
        data, home = tmp_path / f"data{seed}", tmp_path / f"home{seed}"
        copytree(elsewhere, data)
        there = {**os.environ, "LSK_DATA": str(data), "LSK_HOME": str(home), "PYTHONUTF8": "1"}
        there["PYTHONPATH"] = str(Path(__file__).parents[2])
        command = [sys.executable, str(WORKER), "102", str(seed)]
        workers.append(subprocess.Popen(command, env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    found = []
    for worker in workers:
        out, complaint = worker.communicate(timeout=900)
        assert worker.returncode == 0, complaint
        found += json.loads(out)
    assert [each for each in found if each["faults"]] == []
    assert len(found) == 204
    steps = Counter(each["step"] for each in found)
    assert set(steps) == STEPS
    assert min(steps.values()) >= 6
    # Were these not so, nothing would have been tried: builds that died, drafts they left, and both ways it can end.
    assert sum(each["killed"] for each in found) >= 160
    assert sum(each["left"] > 0 for each in found) >= 100
    assert 1 <= sum(each["new"] for each in found) <= 100
    assert sum(each["rebuilt"] for each in found) >= 40
