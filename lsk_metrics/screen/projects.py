"""Parts of the page of European projects: what to show before any figures are there, and what was left out of them."""

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.indicators import Answer, additivity, answer, indicator, records, units
from lsk_metrics.indicators.records import Claim
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import blocks, headlines, reader, tables
from lsk_metrics.screen.headlines import Headline
from lsk_metrics.screen.words import plain

TOPIC = "horizon"


def fetched(name: str) -> bool:
    """Whether an indicator's figures have come in."""
    return bool(answer(name, {}, reader.snapshot()).rows)


def invitation(names: Sequence[str]) -> None:
    """The questions that wait for their figures, and the command that gets these."""
    service = indicator(names[0]).fetch or ""
    st.subheader(_("What the projects themselves will show"), anchor="invitation")
    st.markdown("\n".join(f"- {plain(_(indicator(name).question))}" for name in names))
    blocks.to_fetch(service)


def published() -> list[headlines.Headline]:
    """Dated statements with a figure about the framework programmes, the first of each unit and source."""
    dated = [claim for claim in records.claims(reader.snapshot()) if claim.topic == TOPIC and claim.period]
    found: dict[str, Claim] = {}
    for claim in dated:
        if claim.unit in ("participations", "EUR m"):
            found.setdefault(claim.source.id, claim)
    return [headlines.claimed(claim.id, claim.text()) for claim in found.values()]


def total(found: Answer, label: str) -> Headline:
    """The sum of all rows of an answer whose years and groups may be added up."""
    value = units.figure(additivity.total(found.rows, found.indicator), found.indicator.unit, found.indicator.decimals)
    return Headline(value, label, span(found), found.kind or "published", origins(found))


def most(found: Answer, label: str) -> Headline:
    """The largest value of the last year; {name} in the label is its place."""
    year = max(row.year for row in found.rows)
    row = max((row for row in found.rows if row.year == year), key=lambda row: row.value or 0.0)
    value = units.figure(row.value or 0.0, found.indicator.unit, found.indicator.decimals)
    return Headline(value, label.format(name=found.place(row.place)), span(found), row.kind, origins(found))


def span(found: Answer) -> str:
    years = [row.year for row in found.rows]
    return f"{min(years)}–{max(years)}"


def origins(found: Answer) -> str:
    return "; ".join(dict.fromkeys(card.brief() for card in found.sources))


def left_out() -> None:
    """What the files hold that is counted nowhere here, and the rows that could not be read."""
    counts = records.file_counts(reader.snapshot())
    if not counts:
        return
    lines = [
        ngettext("The files list {n} project in all of Europe.", "The files list {n} projects in all of Europe.",
                 counts["projects"]).format(n=number(counts["projects"])),
        ngettext("{n} participation from the country gives no region and is counted nowhere here.",
                 "{n} participations from the country give no region and are counted nowhere here.",
                 counts["without_region"]).format(n=number(counts["without_region"])),
        ngettext("{n} row could not be read, or not whole.", "{n} rows could not be read, or not whole.",
                 counts["unread"]).format(n=number(counts["unread"])),
    ]  # fmt: skip
    st.caption(plain(" ".join(lines)))
    rows = records.left_out(reader.snapshot())
    if rows:
        with st.expander(_("Rows that could not be read"), key="left_out"):
            tables.of_rows([line(row) for row in rows], alt=_("Rows that could not be read"))


def line(row: dict[str, str]) -> dict[str, str]:
    reasons = {
        "unread": _("not a row of the table"),
        "no date": _("neither a start date nor a date of signature; the project is left out"),
        "twice": _("the project stands there twice; the first row counts"),
        "no amount": _("the amount is no number; counted without it"),
        "no project": _("its project is not in the file; the participation is left out"),
        "no organisation": _("it names no organisation; the participation is left out"),
    }
    return {
        _("File"): plain(f"{row['source']}: {row['file']}"),
        _("Line"): row["line"],
        _("Why"): reasons.get(row["reason"], plain(row["reason"])),
        _("How it begins"): plain(row["said"]),
    }
