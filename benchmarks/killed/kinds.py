"""The commands that are killed: what is made ready, what is run, and what must be found afterwards."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from killed import cluster
from lsk_metrics import paths
from lsk_metrics.errors import LskError
from lsk_metrics.ingest import source
from lsk_metrics.warehouse import pointers, read, snapshots


@dataclass
class Kind:
    """One command. begin is done before each turn, by a process that is not killed; command gives what is run then.

    found tells as JSON what readers and the next run have: after a kill it must be as before or as after the whole
    run, unless `parts` says that a command does several things one by one, each whole. sweep bounds the disk."""

    name: str
    begin: Callable[[int], None]
    command: Callable[[int], list[str]]
    found: Callable[[], Any]
    parts: bool = False
    ready: Callable[[], None] = field(default=lambda: None)
    sweep: Callable[[], None] = field(default=lambda: None)


def work() -> Path:
    """The folder of this trial: data, home, files to import, files written."""
    return paths.home().parent


def shown() -> dict[str, Any]:
    """All that readers see, and all that was imported; raises LskError where some of it is damaged."""
    seen = read.version()
    sql = {
        "members": "SELECT name FROM members ORDER BY id",
        "outlines": "SELECT layer, code, md5(geometry_json) AS shape FROM outlines ORDER BY ALL",
        "targets": "SELECT id, target_value FROM targets ORDER BY id",
        "observations": "SELECT count(*) AS count, sum(value) AS value FROM observations",
    }
    seen_rows = {name: read.rows(query, snapshot=seen) for name, query in sql.items()}
    cards = {card.id: card.sha256 for card in source.cards() if card.root == paths.home()}
    return {"readers": seen_rows, "imported": cards}


def pointing() -> dict[str, Any]:
    return {"readers": read.version(), "held": pointers.pinned(), "latest": pointers.latest()}


def marked() -> dict[str, Any]:
    return {"marks": {each.id: each.mark for each in snapshots.listing()}, **pointing()}


def restored() -> dict[str, Any]:
    [pack] = work().glob("pack/*.zip")
    name = json.loads((work() / "pack" / "snapshot.json").read_text("utf-8"))
    here = snapshots.find(name)
    if here is None:
        return {"pack": pack.name, "there": (snapshots.folder() / f"{name}.duckdb").exists(), **pointing()}
    members = read.rows("SELECT name FROM members ORDER BY id", snapshot=name)
    return {"pack": pack.name, "there": True, "restored": here.restored, "members": members, **pointing()}


def exported() -> dict[str, str]:
    """Every file of the review under its final name, with its checksum."""
    files = (path for path in (work() / "out").glob("*") if path.suffix in (".xlsx", ".html"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def clear(folder: str) -> None:
    shutil.rmtree(work() / folder, ignore_errors=True)


def forget_old() -> None:
    """Keep the folder of snapshots small; the last two stay."""
    for each in snapshots.listing()[2:]:
        with suppress(LskError):
            snapshots.remove(each.id)


def take_away() -> None:
    """The snapshot of the pack is cleaned away, as `lsk snapshots --remove` would."""
    name = json.loads((work() / "pack" / "snapshot.json").read_text("utf-8"))
    for path in snapshots.folder().glob(f"{name}.*"):
        path.unlink()


PACK = ["export", "review", "--figures", "members", "--lang", "en", "--as", "zip", "--to"]


def two_snapshots() -> None:
    for turn in (1, 2):
        cluster.rename(turn)
        cluster.lsk("build")


def packed() -> None:
    """A pack of a review of the first snapshot, which is then not the one readers see."""
    cluster.lsk("build")
    name = read.version()
    cluster.lsk(*PACK, str(work() / "pack"))
    (work() / "pack" / "snapshot.json").write_text(json.dumps(name), "utf-8")
    cluster.rename(1)
    cluster.lsk("build")


def oldest_or_forward(turn: int) -> list[str]:
    return ["rollback", "--forward"] if turn % 2 else ["rollback", snapshots.listing()[-1].id]


def bring(what: str, write: Callable[[int], Path]) -> Kind:
    more = [] if what == "boundaries" else ["--yes", "--by", "test"]
    return Kind(
        f"import {what}", lambda turn: None, lambda turn: ["import", what, str(write(turn)), *more], shown,
        ready=lambda: cluster.lsk("build"), sweep=forget_old,
    )  # fmt: skip


REVIEW = ["export", "review", "--figures", "members", "--lang", "en", "--as", "xlsx", "--as", "html", "--to"]
KINDS = [
    Kind("build", cluster.rename, lambda turn: ["build"], shown, ready=lambda: cluster.lsk("build"), sweep=forget_old),
    bring("members", cluster.members),
    bring("targets", cluster.targets),
    bring("boundaries", cluster.boundaries),
    Kind("fetch", cluster.serve, lambda turn: ["fetch", "boundaries"], shown,
         ready=lambda: cluster.lsk("build"), sweep=forget_old),
    Kind("rollback", lambda turn: None, oldest_or_forward, pointing, ready=two_snapshots),
    Kind("mark", lambda turn: None, lambda turn: ["snapshots", "mark", "current", f"Turn {turn}"], marked,
         ready=two_snapshots),
    Kind("export", lambda turn: clear("out"), lambda turn: [*REVIEW, str(work() / "out")], exported, parts=True,
         ready=lambda: cluster.lsk("build")),
    Kind("restore", lambda turn: take_away(),
         lambda turn: ["restore", str(next((work() / "pack").glob("*.zip")))], restored, ready=packed),
]  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}
