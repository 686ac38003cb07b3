"""A part of the measurements run by itself: rounds from the command line, rows kept, RESULTS.md written anew."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from recorded import keeping, tables
from recorded.machine import busy
from recorded.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    Measure = Callable[[Rows, int], None]

ROUNDS = 7
# A plain page is slow, and no target but one looks at it: a few rounds say where it stands.
OF_PLAIN = 3


def run(part: str, measure: Measure) -> None:
    asked = argparse.ArgumentParser(description=f"Measures “{tables.PARTS[part]}” and writes RESULTS.md anew.")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each is measured (default: {ROUNDS})")
    taken(part, measure, asked.parse_args().rounds)


def taken(part: str, measure: Measure, rounds: int) -> None:
    """One part measured and kept; what had been measured before it failed is not."""
    before, begun, found = busy(), time.monotonic(), Rows()
    measure(found, rounds)
    keeping.save(part, found, before)
    tables.write()
    print(f"{part}: {time.monotonic() - begun:.0f} s", flush=True)
    for row in found:
        print(
            f"  {row.about:<22} {row.what:<44} " + "   ".join(f"{way}: {tables.cell(row, way)}" for way in row.values)
        )
