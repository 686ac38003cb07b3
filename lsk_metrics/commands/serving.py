"""`lsk run`: build where the data have changed, then serve the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import __version__, journal, paths, printing
from lsk_metrics.errors import LskError, PortRefused

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="localhost", help="address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8501, help="port to listen on (default: 8501)")
    parser.add_argument(
        "--replica",
        action="store_true",
        help="one of several on the same LSK_HOME: serve what is published, build nothing",
    )


def run(asked: argparse.Namespace) -> int:
    from lsk_metrics import api
    from lsk_metrics.api import early
    from lsk_metrics.api.data import status
    from lsk_metrics.indicators import warming
    from lsk_metrics.screen import ahead, server

    built = published() if asked.replica or paths.warehouse() else build_snapshot()
    address = f"http://{asked.host}:{asked.port}"
    row = {"address": address, "snapshot": built, "data": f"{address}/api/v1/"}
    print(
        f"{address}  ({f'snapshot {built}' if built else 'no snapshot yet'}; data under /api/v1/; stop with Ctrl+C)"
        if asked.format == "table"
        else printing.printed([row], asked.format),
        flush=True,
    )
    journal.begin(serving=True)
    journal.event("server.started", port=asked.port, snapshot=built, version=__version__)
    early.begin()
    warming.begin()
    try:
        middleware = api.middleware(server.sessions, server.has, ahead.found)
        server.serve(asked.host, asked.port, api.routes(), middleware, status.ENDING.set, builds=not asked.replica)
    except SystemExit as end:
        if end.code:
            other = f"“lsk run --port {asked.port + 1}”"
            raise PortRefused(f"Port {asked.port} on {asked.host} is taken; try {other}.") from end
    return 0


def published() -> str:
    """What another has published for this server to show; empty where there is nothing yet, which is no error."""
    from lsk_metrics.indicators import shown

    try:
        return shown().snapshot
    except LskError as reason:
        printing.note(f"lsk: {reason}")
        return ""


def build_snapshot() -> str:
    """The snapshot to serve: of the data as they are now, else the last good one with the reason said."""
    from lsk_metrics.commands.snapshots import announce
    from lsk_metrics.ingest.build import build as made
    from lsk_metrics.warehouse import snapshots as kept

    try:
        built = made(printing.note)
        announce(built.held, built.snapshot)
        return built.held or built.snapshot
    except LskError as reason:
        last = kept.current()
        if last is None or not kept.is_here(last):
            raise
        printing.note(f"lsk: {reason}\nlsk: The dashboard shows the last good snapshot, {last}.")
        return last
