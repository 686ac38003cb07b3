"""Numbers of a review written a second time, in plain Python: what every file of it must say, and nothing else."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from lsk_metrics.indicators import Answer, Row
from lsk_metrics.language import spoken

STORIES = ("s3", "board", "glance")
SIGNS = {">": ">\u00a0", "<": "<\u00a0", "~": "~\u00a0"}
LATEST = ("bars", "ranking", "map")


def number(value: float, decimals: int) -> str:
    """1,234.5 in English and 1 234,5 in Polish, with a true minus."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(repr(round(float(value), decimals))).quantize(step, ROUND_HALF_EVEN)
    text = f"{exact:,}".replace("-", "\u2212")
    return text.translate(str.maketrans({",": "\u00a0", ".": ","})) if spoken() == "pl" else text


def value(answer: Answer, row: Row) -> str:
    assert row.value is not None
    return SIGNS.get(row.flag, "") + number(row.value, answer.indicator.decimals)


def pictured(answer: Answer) -> list[Row]:
    """The rows of the picture: those of the latest year where it is of one year, else all."""
    if answer.parameters.view or answer.parameters.target or answer.indicator.chart not in LATEST:
        return list(answer.rows)
    if answer.series or answer.indicator.chart == "map":
        return [row for row in answer.rows if row.year == max(each.year for each in answer.rows)]
    return list(answer.rows)  # one row a place


def values(answer: Answer, rows: list[Row]) -> Iterator[str]:
    """Each value of the rows, and each range, as it is written."""
    for row in rows:
        if row.value is not None:
            yield value(answer, row)
        if row.low is not None and row.high is not None:
            yield f"{number(row.low, answer.indicator.decimals)}–{number(row.high, answer.indicator.decimals)}"


def name(answer: Answer, row: Row) -> str:
    """What tells its line from others in a table over years: the place, the group, or the kind."""
    if len(answer.places) > 1:
        return answer.place(row.place)
    return answer.series_name(row.series) if row.series else row.kind
