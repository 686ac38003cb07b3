"""`lsk import`: what a person brings in from a file, boundaries or a table of the register."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics import printing
from lsk_metrics.commands import register

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.ingest.boundaries import Boundaries


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=["boundaries", *register.TABLES], help="boundaries of units, or a table of the register"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook (.xlsx) or CSV; for boundaries GeoJSON")
    register.arguments(parser.add_argument_group("for a table of the register"))


def bring(asked: argparse.Namespace) -> int:
    if asked.what in register.TABLES:
        return register.bring(asked)
    from lsk_metrics.ingest import boundaries

    found = boundaries.read(asked.file)
    boundaries.keep(found)
    return taken(found, asked.format)


def taken(found: Boundaries, form: str) -> int:
    """Publish a snapshot with the boundaries in it, and say how much was taken."""
    from lsk_metrics.ingest.build import build as made

    built = made(printing.note)
    units, before, after = len(found.polygons), found.vertices_before, found.vertices_after
    if form == "table":
        print(f"{units} {found.layer.units_are} are taken from {found.file}: {before} vertices, thinned to {after}.")
        print(f"Snapshot {built.snapshot} {'is published' if built.made else 'has them already'}.")
    else:
        row = {"layer": found.layer.id, "units": units, "vertices_before": before, "vertices_after": after}
        print(printing.printed([row | asdict(built)], form))
    return 0
