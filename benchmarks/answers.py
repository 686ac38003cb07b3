"""What an answer costs: remembered, asked anew, and asked of a snapshot that was not open yet."""

import os
from tempfile import TemporaryDirectory

from side_by_side import compare, timed

from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import labels
from lsk_metrics.indicators.asking import answer, asked
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import read


def remembered(name: str, snapshot: str) -> float:
    return timed(lambda: answer(name, {}, snapshot), times=500)


def anew(name: str, snapshot: str) -> float:
    asked.cache_clear()
    return timed(lambda: answer(name, {}, snapshot))


def of_a_closed_snapshot(name: str, snapshot: str) -> float:
    for cached in (asked, labels.labels, labels.cards, labels.regions, labels.data_caveats, read.opened):
        cached.cache_clear()
    return timed(lambda: answer(name, {}, snapshot))


def sentence(name: str, snapshot: str) -> float:
    found = answer(name, {}, snapshot)
    return timed(lambda: found.sentence, times=50)


def figure(name: str, snapshot: str) -> float:
    found = answer(name, {}, snapshot)
    return timed(lambda: lines(found, LIGHT))


def main() -> None:
    with TemporaryDirectory() as home:
        os.environ["LSK_HOME"] = home
        snapshot = build().snapshot
        for name in ("members", "gdp_per_head_pps"):
            compare(
                f"answer to {name}, on the clock",
                {
                    "remembered": lambda name=name: remembered(name, snapshot),
                    "its sentence": lambda name=name: sentence(name, snapshot),
                    "its figure": lambda name=name: figure(name, snapshot),
                    "asked anew": lambda name=name: anew(name, snapshot),
                    "asked of a snapshot not open yet": lambda name=name: of_a_closed_snapshot(name, snapshot),
                },
                rounds=15,
            )


if __name__ == "__main__":
    main()
