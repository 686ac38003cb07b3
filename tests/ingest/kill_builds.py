"""Kills real builds, one after another, in a home of its own, and says what was found after each.

Run by test_killed_builds.py as `python kill_builds.py KILLS SEED`, with LSK_DATA and LSK_HOME set. Each build is a
process of its own, forked from one that has only imported the program, so that a kill costs a build and no more.
"""

import hashlib
import json
import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import duckdb

from lsk_metrics import paths
from lsk_metrics.errors import LskError
from lsk_metrics.ingest.build import build, inputs_sha256
from lsk_metrics.warehouse import read, snapshots

# What stands in every snapshot of the little cluster, whichever of its members' names it holds.
ROWS = {"members": 3, "observations": 4, "claims": 2, "claim_checks": 2, "regions": 2, "sources": 3}
ROWS["rules"] = len(list((paths.PACKAGE / "warehouse" / "rules").glob("*.sql")))


Tell = Callable[[str], None]
connect = duckdb.connect


def connect_with_one_thread(*where: Any, config: dict[str, Any] | None = None) -> duckdb.DuckDBPyConnection:
    """The same files are written, without a pool of threads for each of a thousand short lives."""
    return connect(*where, config={**(config or {}), "threads": 1})


duckdb.connect = connect_with_one_thread


def main(kills: int, seed: int) -> None:
    chance = random.Random(seed)
    rename(0)
    began = time.monotonic()
    lines = [line.split(":")[0] for line in finished(forked(build))]
    took = time.monotonic() - began
    found = []
    for turn in range(1, kills + 1):
        before = pointed()
        rename(turn)
        process, out = forked(build)
        # Every other kill follows a line of progress, each line in its turn, within the next few milliseconds; what
        # comes after the last line is two renames, which are over soon.
        step = lines[turn // 2 % len(lines)] if turn % 2 else "by the clock"
        if turn % 2:
            hear(out, step)
            time.sleep(chance.random() * (0.002 if step == lines[-1] else 0.012))
        else:
            time.sleep(chance.random() * took * 1.05)
        os.kill(process, signal.SIGKILL)
        _process, status = os.waitpid(process, 0)
        os.close(out)
        rebuilt = turn % 5 == 0 or turn == kills
        found.append({"step": step, "killed": os.WIFSIGNALED(status), "rebuilt": rebuilt, **looked(before, rebuilt)})
    print(json.dumps(found))


def rename(turn: int) -> None:
    """Another name for one member, so that there is something to build."""
    path, card = paths.data() / "register" / "members.csv", paths.data() / "sources" / "own.toml"
    path.write_text(re.sub(r"Gamma[^,]*", f"Gamma {turn}", path.read_text(encoding="utf-8")), encoding="utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    card.write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{sha256}"', card.read_text(encoding="utf-8")), "utf-8")


def looked(before: str, rebuilt: bool) -> dict[str, Any]:
    """What a process that comes after the kill finds, and what its own build, if there is one, makes of it."""
    [line] = finished(forked(lambda tell: tell(json.dumps(state(before, rebuilt)))))
    answer: dict[str, Any] = json.loads(line)
    return answer


def state(before: str, rebuilt: bool) -> dict[str, Any]:
    left, new = len(snapshots.leftovers()), inputs_sha256()
    then = snapshots.find(pointed())
    if then is None or (then.id != before and then.data_sha256 != new):
        faults = [f"readers are pointed at {pointed()!r}: neither the old nor the new one, or not whole"]
    else:
        faults = counted(then.id)
    return {"left": left, "new": bool(then and then.data_sha256 == new), "faults": faults + rebuilding(new, rebuilt)}


def rebuilding(new: str, rebuilt: bool) -> list[str]:
    """What is wrong after a build that nobody kills."""
    if not rebuilt:
        return []
    try:
        built = build()
    except LskError as reason:
        return [f"the next build stopped: {reason}"]
    after = snapshots.find(pointed())
    if after is None or after.id != built.snapshot or after.data_sha256 != new:
        return ["the next build published something else"]
    for old in snapshots.listing()[1:]:
        snapshots.remove(old.id)
    still = {path.name for path in snapshots.folder().iterdir() if path.suffix != ".duckdb"} - {"current", "order"}
    return counted(after.id) + ([f"the next build leaves {sorted(still)}"] if still else [])


def counted(snapshot: str) -> list[str]:
    """What is missing from a snapshot: all of its rows are read, and the member's name is one name."""
    sql = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS rows FROM {name}" for name in ROWS)
    rows = {row["name"]: row["rows"] for row in read.rows(sql, snapshot=snapshot)}
    names = [row["name"] for row in read.rows("SELECT name FROM members ORDER BY id", snapshot=snapshot)]
    whole = rows == ROWS and names[:2] == ["Alfa Ltd", "Beta Ltd"] and names[2].startswith("Gamma ")
    return [] if whole else [f"{snapshot} holds {rows} and {names}"]


def pointed() -> str:
    return (snapshots.folder() / "current").read_text(encoding="utf-8").strip()


def forked(work: Callable[[Tell], object]) -> tuple[int, int]:
    """Do the work in a process of its own; gives its id and the reading end of the pipe it speaks into."""
    out, into = os.pipe()
    process = os.fork()
    if process:
        os.close(into)
        return process, out
    os.close(out)

    def tell(line: str) -> None:
        os.write(into, f"{line}\n".encode())

    status = 1
    try:
        work(tell)
        status = 0
    finally:
        os._exit(status)


def finished(started: tuple[int, int]) -> list[str]:
    """All lines of a process that is let to end; raises RuntimeError where it ends badly."""
    process, out = started
    with os.fdopen(out, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    _process, status = os.waitpid(process, 0)
    if status:
        raise RuntimeError(f"a process ended with {status}: {lines}")
    return lines


def hear(out: int, step: str) -> None:
    """Wait for a line that begins so, or for the end of the build."""
    heard = b""
    while (more := os.read(out, 65536)) and f"{step}:".encode() not in (heard := heard + more):
        pass


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
