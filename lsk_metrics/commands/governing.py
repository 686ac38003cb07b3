"""`lsk governance` and `lsk readiness`: what is evidenced, what only in part, and what is missing."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from lsk_metrics import language, printing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the texts")
    parser.add_argument("--snapshot", metavar="ID", help="as of this snapshot")
    parser.add_argument("--real", action="store_true", help="leave out the made-up sample")


def governance(asked: argparse.Namespace) -> int:
    return board("s3", asked)


def readiness(asked: argparse.Namespace) -> int:
    return board("cluster", asked)


def board(name: str, asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import governance_told, version
    from lsk_metrics.indicators.governance import board as judged
    from lsk_metrics.indicators.kinds import kind_name
    from lsk_metrics.warehouse import snapshots

    language.use(asked.lang)
    snapshot = snapshots.meant(asked.snapshot).id if asked.snapshot else version()
    lines = judged(name, snapshot, asked.real)
    if asked.format == "json":
        document = {
            "board": name,
            "snapshot": snapshot,
            "finding": governance_told.finding({name: lines}),
            "rules": governance_told.rules(),
            "criteria": [asdict(each) for each in lines],
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
    elif asked.format == "csv":
        print(printing.printed(governance_told.flat(lines), "csv"))
    else:
        print(governance_told.finding({name: lines}) if lines else "This snapshot keeps no criteria.")
        for each in lines:
            print(f"\n{governance_told.names()[each.status]}: {each.name} ({each.criterion})")
            print(f"  {each.reason} ({each.rule})")
            for piece in each.pieces:
                print(f"  * {piece.words}" + (f" – {kind_name(piece.kind)}" if piece.kind else ""))
            print(f"  {each.lacks}" if each.lacks else "", end="\n" if each.lacks else "")
    return 0
