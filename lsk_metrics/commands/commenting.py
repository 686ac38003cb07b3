"""`lsk comment`: what a board has to say about an indicator or its status, written down and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import language, printing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["add", "list"], help="write a comment down, or list those there are")
    words = "the id of an indicator (“lsk list”) or of a criterion (“lsk governance”)"
    parser.add_argument("indicator", nargs="?", metavar="INDICATOR", help=words)
    parser.add_argument("text", nargs="?", metavar="TEXT", help="what there is to say, up to 2,000 characters")
    parser.add_argument("--author", metavar="NAME", help="who says it; needed to write")
    parser.add_argument("--on", choices=["indicator", "status"], default="indicator", help="what it is about")
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the titles")


def comment(asked: argparse.Namespace) -> int:
    from lsk_metrics.errors import ValueRefused
    from lsk_metrics.indicators import comments

    language.use(asked.lang)
    name = comments.subject(asked.indicator) if asked.indicator else None
    if asked.act == "list" and asked.text is None:
        rows = comments.flat(comments.on(name))
        print(printing.printed(rows, asked.format))
        if broken := comments.damaged():
            printing.note(f"lsk: {broken} lines of the file of comments cannot be read.")
        return 0
    if asked.act == "list" or name is None or asked.text is None or not asked.author:
        raise ValueRefused(
            "It is “lsk comment add INDICATOR TEXT --author NAME”, or “lsk comment list” with or without an INDICATOR."
        )
    return written(name, asked)


def written(name: str, asked: argparse.Namespace) -> int:
    """One comment, and what was written down of it."""
    from lsk_metrics.warehouse import comments

    made = comments.add(name, asked.text, asked.author, asked.on)
    if asked.format == "table":
        print(f"Written down: {made.author} on {made.indicator}, {language.moment(made.at)}.")
    else:
        print(printing.printed([{**made._asdict(), "at": f"{made.at.isoformat()}Z"}], asked.format))
    return 0
