"""The `lsk` command: what it takes."""

import argparse
import sys
from collections.abc import Sequence

from lsk_metrics import journal, printing
from lsk_metrics.commands import COMMANDS
from lsk_metrics.errors import LskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 with one sentence on standard error when it could not."""
    asked = parser().parse_args(arguments)
    trial = bool(getattr(asked, "dry_run", False))
    journal.begin()
    try:
        status: int = asked.run(asked)
        journal.command(asked.command, status, trial)
        return status
    except LskError as reason:
        journal.command(asked.command, 1, trial, reason)
        print(f"lsk: {reason}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0


def parser() -> argparse.ArgumentParser:
    examples = "\n".join(f"  {command.example:<70}{command.words}" for command in COMMANDS.values())
    raw = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        "lsk",
        description="The dashboard of regional innovation indicators.",
        epilog=f"examples:\n{examples}",
        formatter_class=raw,
    )
    subparsers = top.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        each = subparsers.add_parser(
            name,
            help=command.words,
            description=f"{command.words[0].upper()}{command.words[1:]}.",
            epilog=f"example:\n  {command.example}",
            formatter_class=raw,
        )
        each.set_defaults(run=command.run, command=name)
        each.add_argument("--format", choices=printing.FORMATS, default="table", help="how to print (default: table)")
        if command.arguments:
            command.arguments(each)
    return top


if __name__ == "__main__":
    sys.exit(main())
