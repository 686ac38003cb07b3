"""What changed between two snapshots, on the Snapshots tab: chosen, then told in sentences and tables."""

from functools import lru_cache

import streamlit as st

from lsk_metrics.indicators import changes
from lsk_metrics.indicators.changes import Copy, Figure, Table
from lsk_metrics.language import day, ngettext, number, spoken
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, history, reader, tables
from lsk_metrics.screen.words import plain


def compare() -> None:
    """Two snapshots to choose, and what differs between them."""
    names = history.readable()
    st.subheader(_("What has changed?"), anchor="changes")
    if len(names) < 2:
        st.markdown(plain(_("There is only one snapshot, so there is nothing to compare it with.")))
        return
    shown = reader.snapshot() if reader.snapshot() in names else next(iter(names))
    left, right = st.columns(2)
    with left:
        first = address.recall("before", list(names), "")
        before = st.selectbox(
            _("Earlier snapshot"), list(names), index=first if "before" in st.session_state else None,
            format_func=names.__getitem__, key="before", placeholder=_("Choose one"),
        )  # fmt: skip
        address.write("before", list(names))
    with right:
        last = address.recall("after", list(names), shown)
        after = st.selectbox(_("Later snapshot"), list(names), index=last, format_func=names.__getitem__, key="after")
        address.write("after", list(names), shown)
    if before and before == after:
        st.markdown(plain(_("These are one and the same snapshot.")))
    elif before and after:
        told(before, after)


@lru_cache(maxsize=8)
def found(before: str, after: str, lang: str) -> tuple[list[Table], list[Figure], list[Copy]]:
    """Snapshots never change, so neither do their differences; texts are in the language spoken."""
    return changes.tables(before, after), changes.figures(before, after), list(changes.copies(before, after))


def told(before: str, after: str) -> None:
    listed, answers, copies = found(before, after, spoken())
    figures([each for each in answers if not each.same], len(answers))
    for table in listed:
        if not table.same:
            rows(table, before, after)
    same = sum(table.same for table in listed)
    words = ngettext("{n} table is the same in both.", "{n} tables are the same in both.", same)
    st.markdown(plain(words.format(n=number(same))))
    sources(copies)


def figures(differ: list[Figure], asked: int) -> None:
    """The latest figure of each indicator that answers otherwise, before and after."""
    words = ngettext(
        "{n} indicator answers otherwise, of {of}.", "{n} indicators answer otherwise, of {of}.", len(differ)
    )
    st.markdown(plain(words.format(n=number(len(differ)), of=number(asked))))
    if differ:
        tables.of_rows(
            [
                {
                    _("Indicator"): plain(each.title),
                    _("Before"): plain(each.before or each.sentence_before),
                    _("After"): plain(each.after or each.sentence_after),
                    _("Values that differ"): number(each.values),
                }
                for each in differ
            ],
            alt=_("Indicators that answer otherwise"),
        )


def rows(table: Table, before: str, after: str) -> None:
    """One table: what happened to it in a sentence, and the first rows of it."""
    st.markdown(f"**{plain(title(table.name))}**: {plain(changes.told(table))}")
    if table.changes:
        with st.expander(_("Rows"), key=f"diff_{table.name}"):
            tables.of_rows(
                [
                    {
                        _("Change"): change(each.change),
                        _("Key"): plain(each.key),
                        _("Column"): plain(each.column) or "–",
                        _("Before"): plain(each.before or "") or "–",
                        _("After"): plain(each.after or "") or "–",
                    }
                    for each in table.changes
                ],
                alt=title(table.name),
            )
            if more := changes.hidden(table):
                words = ngettext("{n} more row: {command}", "{n} more rows: {command}", more)
                command = f"lsk diff {before} {after} --table {table.name}"
                st.caption(plain(words.format(n=number(more), command=command)))


def sources(copies: list[Copy]) -> None:
    """Sources whose copy is another one, with the dates the copies were taken."""
    if not copies:
        return
    words = ngettext("{n} source has another copy.", "{n} sources have another copy.", len(copies))
    st.markdown(plain(words.format(n=number(len(copies)))))
    tables.of_rows(
        [
            {
                _("Source"): plain(each.source),
                _("Change"): change(each.change),
                _("Before"): plain(day(each.before)) or "–",
                _("After"): plain(day(each.after)) or "–",
            }
            for each in copies
        ],
        alt=_("Sources with another copy"),
    )


def change(name: str) -> str:
    return {"added": _("added"), "changed": _("changed"), "gone": _("gone")}[name]


def title(table: str) -> str:
    """A table's name as a reader says it."""
    return {
        "members": _("Members"),
        "investments": _("Investments"),
        "startups": _("Start-ups"),
        "observations": _("Regional statistics"),
        "powiat_figures": _("Figures of powiats"),
        "higher_education": _("Higher education"),
        "claims": _("Published statements"),
        "claim_checks": _("Checks of published statements"),
        "sources": _("Sources"),
        "rules": _("Rules"),
        "caveats": _("Caveats"),
        "outlines": _("Outlines for the map"),
        "targets": _("Targets"),
        "evidence": _("Evidence"),
        "criteria": _("Criteria"),
        "definitions": _("Definitions of indicators"),
    }.get(table, table)
