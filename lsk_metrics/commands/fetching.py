"""`lsk fetch`: what is refreshed over the network, when a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import printing
from lsk_metrics.commands import bringing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["boundaries"], help="what to take: the NUTS 3 regions")


def fetch(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.services import gisco

    return bringing.taken(gisco.fetch(printing.note), asked.format)
