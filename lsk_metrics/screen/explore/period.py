"""The years shown: from and to, each as near to the wish as the figures allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit.delta_generator import DeltaGenerator

from lsk_metrics.indicators import Answer, units
from lsk_metrics.language import gettext as _
from lsk_metrics.screen.explore.wishes import selected, wished

if TYPE_CHECKING:
    from lsk_metrics.screen.explore.choosing import Choice

EVER = [str(year) for year in range(1900, 2101)]


def choose(choice: Choice, of: Answer, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """The first and the last year; of a single year there is nothing to choose."""
    years = sorted({row.year for row in of.rows if row.value is not None})
    wishes = wished("from", EVER), wished("to", EVER)
    if len(years) < 2:
        single(of, years, left, right)
        wait(choice, wishes, years * 2)
        return
    first, last = within(years, wishes)
    if first != years[0]:
        choice.given["first_year"] = str(first)
    if last != years[-1]:
        choice.given["last_year"] = str(last)
    names = {str(year): units.period(year, of.indicator.years) for year in years}
    with left:
        selected("from", _("From"), upto(names, last), str(first), str(years[0]))
    with right:
        selected(
            "to",
            _("To"),
            {year: name for year, name in names.items() if int(year) >= first},
            str(last),
            str(years[-1]),
        )
    wait(choice, wishes, [first, last])


def wait(choice: Choice, wishes: tuple[str, str], had: list[int]) -> None:
    """Years wished that these figures do not have."""
    for at, (wish, word) in enumerate(zip(wishes, (_("From {year}"), _("To {year}")), strict=True)):
        if wish and (not had or int(wish) != had[at]):
            choice.waiting.append(word.format(year=wish))


def upto(names: dict[str, str], last: int) -> dict[str, str]:
    return {year: name for year, name in names.items() if int(year) <= last}


def within(years: list[int], wishes: tuple[str, str]) -> tuple[int, int]:
    """The years nearest to those wished, from inside; all years where none lies between."""
    least, most = (int(wish) if wish else end for wish, end in zip(wishes, (years[0], years[-1]), strict=True))
    inside = [year for year in years if least <= year <= most]
    return (inside[0], inside[-1]) if inside else (years[0], years[-1])


def single(of: Answer, years: list[int], left: DeltaGenerator, right: DeltaGenerator) -> None:
    """One year, or none: shown, and not to be changed."""
    only = units.period(years[0], of.indicator.years) if years else "–"
    for place, word in ((left, _("From")), (right, _("To"))):
        place.selectbox(word, [only], disabled=True, key=f"only_{word}")
    left.caption(_("There is a single year.") if years else _("There are no figures for this choice."))
