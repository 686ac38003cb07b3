"""A page as a part of its own: what a reader does on it runs it again, and not the frame around it.

The frame is whatever `app.py` puts round a page: the list of pages, the sidebar, the banner, the foot. Nothing that is
done on a page changes it but the choice of a snapshot.
"""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import StopException, get_script_run_ctx
from streamlit.util import calc_hash

from lsk_metrics import language, paths
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import shown
from lsk_metrics.screen import address, ahead, as_of, beforehand, during, held, narrowing, put_aside, reader, states

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from streamlit.navigation.page import StreamlitPage

PAINTING_S = 0.08  # in which a browser paints the figures it has been given ahead, before it places all there is
FIRST = "overview"  # the file of the page whose address is bare
# What is done on these may take its time, and the next act ends it. Streamlit lets no run of a part be overtaken.
SLOW = ("ask", "register", "review")


def turn_to(page: StreamlitPage) -> None:
    """A page whole, once in a run of all; from then on most run by themselves, in the frame that stands.

    A snapshot that the reader chose on the page is shown by a run of all, before anything else. One that was published
    meanwhile comes in at the end: what the reader did is done with the figures on which it was decided.
    """
    if page.url_path in SLOW or paths.warehouse():  # a warehouse may be far away, and slow to answer
        whole(page.url_path, page.run)
        return
    spoken, seen, frame, current = language.spoken(), reader.snapshot(), address.now().held(), standing()
    is_first = True

    def again() -> None:
        nonlocal is_first
        if is_first:
            is_first = False
            whole(page.url_path, page.run)
            return
        states.stand_by()
        reader.resume(spoken, seen)
        address.begin_within(frame)
        if as_of.reader_asks() != frame.values[as_of.NAME]:
            st.rerun()
        with held.at_once():
            if whole(page.url_path, lambda: exec(code(file(page)), {"__name__": "__main__"}), is_alone=True):
                time.sleep(PAINTING_S)
        if standing() != current:
            st.rerun()

    # Streamlit names what stands on a page after the page: a part begun in the frame's name would rename all of it.
    if run := get_script_run_ctx():
        with run.run_with_active_hash(calc_hash(page.url_path or FIRST)):
            st.fragment(again)()


def standing() -> tuple[str, bool]:
    """The snapshot that readers are pointed at or, where that is not to be had, the one in its place."""
    try:
        found, why = shown()
    except LskError:
        return "", False
    return found, why is None


def whole(name: str, run: Callable[[], None], is_alone: bool = False) -> bool:
    """What a page cannot have, such as a table that an old snapshot lacks, is said in its place.

    What the address says then follows what is shown, and at the top stands what of it was put aside. Gives whether the
    figures were waited for and are with the browser ahead of all that.
    """
    with beforehand.acting(), during.one_run():
        top = st.container(key="address_note")
        narrowing.begin(name)
        ahead.begin(name)
        went_well = False
        try:
            run()
            went_well = True
        except LskError as reason:
            states.refused_by(reason)
        except StopException:
            pass  # the page has said all that it has to say
        if not is_alone and as_of.lost(reader.snapshot()):
            st.rerun()
        with top:
            found = address.conclude()
            put_aside.note(name, st.query_params.to_dict(), found)
        kept = ahead.keep() if went_well else None
    if kept:
        beforehand.after(kept)
    return kept is not None and kept.was_awaited


def file(page: StreamlitPage) -> Path:
    return paths.house() / "pages" / f"{page.url_path or FIRST}.py"


@cache
def code(path: Path) -> CodeType:
    """Streamlit lets a page be run once in a run of all; in a run of the page alone it is ours to run."""
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")
