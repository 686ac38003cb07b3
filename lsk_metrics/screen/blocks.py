"""What pages are made of. This module alone decides how a figure gets onto a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.figures import Draw, legends
from lsk_metrics.figures.scene import Scene
from lsk_metrics.indicators import Answer, answer, groups, indicator
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import (
    ahead,
    behind,
    below,
    drawing,
    filters,
    finished,
    happened,
    moving,
    narrowing,
    passport,
    question,
    reader,
    room,
    states,
)
from lsk_metrics.screen.drawing import Drawn


def dress() -> None:
    """The style sheet, once on each page, and the sentences it brings out."""
    st.html(Path(__file__).with_name("style.css"))
    if st.context.is_embedded:
        st.html(Path(__file__).with_name("embedded.css"))
    states.watched()


def asked(name: str, given: Mapping[str, str] | None = None) -> Answer:
    """The answer for this page's snapshot and filters."""
    return answer(name, {**filters.kinds(), **(given or {})}, reader.snapshot())


def show(
    name: str,
    draw: Draw,
    given: Mapping[str, str] | None = None,
    above: Collection[str] = (),
    narrows: str = "",
    part: str = "",
) -> None:
    """An indicator whole: question, sentence, badge, picture, source, caveats; table, download and query below.

    It is narrowed as the page is. A click on its figure narrows the page by what `narrows` names. Caveats that stand
    above already are pointed to, and said again beside the table. Figures of which one takes the other's place when a
    reader chooses another indicator are the same part of the page.
    """
    try:
        found = asked(
            name,
            {**narrowing.given(indicator(name).filters, but=narrowing.own(indicator(name), narrows)), **(given or {})},
        )
    except LskError as reason:
        states.refused_by(reason)
        return
    if not found.rows and part and found.view:  # its sentence says what it lacks
        with put(Drawn(head=question.html(found)), part):
            return
    if not found.rows:
        heading(found)
        return
    head = question.html(found, narrowing.unheard(found, narrows))
    if any(row.value is not None for row in found.rows):
        picture(draw, found, narrows, above=above, head=head, part=part)
    else:
        footing(found, above, head, part)


def heading(found: Answer) -> None:
    """The question, and the sentence that answers it with the kinds of truth it rests on."""
    st.html(question.html(found))
    if not found.rows and not found.view:  # the sentence of a view says itself what it lacks
        why_empty(found)


def absent(asked_for: str, anchor: str, why: str, part: str) -> None:
    """In the place of a figure that cannot be had: its question, and why."""
    with put(Drawn(head=question.refused(asked_for, anchor, why)), part):
        pass


@contextmanager
def put(drawn: Drawn, part: str, is_open: bool = False) -> Iterator[str]:
    """A figure, or words alone, where others may take its place; gives the door entered, and what follows stands there.

    is_open: what this reader has opened or set in motion there is for nobody else.
    """
    key = f"drawing_{part}"
    ahead.stands(key, drawn.told(), is_open)
    with st.container(key=f"moves_{part}"):
        yield drawing.place(drawn, key)


def why_empty(found: Answer) -> None:
    """What a reader can do about an answer without rows."""
    whole = answer(found.indicator.id, {}, found.snapshot).rows
    if groups.narrowing(found) and filters.kinds() and any(row.kind == "published" for row in whole):
        states.empty(
            _("The published total is not broken down this way; only the register can tell, and its sample is hidden.")
        )
    elif whole and filters.kinds() and all(row.kind == "illustrative" for row in whole):
        states.empty(
            _("Only sample rows answer this, and they are hidden."),
            _("They come back with the switch “{switch}” in the sidebar.").format(
                switch=_("Published and register only")
            ),
        )
    elif whole:
        states.empty(_("There are figures for other years, places or groups."), _("Take a wider choice to see them."))
    elif found.indicator.fetch:
        to_fetch(found.indicator.fetch)
    else:
        states.empty(_("The data folder holds no rows for it."), _("An importer or the register can bring them."))


def to_fetch(service: str) -> None:
    """Where figures that are not shipped come from."""
    states.empty(
        _("These figures are not shipped with the dashboard."),
        _("This command gets them over the network, once:"),
        f"lsk fetch {service}",
    )


def picture(
    draw: Draw,
    found: Answer,
    narrows: str = "",
    keep: bool = True,
    above: Collection[str] = (),
    head: str = "",
    part: str = "",
) -> None:
    """The figure itself, drawn, with the sentence for those who cannot see it, and all that stands below it.

    Above it stands head, as HTML, where its question and sentence are not on the page already. What is drawn of other
    rows than the answer's is not kept for the next reader.
    """
    look = replace(reader.look(), chosen=narrowing.marked(found, narrows))
    asked_for = finished.of(draw, found, look, room.figure())
    figure, svg = finished.figure(asked_for) if keep else finished.anew(asked_for)
    if isinstance(figure, Scene):
        stand(found, Drawn(svg, head, "map", legends.html(figure)), above, part)
    else:
        drawn = Drawn(svg, head, "chart", happened.html(found, look), narrowing.chooser(found, narrows, part))
        stand(found, drawn, above, part, lambda: moving.interactive(figure, found, narrows))


def legend(drawn: Scene) -> None:
    """What the colours and sizes of a map stand for, in words."""
    st.html(legends.html(drawn))


def footing(found: Answer, above: Collection[str] = (), head: str = "", part: str = "") -> None:
    """What stands below a picture, where there is none or it is not one of ours: below a table, or the map."""
    stand(found, Drawn(head=head), above, part)


def stand(
    found: Answer,
    drawn: Drawn,
    above: Collection[str] = (),
    part: str = "",
    interactive: Callable[[], None] | None = None,
) -> None:
    """A drawing with unit, age, sources, caveats and doors below it, and what lies behind the doors that are open.

    Once a reader has asked for the interactive chart, it takes the drawing's place as soon as the browser has it ready.
    """
    moved, opened = moving.moves(found), behind.is_open(found)
    turns = moved if interactive else None
    told = drawn.below + below.origin(found, above) + below.doors(turns, opened)
    whole = replace(drawn, below=told, enter=partial(behind.enter, found))
    with put(whole, part or found.key, is_open=moved or opened) as door:
        if interactive and moved:
            interactive()
        if door == "passport":
            passport.over(found)
        if opened:
            behind.opened(found, [words for words in found.caveats if words in above])
