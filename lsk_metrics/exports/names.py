"""What a file is called: indicator, place, period, language and snapshot, in letters that every system takes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

LONGEST = 120
# Windows keeps these for devices, whatever ending they have.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=$|[._])", re.IGNORECASE)
UNMARKED = str.maketrans("łŁøØđĐæÆœŒþÞðÐ", "lLoOdDaAoOtTdD") | {ord("ß"): "ss"}


def file_name(answer: Answer, ending: str) -> str:
    """ASCII, no blanks, no more than 120 characters; where it would be longer, the parts before the language give way.

    Illustrative figures say so in the name: a CSV file has no other place for a mark.
    """
    made_up = "illustrative" if "illustrative" in answer.kinds else ""
    parts = [answer.key, made_up, groups(answer), places(answer), period(answer)]
    tail = f"_{spoken()}_{safe(answer.snapshot)}.{ending}"
    head = "_".join(filter(None, map(safe, parts)))[: LONGEST - len(tail)].rstrip("_-.")
    head = DEVICES.sub(r"\1-", head, count=1) if DEVICES.match(head) else head
    return head + tail


def safe(text: str) -> str:
    """Text in letters, digits, points, hyphens and low lines of ASCII: Nowy Sącz as Nowy-Sacz."""
    apart = unicodedata.normalize("NFKD", text.translate(UNMARKED))
    ascii_only = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_only).strip("-.")


def groups(answer: Answer) -> str:
    """The groups that its rows were narrowed to."""
    given = answer.parameters.given(answer.indicator.filters)
    return "-".join(code for name in answer.indicator.filters for code in given[name])


def places(answer: Answer) -> str:
    """The home region's code, or the only place's; of several how many there are."""
    codes = answer.places
    if len(codes) < 2:
        return next(iter(codes), "")
    home = next((code for code in codes if answer.role(code) == "home"), "")
    if home:
        return f"{home}-and-{len(codes) - 1}-{'others' if len(codes) > 2 else 'other'}"
    return f"{len(codes)}-{answer.indicator.places or 'places'}"


def period(answer: Answer) -> str:
    """2018, or 2011-2022."""
    years = [row.year for row in answer.rows]
    return "-".join(str(year) for year in dict.fromkeys([min(years), max(years)])) if years else ""
