"""What loading each room costs, and which large libraries come along with it."""

import subprocess
import sys

from side_by_side import ROOT, compare, processor

ROOMS = (
    "lsk_metrics.language",
    "lsk_metrics.warehouse.read",
    "lsk_metrics.indicators",
    "lsk_metrics.figures.bars",
    "lsk_metrics.ingest.build",
    "lsk_metrics.screen.blocks",
)
LARGE = ("babel", "duckdb", "numpy", "pandas", "plotly", "pydeck", "starlette", "streamlit")


def along(room: str) -> list[str]:
    """The large libraries that are loaded once the room is."""
    look = f"import sys, {room}; print(*(name for name in {LARGE!r} if name in sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()


def main() -> None:
    cases = {room: lambda room=room: processor("-c", f"import {room}") for room in ROOMS}
    compare("loading, processor time", {"nothing": lambda: processor("-c", "pass"), **cases}, rounds=5)
    for room in ROOMS:
        print(f"{room:<28}  brings {', '.join(along(room)) or 'none of the large ones'}")


if __name__ == "__main__":
    main()
