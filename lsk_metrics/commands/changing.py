"""`lsk changes`: what changed since the last review, explained indicator by indicator."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from lsk_metrics import language, printing

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators.explained import Explained
    from lsk_metrics.indicators.kept import Kept

COLUMNS = ("indicator", "title", "cause", "values", "before", "after", "sentence")


def arguments(parser: argparse.ArgumentParser) -> None:
    which = "an id, the beginning of one, “current” or “previous”"
    parser.add_argument("since", nargs="?", default="", metavar="A", help=f"{which}; else the one marked last")
    parser.add_argument("until", nargs="?", default="", metavar="B", help=f"{which}; else the current one")
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the texts")


def explain(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import explained, review

    language.use(asked.lang)
    since, until = review.pair(asked.since, asked.until)
    found = explained.explained(since.id, until.id)
    if asked.format == "json":
        sides = {"since": asdict(since), "until": asdict(until)}
        document = {**sides, "remarks": review.remarks(since.id), "indicators": [asdict(each) for each in found]}
        print(json.dumps(document, ensure_ascii=False, indent=2, default=str))
    elif asked.format == "csv":
        print(printing.printed(review.flat(found), "csv") or ",".join(COLUMNS))
    else:
        print("\n".join([*page(since, until, found), *review.remarks(since.id)]))
    return 0


def page(since: Kept, until: Kept, found: list[Explained]) -> list[str]:
    """For reading: each indicator with its figure before and after, and a line for each cause."""
    from lsk_metrics.indicators.causes_told import names
    from lsk_metrics.indicators.review import summary

    lines = [f"Since snapshot {told(since)}\n  until snapshot {told(until)}:", summary(found)]
    for each in found:
        lines += ["", f"{each.title} ({each.indicator}): {each.before or '–'} → {each.after or '–'}"]
        for cause in each.causes:
            lines.append(f"  {names()[cause.cause]}: {cause.sentence}")
            lines += [f"    {word.part}: {word.before} → {word.after}" for word in cause.wordings]
    return lines


def told(snapshot: Kept) -> str:
    mark = f", marked “{snapshot.mark}”" if snapshot.mark else ""
    return f"{snapshot.id}, built {language.moment(snapshot.built_at)}{mark}"
