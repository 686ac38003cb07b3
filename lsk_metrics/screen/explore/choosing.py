"""What a reader wants of an indicator: form, measure, places, period and groups; and what of it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from lsk_metrics.indicators import Answer, labels
from lsk_metrics.indicators.parameters import MEASURES, SETS
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import atlas, blocks, filters, peering, reader
from lsk_metrics.screen.explore import breakdown, forms, period, waiting
from lsk_metrics.screen.explore.buttons import choose as row
from lsk_metrics.screen.explore.wishes import selected, wished

Given = dict[str, str]


@dataclass
class Choice:
    """What is shown: the indicator whole, form and measure, the parameters of its answer, and of the picture's rows
    the places and groups chosen (none is all). Waiting are wishes that this indicator cannot have, by their names."""

    whole: Answer
    form: str = "table"
    measure: str = MEASURES[0]
    given: Given = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    narrowed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    against: str = ""


def choose(name: str) -> Choice:
    """All controls but the finder; each shows what is possible, and beside what is not stands why."""
    choice, narrow = Choice(blocks.asked(name)), reader.look().narrow
    formed, measured = (st.container(), None) if narrow else st.columns(2, gap="medium")
    with st.expander(_("Measure, places, period, groups")) if narrow else st.container():
        measured = measured or st.container()
        left, first, last, right = st.columns([4, 2, 2, 4])
        with left:
            choose_places(choice)
        with formed:
            choose_form(choice)
        with measured:
            choose_measure(choice)
        period.choose(choice, blocks.asked(name, choice.given), first, last)
        with right:
            choose_against(choice) if choice.form == "scatter" else breakdown.choose_groups(choice)
        choose_filters(choice)
    return choice


def choose_form(choice: Choice) -> None:
    """The form wished, or where it cannot be had the one the indicator opens with."""
    of = choice.whole
    reasons = forms.refused(of.indicator, filters.kinds(), of.snapshot)
    wish = wished("form", list(forms.names()))
    choice.form = wish if wish and not reasons[wish] else forms.own(of.indicator, reasons)
    if wish and reasons[wish]:
        choice.waiting.append(forms.names()[wish])
    row("form", _("Shown as"), forms.names(), reasons, "" if reasons[choice.form] else choice.form)


def choose_measure(choice: Choice) -> None:
    """The measure wished, or where this form cannot have it the values as they are."""
    of = choice.whole
    reasons = forms.unmeasured(of.indicator, choice.form, filters.kinds(), of.snapshot)
    wish = wished("measure", MEASURES)
    choice.measure = wish if wish and not reasons[wish] else MEASURES[0]
    if wish and choice.measure != wish:
        choice.waiting.append(forms.measures()[wish])
    if choice.measure != MEASURES[0]:
        choice.given["measure"] = choice.measure
    row("measure", _("Measured"), forms.measures(), reasons, choice.measure if choice.whole.rows else "")


def choose_places(choice: Choice) -> None:
    """Regions to compare with, or towns and powiats of the region; of the region as a whole there is no choice."""
    of = choice.whole.indicator
    if of.places == "regions":
        chosen = peering.pick("peers", _("Compared with"), peering.sets(), SETS[0])
        choice.given |= peering.compared(chosen)
        if chosen == "similar":
            peering.keep_likeness()
    elif of.places and choice.whole.places:
        choice.places = breakdown.several(of.places, _("Places"), choice.whole.places, choice.whole.place)
    else:
        st.selectbox(_("Places"), [_("The region as a whole")], disabled=True, key="whole_region")
        st.caption(breakdown.none_yet(choice.whole) or _("These figures are not told apart by place."))
    if waiting.places(choice.whole, bool(choice.whole.places)):
        choice.waiting.append(_("Places"))


def choose_against(choice: Choice) -> None:
    """The second indicator of a scatter."""
    name = choice.whole.indicator.id
    options = {code: title for code, title in peering.of_regions().items() if code != name}
    usual = peering.SECOND if name != peering.SECOND else peering.FIRST
    wish = wished("second", list(peering.of_regions()))
    choice.against = wish if wish in options else usual
    selected("second", _("Second indicator"), options, choice.against, usual)


def choose_filters(choice: Choice) -> None:
    """Which members, start-ups or money are counted, where the indicator's passport names filters."""
    chosen = atlas.choose_groups(choice.whole.indicator.id)
    choice.given |= chosen
    lists = labels.labels(choice.whole.snapshot)
    for name, codes in chosen.items():
        choice.narrowed += [lists[name, code].text() for code in codes.split(",")]
    choice.waiting += waiting.filters(choice.whole)
