"""Whether the questions go to another engine, and its door; what that needs is read only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError

if TYPE_CHECKING:
    from lsk_metrics.warehouse.spark.reading import Engine


def engine() -> Engine | None:
    """The engine that the setting LSK_WAREHOUSE names; none where this installation's own files are asked."""
    address = paths.warehouse()
    return None if address is None else at(address)


def at(address: str) -> Engine:
    """The engine at an address; raises SnapshotError where it is no such address, or its packages are missing."""
    if not address.startswith("sc://"):
        raise SnapshotError(
            "“{address}” is no warehouse: one begins with sc://, as in sc://host:15002.", address=address
        )
    try:
        from lsk_metrics.warehouse.spark.reading import Engine
    except ModuleNotFoundError as reason:
        raise SnapshotError(
            "To ask Apache Spark, “pip install lsk-metrics[spark]” is needed: there is no {package} here.",
            package=reason.name,
        ) from reason
    return Engine(address)
