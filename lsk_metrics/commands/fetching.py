"""`lsk fetch`: what is refreshed over the network, when a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics import printing
from lsk_metrics.errors import LskError, NameUnknown, RuleError, ValueRefused

if TYPE_CHECKING:
    import argparse


class Result(NamedTuple):
    """What became of one dataset: fetched, unchanged or failed, and why."""

    source: str
    dataset: str
    result: str
    said: str


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="SOURCE", nargs="?", help="boundaries, eurostat, bdl or cordis (default: all of them)"
    )
    parser.add_argument("--dataset", metavar="ID", help="only this one, such as eurostat_gdp")
    parser.add_argument("--undo", metavar="ID", help="go back to the copy before; fetches nothing")


def fetch(asked: argparse.Namespace) -> int:
    if asked.undo:
        return undo(asked)
    results = [attempt(source, dataset) for source, dataset in chosen(asked.source, asked.dataset)]
    if asked.format != "table":
        print(printing.printed([result._asdict() for result in results], asked.format))
    else:
        print(printing.printed([{"dataset": each.dataset, "result": each.result} for each in results], "table"))
    for each in results:
        if each.result == "failed":
            printing.note(f"lsk: {each.dataset}: {each.said} What was held of it stays.")
    if any(each.result != "failed" for each in results):
        publish([each.dataset for each in results if each.result == "fetched"])
    return 1 if any(each.result == "failed" for each in results) else 0


def undo(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest import fetched

    if asked.source or asked.dataset:
        raise ValueRefused(f"--undo fetches nothing, so it goes alone: lsk fetch --undo {asked.undo}")
    printing.note(fetched.undo(asked.undo))
    publish([])
    return 0


def chosen(source: str | None, dataset: str | None) -> list[tuple[str, str]]:
    """Sources and datasets to fetch; raises NameUnknown with the nearest one."""
    from lsk_metrics.ingest.services import SERVICES

    if source is not None and source not in SERVICES:
        raise NameUnknown("source", source, SERVICES)
    known = {name: service for service in ([source] if source else SERVICES) for name in SERVICES[service].datasets()}
    if not known:
        raise ValueRefused("There is nothing to fetch: no source card says under [fetch] that it comes from there.")
    if dataset is not None and dataset not in known:
        raise NameUnknown("dataset", dataset, known)
    return [(service, name) for name, service in known.items() if dataset in (None, name)]


def attempt(source: str, dataset: str) -> Result:
    from lsk_metrics.ingest.services import SERVICES

    try:
        written = SERVICES[source].fetch(printing.note, dataset)
    except LskError as reason:
        return Result(source, dataset, "failed", str(reason))
    return Result(source, dataset, "fetched" if written else "unchanged", "")


def publish(fetched: list[str]) -> None:
    """One build of all that is there now; raises RuleError that says which fetched file it fails on."""
    from lsk_metrics.ingest import blame
    from lsk_metrics.ingest.build import build

    try:
        built = build(printing.note)
    except LskError as reason:
        raise RuleError(blame.advice(reason, fetched) if fetched else str(reason)) from reason
    done = "is published" if built.made else "holds them already"
    printing.note(f"Snapshot {built.snapshot} {done}.")
