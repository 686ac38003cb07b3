"""Words as a figure says them: lines at <br>, bold between <b> and </b>; how wide they run, and as SVG text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from lsk_metrics.figures.drawing.ink import number, safe
from lsk_metrics.figures.drawing.letters import UNKNOWN, letters

MARK = re.compile(r"(<br>|<b>|</b>)")
LEADING = 1.3  # from one line to the next, in sizes


@dataclass(frozen=True)
class Run:
    """A stretch of one weight within a line."""

    text: str
    bold: bool


Line = tuple[Run, ...]


@lru_cache(maxsize=2048)
def lines(text: str) -> tuple[Line, ...]:
    """A text in its lines; entities become their letters."""
    found: list[list[Run]] = [[]]
    bold = False
    for part in MARK.split(text):
        if part == "<br>":
            found.append([])
        elif part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif part:
            found[-1].append(Run(unescape(part), bold))
    return tuple(tuple(line) for line in found)


def width(line: Line, size: float) -> float:
    """How far a line runs in Source Sans, in pixels, without kerning; other fonts of the stack are close to it."""
    return sum(length(run.text, run.bold) for run in line) * size / 1000


@lru_cache(maxsize=4096)
def length(text: str, bold: bool) -> int:
    runs = letters(bold)
    return sum(runs.get(letter, UNKNOWN) for letter in text)


def widest(text: str, size: float) -> float:
    return max(width(line, size) for line in lines(text))


def ascent(size: float) -> float:
    """From a line's baseline to its top, as browsers round it."""
    return float(int(size + 0.5))


def tall(text: str, size: float) -> float:
    """From the top of the first line to the bottom of the last."""
    return ascent(size) + int(0.326 * size + 0.5) + (len(lines(text)) - 1) * LEADING * size


def written(
    text: str, x: float, y: float, size: float, colour: str, anchor: str = "start", kind: str = "", turn: float = 0
) -> str:
    """SVG text; y is the first line's baseline, the anchor start, middle or end of each line."""
    said = lines(text)
    bold = all(run.bold for line in said for run in line)
    parts = [
        f'<text x="{number(placed(said[0], x, size, anchor))}" y="{number(y)}" '
        f'font-size="{number(size)}" fill="{colour}"'
    ]
    parts.append(f' class="{kind}"' if kind else "")
    parts.append(f' text-anchor="{anchor}"' if anchor != "start" else "")
    parts.append(' font-weight="700"' if bold else "")
    parts.append(f' transform="rotate({number(turn)} {number(x)} {number(y)})"' if turn else "")
    parts.append(">")
    for at, line in enumerate(said):
        inner = "".join(
            f'<tspan font-weight="700">{shown(run.text)}</tspan>' if run.bold and not bold else shown(run.text)
            for run in trimmed(line)
        )
        start = f'<tspan x="{number(placed(line, x, size, anchor))}" dy="{number(LEADING * size)}">' if at else ""
        parts.append(f"{start}{inner}{'</tspan>' if at else ''}")
    return "".join(parts) + "</text>"


def placed(line: Line, x: float, size: float, anchor: str) -> float:
    """Where a line is anchored once the blanks at its end, which SVG drops, are taken off it."""
    lost = width(line, size) - width(trimmed(line), size)
    return x - lost * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]


def trimmed(line: Line) -> Line:
    if not line or line[-1].text == line[-1].text.rstrip(" "):
        return line
    return (*line[:-1], Run(line[-1].text.rstrip(" "), line[-1].bold))


def shown(text: str) -> str:
    """Text safe in XML; of blanks in a row, which SVG would make one, all stay."""
    return safe(text.replace("  ", "\u00a0 "))
