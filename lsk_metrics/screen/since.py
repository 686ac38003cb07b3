"""What changed since the last review: two snapshots, each indicator that is not as it was, and why."""

from functools import lru_cache, partial
from html import escape

import streamlit as st

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import causes_told, comments, kept, refusals, review
from lsk_metrics.indicators.explained import Explained
from lsk_metrics.indicators.explained import explained as compared
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment, ngettext, number, spoken
from lsk_metrics.screen import address, carried, filters, reader, states, tables
from lsk_metrics.screen.words import badges, plain

LISTED = 6  # values of a cause that are listed on the page
# Shapes that stand before the words, so that a cause is found by eye without colour.
SHAPES = {"definition": "◆", "import": "▣", "new_period": "●", "revision": "↻", "correction": "✎"}


def since_last_review() -> None:
    """The finding in a sentence, the two snapshots, what changed in each indicator, the values and the rule."""
    top = st.container()
    pair = chosen()
    if pair is None:
        return
    before, after = pair
    if before == after:
        with top:
            st.markdown(plain(_("These are one and the same snapshot.")))
        return
    found = explained(before, after, bool(filters.kinds()), spoken())
    with top:
        st.html(f'<p class="lead">{escape(review.summary(found))}</p>')
    for words in review.remarks(before):
        st.caption(plain(words))
    if found:
        tables.of_rows([row(each) for each in found], alt=review.summary(found))
        about = [review.summary(found), *review.remarks(before), f"{before} → {after}"]
        rows, title = partial(spreadsheet, found), _("Since the last review")
        carried.away("changes", title, rows, about, after, sample(found), list(comments.subjects()))
        values(found)
    rules()


def chosen() -> tuple[str, str] | None:
    """The ids of the two snapshots; nothing where there is no pair to compare, which is then said."""
    names = {each.id: named(each) for each in kept.history() if each.readable}
    shown = reader.snapshot() if reader.snapshot() in names else next(iter(names), "")
    try:
        usual = review.pair(until=shown)[0].id
    except ValueRefused as reason:
        usual = ""
        states.empty(refusals.told(reason))
    if len(names) < 2:
        states.empty(_("There is only one snapshot, so there is nothing to compare it with."))
        return None
    left, right = st.columns(2)
    with left:
        first = address.recall("since", list(names), usual)
        since = st.selectbox(
            _("Since snapshot"), list(names), index=first if usual or "since" in st.session_state else None,
            format_func=names.__getitem__, key="since", placeholder=_("Choose one"),
        )  # fmt: skip
        address.write("since", list(names), usual)
    with right:
        last = address.recall("until", list(names), shown)
        until = st.selectbox(_("Until snapshot"), list(names), index=last, format_func=names.__getitem__, key="until")
        address.write("until", list(names), shown)
    return (since, until) if since and until else None


def named(snapshot: kept.Kept) -> str:
    """A snapshot in the list: the review it was marked for, when it was built, its id."""
    mark = f"{snapshot.mark} · " if snapshot.mark else ""
    return f"{mark}{moment(snapshot.built_at)} · {snapshot.id}" + (f" ({_('current')})" if snapshot.current else "")


@lru_cache(maxsize=8)
def explained(before: str, after: str, real: bool, _lang: str) -> list[Explained]:
    """Snapshots never change, so neither does what became of them; texts are in the language spoken."""
    return compared(before, after, real)


def row(each: Explained) -> dict[str, str]:
    """One indicator: its latest figure then and now, and a line for each cause."""
    names = causes_told.names()
    why = [f"{SHAPES[cause.cause]} **{plain(names[cause.cause])}.** {plain(cause.sentence)}" for cause in each.causes]
    return {
        _("Indicator"): f"{plain(each.title)} {badges(each.kinds)}",
        _("Before"): plain(each.before) or "–",
        _("Now"): plain(each.after) or "–",
        _("Why"): "  \n".join(why),
    }


def sample(found: list[Explained]) -> bool:
    """Whether figures of the made-up sample are among them."""
    return any("illustrative" in each.kinds for each in found)


def spreadsheet(found: list[Explained]) -> list[dict[str, str | int]]:
    """A row for each indicator and cause, under the headings of the page."""
    names = causes_told.names()
    return [
        {
            _("Indicator"): each.title,
            _("Cause"): names[cause.cause],
            _("Values that differ"): cause.values,
            _("Before"): each.before,
            _("Now"): each.after,
            _("Why"): cause.sentence,
            _("Kind"): ", ".join(map(kind_name, each.kinds)),
        }
        for each in found
        for cause in each.causes
    ]


@reader.alone
def values(found: list[Explained]) -> None:
    """A closed box with the values themselves, and the texts that read otherwise."""
    box = st.expander(_("The values one by one"), key="more_values", on_change="rerun", type="compact")
    if not box.open:
        return
    with box:
        for each in found:
            listed(each)


def listed(each: Explained) -> None:
    """One indicator's values, cause by cause, the newest of the home region first."""
    names = causes_told.names()
    for cause in each.causes:
        if not cause.cells and not cause.wordings:
            continue
        st.markdown(f"**{plain(each.title)}**: {SHAPES[cause.cause]} {plain(names[cause.cause])}")
        for wording in cause.wordings:
            words = _("{part}: “{before}” before, “{after}” now")
            part = causes_told.part(wording.part)
            st.markdown(plain(words.format(part=part, before=wording.before, after=wording.after)))
        if cause.cells:
            rows = [
                {
                    _("Place"): plain(cell.place),
                    _("Part"): plain(cell.part) or "–",
                    _("Period"): plain(cell.period),
                    _("Before"): plain(cell.before if cell.before != "–" else _("no figure")),
                    _("Now"): plain(cell.after if cell.after != "–" else _("no figure")),
                }
                for cell in cause.cells[:LISTED]
            ]
            tables.of_rows(rows, alt=f"{each.title}: {names[cause.cause]}")
        if more := cause.values - len(cause.cells[:LISTED]):
            words = ngettext("{n} more value is not listed.", "{n} more values are not listed.", more)
            st.caption(plain(words.format(n=number(more))))


@reader.alone
def rules() -> None:
    """A closed box with the rule by which causes are told apart."""
    box = st.expander(_("How causes are told apart"), key="more_rules", on_change="rerun", type="compact")
    if box.open:
        with box:
            names = causes_told.names()
            st.markdown(plain(_("The first of these that holds for a value is its cause.")))
            rows = [
                {_("Cause"): f"{SHAPES[name]} {plain(names[name])}", _("Rule"): plain(words)}
                for name, words in causes_told.rules().items()
            ]
            tables.of_rows(rows, alt=_("How causes are told apart"))
