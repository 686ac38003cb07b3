"""The facts of each view and method: which variants of its sentence are said, and the words that fill them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lsk_metrics.indicators import units
from lsk_metrics.language import listing, ngettext, number

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.rows import Row

Told = tuple[list[str], dict[str, str]]


def compared(answer: Answer) -> list[Row]:
    """Rows with a value of the regions compared, in the order of the answer; nation and Union stand beside them."""
    rows = [row for row in answer.rows if row.value is not None]
    return [row for row in rows if answer.role(row.place) not in ("nation", "union")]


def own(answer: Answer) -> Row | None:
    """The home region's row, its value known or not."""
    return next((row for row in answer.rows if answer.role(row.place) == "home"), None)


def size(answer: Answer, row: Row) -> str:
    return units.quantity(abs(row.value or 0.0), answer.indicator.unit, answer.indicator.decimals)


def change(answer: Answer, row: Row) -> str:
    amount = answer.value(row)
    return "+" + amount if round(row.value or 0.0, answer.indicator.decimals) > 0 else amount


def ranking(answer: Answer) -> Told:
    rows, home = compared(answer), own(answer)
    if not rows:
        return [], {}
    first, known = rows[0], {"of": number(len(rows))}
    known |= {
        "leader": answer.place(first.place),
        "leader_value": answer.value(first),
        "leader_year": answer.period(first),
    }
    if home is None or home.value is None:
        return ["without"], known
    known |= {"value": answer.value(home), "year": answer.period(home), "rank": home.series or ""}
    if len(rows) == 1:
        return ["only"], known
    if first is not home:
        return ["text"], known
    known |= {
        "next": answer.place(rows[1].place),
        "next_value": answer.value(rows[1]),
        "next_year": answer.period(rows[1]),
    }
    return ["first"], known


def gap_leader(answer: Answer) -> Told:
    rows, home = compared(answer), own(answer)
    leader = next((row for row in rows if not row.value), None)
    if leader is None:
        return [], {}
    known = {"leader": answer.place(leader.place)}
    if home is None or home.value is None:
        return ["without"], known
    if home is not leader:
        return ["text"], known | {"gap": size(answer, home), "year": answer.period(home)}
    others = [row for row in rows if row is not home]
    if not others:
        return [], {}
    near = min(others, key=lambda row: abs(row.value or 0.0))
    return ["first"], known | {
        "next": answer.place(near.place), "next_gap": size(answer, near), "next_year": answer.period(near)}  # fmt: skip


def gap_union(answer: Answer) -> Told:
    rows, home = compared(answer), own(answer)
    if not answer.rows:
        return ["none"], {}
    known = {"of": number(len(rows)), "above": number(sum((row.value or 0.0) > 0 for row in rows))}
    if home is None or home.value is None:
        return ["without"], known
    known |= {"gap": size(answer, home), "year": answer.period(home)}
    shown = round(home.value, answer.indicator.decimals)
    return ["above" if shown > 0 else "below" if shown < 0 else "level"], known


def change_between(answer: Answer) -> Told:
    rows, home = compared(answer), own(answer)
    if not answer.rows:
        return [], {}
    broken = home is not None and "b" in home.flag and home.value is None
    if not rows:
        return ["broken_only" if broken else "nothing"], {}
    rows = sorted(rows, key=lambda row: row.value or 0.0)
    known = {"of": number(len(rows))}
    for name, row in (("bottom", rows[0]), ("top", rows[-1])):
        known |= {name: answer.place(row.place), f"{name}_change": change(answer, row)}
    if home is None or home.value is None:
        return ["broken" if broken else "without"], known
    known |= {"change": change(answer, home), "period": home.series or ""}
    return ["only" if len(rows) == 1 else "text"], known


def pace(answer: Answer) -> Told:
    by = {
        name: [row for row in answer.rows if (row.series or "").startswith(name)] for name in ("needed", "past", "best")
    }
    if not by["needed"]:
        return ["without"], {}
    [needed] = by["needed"]
    since = int((needed.series or "").split(" ")[1].split("–")[0])
    left = answer.parameters.target_year - since
    known = {"leader": answer.place(needed.place), "target_year": str(answer.parameters.target_year)}
    known |= {"year": units.period(since, answer.indicator.years)}
    if answer.role(needed.place) == "home":
        return ["first"], known
    if needed.value is None:
        return ["late"], known
    known |= {"needed": change(answer, needed), "years": ngettext("{n} year", "{n} years", left).format(n=number(left))}
    said = ["text"]
    for row in by["past"]:
        known |= {"past": change(answer, row), "past_period": (row.series or "").split(" ")[1]}
        said.append("past")
    tested = [row.value for row in by["best"] if row.value is not None and answer.role(row.place) != "home"]
    less = needed.value < 0
    reached = [value for value in tested if (value <= needed.value if less else value >= needed.value)]
    known |= {"tested": number(len(tested)), "reached": number(len(reached))}
    return [*said, "kept" if tested else "untested"], known


def similar_regions(answer: Answer) -> Told:
    rows = [row for row in compared(answer) if not row.series and answer.role(row.place) != "home"]
    if not rows:
        return ["none"], {}
    ends = {"least": number(rows[0].value or 0.0, 2), "most": number(rows[-1].value or 0.0, 2)}
    return ["text"], {
        "of": number(len(rows)), "nearest": listing([answer.place(row.place) for row in rows[:3]]), **ends}  # fmt: skip


def composite_rank(answer: Answer) -> Told:
    rows = [row for row in compared(answer) if not row.series]
    home = next((row for row in rows if answer.role(row.place) == "home"), None)
    if home is None or len(rows) < 2:
        return ["none"], {}
    names = ngettext("{n} indicator", "{n} indicators", len(answer.parameters.indicators))
    known = {"rank": number(home.value or 0), "of": number(len(rows))}
    known |= {"low": number(home.low or 0), "high": number(home.high or 0)}
    known |= {"indicators": names.format(n=number(len(answer.parameters.indicators)))}
    if len({dict(answer.parameters.weights).get(name, 1.0) for name in answer.parameters.indicators}) > 1:
        return ["weighted"], known
    return ["fixed" if home.low == home.high else "text"], known


def two_indicators(answer: Answer) -> Told:
    rows = compared(answer)
    if not rows:
        return ["none"], {}
    known = {"of": number(len({row.place for row in rows}))}
    home = {row.series: row for row in rows if answer.role(row.place) == "home"}
    if not home:
        return ["without"], known
    for name, code in zip(("first", "second"), answer.parameters.indicators, strict=True):
        row = home[code]
        known |= {
            name: answer.series_name(code),
            f"{name}_value": answer.value(row),
            f"{name}_year": answer.period(row),
        }
    return ["text"], known


TELLERS: dict[str, Callable[[Answer], Told]] = {
    "ranking": ranking,
    "gap_leader": gap_leader,
    "gap_union": gap_union,
    "change": change_between,
    "pace": pace,
    "similar_regions": similar_regions,
    "composite_rank": composite_rank,
    "two_indicators": two_indicators,
}
