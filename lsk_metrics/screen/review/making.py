"""The files of a review made on its page: shown at once, or built one by one, with a bar and a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

import streamlit as st

from lsk_metrics.errors import LskError, SnapshotError
from lsk_metrics.language import LANGUAGES, number, spoken
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import server, states
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.exports.packs.building import Part
    from lsk_metrics.indicators.reviews import Review

KEPT = "review_files"  # of this reader's session: the files made last, and of which review and languages


def show(found: Review) -> None:
    """The way to the show, and the show as a file."""
    with st.container(horizontal=True, gap="small", key="review_show"):
        if server.routed():  # else the file below is the show
            st.link_button(
                _("Present"), f"/present?{urlencode(found.asked())}", type="primary", icon=":material/slideshow:"
            )
        st.download_button(
            _("The show as one file (HTML)"), partial(shown, found, spoken()),
            file_name=f"{found.id}-{spoken()}-show.html", mime="text/html", key="review_show_file", on_click="ignore",
        )  # fmt: skip


def shown(found: Review, lang: str) -> bytes:
    """Streamlit asks for it in a thread of its own, which speaks no language yet."""
    from lsk_metrics.exports.bundle import speaking
    from lsk_metrics.exports.present import show_file

    with speaking(lang):
        return show_file(found)


def files(found: Review) -> None:
    """The choice of languages, the button that makes the files, and those that are made."""
    st.header(_("To hand out"))
    st.markdown(
        plain(
            _(
                "Editable slides (PPTX), an accessible paper (PDF), a page that opens without a network (HTML), an "
                "annex with all numbers (XLSX), and all of it with data, queries and sources (ZIP)."
            )
        )
    )
    both = st.checkbox(_("In both languages"), key="review_both", value=True)
    languages = tuple(LANGUAGES) if both else (spoken(),)
    key = (found, languages)
    place = st.empty()
    with place.container():
        begun = st.button(_("Make the files"), key="review_make", icon=":material/deployed_code:")
    if begun:
        with place.container():
            make(found, languages, key)
    kept: dict[str, Any] = st.session_state.get(KEPT, {})
    if kept.get("key") == key:
        listed(kept["parts"])
        if not kept["is_kept"]:
            words = _("Nothing can be written down on this server, so the number of the review opens nothing here. The "
                      "address in the files opens it all the same.")  # fmt: skip
            st.caption(plain(words))


def make(found: Review, languages: Sequence[str], key: tuple[Any, ...]) -> None:
    """All files, one after another. A press on “Stop” begins a run of the page, and so ends this one where it is."""
    from lsk_metrics.exports.packs.building import building

    st.session_state.pop(KEPT, None)
    bar = st.progress(0.0, text=_("The files are being made…"))
    st.button(_("Stop"), key="review_stop", icon=":material/close:")
    parts: list[Part] = []
    is_kept = keep(found)
    try:
        for part in building(found, languages):
            parts.append(part)
            said = _("{at} of {of} files: {name}").format(at=part.at, of=part.of, name=part.name)
            bar.progress(part.at / part.of, text=said)
    except LskError as reason:
        states.refused_by(reason)
        return
    st.session_state[KEPT] = {"key": key, "parts": parts, "is_kept": is_kept}
    st.rerun()


def keep(found: Review) -> bool:
    """Have the review's number open it; where nothing can be written, the files are no worse for it."""
    from lsk_metrics.indicators.reviews import keep as kept

    try:
        kept(found)
    except SnapshotError:
        return False
    return True


def listed(parts: Sequence[Part]) -> None:
    """A button for each file, with its size; the zip, which holds all the others, first."""
    from lsk_metrics.exports.packs.forms import mime

    ready = _("The files are ready. The ZIP holds all the others, the data behind them and the whole register.")
    st.markdown(plain(ready))
    with st.container(horizontal=True, gap="small", key="review_ready"):
        for part in reversed(parts):
            size = _("{n} MB").format(n=number(len(part.content) / 1e6, 1))
            kind: Literal["primary", "secondary"] = "primary" if part.name.endswith(".zip") else "secondary"
            st.download_button(
                f"{label(part.name)} · {size}", part.content, file_name=part.name, mime=mime(part.name),
                key=f"file_{part.name}", on_click="ignore", type=kind,
            )  # fmt: skip


def label(name: str) -> str:
    """PPTX, polski: the form, and the language where there is one."""
    stem, _dot, ending = name.rpartition(".")
    lang = stem.rpartition("-")[2]
    return f"{ending.upper()}, {LANGUAGES[lang]}" if lang in LANGUAGES else ending.upper()
