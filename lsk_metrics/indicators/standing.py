"""Who stands where: the largest and the smallest part of a whole; a region's rank, its leader, nation and Union."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import additivity, units
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.rows import Row

# Groups that say nothing of what is in them: they are counted, and never called the largest.
UNKNOWN = ("none", "not_stated")


def parts(answer: Answer, rows: Sequence[Row], known: dict[str, str], by: str) -> str:
    """The largest and second largest part in the last year, and the sum where parts may be summed.

    The sum of places that a reader picked is no whole, and no share is taken of it. Gives the turn of the sentence:
    all, where one part is the whole of several that are counted; else text.
    """
    year = max(row.year for row in rows)
    latest = sorted((row for row in rows if row.year == year), key=lambda row: row.value or 0.0, reverse=True)
    name, sums = parted(answer, latest, by)
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    # Who is on top is asked of what is known; what is not stated ranks last, however much it is.
    ranked = sorted(sums.items(), key=lambda item: (item[0] not in UNKNOWN, item[1]), reverse=True)
    flags = {row.flag for row in latest}
    flag = flags.pop() if len(flags) == 1 else ""
    known |= {
        "part_year": answer.period(latest[0]),
        "top": name(ranked[0][0]),
        "top_value": answer.amount(ranked[0][1], flag),
        "top_n": number(ranked[0][1], decimals),
        "count": number(len(ranked)),
        "others": number(len(ranked) - 1),
    }
    turn, picked = "text", by == "place" and bool(answer.parameters.places)
    if additivity.adds_up(latest, answer.indicator) and not picked:
        total = additivity.total(latest, answer.indicator)
        known |= {"parts_total": units.quantity(total, unit, decimals), "parts_total_n": number(total, decimals)}
        if total:
            known["top_share"] = share(ranked[0][1], total)
        turn = "all" if total > 1 and len([value for _code, value in ranked if value]) == 1 else "text"
    if len(ranked) < 2:
        return turn
    last = [item for item in ranked if item[0] not in UNKNOWN][-1:] or ranked[-1:]
    known |= {
        "second": name(ranked[1][0]),
        "second_value": answer.amount(ranked[1][1], flag),
        "second_n": number(ranked[1][1], decimals),
        "bottom": name(last[0][0]),
        "bottom_value": answer.amount(last[0][1]),
        "bottom_n": number(last[0][1], decimals),
    }
    return turn


def share(part: float, whole: float) -> str:
    """In whole percent; what is nearly all keeps a decimal, and 100% is said of nothing less."""
    percent = 100 * part / whole
    if part == whole or round(percent) < 100:
        return _("{n}%").format(n=number(percent))
    return _("{n}%").format(n=number(min(percent, 99.9), 1))


def parted(answer: Answer, rows: Sequence[Row], by: str) -> tuple[Callable[[str], str], dict[str, float]]:
    """What a part is called, and parts by code: the sums of each, or its rows one by one where these make no sum."""
    try:
        sums = additivity.totals(rows, answer.indicator, by)
    except ValueRefused:
        names = {
            f"{row.place} {row.series}": f"{answer.place(row.place)}, {answer.series_name(row.series or '')}"
            for row in rows
        }
        return names.__getitem__, {f"{row.place} {row.series}": row.value or 0.0 for row in rows}
    name = answer.series_name if by == "series" else answer.place
    return name, {code or "": value for code, value in sums.items()}


def standing(answer: Answer, rows: Sequence[Row], known: dict[str, str]) -> None:
    """Where the home region stands among its peers, each at its latest year, and the mean of the Union beside it."""
    latest = {row.place: row for row in sorted(rows, key=lambda row: row.year)}
    for row in latest.values():
        role = answer.role(row.place)
        if role in ("home", "nation", "union"):
            known |= {
                role: answer.place(row.place),
                f"{role}_value": answer.value(row),
                f"{role}_year": answer.period(row),
            }
    compared = [row for row in latest.values() if answer.role(row.place) in ("home", "peer", "domestic")]
    home = next((row for row in compared if answer.role(row.place) == "home"), None)
    if home is None or len(compared) < 2:
        return
    better = -1.0 if answer.indicator.direction == "less" else 1.0
    ranked = sorted(compared, key=lambda row: better * (row.value or 0.0), reverse=True)
    leader = ranked[0]
    known |= {"rank": number(ranked.index(home) + 1), "of": number(len(ranked))}
    if leader is home:
        return
    known |= {
        "leader": answer.place(leader.place),
        "leader_value": answer.value(leader),
        "leader_year": answer.period(leader),
    }
