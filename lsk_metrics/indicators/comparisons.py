"""What a view or a method says: its question, its one sentence, and who is left out of it and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import labels, told, units
from lsk_metrics.indicators.facts import placeholders
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.rows import Row


def home(answer: Answer) -> str:
    """Name of the home region."""
    return next(answer.place(code) for code, each in labels.regions(answer.snapshot).items() if each.role == "home")


def asked(answer: Answer, question: str) -> str:
    """A question with the home region and the target year named in it."""
    if not placeholders(question):
        return question
    return question.format(home=home(answer), target_year=answer.parameters.target_year)


def sentence(answer: Answer) -> str:
    """The sentence of a view or a method, and what belongs to it; says when there is nothing."""
    of = answer.view.id if answer.view else answer.indicator.id
    variant, known = told.TELLERS[of](answer)
    texts = answer.view.sentence if answer.view else answer.indicator.sentence
    known = {"title": answer.subject, "home": home(answer), **known}
    said = [_(texts[name]).format(**known) for name in variant if name in texts]
    return " ".join(said) or _("There are no figures for this choice.")


def left_out(answer: Answer) -> list[str]:
    """Who is missing from a comparison, by name, and why."""
    empty = [row for row in answer.rows if row.value is None and not (row.series or "").startswith("needed")]
    broken = named(answer, [row for row in empty if "b" in row.flag and answer.parameters.view in ("change", "pace")])
    without = [name for name in named(answer, empty) if name not in broken]
    said = []
    if broken:
        said.append(_("Not computed across a break in the series: {regions}.").format(regions=", ".join(broken)))
    if without:
        said.append(reason(answer).format(regions=", ".join(without)))
    return said


def reason(answer: Answer) -> str:
    """Why places have no value, to be filled with their names."""
    match answer.parameters.view:
        case "change":
            return _("Fewer than two figures in the period: {regions}.")
        case "pace":
            return _("No series of so many years: {regions}.")
    if answer.indicator.variables:
        return _("Left out, because a figure is lacking: {regions}.")
    return _("No figure for: {regions}.")


def named(answer: Answer, rows: list[Row]) -> list[str]:
    """Names of the rows' places once each; a partner is named, not the code that stands for it."""
    regions = labels.regions(answer.snapshot)
    names = (regions[row.place].partner() if proxied(answer, row.place) else answer.place(row.place) for row in rows)
    return list(dict.fromkeys(names))


def proxied(answer: Answer, place: str) -> bool:
    """Whether a place is one of several that make up a partner, none of which has a value."""
    regions = labels.regions(answer.snapshot)
    if regions[place].role != "peer":
        return False
    same = [row for row in answer.rows if regions[row.place].peer == regions[place].peer]
    return all(row.value is None for row in same)


def parts(answer: Answer) -> dict[str, Row]:
    """The variables of a method with a row that says their year, in the order they were asked for."""
    rows = {row.series: row for row in reversed(answer.rows) if row.series}
    return {name: rows[name] for name in answer.parameters.indicators if name in rows}


def taken(answer: Answer) -> str:
    """Which indicators a method put together, of which years, and with which weights."""
    from lsk_metrics.indicators.passport import indicator

    weights = dict(answer.parameters.weights)
    said = [
        _("{title} ({year}, weight {weight})").format(
            title=_(indicator(name).title), year=answer.period(row), weight=units.plain(weights.get(name, 1.0))
        )
        for name, row in parts(answer).items()
    ]
    return _("Put together: {parts}.").format(parts="; ".join(said)) if said else ""
