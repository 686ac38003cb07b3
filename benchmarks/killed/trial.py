"""One kind of command, killed at so many moments: what was found after each, and what the next run makes of it."""

from __future__ import annotations

import importlib
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

import duckdb

from killed import cluster, forks
from killed.kinds import BY_NAME, Kind
from lsk_metrics.__main__ import main

# Imported before the first fork, so that each of a thousand short lives need not.
BEFORE = (
    "ingest.build", "ingest.blame", "ingest.boundaries", "ingest.register.importing", "ingest.register.publishing",
    "ingest.services", "warehouse.restored", "warehouse.turn", "warehouse.reviews", "commands.reviewing",
    "exports.packs.building", "exports.packs.opening", "exports.webpage", "exports.annex", "indicators.reviews",
)  # fmt: skip
connect = duckdb.connect


def connect_with_one_thread(*where: Any, config: dict[str, Any] | None = None) -> duckdb.DuckDBPyConnection:
    """The same files are written, without a pool of threads for each process."""
    return connect(*where, config={**(config or {}), "threads": 1})


@dataclass
class Outcome:
    """Moments tried, how many runs died, and what there was then: what was before, what is after, or something between
    (the import kept and not yet shown, some files of a review). broken says what was wrong after which moment.

    steps: before which changes of a file runs died."""

    kind: str
    moments: int = 0
    killed: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    steps: set[int] = field(default_factory=set)
    all_steps: int = 0
    broken: list[str] = field(default_factory=list)


def tried(name: str, moments: int, seed: int, folder: Path, seconds: float = inf) -> Outcome:
    """Kill one command at so many moments in a folder of its own, or at as many as begin within so many seconds."""
    for module in BEFORE:
        importlib.import_module(f"lsk_metrics.{module}")
    duckdb.connect = connect_with_one_thread
    cluster.settle(folder)
    kind, chance = BY_NAME[name], random.Random(seed)
    office = cluster.office()
    cluster.serve(0)
    try:
        return all_of(kind, moments, chance, folder, time.monotonic() + seconds)
    finally:
        os.kill(office, signal.SIGTERM)
        os.waitpid(office, 0)


def all_of(kind: Kind, moments: int, chance: random.Random, folder: Path, until: float) -> Outcome:
    log, home = folder / "log.txt", folder
    outcome = Outcome(kind.name)
    whole(forks.run(kind.ready, log))
    usual = run_whole(kind, -1, log, home)  # the first does more than those that follow
    usual = run_whole(kind, 0, log, home)
    outcome.all_steps, seconds = int(usual.gave), usual.seconds
    for turn in range(1, moments + 1):
        if time.monotonic() > until:
            break
        words, before = whole(forks.run(partial(prelude, kind, turn), log)).gave
        run = partial(main, words)
        if turn % 2:
            at = (turn // 2) % outcome.all_steps + 1
            end = forks.run(run, log, within=home, kill_at=at)
            moment = f"before change {at} of {outcome.all_steps}"
            outcome.steps |= {at} if end.killed else set()
        else:
            after = chance.random() * seconds * 1.05
            end, moment = forks.run(run, log, after=after, within=home), f"after {after:.3f} s"
        outcome.moments, outcome.killed = outcome.moments + 1, outcome.killed + end.killed
        then = forks.run(kind.found, log)
        again = forks.run(run, log, within=home)
        after_all = forks.run(kind.found, log)
        outcome.ended[ending(before, then.gave, after_all.gave, kind.parts)] += 1
        for what, found in (("what is there cannot be read", then), ("the next run fails", again),
                            ("after the next run it cannot be read", after_all)):  # fmt: skip
            if found.status:
                outcome.broken.append(f"{moment}: {what}: {found.said.strip()[-400:]}")
        if not then.status and not after_all.status and (why := wrong(before, then.gave, after_all.gave, kind.parts)):
            outcome.broken.append(f"{moment}: {why}")
        if turn % 10 == 0:
            whole(forks.run(kind.sweep, log))
    return outcome


def prelude(kind: Kind, turn: int) -> tuple[list[str], Any]:
    """The command of a turn, with all ready for it, and what there is before it."""
    kind.begin(turn)
    return kind.command(turn), kind.found()


def run_whole(kind: Kind, turn: int, log: Path, home: Path) -> forks.End:
    words, _before = whole(forks.run(lambda: prelude(kind, turn), log)).gave
    return whole(forks.run(lambda: main(words), log, within=home))


def whole(end: forks.End) -> forks.End:
    if end.status:
        raise RuntimeError(f"a process that nobody killed ended with {end.status}: {end.said}")
    return end


def ending(before: Any, then: Any, after: Any, parts: bool) -> str:
    """before, after, or between: each of its parts is as before or as after; other is what must not be."""
    if then == after:
        return "after"
    if then == before:
        return "before"
    return "between" if then and not strange(before, then, after, parts) else "other"


def strange(before: Any, then: Any, after: Any, parts: bool) -> list[str]:
    """The parts of what was found that are neither as before nor as after the whole run."""
    allowed = (dict(before), dict(after))
    return [name for name in sorted({*then} if parts else {*before, *then, *after})
            if then.get(name) not in [each.get(name) for each in allowed]]  # fmt: skip


def wrong(before: Any, then: Any, after: Any, parts: bool) -> str:
    """What is wrong with what was found after a kill; empty where nothing is."""
    if before == after:
        return "the whole run has changed nothing: nothing was tried"
    if ending(before, then, after, parts) == "other":
        names = strange(before, then, after, parts) or list(then)
        return f"{names}: neither as before nor as after: {str(then)[:600]}"
    return ""
