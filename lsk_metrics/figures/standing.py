"""Regions side by side, a bar each: a ranking, and distances and changes to either side of zero."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import theme
from lsk_metrics.figures.description import bar_trace
from lsk_metrics.indicators import units
from lsk_metrics.indicators.comparisons import named
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

ROW, LETTER, MOST_EMPTY = 33, 8.2, 6


@dataclass(frozen=True)
class Bar:
    """One line of the picture: a row, its name, what is written at the bar's end and said about it."""

    row: Row
    name: str
    text: str
    tip: str


def ranking(answer: Answer, look: Look) -> Description:
    """The latest value of each region from the first down, nation and Union outlined; who has none stands below."""
    newest = max((row.year for row in answer.rows if row.value is not None), default=0)
    bars = []
    for row in shown(answer):
        year = "" if row.year == newest or row.value is None else answer.period(row)
        bars.append(bar(answer, row, answer.place(row.place), year, units.figure))
    return drawn(answer, look, bars)


def differences(answer: Answer, look: Look) -> Description:
    """Distances or changes to either side of zero; a break stands in the place of a number."""
    usual = most_common([row.series or answer.period(row) for row in answer.rows if row.value is not None])
    bars = []
    for row in shown(answer):
        years = row.series or answer.period(row)
        when = "" if row.value is None or years == usual else years
        bars.append(bar(answer, row, answer.place(row.place), when, units.signed))
    return drawn(answer, look, bars)


def shown(answer: Answer) -> list[Row]:
    """Rows with a value, and those without where they are few; of many the caveats give the names."""
    full = [row for row in answer.rows if row.value is not None]
    empty = {
        named(answer, [row])[0]: row
        for row in answer.rows
        if row.value is None and answer.role(row.place) not in ("nation", "union")
    }
    return full + list(empty.values()) if len(empty) <= MOST_EMPTY else full


def bar(answer: Answer, row: Row, name: str, when: str, written: Any) -> Bar:
    said = f"{name}, {when}" if when else name
    if row.value is None:
        why = _("break in the series") if "b" in row.flag else _("no figure")
        [said] = named(answer, [row])
        return Bar(row, said, why, f"<b>{said}</b><br>{why}")
    text = written(
        row.value, "" if answer.indicator.unit == "points" else answer.indicator.unit, answer.indicator.decimals
    )
    rank = f"{row.series}. " if row.series and row.series.isdecimal() else ""
    years = answer.series_name(row.series) if row.series and not row.series.isdecimal() else answer.period(row)
    flag = f"<br>{answer.flag_words(row)}" if answer.flag_words(row) else ""
    letters = f" ({row.flag})" if flag else ""
    return Bar(row, rank + said, f"<b>{text}</b>{letters}", f"<b>{name}</b><br>{years}: {answer.value(row)}{flag}")


def drawn(answer: Answer, look: Look, bars: list[Bar], beside: list[float] | None = None) -> Description:
    """Bars from zero, the home region in the accent; names wrapped so that they leave room on a narrow page."""
    order = list(range(len(bars)))[::-1]
    values = [each.row.value or 0.0 for each in bars] + (beside or [])
    low, high = room(bars, values, look)
    names = [label(each, answer, look) for each in bars]
    marks = bar_trace(
        y=order,
        x=[each.row.value or 0.0 if each.row.value is not None else None for each in bars],
        orientation="h",
        width=0.6,
        hoverinfo="text",
        hovertext=[each.tip for each in bars],
        text=[each.text for each in bars],
        textposition="outside",
        cliponaxis=False,
        customdata=[each.row.place for each in bars],
        **theme.untouched(look),
        textfont={"color": look.ink, "size": 13},
        marker={
            "color": [fill(answer, each.row, look) for each in bars],
            "line": {
                "color": [outline(answer, each.row, look) for each in bars],
                "width": [1.5 if is_reference(answer, each.row) else 0 for each in bars],
            },
        },
    )
    without = [
        {
            "x": 0, "y": at, "xanchor": "left" if high > 0 else "right",
            "xshift": 4 if high > 0 else -4, "text": missing(each, look), "showarrow": False,
            "align": "left", "font": {"color": look.muted, "size": 13},
        }
        for at, each in zip(order, bars, strict=True)
        if each.row.value is None
    ]  # fmt: skip
    written = names + [missing(each, look) for each in bars if each.row.value is None]
    lines = 1 + max((name.count("<br>") for name in written), default=0)
    return theme.figure(
        [marks],
        look,
        30 + len(bars) * max(ROW, 15 * lines + 6),
        annotations=without,
        margin={"l": 8, "r": 8, "t": 8, "b": 6},
        xaxis={"range": [low, high], "showticklabels": False, "zeroline": True, "zerolinecolor": look.border},
        yaxis={
            "range": [-0.7, len(bars) - 0.3],
            "showgrid": False,
            "zeroline": False,
            "tickvals": order,
            "ticktext": names,
            "automargin": True,
            "tickfont": {"size": 13, "color": look.ink},
        },
    )


def label(each: Bar, answer: Answer, look: Look) -> str:
    """The name at a bar, in lines where room is scarce; the home region's in bold."""
    lines = wrap(each.name, 23 if look.narrow else 34, break_long_words=False)
    text = "<br>".join(line + "  " for line in lines)
    return f"<b>{text}</b>" if answer.role(each.row.place) == "home" or each.row.place in look.chosen else text


def missing(each: Bar, look: Look) -> str:
    """Why there is no bar, in lines where room is scarce."""
    return "<br>".join(wrap(each.text, 10, break_long_words=False)) if look.narrow else each.text


def fill(answer: Answer, row: Row, look: Look) -> str:
    if is_reference(answer, row):
        return "rgba(0,0,0,0)"
    if answer.role(row.place) != "home":
        return look.marked if row.place in look.chosen else look.peer
    return look.accent_soft if (row.series or "").startswith("best") else look.accent


def outline(answer: Answer, row: Row, look: Look) -> str:
    if not is_reference(answer, row):
        return "rgba(0,0,0,0)"
    return look.marked if row.place in look.chosen else look.muted


def is_reference(answer: Answer, row: Row) -> bool:
    return answer.role(row.place) in ("nation", "union")


def room(bars: list[Bar], values: list[float], look: Look) -> tuple[float, float]:
    """How far the axis reaches, so that each number has room at the end of its bar."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        return 0.0, 1.0
    width = 150 if look.narrow else 300  # the narrowest place a picture stands in, less the names
    longest = LETTER * max((len(each.text) - 7 for each in bars if each.row.value is not None), default=0) + 6
    sides = (low < 0) + (high > 0)
    scale = (high - low) / max(width - sides * longest, 0.25 * width)
    return low - (longest * scale if low < 0 else 0), high + (longest * scale if high > 0 else 0)


def most_common(words: list[str]) -> str:
    return max(dict.fromkeys(words), key=words.count) if words else ""
