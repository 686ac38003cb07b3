"""What a snapshot costs: building it from the data folder, and finding that nothing has changed."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from side_by_side import compare, timed

from lsk_metrics.ingest.build import build


def again(kept: Path) -> float:
    os.environ["LSK_HOME"] = str(kept)
    return timed(build)


def anew() -> float:
    with TemporaryDirectory() as home:
        os.environ["LSK_HOME"] = home
        return timed(build)


def main() -> None:
    with TemporaryDirectory() as home:
        again(Path(home))
        compare(
            "snapshot, on the clock",
            {"nothing has changed": lambda: again(Path(home)), "built from the data folder": anew},
            rounds=3,
        )


if __name__ == "__main__":
    main()
