"""Kills real imports of a register, one after another, in a home of its own, and says what was found after each.

Run by test_killed_imports.py as `python kill_imports.py KILLS SEED`, with LSK_DATA and LSK_HOME set. An import is all
of it: the file is read and checked, a draft tried, the table and its card laid down, the snapshot built.
"""

import json
import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.ingest import source
from lsk_metrics.ingest.build import build
from lsk_metrics.ingest.register import importing, publishing
from lsk_metrics.warehouse import read, snapshots
from tests.ingest.kill_builds import Tell, finished, forked, pointed

HEADER = "id,name,type,area,value_chain,town,joined,left\n"
MEMBERS = "SELECT id, name FROM members ORDER BY id"


def main(kills: int, seed: int) -> None:
    chance = random.Random(seed)
    finished(forked(partial(bring, 0)))
    began = time.monotonic()
    lines = [line.split(":")[0] for line in finished(forked(partial(bring, 1)))]
    took = time.monotonic() - began
    found, last = [], 1
    for turn in range(2, kills + 2):
        process, out = forked(partial(bring, turn))
        step = "by the clock"
        if turn % 2:
            step = lines[turn // 2 % len(lines)]
            heard = b""
            while (more := os.read(out, 65536)) and f"{step}:".encode() not in (heard := heard + more):
                pass
            time.sleep(chance.random() * 0.012)
        else:
            time.sleep(chance.random() * took * 1.05)
        os.kill(process, signal.SIGKILL)
        _process, status = os.waitpid(process, 0)
        os.close(out)
        [said] = finished(forked(partial(report, last, turn)))
        answer: dict[str, Any] = json.loads(said)
        found.append({"step": step, "killed": os.WIFSIGNALED(status), **answer})
        last = answer["after"]
    print(json.dumps(found))


def bring(turn: int, tell: Tell) -> None:
    """Import a register of three members, whose names say which import they came with."""
    path = Path(os.environ["LSK_HOME"]).parent / f"members{turn}.csv"
    path.write_text(HEADER + "".join(f"N{at},Firm {turn},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(3)), "utf-8")
    tell("read: begins")
    plan = importing.plan(path, "members")
    tell("plan: made")
    publishing.publish(plan, by="test", say=tell)


def report(last: int, turn: int, tell: Tell) -> None:
    tell(json.dumps(state(last, turn)))


def state(last: int, turn: int) -> dict[str, Any]:
    """What readers find at once, and what the next build makes of what was left."""
    faults = []
    then = whole(pointed())
    if then not in (last, turn):
        faults.append(f"readers see import {then}, where the last was {last} and {turn} was killed")
    source.cards()  # raises where a card names a file that is not whole
    build()
    after = whole(pointed())
    if after not in (last, turn):
        faults.append(f"the next build shows import {after}")
    for old in snapshots.listing():
        if not old.current:
            snapshots.remove(old.id)
    still = {path.name for path in (paths.home() / "register").iterdir() if path.name.startswith(".")}
    return {"faults": faults, "new": after == turn, "at_once": then == turn, "after": after, "hidden": len(still)}


def whole(snapshot: str) -> int | None:
    """The import all three members of a snapshot came with, or nothing where they are not three of one import."""
    rows = read.rows(MEMBERS, snapshot=snapshot)
    names = {row["name"] for row in rows}
    return int(names.pop().split()[1]) if len(rows) == 3 and len(names) == 1 else None


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
