"""What a check of a register file found, for the person who mends it: problems, what would change, headline figures."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from lsk_metrics.indicators import units
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number, pick
from lsk_metrics.screen import intake, reader, tables
from lsk_metrics.screen.intake import Intake
from lsk_metrics.screen.words import badges, plain

SHOWN = 50
UNITS = {"members": "members", "companies": "companies", "EUR m": "eur_m"}


def notes(given: Intake) -> None:
    """What the reader should know though nothing is wrong."""
    st.caption("\n".join(f"- {plain(pick(note['en'], note['pl']))}" for note in given.document["notes"]))


def problems(given: Intake) -> None:
    """Every problem with its place, the rule it breaks and how to mend it; the first of very many."""
    found = given.document["problems"]
    count = len(found) + given.document["more_problems"]
    said = ngettext(
        "{n} problem was found. Nothing is published, and nothing has changed.",
        "{n} problems were found. Nothing is published, and nothing has changed.",
        count,
    )
    st.error(plain(said.format(n=number(count))))
    rows = [
        {
            _("Row"): row(each["row"]),
            _("Column"): plain(" ".join(filter(None, (each["column"], quoted(each["heading"]))))) or "–",
            _("Value"): plain(each["value"] or "") or "–",
            _("What is wrong"): plain(pick(each["problem"], each["problem_pl"])),
            _("How to mend it"): plain(pick(each["mend"], each["mend_pl"])),
        }
        for each in found[:SHOWN]
    ]
    tables.of_rows(rows, alt=_("Problems of the file"))
    if count > SHOWN:
        st.caption(plain(_("The first {n} are listed; the marked copy has them all.").format(n=number(SHOWN))))


def row(at: int | None) -> str:
    """The number of a row as the spreadsheet shows it; on a narrow page, where nothing stands above it, in words."""
    if at is None:
        return _("The file") if reader.look().narrow else "–"
    return _("Row {n}").format(n=at) if reader.look().narrow else str(at)


def quoted(heading: str | None) -> str:
    return _("“{text}”").format(text=heading) if heading else ""


def can_be_marked(given: Intake) -> bool:
    """Whether the file could be read as a table, so that there are cells to mark."""
    return any(each["row"] for each in given.document["problems"])


def difference(given: Intake) -> None:
    """What publishing would change: rows that come, rows that change, field by field, and rows that go."""
    found = given.document["difference"]
    st.subheader(_("What has changed") if given.published else _("What would change"), anchor=False)
    rows = ngettext("{n} row", "{n} rows", given.document["rows"]).format(n=number(given.document["rows"]))
    if found["replaces"] == "register":
        words = plain(_("The new table takes the place of the register so far ({rows}).").format(rows=rows))
        before = "register"
    elif found["replaces"]:
        words = plain(
            _("The new table takes the place of the whole made-up sample ({rows}); the two never mix.").format(
                rows=rows
            )
        )
        before = found["replaces"]
    else:
        words, before = plain(_("There was no such table yet; it comes in whole ({rows}).").format(rows=rows)), ""
    kinds = [[kind] for kind in dict.fromkeys(filter(None, (before, "register")))]
    st.markdown(f"{words} {' → '.join(map(badges, kinds))}")
    counts = found["counts"]
    if before == "register":
        counted(counts)
    listed(_("Added"), named(found["added"]), counts["added"], "added")
    listed(_("Changed"), fields(given.table, found["changed"]), counts["changed"], "changed")
    listed(_("Gone"), named(found["gone"]), counts["gone"], "gone")


def counted(counts: Mapping[str, int]) -> None:
    parts = [
        ngettext("{n} row added", "{n} rows added", counts["added"]).format(n=number(counts["added"])),
        ngettext("{n} row changed", "{n} rows changed", counts["changed"]).format(n=number(counts["changed"])),
        ngettext("{n} row gone", "{n} rows gone", counts["gone"]).format(n=number(counts["gone"])),
        ngettext("{n} row as before", "{n} rows as before", counts["unchanged"]).format(n=number(counts["unchanged"])),
    ]
    st.markdown(plain(" · ".join(parts)))


def listed(heading: str, rows: Sequence[Mapping[str, str]], count: int, key: str) -> None:
    """One group of rows, folded up; of very many the first."""
    if not rows:
        return
    with st.expander(f"{plain(heading)} ({number(count)})", key=f"difference_{key}"):
        tables.of_rows(rows[:SHOWN], alt=heading)
        if len(rows) > SHOWN or count > len(rows):
            st.caption(plain(_("The first {n} are listed.").format(n=number(SHOWN))))


def named(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    return [{_("Id"): plain(row["id"]), _("Name"): plain(row["name"] or "") or "–"} for row in rows]


def fields(table: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """One line for each field that changes."""
    if not rows:
        return []
    known = intake.headings(table)
    return [
        {
            _("Id"): plain(row["id"]),
            _("Name"): plain(row["name"] or "") or "–",
            _("Column"): plain(pick(*known.get(each["field"], (each["field"], each["field"])))),
            _("Before"): plain(each["before"] or "") or "–",
            _("After"): plain(each["after"] or "") or "–",
        }
        for row in rows
        for each in row["fields"]
    ]


def headlines(given: Intake) -> None:
    """The figures of the first page, before and after; those that change stand out."""
    st.subheader(_("Headline figures before and after"), anchor=False)
    rows = []
    for each in given.document["headlines"]:
        before, after = (plain(figure(each[when], each["unit"])) for when in ("before", "after"))
        rows.append(
            {
                _("Figure"): plain(pick(each["title"], each["title_pl"])),
                _("Before"): before,
                _("After"): after if after == before else f"**{after}**",
            }
        )
    tables.of_rows(rows, alt=_("Headline figures before and after"))


def figure(value: str | None, unit: str) -> str:
    """A headline figure with its unit, as the reader writes it; amounts to the thousandth they are kept in."""
    if value is None:
        return _("no figure")
    amount = float(value)
    decimals = next(n for n in range(4) if round(amount, n) == round(amount, 3))
    return units.quantity(amount, UNITS.get(unit, ""), decimals)
