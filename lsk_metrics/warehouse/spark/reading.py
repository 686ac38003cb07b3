"""What `warehouse/read.py` asks of another engine: rows of a snapshot, which snapshot is shown, and which there are."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Any

from pyspark.errors import PySparkException

from lsk_metrics.errors import NameUnknown, SnapshotError, SnapshotLacks, WarehouseUnreachable
from lsk_metrics.warehouse.remembered import Found
from lsk_metrics.warehouse.snapshots import Snapshot, beginning
from lsk_metrics.warehouse.spark import naming
from lsk_metrics.warehouse.spark.publishing import Published, publish
from lsk_metrics.warehouse.spark.rules.columns import Schema
from lsk_metrics.warehouse.spark.server import first_line, line
from lsk_metrics.warehouse.spark.translation import translated
from lsk_metrics.warehouse.standing import Shown

FRESH_S = 1.0  # for so long it is not asked again which snapshot is shown
HELD: dict[str, list[Snapshot]] = {}  # by server: the snapshots there when they were last listed
KNOWN: dict[str, tuple[str, float]] = {}  # by server: the snapshot shown when it was last asked, and when that was
KNOWN_LOCK = Lock()


@dataclass(frozen=True)
class Engine:
    """Another engine behind the read door: what it is asked for, as `read.py` would of a file of its own."""

    address: str

    def fetched(self, snapshot: str, sql: str, parameters: Mapping[str, Any]) -> Found:
        return fetched(self.address, snapshot, sql, parameters)

    def shown(self) -> Shown:
        return shown(self.address)

    def history(self) -> list[Snapshot]:
        return history(self.address)

    def meant(self, name: str) -> Snapshot:
        return meant(self.address, name)

    def publish(self, name: str, note: Callable[[str], None]) -> Published:
        return publish(self.address, name, note)


def fetched(address: str, snapshot: str, sql: str, parameters: Mapping[str, Any]) -> Found:
    """Names of columns and rows, as the other engine gives them: the same as DuckDB would."""
    text = translated_for(address, snapshot, sql)
    try:
        found = line(address).table(text, dict(parameters))
    except PySparkException as reason:
        raise lacking(address, snapshot, reason) from reason
    columns = [column.to_pylist() for column in found.columns]
    return tuple(found.column_names), list(zip(*columns, strict=True))


@lru_cache(maxsize=512)
def translated_for(address: str, snapshot: str, sql: str) -> str:
    return translated(sql, schema(address, snapshot), naming.database(snapshot))


@lru_cache(maxsize=8)
def schema(address: str, snapshot: str) -> Schema:
    """Tables and views of a snapshot with their columns; raises SnapshotError where it is not published there."""
    try:
        where = naming.database(snapshot)
    except ValueError:
        raise NameUnknown("snapshot", snapshot, [each.id for each in history(address)]) from None
    sql = f"SELECT table_name, column_name FROM {where}.duckdb_columns ORDER BY table_name, column_index"
    try:
        found = line(address).table(sql).to_pylist()
    except PySparkException as reason:
        raise SnapshotError(
            "Snapshot {snapshot} is not in {address}. “lsk publish {address}” writes it there.",
            snapshot=snapshot,
            address=naming.told(address),
        ) from reason
    columns: dict[str, list[str]] = {}
    for row in found:
        columns.setdefault(row["table_name"], []).append(row["column_name"])
    return columns


def lacking(address: str, snapshot: str, reason: PySparkException) -> SnapshotError:
    """What a snapshot of an older or newer program lacks, or what the engine refuses."""
    named = re.search(r"\[(?:TABLE_OR_VIEW_NOT_FOUND|UNRESOLVED_COLUMN)[^`]*`([^\]]+?)`(?: cannot|\.| |$)", str(reason))
    if named is None:
        return SnapshotError("The question cannot be put to Spark: {why}", why=first_line(reason))
    what = named.group(1).replace("`", "").split(".")[-1]
    made = [each.program for each in history(address) if each.id == snapshot]
    return SnapshotLacks(snapshot, what, made[0] if made else "?")


def shown(address: str) -> Shown:
    """The snapshot that readers see; where the server cannot be reached, the one that they saw last, and why."""
    with KNOWN_LOCK:
        known = KNOWN.get(address)
    if known and time.monotonic() - known[1] < FRESH_S:
        return Shown(known[0])
    try:
        found = pointed_at(address)
    except WarehouseUnreachable as reason:
        if known is None:
            raise
        return Shown(known[0], reason)
    with KNOWN_LOCK:
        KNOWN[address] = found, time.monotonic()
    # Asked while the server answers: when it is away, a page says of when the snapshot is that it goes on with.
    with suppress(WarehouseUnreachable):
        marks(address, naming.database(found))
    return Shown(found)


def pointed_at(address: str) -> str:
    try:
        [row] = line(address).table(f"SELECT snapshot FROM {naming.SHOWN}").to_pylist()
    except PySparkException as reason:
        raise SnapshotError(
            "No snapshot is published in {address}. “lsk publish {address}” writes one there.",
            address=naming.told(address),
        ) from reason
    found: str = row["snapshot"]
    return found


def history(address: str) -> list[Snapshot]:
    """The snapshots that are published whole, newest first, or those that were when the server last answered."""
    try:
        HELD[address] = listed(address)
    except WarehouseUnreachable:
        with KNOWN_LOCK:
            known = KNOWN.get(address)
        if known is None:
            raise
        last = known[0]
        others = [each._replace(current=False, latest=False) for each in HELD.get(address, []) if each.id != last]
        held = [described(row, last) for row in marks(address, naming.database(last))]
        return sorted([*held, *others], key=newest, reverse=True)
    return HELD[address]


def listed(address: str) -> list[Snapshot]:
    """The same as the server says now; the size of what it holds is not known."""
    named = line(address).table("SHOW DATABASES LIKE 'lsk_*'").column(0).to_pylist()
    whole = [name for name in named if naming.snapshot(name)]
    last = shown(address).snapshot
    found = [described(row, last) for name in whole for row in marks(address, name)]
    return sorted(found, key=newest, reverse=True)


def newest(each: Snapshot) -> tuple[datetime, str]:
    return each.built_at, each.id


@lru_cache(maxsize=1024)
def mark(address: str, name: str) -> tuple[str, datetime, str, str]:
    row = (
        line(address).table(f"SELECT id, built_at, data_sha256, program FROM {name}.{naming.PUBLISHED}").to_pylist()[0]
    )
    return row["id"], row["built_at"], row["data_sha256"], row["program"]


def marks(address: str, name: str) -> list[tuple[str, datetime, str, str]]:
    """What a database says that it holds; nothing of one that is not whole."""
    try:
        return [mark(address, name)]
    except PySparkException:
        return []


def described(row: tuple[str, datetime, str, str], last: str) -> Snapshot:
    seen = row[0] == last
    return Snapshot(*row, current=seen, latest=seen, pinned=False, bytes=0)


def meant(address: str, name: str) -> Snapshot:
    """The snapshot meant by an id, its beginning, “current” or “previous”; raises NameUnknown or SnapshotError."""
    known = history(address)
    at = next((at for at, each in enumerate(known) if each.current), 0)
    if name == "current" and known:
        return known[at]
    if name == "previous":
        if at + 1 >= len(known):
            words = "There is no snapshot before the current one, {snapshot}."
            raise SnapshotError(words, snapshot=known[at].id if known else "–")
        return known[at + 1]
    return beginning(name, known)
