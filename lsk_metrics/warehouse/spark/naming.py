"""Names in the other engine: the database of a snapshot, the view that says which one is shown."""

from __future__ import annotations

import re

SHOWN = "lsk.shown"  # a view of one row: the id of the snapshot that readers see
PUBLISHED = "published"  # a view in a snapshot's database, made last: the database is whole
PREFIX = "lsk_"


def database(snapshot: str) -> str:
    """The database of a snapshot: 20261121-ba5e4277 is in lsk_20261121_ba5e4277; raises ValueError for another id."""
    if not re.fullmatch(r"\d{8}-[0-9a-f]{8}", snapshot):
        raise ValueError(snapshot)
    return PREFIX + snapshot.replace("-", "_")


def snapshot(name: str) -> str | None:
    """The snapshot whose database this is, if it is one."""
    found = re.fullmatch(PREFIX + r"(\d{8})_([0-9a-f]{8})", name)
    return f"{found[1]}-{found[2]}" if found else None


def told(address: str) -> str:
    """An address as it may be shown: without what follows the port, which may be a key."""
    return "sc://" + address.removeprefix("sc://").split("/")[0].split(";")[0]
