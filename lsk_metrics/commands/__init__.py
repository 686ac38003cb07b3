"""The commands of `lsk`: each with what it takes, what it does and an example of its use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.commands import answers, asking, bringing, fetching, serving, snapshots

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


class Command(NamedTuple):
    """One command: run gives the exit status; arguments, where there are any, are added to its parser."""

    run: Callable[[argparse.Namespace], int]
    words: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None] | None = None


COMMANDS = {
    "run": Command(
        serving.run,
        "serve the dashboard, after a build where the data have changed",
        "lsk run --port 8600",
        serving.arguments,
    ),
    "build": Command(snapshots.build, "make a snapshot of the data folder and publish it", "lsk build"),
    "list": Command(answers.listing, "list the indicators", "lsk list --format csv"),
    "show": Command(
        answers.show,
        "answer one indicator",
        "lsk show members --with first_year=2010 --lang pl --format json",
        answers.arguments,
    ),
    "sql": Command(
        asking.ask,
        "ask the tables of the snapshot with a SELECT of your own",
        'lsk sql "FROM membership" --format csv',
        asking.arguments,
    ),
    "snapshots": Command(snapshots.listing, "list the snapshots, newest first", "lsk snapshots"),
    "import": Command(
        bringing.bring,
        "take official boundaries from a GeoJSON file and build a snapshot with them",
        "lsk import boundaries powiaty.geojson",
        bringing.arguments,
    ),
    "fetch": Command(
        fetching.fetch,
        "get the NUTS 3 boundaries from GISCO over the network and build a snapshot with them",
        "lsk fetch boundaries",
        fetching.arguments,
    ),
    "check": Command(
        snapshots.check, "hold sources, rules and claims against the data folder; publishes nothing", "lsk check"
    ),
}
