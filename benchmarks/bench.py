"""All measurements, one part after the other, into RESULTS.md: `make bench`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cold_start
import commands
import growth
import interactions
import loads
import map_page
import sessions
from recorded import part
from recorded.tables import PARTS

MEASURES = {
    "loads": loads.measure,
    "cold_start": cold_start.measure,
    "interactions": interactions.measure,
    "map_page": map_page.measure,
    "sessions": sessions.measure,
    "commands": commands.measure,
    "growth": growth.measure,
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=part.ROUNDS)
    asked.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    given = asked.parse_args()
    begun = time.monotonic()
    for name in given.parts:
        part.taken(name, MEASURES[name], given.rounds)
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes; RESULTS.md is written anew")


if __name__ == "__main__":
    main()
