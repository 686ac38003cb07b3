"""Connections to a snapshot, one for each question that is under way: shared by threads, one mixes up their rows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import duckdb

MOST, MOST_SNAPSHOTS = 8, 8  # that wait to be used again: of a snapshot; snapshots of which there are some

Connection = duckdb.DuckDBPyConnection
_lock = Lock()
_free: OrderedDict[Connection, list[Connection]] = OrderedDict()  # by the connection they were made from


def seeing(connection: Connection) -> Connection:
    """A connection to the same snapshot; what `read.work_out_views` made comes first. USE does not carry over to it."""
    return connection.cursor().execute("SET search_path = 'memory.main,snapshot.main'")


@contextmanager
def lent(connection: Connection) -> Iterator[Connection]:
    """One that was used before, else a new one; after an error it is not used again."""
    with _lock:
        free = _free.setdefault(connection, [])
        _free.move_to_end(connection)
        while len(_free) > MOST_SNAPSHOTS:
            _free.popitem(last=False)
        cursor = free.pop() if free else None
    cursor = cursor or seeing(connection)
    yield cursor
    with _lock:
        if len(free) < MOST:
            free.append(cursor)
