"""The answer on the Explore page: the question as its title, its sentence, what was kept or left out, the picture."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lsk_metrics.figures.course import MOST_LINES
from lsk_metrics.indicators import Answer
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing, number
from lsk_metrics.screen import blocks, question, tables
from lsk_metrics.screen.explore import pictures
from lsk_metrics.screen.explore.choosing import Choice
from lsk_metrics.screen.words import plain


def asked(choice: Choice) -> Answer:
    """The answer to all that was chosen."""
    name, given = choice.whole.indicator.id, dict(choice.given)
    if choice.form == "scatter":
        return blocks.asked("two_indicators", {**given, "indicators": f"{choice.against},{name}"})
    if choice.form == "ranking" and choice.whole.indicator.places == "regions":
        given["view"] = "ranking"
    return blocks.asked(name, given)


def heading(choice: Choice, found: Answer) -> None:
    """The indicator's question, and below it, where the form or the measure asks another, that one; the sentence."""
    whole = choice.whole
    st.title(plain(whole.question), anchor=whole.key.replace("_", "-"))
    if found.question != whole.question:
        blocks.heading(found)
    else:
        st.html(question.sentence(found))
        if not whole.rows:
            blocks.why_empty(whole)
    for words in notes(choice):
        st.caption(plain(words))


def notes(choice: Choice) -> list[str]:
    """What the reader must know of the choice itself."""
    said = []
    if choice.waiting:
        said.append(
            _("Not possible with this indicator, and kept for the next: {choices}.").format(
                choices=", ".join(dict.fromkeys(choice.waiting))
            )
        )
    if choice.narrowed:
        said.append(_("Counted here: only {groups}.").format(groups=listing(choice.narrowed)))
    return said


def picture(choice: Choice, found: Answer) -> None:
    """The rows chosen, drawn or as a table, then unit, sources and caveats of the whole; or what to change."""
    shown = pictures.shown(found, choice.form, choice.places, choice.groups)
    if not any(row.value is not None for row in shown.rows):
        if choice.whole.rows:
            st.markdown(plain(nothing(choice)))
        return
    for words in limits(choice, found, shown):
        st.caption(plain(words))
    if choice.form == "table":
        tables.of_answer(shown)
        blocks.footing(found)
    else:
        draw = pictures.draw(found, choice.form)
        blocks.picture(lambda _whole, look: draw(shown, look), found, keep=False)


def limits(choice: Choice, found: Answer, shown: Answer) -> list[str]:
    """Which places and groups the picture is of, where not of all that the sentence speaks of."""
    said = []
    names: list[tuple[list[str], Callable[[str], str]]] = [
        (choice.places, found.place),
        (choice.groups, choice.whole.series_name),
    ]
    picked = [listing(list(map(called, codes))) for codes, called in names if codes]
    if picked:
        said.append(_("Shown below: only {picked}. The sentence above is about all.").format(picked="; ".join(picked)))
    if not pictures.lined(found, choice.form):
        return said
    if "illustrative" in found.kinds and "illustrative" not in {row.kind for row in shown.rows}:
        said.append(_("The line is of the published or registered figures alone; the sample is in the table."))
    if MOST_LINES == len(shown.places) < len(choice.places or found.places):
        few = _("The lines are of the {n} places with the largest last values; others can be chosen.")
        said.append(few.format(n=number(len(shown.places))))
    return said


def nothing(choice: Choice) -> str:
    """What a reader can do about an empty picture."""
    chosen = [
        words
        for words, given in (
            (_("the groups"), choice.groups or choice.narrowed),
            (_("the places"), choice.places or choice.given.get("places")),
            (_("the period"), {"first_year", "last_year"} & set(choice.given)),
            (_("the measure"), "measure" in choice.given),
            (_("the switch for published and register figures"), st.session_state.get("real")),
        )
        if given
    ]
    said = _("Nothing is left of this indicator with what was chosen.")
    return f"{said} {_('It comes back by changing {choices}.').format(choices=listing(chosen))}" if chosen else said
