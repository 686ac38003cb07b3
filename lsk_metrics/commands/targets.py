"""`lsk status`: every target with its status, the rule it was told by and the reason in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics import language, printing
from lsk_metrics.commands.answers import pair
from lsk_metrics.errors import NameUnknown, ValueRefused

if TYPE_CHECKING:
    import argparse

READ = ("status", "rule", "target", "place", "kind", "reason")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--place", metavar="CODE", default="", help="targets of this place alone (default: all)")
    parser.add_argument(
        "--with",
        dest="given",
        action="append",
        default=[],
        metavar="illustrative=no",
        help="without targets that are made up, and without the sample among the figures",
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the texts")
    parser.add_argument("--snapshot", metavar="ID", help="as of this snapshot (an id, its beginning, “previous”)")


def status(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import version
    from lsk_metrics.indicators.status import board
    from lsk_metrics.warehouse import snapshots

    language.use(asked.lang)
    snapshot = snapshots.meant(asked.snapshot).id if asked.snapshot else version()
    found = board.statuses(snapshot, sample(asked.given))
    places = {each.place for each in found}
    if asked.place and asked.place not in places:
        raise NameUnknown("place with a target", asked.place, places)
    rows = [board.row(each) for each in found if asked.place in ("", each.place)]
    print(printing.printed(rows, asked.format) if asked.format != "table" else page(rows))
    return 0


def sample(given: list[str]) -> bool:
    """Whether made-up targets and figures take part; they do unless the command says otherwise."""
    told = dict(pair(text) for text in given)
    for name, value in told.items():
        if name != "illustrative" or value not in ("yes", "no"):
            raise ValueRefused(f"A status is asked for with illustrative=yes or illustrative=no, not “{name}={value}”.")
    return told.get("illustrative", "yes") == "yes"


def page(rows: list[dict[str, Any]]) -> str:
    """For reading: what fits into a line."""
    return printing.table([{name: row[name] for name in READ} for row in rows])
