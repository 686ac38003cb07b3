"""`lsk build`, `lsk snapshots` and `lsk check`: what readers see, what is kept, and whether the data hold."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from lsk_metrics import printing

if TYPE_CHECKING:
    import argparse


def build(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.build import build as made

    built = made(printing.note)
    if asked.format == "table":
        print(
            f"Snapshot {built.snapshot} is published."
            if built.made
            else f"Nothing has changed: snapshot {built.snapshot} stays."
        )
    else:
        print(printing.printed([asdict(built)], asked.format))
    return 0


def listing(asked: argparse.Namespace) -> int:
    from lsk_metrics.warehouse import snapshots as kept

    print(printing.printed([found._asdict() for found in kept.listing()], asked.format))
    return 0


def check(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.check import check as checked

    results = checked()
    print(printing.printed([asdict(result) for result in results], asked.format))
    return 1 if any(result.result == "broken" for result in results) else 0
