"""What each command does, and what it says about it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.errors import LskError, PortRefused, ValueRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.ingest.boundaries import Boundaries


def run(asked: argparse.Namespace) -> int:
    from lsk_metrics import api
    from lsk_metrics.screen import server

    built = build_snapshot()
    row = {"address": f"http://{asked.host}:{asked.port}", "snapshot": built}
    print(
        f"{row['address']}  (snapshot {built}; stop with Ctrl+C)"
        if asked.format == "table"
        else printing.printed([row], asked.format),
        flush=True,
    )
    try:
        server.serve(asked.host, asked.port, api.routes())
    except SystemExit as end:
        if end.code:
            other = f"“lsk run --port {asked.port + 1}”"
            raise PortRefused(f"Port {asked.port} on {asked.host} is taken; try {other}.") from end
    return 0


def build_snapshot() -> str:
    """The snapshot to serve: of the data as they are now, else the last good one with the reason said."""
    from lsk_metrics.ingest.build import build as made
    from lsk_metrics.warehouse import snapshots as kept

    try:
        return made(note).snapshot
    except LskError as reason:
        last = kept.current()
        if last is None:
            raise
        note(f"lsk: {reason}\nlsk: The dashboard shows the last good snapshot, {last}.")
        return last


def note(line: str) -> None:
    """Progress and warnings go beside the answer, never into it."""
    print(line, file=sys.stderr)


def build(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.build import build as made

    built = made(note)
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
    from lsk_metrics.indicators import indicators

    rows = [
        {"indicator": each.id, "unit": each.unit, "role": each.role, "question": each.question, "title": each.title}
        for each in indicators()
    ]
    print(printing.printed(rows, asked.format))
    return 0


def show(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import answer

    language.use(asked.lang)
    given = dict(pair(text) for text in asked.given)
    found = answer(asked.indicator, given)
    document = found.document()
    if asked.format == "json":
        print(json.dumps(document, ensure_ascii=False, indent=2, default=str))
        return 0
    rows = printing.printed(document["rows"], asked.format)
    if asked.format == "csv":
        print(rows)
        return 0
    notes = [f"  * {caveat}" for caveat in found.caveats] + [f"  > {card.citation()}" for card in found.sources]
    head = f"{found.question}\n{found.sentence}\n[{found.title}, {found.unit}; {found.kind}; snapshot {found.snapshot}]"
    print("\n".join([head, "", rows, "", *notes]))
    return 0


def pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueRefused(f"--with takes name=value, such as first_year=2010, not “{text}”.")
    return name.strip(), value.strip()


def snapshots(asked: argparse.Namespace) -> int:
    from lsk_metrics.warehouse import snapshots as kept

    print(printing.printed([found._asdict() for found in kept.listing()], asked.format))
    return 0


def check(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.check import check as checked

    results = checked()
    print(printing.printed([asdict(result) for result in results], asked.format))
    return 1 if any(result.result == "broken" for result in results) else 0


def bring(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest import boundaries

    found = boundaries.read(asked.file)
    boundaries.keep(found)
    return taken(found, asked.format)


def fetch(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest import gisco

    return taken(gisco.fetch(note), asked.format)


def taken(found: Boundaries, form: str) -> int:
    """Publish a snapshot with the boundaries in it, and say how much was taken."""
    from lsk_metrics.ingest.build import build as made

    built = made(note)
    units, before, after = len(found.polygons), found.vertices_before, found.vertices_after
    if form == "table":
        print(f"{units} {found.layer.units_are} are taken from {found.file}: {before} vertices, thinned to {after}.")
        print(f"Snapshot {built.snapshot} {'is published' if built.made else 'has them already'}.")
    else:
        row = {"layer": found.layer.id, "units": units, "vertices_before": before, "vertices_after": after}
        print(printing.printed([row | asdict(built)], form))
    return 0
