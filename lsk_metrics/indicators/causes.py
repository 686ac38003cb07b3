"""Why a value is another one than in an earlier snapshot: the published rule, which looks at the snapshots alone.

The first of these that holds is the cause:

1. definition: the place is described otherwise (NUTS version, area, proxy), or the producer now marks a break or
   another definition at this value, or no longer does;
2. import: the value rests on a register that was not there before, or rested on a sample that has given way to one;
3. new_period: there was no figure for this place, part and period, and now there is;
4. correction: it rests on the register or the sample in both, or on a copy of a source whose dates are the same;
5. revision: it rests on another copy of the source, or on another source;
6. definition, where the views that all indicators rest on, or the program, are others; else correction.

What an indicator's own passport or query has changed is found apart from this: see explained.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import definitions
from lsk_metrics.indicators.answer import Answer
from lsk_metrics.indicators.labels import Card, cards
from lsk_metrics.indicators.rows import Row
from lsk_metrics.warehouse import read

CAUSES = ("definition", "import", "new_period", "revision", "correction")
BREAKS = frozenset("bd")
OWN = ("register", "illustrative")
# What a list says of a place besides its name: where it ends, and by whose edition.
BOUNDS = {
    "regions": "SELECT code, concat_ws('|', nuts_level, nuts_version, coalesce(proxy, '')) AS bounds FROM regions",
    "powiats": "SELECT teryt AS code, concat_ws('|', nuts3, area_km2) AS bounds FROM powiats",
    "towns": "SELECT name AS code, teryt AS bounds FROM towns",
}


@dataclass(frozen=True)
class Difference:
    """What stood and stands at one place, part and period; own tells the register and its sample from the rest."""

    place: str
    series: str
    year: int
    own: bool
    then: tuple[Row, ...]
    now: tuple[Row, ...]


@dataclass(frozen=True)
class Side:
    """What of a snapshot the rule looks at: source cards, how places are bounded, and what made it."""

    cards: Mapping[str, Card]
    bounds: Mapping[tuple[str, str], str]
    shared: str
    program: str


@lru_cache(maxsize=8)
def side(snapshot: str) -> Side:
    """Raises SnapshotError for a snapshot that cannot be read at all."""
    made = read.rows("SELECT program FROM snapshot", snapshot=snapshot)[0]["program"]
    bounds = {(name, code): text for name, sql in BOUNDS.items() for code, text in bounded(sql, snapshot)}
    return Side(known(snapshot), bounds, definitions.shared(snapshot), made)


def known(snapshot: str) -> dict[str, Card]:
    try:
        return cards(snapshot)
    except SnapshotError:
        return {}


def bounded(sql: str, snapshot: str) -> list[tuple[str, str]]:
    try:
        return [(row["code"], row["bounds"]) for row in read.rows(sql, snapshot=snapshot)]
    except SnapshotError:
        return []


def differences(then: Answer, now: Answer) -> list[Difference]:
    """Every place, part and period at which two answers do not say the same, in the later one's order."""
    cells: dict[tuple[str, str, int, bool], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for at, answer in ((1, now), (0, then)):
        for row in answer.rows:
            cells[row.place, row.series or "", row.year, row.kind in OWN][at].append(row)
    return [
        Difference(*key, tuple(before), tuple(after))
        for key, (before, after) in cells.items()
        if sorted(map(said, before)) != sorted(map(said, after))
    ]


def said(row: Row) -> tuple[float, float, float, str, str]:
    """What a reader sees of a row; a missing value is a value like any other."""
    value, low, high = (float("-inf") if each is None else each for each in (row.value, row.low, row.high))
    return value, low, high, row.flag, row.kind


def cause(found: Difference, places: str, before: Side, after: Side) -> str:
    """One of CAUSES; the rule stands at the top of this module."""
    here = [each.bounds.get((places, found.place), "") for each in (before, after)]
    if here[0] != here[1] or rebroken(found):
        return "definition"
    if imported(found, before, after):
        return "import"
    if not any(row.value is not None for row in found.then):
        return "new_period"
    if found.own:
        return "correction"
    then, now = sources(found.then), sources(found.now)
    copies = [
        (before.cards[name], after.cards[name]) for name in then | now if name in before.cards.keys() & after.cards
    ]
    changed = [(old, new) for old, new in copies if old.sha256 != new.sha256]
    if any(recopied(old, new) for old, new in changed) or (found.now and then != now):
        return "revision"
    if changed or (before.shared, before.program) == (after.shared, after.program):
        return "correction"
    return "definition"


def rebroken(found: Difference) -> bool:
    """A break or another definition marked at a value that was there before, or no longer marked."""
    if not found.then or not found.now:
        return False
    marks = [{letter for row in rows for letter in row.flag} & BREAKS for rows in (found.then, found.now)]
    return marks[0] != marks[1]


def imported(found: Difference, before: Side, after: Side) -> bool:
    """Whether a register has come, or the sample that this rested on has gone because one has."""
    came = {name for name, card in after.cards.items() if card.kind == "register"} - set(before.cards)
    gone = {name for name, card in before.cards.items() if card.kind == "illustrative"} - set(after.cards)
    return bool(sources(found.now) & came) or bool(came and sources(found.then) & gone)


def recopied(old: Card, new: Card) -> bool:
    """Whether a file is another copy that was taken of the source, not our table of the same copy mended."""
    dates = [(card.retrieved, card.published, card.url) for card in (old, new)]
    return new.shipped is not None or dates[0] != dates[1]


def sources(rows: tuple[Row, ...]) -> set[str]:
    """Ids of the source cards; a sum over several names them with blanks between."""
    return {name for row in rows for name in row.source.split()}
