"""Numbers as people type them: a decimal comma or point, spaces or the other mark between thousands."""

import math
import re
from decimal import Decimal

from lsk_metrics.ingest.register.problems import Refused

SIGN = r"(?P<sign>[+\-−–]?)"
PLAIN = re.compile(SIGN + r"(?P<whole>\d+)(?:[.,](?P<part>\d+))?")
SPACED = re.compile(SIGN + r"(?P<whole>\d{1,3}(?:[ '’]\d{3})+)(?:[.,](?P<part>\d+))?")
POINTS = re.compile(SIGN + r"(?P<whole>\d{1,3}(?:\.\d{3})+)(?:,(?P<part>\d+))?")
COMMAS = re.compile(SIGN + r"(?P<whole>\d{1,3}(?:,\d{3})+)(?:\.(?P<part>\d+))?")
# 1,234 is one and a bit in Polish and a thousand in English; which one, the rest of the column tells.
EITHER = re.compile(r"[+\-−–]?[1-9]\d{0,2}([.,])\d{3}")
LONGEST = 40


def read(cell: str | int | float) -> Decimal:
    """The number a cell says; one comma or one point is the decimal mark. Raises Refused where it is none."""
    if isinstance(cell, bool):
        raise Refused("not_a_number")
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise Refused("not_a_number")
        return Decimal(repr(cell))
    if len(cell) > LONGEST:
        raise Refused("not_a_number")
    for shape in (PLAIN, SPACED, POINTS, COMMAS):
        if found := shape.fullmatch(cell):
            whole = re.sub(r"\D", "", found["whole"])
            value = Decimal(f"{whole}.{found['part'] or '0'}")
            return -value if found["sign"] in ("-", "−", "–") else value
    raise Refused("not_a_number")


def written(value: Decimal) -> str:
    """A number as it is kept: a point, and no noughts at the end."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def mark(cell: str) -> str | None:
    """The decimal mark a cell certainly uses: the last of two, or one that is not before exactly three digits."""
    marks = [letter for letter in cell if letter in ".,"]
    if not marks or EITHER.fullmatch(cell):
        return None
    if len(set(marks)) == 2:
        return marks[-1]
    return marks[0] if len(marks) == 1 else None


def unclear(cell: str, marks: set[str]) -> bool:
    """Whether a cell is a thousand or a fraction according to which mark the rest of its column uses, and it is
    the other one that the column uses."""
    found = EITHER.fullmatch(cell)
    return found is not None and bool(marks) and marks != {found[1]}
