"""Large figures in a row: published claims, and the latest of an answer, each with its kind, date and source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from lsk_metrics.indicators import Answer, additivity, units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.records import claim
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, reader


@dataclass(frozen=True)
class Headline:
    """One large figure: value as written, what it is, what must be said with it, its kind and its source."""

    value: str
    name: str
    detail: str
    kind: str
    origin: str
    year: str = ""


def claimed(name: str, label: str = "", detail: str = "") -> Headline:
    """A published claim as a headline; its date and source stand below it."""
    found = claim(name, reader.snapshot())
    origin = f"{found.dated()} · {found.source.brief()}"
    return Headline(found.figure(), label, detail or found.warning(), found.source.kind, origin, found.dated())


def headlines(figures: Sequence[Headline]) -> None:
    """Large figures in a row, the kind of truth said and shown by the line above each."""
    parts = "".join(
        f'<div class="{figure.kind}"><dt>{escape(figure.name)}</dt><dd class="value">{large(figure.value)}</dd>'
        f'<dd class="detail">{escape(figure.detail)}</dd>'
        f'<dd class="origin">{escape(kind_name(figure.kind))} · {escape(figure.origin)}</dd></div>'
        for figure in figures
    )
    words = _("These large figures are published totals; they are not narrowed.") if narrowing.narrowed() else ""
    # In one element with the figures: one that comes and goes would have all below it put onto the page anew.
    st.html(f'<dl class="headlines">{parts}</dl>' + (f'<p class="remark">{escape(words)}</p>' if words else ""))


def large(value: str) -> str:
    """A value as HTML, a unit in words after the number smaller than it: 207 mln euro."""
    unit = re.search(r"\s[^\d\s]\D*$", value)
    if not unit:
        return escape(value)
    return f'{escape(value[: unit.start()])}<span class="unit">{escape(unit.group())}</span>'


def latest(found: Answer) -> Headline:
    """The last figure of an answer about one place, its groups added up; raises ValueRefused where they may not be."""
    year = max(row.year for row in found.rows)
    rows = [row for row in found.rows if row.year == year]
    total = additivity.total(rows, found.indicator)
    value = units.figure(total, found.indicator.unit, found.indicator.decimals, rows[0].flag)
    origin = f"{found.period(rows[0])} · {'; '.join(dict.fromkeys(card.brief() for card in found.sources))}"
    return Headline(value, found.title, "", found.kind or "published", origin)
