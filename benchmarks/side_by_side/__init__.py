"""Cases measured side by side: round after round, each case once a round, so that a busy moment hits them all alike."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


def compare(title: str, cases: Mapping[str, Callable[[], float]], rounds: int) -> None:
    """Print the median of each case in milliseconds, and how many times the first case that is.

    A case measures itself and gives seconds; a round before the first one warms up and does not count.
    """
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, measure in cases.items():
            spent = measure()
            if turn:
                seconds[name].append(spent)
    first = median(next(iter(seconds.values())))
    width = max(map(len, [title, *cases]))
    print(f"{title:<{width}}  {'median ms':>11}  {'least':>11}  {'times':>9}")
    for name, spent in seconds.items():
        middle = median(spent)
        print(f"{name:<{width}}  {1e3 * middle:>11,.3f}  {1e3 * min(spent):>11,.3f}  {middle / first:>9,.2f}")
    print(flush=True)


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Seconds on the clock for one call, as the mean of some."""
    start = time.perf_counter()
    for _time in range(times):
        work()
    return (time.perf_counter() - start) / times


def processor(*arguments: str, home: Path | None = None) -> float:
    """Seconds of processor time that a Python of its own spends on these arguments, waiting not counted."""
    env = {**os.environ, **({"LSK_HOME": str(home)} if home else {})}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
