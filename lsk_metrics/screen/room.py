"""How much room there is: how wide a page's figures may be, in a browser whose window the server does not see."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.screen.during import the_same

if TYPE_CHECKING:
    from types import TracebackType

    from streamlit.delta_generator import DeltaGenerator

NARROW = 640  # a window below it stands its columns one under the other
STEP = 20  # figures are drawn for widths a step apart, and stretched by less than that
WIDEST, USUAL = 1024, 980  # the text of a page at most; what is taken where nothing is known
EDGES, EDGES_NARROW, SIDEBAR, GAP = 160, 36, 300, 64
BROAD, BESIDE = 864, 768  # windows from which Streamlit leaves broad edges, and opens its sidebar beside the text
LEAST = 300  # a figure in half the width
COOKIE = "lsk_window"  # "1440xdark": set by the front page's own script before anything is run
_share: ContextVar[int] = ContextVar("share", default=1)


def said() -> tuple[int, str]:
    """The window's width and scheme as the front page's script saw them; (0, "") where it has not."""
    width, _, scheme = str(st.context.cookies.get(COOKIE, "")).partition("x")
    return (int(width) if width.isascii() and width.isdigit() else 0), scheme


def guessed(window: int) -> int:
    """The width of a page's text in a window, with the sidebar where Streamlit opens it."""
    edges = EDGES if window >= BROAD else EDGES_NARROW
    return min(WIDEST, window - edges - (SIDEBAR if window >= BESIDE else 0))


@the_same
def page() -> int:
    """How wide the text of this page is, in pixels: as the browser reported it, else as its window makes likely."""
    reported = st.session_state.get("page_width", 0)
    if reported:
        return int(reported)
    window, _ = said()
    return max(STEP, guessed(window) // STEP * STEP) if window else USUAL


@the_same
def narrow() -> bool:
    """Whether there is little room."""
    if "page_is_narrow" in st.session_state:
        return bool(st.session_state["page_is_narrow"])
    return 0 < said()[0] < NARROW


@the_same
def ground() -> Look:
    """Light or dark, as the browser shows the page; in the first moment as the front page's script saw it."""
    shown = st.context.theme.type or said()[1]
    return DARK if shown == "dark" else LIGHT


def figure() -> int:
    """How wide a figure placed here may be, in pixels."""
    whole, parts = page(), _share.get()
    return whole if parts == 1 or narrow() else (whole - GAP * (parts - 1)) // parts


class Part:
    """A column; figures placed in it know how much of the page's width is theirs."""

    def __init__(self, column: DeltaGenerator, parts: int) -> None:
        self.column, self.parts = column, parts

    def __enter__(self) -> None:
        self.before = _share.set(self.parts)
        self.column.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.column.__exit__(kind, raised, trace)
        _share.reset(self.before)


def halves(apart: bool = True) -> tuple[Part, Part]:
    """Two columns side by side; one under the other where a figure would have too little room in its half.

    Where the style sheet puts columns one under the other they are not apart: a figure has the width of the page.
    """
    if page() < 2 * LEAST + GAP:
        return Part(st.container(), 1), Part(st.container(), 1)
    left, right = st.columns(2, gap="large")
    return Part(left, 2 if apart else 1), Part(right, 2 if apart else 1)
