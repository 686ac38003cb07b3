"""A checked table put in the place of the one there was: whole, with its record, or not at all."""

import getpass
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.errors import RegisterRefused
from lsk_metrics.ingest import build, source
from lsk_metrics.ingest.register.importing import Plan
from lsk_metrics.ingest.register.keeping import FOLDER, described, restore, staged, sweep, written


def publish(plan: Plan, by: str | None = None, say: Callable[[str], None] = lambda line: None) -> build.Build:
    """Keep the file as it came, replace the table and build; a LskError leaves everything as it was.

    by is who answers for it; without it, whoever runs the program."""
    if not plan.fits or plan.incoming is None:
        raise RegisterRefused(f"{plan.file} has problems; nothing was published.")
    if build.inputs_sha256() != plan.base:
        raise RegisterRefused(
            f"The data have changed since {plan.file} was checked. Nothing was published; check again."
        )
    folder = paths.home() / FOLDER
    place = folder / f"{plan.table.name}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = place.read_bytes() if place.is_file() else None
        kept = received(plan, folder / source.RECEIVED, by or whoever())
        card = staged(plan.table, plan.file, plan.checked.rows, paths.home())
        # The card is what counts: one rename, and it names a file that is whole.
        written(place, described(card))
    except OSError as reason:
        raise RegisterRefused(
            f"The register cannot be written to {folder}: {reason.strerror}. Nothing was published; "
            "LSK_HOME may name a folder of your own."
        ) from reason
    done = False
    try:
        built = build.build(say)
        done = True
    finally:
        if not done:
            restore(place, before)
            for path in kept:
                path.unlink(missing_ok=True)
        sweep(folder)
    return built


def received(plan: Plan, folder: Path, by: str) -> list[Path]:
    """The file as it came and the record of it: what it is, when it came and who brought it."""
    assert plan.incoming is not None
    moment = datetime.now(UTC)
    plain = re.sub(r"[^\w.-]+", "_", plan.file)[-80:].lstrip(".") or "file"
    place = folder / f"{moment:%Y%m%dT%H%M%S%f}Z-{plan.incoming.sha256[:8]}-{plain}"
    record = {
        "file": plan.file,
        "sha256": plan.incoming.sha256,
        "received_at": moment.isoformat(timespec="seconds"),
        "by": by,
        "table": plan.table.name,
        "rows": len(plan.checked.rows),
    }
    folder.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(place.name + ".json")
    written(place, plan.incoming.content)
    written(beside, (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return [place, beside]


def whoever() -> str:
    """The name under which the program runs, where the system knows one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
