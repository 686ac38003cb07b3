"""`lsk passport`: what stands behind the numbers of one indicator, in words."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.commands.answers import pair

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators import Answer

WIDTH = 100


def passport(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import answer
    from lsk_metrics.warehouse import snapshots

    language.use(asked.lang)
    given = dict(pair(text) for text in asked.given)
    found = answer(asked.indicator, given, snapshots.meant(asked.snapshot).id if asked.snapshot else None)
    rows = [{"heading": heading, "words": words} for heading, words in lines(found)]
    if asked.format == "table":
        *said, query, command = [paragraph(**row) for row in rows]
        print("\n\n".join([f"{found.title}\n{found.question}", *map(folded, said), query, command]))
    elif asked.format == "csv":
        print(printing.comma_separated(rows))
    else:
        document = {name: value for name, value in found.document().items() if name != "rows"}
        print(json.dumps({**document, "passport": rows}, ensure_ascii=False, indent=2, default=str))
    return 0


def lines(found: Answer) -> list[tuple[str, str]]:
    """Heading and text of each part of the passport, sources, query and command included."""
    from lsk_metrics.indicators import particulars as told
    from lsk_metrics.indicators.command import command
    from lsk_metrics.language import gettext as _

    said = [(each.heading, "\n".join(each.words)) for each in told.particulars(found)]
    for card in found.sources:
        details = [f"{each.heading}: {' '.join(each.words)}" for each in told.source(card)]
        said.append((_("Source"), "\n".join([card.name(), *details, f"SHA-256: {card.sha256}"])))
    return [*said, (_("How it is computed"), told.asked(found)), (_("The same number in a terminal"), command(found))]


def paragraph(heading: str, words: str) -> str:
    return f"{heading}\n{textwrap.indent(words, '  ')}"


def folded(paragraph: str) -> str:
    """Its long lines broken; query and command stay as they are, to be copied."""
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False) for line in paragraph.split("\n")
    )
