"""What several questions begin with is worked out once, as tables in memory that the rest of each is asked of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from lsk_metrics.together import Together
from lsk_metrics.warehouse.lent import Connection, seeing
from lsk_metrics.warehouse.parsed import statements
from lsk_metrics.warehouse.remembered import hashable

MOST = 8  # beginnings, of a few tables each


@dataclass(frozen=True)
class Beginning:
    """Steps with their names, each a SELECT that may name those before it; `rest` is what a question asks of them.

    bound are the parameters of the steps.
    """

    steps: tuple[tuple[str, str], ...]
    bound: Mapping[str, Any]
    rest: str


_lock, _turns = Lock(), Together()
_kept: OrderedDict[Hashable, Connection] = OrderedDict()  # the one used last at the end


@contextmanager
def worked_out(connection: Connection, beginning: Beginning) -> Iterator[Connection]:
    """A connection to a snapshot in which the steps are tables, for one question at a time; the others wait.

    After an error it is not used again.
    """
    key = connection, beginning.steps, tuple((name, hashable(value)) for name, value in beginning.bound.items())
    with _turns.alone(key):
        with _lock:
            found = _kept.pop(key, None)
        found = found or begun(seeing(connection), beginning)
        yield found
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST:
                _kept.popitem(last=False)


def begun(cursor: Connection, beginning: Beginning) -> Connection:
    """The same connection, with the tables; raises duckdb.Error where one cannot be made."""
    cursor.begin()
    for name, sql in beginning.steps:
        for statement in statements(cursor, f'CREATE TEMP TABLE "{name}" AS\n{sql}'):
            cursor.execute(statement, {each: beginning.bound[each] for each in statement.named_parameters})
    return cursor.commit()
