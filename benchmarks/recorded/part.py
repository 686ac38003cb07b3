"""A part of the measurements run by itself: rounds from the command line, rows kept, RESULTS.md written anew."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from recorded import keeping, tables
from recorded.machine import busy
from recorded.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Measure = Callable[..., None]

ROUNDS = 7
# A plain page is slow, and no target but one looks at it: a few rounds say where it stands.
OF_PLAIN = 3


def run(part: str, measure: Measure, pages: Sequence[str] = ()) -> None:
    """With `pages`, the part can be measured for some of them; the others keep what was measured before."""
    asked = argparse.ArgumentParser(description=f"Measures “{tables.PARTS[part]}” and writes RESULTS.md anew.")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each is measured (default: {ROUNDS})")
    if pages:
        asked.add_argument("--pages", nargs="+", choices=list(pages), default=list(pages))
    given = vars(asked.parse_args())
    taken(part, partial(measure, **({"pages": given["pages"]} if pages else {})), given["rounds"])


def said(words: str) -> None:
    """How far a part has come, for who waits for it."""
    sys.stderr.write(f"  {words}\n")


def taken(part: str, measure: Measure, rounds: int) -> None:
    """One part measured and kept; of one that fails, nothing is."""
    before, begun, found = busy(), time.monotonic(), Rows()
    measure(found, rounds)
    keeping.save(part, found, before)
    tables.write()
    print(f"{part}: {time.monotonic() - begun:.0f} s", flush=True)
    for row in found:
        print(
            f"  {row.about:<22} {row.what:<44} " + "   ".join(f"{way}: {tables.cell(row, way)}" for way in row.values)
        )
