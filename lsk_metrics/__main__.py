"""The `lsk` command: what it takes, what it says."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from lsk_metrics import language, printing
from lsk_metrics.errors import LskError, PortRefused, ValueRefused


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


COMMANDS = {
    "run": (
        run,
        "serve the dashboard, after a build where the data have changed",
        "lsk run --port 8600",
    ),
    "build": (build, "make a snapshot of the data folder and publish it", "lsk build"),
    "list": (listing, "list the indicators", "lsk list --format csv"),
    "show": (show, "answer one indicator", "lsk show members --with first_year=2010 --lang pl --format json"),
    "snapshots": (snapshots, "list the snapshots, newest first", "lsk snapshots"),
    "check": (check, "hold sources, rules and claims against the data folder; publishes nothing", "lsk check"),
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
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, (function, words, example) in COMMANDS.items():
        each = commands.add_parser(
            name, help=words, description=words.capitalize() + ".", epilog=f"example:\n  {example}", formatter_class=raw
        )
        each.set_defaults(run=function)
        each.add_argument("--format", choices=printing.FORMATS, default="table", help="how to print (default: table)")
        if name == "run":
            each.add_argument("--host", default="localhost", help="address to listen on (default: this machine alone)")
            each.add_argument("--port", type=int, default=8501, help="port to listen on (default: 8501)")
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
