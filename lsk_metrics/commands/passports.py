"""`lsk passport`: what stands behind the numbers of one indicator, in words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.commands.answers import pair

if TYPE_CHECKING:
    import argparse

WIDTH = 100


def passport(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import answer
    from lsk_metrics.indicators.behind import lines
    from lsk_metrics.indicators.document import written
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
        print(written({**document, "passport": rows}))
    return 0


def paragraph(heading: str, words: str) -> str:
    return f"{heading}\n{textwrap.indent(words, '  ')}"


def folded(paragraph: str) -> str:
    """Its long lines broken; query and command stay as they are, to be copied."""
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False) for line in paragraph.split("\n")
    )
