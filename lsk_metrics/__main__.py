"""The `lsk` command: what it takes."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lsk_metrics import commands, language, printing
from lsk_metrics.errors import LskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 with one sentence on standard error when it could not."""
    asked = parser().parse_args(arguments)
    try:
        status: int = asked.run(asked)
        return status
    except LskError as reason:
        print(f"lsk: {reason}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0


COMMANDS = {
    "run": (
        commands.run,
        "serve the dashboard, after a build where the data have changed",
        "lsk run --port 8600",
    ),
    "build": (commands.build, "make a snapshot of the data folder and publish it", "lsk build"),
    "list": (commands.listing, "list the indicators", "lsk list --format csv"),
    "show": (commands.show, "answer one indicator", "lsk show members --with first_year=2010 --lang pl --format json"),
    "snapshots": (commands.snapshots, "list the snapshots, newest first", "lsk snapshots"),
    "import": (
        commands.bring,
        "take official boundaries from a GeoJSON file and build a snapshot with them",
        "lsk import boundaries powiaty.geojson",
    ),
    "fetch": (
        commands.fetch,
        "get the NUTS 3 boundaries from GISCO over the network and build a snapshot with them",
        "lsk fetch boundaries",
    ),
    "check": (commands.check, "hold sources, rules and claims against the data folder; publishes nothing", "lsk check"),
}


def parser() -> argparse.ArgumentParser:
    examples = "\n".join(f"  {example:<70}{words}" for _run, words, example in COMMANDS.values())
    raw = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        "lsk",
        description="The dashboard of regional innovation indicators.",
        epilog=f"examples:\n{examples}",
        formatter_class=raw,
    )
    subparsers = top.add_subparsers(required=True, metavar="COMMAND")
    for name, (function, words, example) in COMMANDS.items():
        each = subparsers.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"example:\n  {example}",
            formatter_class=raw,
        )
        each.set_defaults(run=function)
        each.add_argument("--format", choices=printing.FORMATS, default="table", help="how to print (default: table)")
        if name == "run":
            each.add_argument("--host", default="localhost", help="address to listen on (default: this machine alone)")
            each.add_argument("--port", type=int, default=8501, help="port to listen on (default: 8501)")
        if name in ("import", "fetch"):
            each.add_argument("what", choices=["boundaries"], help="what to take: the powiats or the NUTS 3 regions")
        if name == "import":
            each.add_argument("file", type=Path, metavar="FILE", help="GeoJSON in degrees, with a code for each unit")
        if name == "show":
            each.add_argument("indicator", metavar="INDICATOR", help="an id that “lsk list” gives")
            each.add_argument(
                "--with",
                dest="given",
                action="append",
                default=[],
                metavar="name=value",
                help="first_year, last_year, places (codes, comma between), illustrative (yes or no)",
            )
            each.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the texts")
    return top


if __name__ == "__main__":
    sys.exit(main())
