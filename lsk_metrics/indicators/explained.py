"""What changed since an earlier snapshot, indicator by indicator: before, after, each cause with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import causes, causes_told, definitions
from lsk_metrics.indicators.answer import WEAKEST_FIRST, Answer
from lsk_metrics.indicators.asking import answer, run
from lsk_metrics.indicators.causes import CAUSES, Difference
from lsk_metrics.indicators.changes import headline, told_by
from lsk_metrics.indicators.parameters import Parameters
from lsk_metrics.indicators.passport import Indicator, indicators
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

FIRST = 20  # cells of a cause that are listed; the count is of all


@dataclass(frozen=True)
class Cell:
    """One value that is another, as a reader says it."""

    place: str
    part: str
    period: str
    before: str
    after: str


@dataclass(frozen=True)
class Wording:
    """A part of the passport that reads otherwise."""

    part: str
    before: str
    after: str


@dataclass(frozen=True)
class Cause:
    """Why an indicator is not as it was: one of CAUSES, how many values, the sentence; the first of the values."""

    cause: str
    values: int
    sentence: str
    cells: tuple[Cell, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class Explained:
    """One indicator that is not as it was; before is what the earlier snapshot showed, by its own definition.

    kinds: the kinds of truth on either side, the weakest first.
    """

    indicator: str
    title: str
    before: str
    after: str
    sentence_before: str
    sentence_after: str
    kinds: tuple[str, ...]
    causes: tuple[Cause, ...]


def explained(before: str, after: str, real: bool = False) -> list[Explained]:
    """Every indicator that is not as it was, in the catalogue's order; then those that are no more.

    real: nothing of the made-up sample is looked at on either side.
    """
    then, now = definitions.kept(before), definitions.kept(after)
    today = {each.id: each for each in indicators()}
    found = [told(name, then.get(name), now.get(name) or each, before, after, real) for name, each in today.items()]
    gone = [dropped(name, each) for name, each in then.items() if name not in today]
    return [each for each in [*found, *gone] if each.causes]


def told(name: str, then: Indicator | None, now: Indicator, before: str, after: str, real: bool) -> Explained:
    """One indicator: by its own definition on either side, and by the later one on both to see what the data did."""
    shown, last = asked(then or now, before, real), asked(now, after, real)
    same = shown if then is None or then.sql == now.sql else asked(now, before, real)
    found = redefined(name, then, now, shown, same, before)
    if isinstance(last, Answer) and isinstance(same, Answer):
        found += by_data(same, last, before, after)
    elif isinstance(same, Answer) or isinstance(last, Answer):
        found.append(Cause("definition", 0, same if isinstance(same, str) else str(last)))
    kinds = {kind for side in (shown, last) if isinstance(side, Answer) for kind in side.kinds}
    return Explained(
        name,
        _(now.title),
        headline(shown),
        headline(last),
        told_by(shown),
        told_by(last),
        tuple(kind for kind in WEAKEST_FIRST if kind in kinds),
        tuple(found),
    )


def asked(found: Indicator, snapshot: str, real: bool) -> Answer | str:
    """The answer by this definition, or why there is none."""
    try:
        usual = any(each == found for each in indicators())
        if usual:
            return answer(found.id, {"illustrative": "no"} if real else None, snapshot)
        return run(found, Parameters(illustrative=not real), snapshot)
    except SnapshotError as reason:
        return str(reason)


def redefined(
    name: str, then: Indicator | None, now: Indicator, shown: Answer | str, same: Answer | str, before: str
) -> list[Cause]:
    """What the definition alone has changed: on the same earlier data."""
    known = definitions.kept(before)
    if name not in known:
        return [Cause("definition", 0, _("The indicator is new."))] if known else []
    if then is None:
        return [Cause("definition", 0, _("How it was defined then cannot be read by this version of the program."))]
    words = tuple(Wording(*each) for each in definitions.reworded(then, now))
    if not words and not definitions.rewritten(then, now):
        return []
    moved = causes.differences(shown, same) if isinstance(shown, Answer) and isinstance(same, Answer) else []
    sentence = causes_told.redefined([each.part for each in words], definitions.rewritten(then, now), len(moved))
    return [Cause("definition", len(moved), sentence, cells(moved, same), words)]


def by_data(then: Answer, now: Answer, before: str, after: str) -> list[Cause]:
    """What the data have changed, the definition being the same: a cause each, in the order of CAUSES."""
    sides, places = (causes.side(before), causes.side(after)), now.indicator.places or "regions"
    grouped: dict[str, list[Difference]] = {}
    for each in causes.differences(then, now):
        grouped.setdefault(causes.cause(each, places, *sides), []).append(each)
    found = []
    for name in CAUSES:
        if name in grouped:
            sentence = causes_told.sentence(name, grouped[name], now, then, sides)
            found.append(Cause(name, len(grouped[name]), sentence, cells(grouped[name], now)))
    if places == "powiats" and outlines(before) != outlines(after):
        found.append(Cause("definition", 0, _("The outlines on the map come from another source.")))
    return found


def outlines(snapshot: str) -> list[str]:
    """Checksums of the files that outlines of powiats come from."""
    sql = (
        "SELECT DISTINCT sha256 FROM outlines JOIN sources ON sources.id = outlines.source "
        "WHERE layer = 'powiat' ORDER BY sha256"
    )
    try:
        return [row["sha256"] for row in read.rows(sql, snapshot=snapshot)]
    except SnapshotError:
        return []


def cells(found: Sequence[Difference], by: Answer | str) -> tuple[Cell, ...]:
    """The first of the values, the home region's newest first."""
    if isinstance(by, str):
        return ()
    first = sorted(found, key=lambda each: (by.role(each.place) != "home", -each.year))[:FIRST]
    return tuple(
        Cell(
            by.place(each.place),
            by.series_name(each.series) if each.series else "",
            by.period((each.now or each.then)[0]),
            causes_told.value(each.then, by),
            causes_told.value(each.now, by),
        )
        for each in first
    )


def dropped(name: str, then: Indicator | None) -> Explained:
    cause = Cause("definition", 0, _("The indicator is no longer in the program."))
    return Explained(name, _(then.title) if then else name, "", "", "", "", (), (cause,))
