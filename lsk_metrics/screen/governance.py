"""Boards of criteria on a page: each criterion with its status in words and shape, its evidence and what is missing."""

from functools import partial
from html import escape

import streamlit as st

from lsk_metrics.indicators import governance, governance_told
from lsk_metrics.indicators.evidence import Piece
from lsk_metrics.indicators.governance import Line
from lsk_metrics.indicators.labels import cards
from lsk_metrics.language import NBSP, ngettext, number, pick
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import carried, comments, filters, reader, states, tables
from lsk_metrics.screen.words import badges, link, plain

# A full, a half and an empty circle: a status is found without colour, and said in words beside it.
SHAPES = {"evidenced": "●", "partly": "◐", "missing": "○"}


def boards() -> dict[str, list[Line]]:
    """Both boards as this page's snapshot has them."""
    return {name: governance.board(name, reader.snapshot(), bool(filters.kinds())) for name in governance.BOARDS}


def finding(found: dict[str, list[Line]]) -> None:
    """The one sentence the page opens with; or why there is nothing to find."""
    if any(found.values()):
        st.html(f'<p class="lead">{escape(governance_told.finding(found))}</p>')
    else:
        words = _("This snapshot keeps no criteria: it was built before there were any, or from a folder without them.")
        states.empty(words, _("A build of the present data makes one that does:"), "lsk build")


def board(name: str, lines: list[Line], asked: str) -> None:
    """One board: what it asks, its lines, and the same to take away."""
    if not lines:
        return
    st.header(plain(governance_told.titles()[name]), anchor=name)
    st.markdown(plain(asked))
    counts = [f"{SHAPES[status]} {plain(words)}" for status, words in governance_told.names().items()]
    st.caption(" · ".join(counts))
    tables.of_rows([row(each) for each in lines], alt=governance_told.finding({name: lines}))
    pieces(name, lines)
    criteria = [each.criterion for each in lines]
    comments.on(*criteria)
    about = [governance_told.finding({name: lines}), asked, *governance_told.rules().values(), basis(lines)]
    st.caption(plain(basis(lines)))
    title = governance_told.titles()[name]
    sample = any(piece.kind == "illustrative" for each in lines for piece in each.pieces)
    rows = partial(governance_told.flat, lines)
    carried.away(f"board_{name}", title, rows, about, reader.snapshot(), sample, criteria)


def basis(lines: list[Line]) -> str:
    """The source the criteria come from, with what must be known of it."""
    known = cards(reader.snapshot())
    found = [known[name] for name in dict.fromkeys(each.source for each in lines) if name in known]
    return " ".join(f"{card.citation()}. {pick(card.note or '', card.note_pl)}" for card in found)


def row(each: Line) -> dict[str, str]:
    """One criterion; the cells are Markdown."""
    return {
        _("Criterion"): plain(each.name),
        _("How it stands"): f"{SHAPES[each.status]}{NBSP}**{plain(governance_told.names()[each.status])}**",
        _("Reason"): plain(f"{each.reason} ({each.rule})"),
        _("What is missing"): plain(each.lacks) or "–",
    }


@reader.alone
def pieces(name: str, lines: list[Line]) -> None:
    """A closed box with the evidence, criterion by criterion."""
    count = sum(len(each.pieces) for each in lines)
    words = ngettext("The evidence: {n} piece", "The evidence: {n} pieces", count).format(n=number(count))
    box = st.expander(words, key=f"more_evidence_{name}", on_change="rerun", type="compact")
    if box.open:
        with box:
            for each in lines:
                listed = [f"- {told(found)}" for found in each.pieces] or [f"- {plain(_('No evidence recorded.'))}"]
                st.markdown("\n".join([f"**{plain(each.name)}**", "", *listed]))


def told(piece: Piece) -> str:
    """One piece of evidence: its words, which lead to it where they can, its kind and what it lacks."""
    kind = badges([piece.kind]) if piece.kind else ""
    said = [link(piece.words, piece.link), kind]
    said += [plain(f"({', '.join(piece.gaps)})")] if piece.gaps else []
    said += [plain(f"– {words}") for words in (piece.owner, piece.note) if words]
    return " ".join(filter(None, said))


@reader.alone
def rules() -> None:
    """A closed box with the rules by which a status is given, and how evidence is brought in."""
    box = st.expander(_("How a status is given"), key="more_status", on_change="rerun", type="compact")
    if box.open:
        with box:
            for name, words in governance_told.rules().items():
                st.markdown(f"**{name}** {plain(words)}")
            st.markdown(plain(_("The list of evidence is a table of the register: the Import page takes it in.")))
            st.code(
                "lsk template evidence evidence.xlsx\nlsk import evidence evidence.xlsx", language=None, wrap_lines=True
            )
