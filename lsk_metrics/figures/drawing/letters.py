"""How far the letters of Source Sans 3 run, in thousandths of the size: the typeface the dashboard is set in."""

import json
from functools import cache
from pathlib import Path

UNKNOWN = 560  # a letter outside Latin: wider than most, so that a margin is too large rather than too small


@cache
def letters(bold: bool) -> dict[str, int]:
    """The run of each Latin letter, figure and sign, at weight 400 or 700."""
    runs: dict[str, dict[str, str]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {letter: int(run) for run, which in runs["bold" if bold else "regular"].items() for letter in which}
