"""`lsk publish`: a snapshot written into another engine, for readers who are sent there."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from lsk_metrics import printing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("warehouse", metavar="sc://HOST:PORT", help="the Spark Connect server to write into")
    parser.add_argument(
        "--snapshot", default="current", metavar="ID", help="an id, its beginning, “current” (as usual) or “previous”"
    )


def publish(asked: argparse.Namespace) -> int:
    from lsk_metrics.warehouse import elsewhere

    done = elsewhere.at(asked.warehouse).publish(asked.snapshot, printing.note)
    if asked.format != "table":
        print(printing.printed([asdict(done)], asked.format))
    elif done.made:
        print(f"Snapshot {done.snapshot} is published: {done.tables} tables with {done.rows} rows, in {done.database}.")
    else:
        print(f"Snapshot {done.snapshot} was published there already, in {done.database}; readers see it.")
    return 0
