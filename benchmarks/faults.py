"""kill -9 at random moments: build, imports, fetch, roll-back, mark, export, restore; broken must be 0."""

from __future__ import annotations

import argparse
import sys
import time
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from killed import trial
from killed.kinds import BY_NAME


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200, help="of each kind (default: 200)")
    parser.add_argument("--seconds", type=float, default=inf, help="of a kind at most, then no new moment")
    parser.add_argument("--only", default=",".join(BY_NAME), help=f"of {', '.join(BY_NAME)}")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    head = ("command", "moments", "died", "before", "after", "between", "steps", "broken", "seconds")
    print("{:<18}{:>8}{:>7}{:>8}{:>7}{:>9}{:>9}{:>8}{:>9}".format(*head), flush=True)
    broken = 0
    for name in asked.only.split(","):
        began = time.monotonic()
        with TemporaryDirectory() as folder:
            found = trial.tried(name, asked.moments, asked.seed, Path(folder), asked.seconds)
        took = time.monotonic() - began
        steps = f"{len(found.steps)}/{found.all_steps}"
        counts = [found.ended[each] for each in ("before", "after", "between")]
        cells = (name, found.moments, found.killed, *counts, steps, len(found.broken), round(took))
        print("{:<18}{:>8}{:>7}{:>8}{:>7}{:>9}{:>9}{:>8}{:>9}".format(*cells), flush=True)
        for each in found.broken[:5]:
            print(f"  {each}", flush=True)
        broken += len(found.broken)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
