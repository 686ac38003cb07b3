"""The table of targets: a row each, with its course, its status in words and shape, and what that rests on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.figures.spark import shape, spark
from lsk_metrics.indicators import units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import state_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext
from lsk_metrics.screen import filters, reader, states, tables
from lsk_metrics.screen.board import choosing
from lsk_metrics.screen.heard import heard
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators.status.board import Status

# Streamlit's tables take no pictures and no buttons. All text in the HTML is escaped.
_table = st.components.v2.component(
    "targets",
    js="""export default ({ data, parentElement, setTriggerValue }) => {
  let house = parentElement.querySelector(".targets");
  if (!house) {
    house = document.createElement("div");
    house.className = "targets";
    parentElement.append(house);
  }
  if (house.drawn !== data.html) {
    const focused = house.contains(document.activeElement) ? document.activeElement.dataset.target : null;
    house.innerHTML = house.drawn = data.html;
    if (focused) house.querySelector(`[data-target="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    if (house.leads) document.querySelector(".st-key-way")?.scrollIntoView({ block: "start" });
    house.leads = false;
  }
  house.onclick = (event) => {
    const button = event.target.closest("button[data-target]");
    if (!button) return;
    house.leads = true;
    setTriggerValue("chosen", button.dataset.target);
  };
};""",
    isolate_styles=False,
)


def finding(found: Sequence[Status]) -> str:
    """The page's heading: what the board has to know."""
    return plain(board.finding(found)) if found else _("There are no targets to judge")


def introduce(found: Sequence[Status]) -> None:
    """What kind of targets these are, which are hidden, and how others come in."""
    made_up = sum(each.target.kind == "illustrative" for each in found)
    hidden = len(board.statuses(reader.snapshot())) - len(found) if filters.kinds() else 0
    if made_up:
        words = _(
            "These targets are illustrative: nobody has adopted them. The official targets of the regional innovation "
            "strategy were not found, and none was made up to stand for them."
        )
        own = _("Your own targets take their place:")
        st.markdown(f"{plain(words)} {plain(own)} `lsk import targets FILE`")
    elif hidden:
        words = ngettext(
            "{n} illustrative target is hidden; nobody has adopted it.",
            "{n} illustrative targets are hidden; nobody has adopted them.",
            hidden,
        )
        back = _("They come back with the switch “{switch}” in the sidebar.")
        do = f"{back.format(switch=_('Published and register only'))} {_('Your own targets take their place:')}"
        states.empty(words.format(n=hidden), do, "lsk import targets FILE")
    if not found and not hidden:
        states.empty(_("The data hold no targets."), _("This command brings in your own:"), "lsk import targets FILE")


def table(found: Sequence[Status]) -> None:
    """The rows in this order; the button of one shows its way below."""

    def clicked() -> None:
        if name := heard("targets", "chosen"):
            choosing.take(name)

    _table(data={"html": html(found, choosing.shown(found), reader.look())}, key="targets", on_chosen_change=clicked)


def html(found: Sequence[Status], chosen: str, look: Look) -> str:
    """A table of its own kind, which a narrow page lays out as a list."""
    heads = [_("Target"), _("Course"), _("Latest"), _("Target value"), _("Yearly change"), _("Rests on")]
    lines = (row(each, each.target.id == chosen, heads, look) for each in found)
    return tables.laid_out(heads, lines, f"<table><caption>{escape(board.finding(found))}</caption>")


def row(each: Status, chosen: bool, heads: Sequence[str], look: Look) -> str:
    """One target."""
    verdict, unit = each.verdict, units.name(each.indicator.unit)
    points = verdict.line.points if verdict.line else []
    breaks = [line.year for line in verdict.line.rows if "b" in line.flag] if verdict.line else []
    goal = (each.target.year, each.target.value)
    picture = spark(points, goal, breaks, look, each.because) if points else dash()
    named = escape(f"{_('Show the way')}: {each.named}")
    button = (
        f'<button type="button" data-target="{escape(each.target.id)}" aria-pressed="{str(chosen).lower()}" '
        f'aria-label="{named}">{escape(_("Show the way"))}</button>'
    )
    where = f' <span class="where">{escape(each.place_name)}</span>' if each.target.place else ""
    first = (
        f'<p class="state {verdict.state}">{shape(verdict.state, look)} {escape(state_name(verdict.state))}</p>'
        f'<p class="title">{escape(each.title)}{where}</p><p class="reason">{escape(each.because)}</p>'
    )
    cells = [
        f"{picture}{button}",
        value(each.amount(each.latest[1]), each.period(each.latest[0]), changed(each)) if each.latest else dash(),
        value(each.amount(each.target.value), _("by {year}").format(year=each.period(each.target.year)), unit),
        paced(each),
        f'<span class="kind {verdict.kind}">{escape(kind_name(verdict.kind))}</span>{fresh(each)}',
    ]
    said = "".join(
        f'<td data-label="{escape(label)}">{cell}</td>' for label, cell in zip(heads[1:], cells, strict=True)
    )
    return f'<tr class="{"chosen" if chosen else ""}"><th scope="row">{first}</th>{said}</tr>'


def value(large: str, *small: str) -> str:
    """A number with what is said below it."""
    said = "".join(f"<small>{escape(words)}</small>" for words in small if words)
    return f"<b>{escape(large)}</b>{said}"


def changed(each: Status) -> str:
    """The change since the baseline year."""
    if each.change is None:
        return ""
    kind, digits = units.difference(each.indicator.unit), each.indicator.decimals
    words = _("{change} since {year}")
    return words.format(change=units.signed(each.change, kind, digits), year=each.period(each.target.baseline[0]))


def paced(each: Status) -> str:
    """What is needed each year, and what was."""
    required, past = each.paces
    if not required.bare:
        return dash()
    had = _("was {pace}").format(pace=past.bare) if past.bare else ""
    return value(required.bare, _("needed"), had)


def fresh(each: Status) -> str:
    """How old the last figure is, and the copy it is from."""
    if not each.latest:
        return ""
    said = [_("figure of {year}").format(year=each.period(each.latest[0]))]
    said += [_("copy of {date}").format(date=each.dated)] if each.dated else []
    return "".join(f"<small>{escape(words)}</small>" for words in said)


def dash() -> str:
    return "<b>–</b>"
