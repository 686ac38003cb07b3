"""The privacy note: each thing that a browser keeps, what the server notes, who else hears of a visit."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from lsk_metrics.figures.deck import STREETS
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import reader
from lsk_metrics.screen.words import plain


def said(*paragraphs: str) -> None:
    for each in paragraphs:
        st.markdown(plain(each))


def listed(items: dict[str, str]) -> None:
    """Names as they stand in the browser, each with what it is for."""
    st.markdown("\n".join(f"- `{name}`: {plain(what)}" for name, what in items.items()))


def enter() -> None:
    """Before the title: a page opened by its address as the very first enters by the front door."""
    reader.snapshot()


def lead() -> None:
    said(
        _(
            "The dashboard shows figures. It does not ask who reads them, follows nobody from page to page or from "
            "visit to visit, and passes nothing on about its readers."
        )
    )


def in_the_browser() -> None:
    """Cookies and what else is stored, by the names under which a browser shows them."""
    st.header(_("What your browser keeps"), anchor="browser")
    said(_("These cookies, and no others. None of them serves advertising or the counting of visitors."))
    listed(
        {
            "lsk_window": _(
                "how wide the window is and whether its colours are light or dark, so that the first picture fits it. "
                "Kept until the browser is closed."
            ),
            "_streamlit_xsrf": _(
                "a random number by which the server knows that a file handed in comes from its own page. "
                "Kept until the browser is closed."
            ),
            "_streamlit_user": _(
                "only for editors who sign in: who they are, as their provider of sign-in says it, signed by the "
                "server and out of reach of scripts. Kept until they sign out, or for 30 days at most; the right to "
                "publish ends earlier, with the provider's own time limit."
            ),
        }
    )
    said(
        _(
            "The list of pages is remembered by the browser itself if you fold it or change its width (local storage, "
            "“sidebar…”). It is never sent to the server."
        )
    )


def on_the_server() -> None:
    st.header(_("What the server keeps"), anchor="server")
    said(
        _(
            "The server's log names no reader and no network address. How often each page is asked for is counted, "
            "without saying by whom."
        ),
        _(
            "To hold back whoever asks too often, network addresses stay in the server's memory for a minute at most. "
            "They are written nowhere."
        ),
        _(
            "A file handed in on the Import page is looked through and forgotten with the visit. It is kept only when "
            "an editor publishes it, together with the editor's e-mail address and the time, so that it can be seen "
            "who changed the register. The register is one of organisations; files with data of persons are refused."
        ),
    )


def elsewhere() -> None:
    st.header(_("Who else hears of your visit"), anchor="others")
    said(
        _("Nobody. Pages, letters, pictures and maps come from this server alone."),
        _(
            "One thing you can switch on yourself: the street map on the Map page comes from {host}, which then learns "
            "your network address. It is off unless you want it."
        ).format(host=urlsplit(STREETS).hostname),
        _("Editors who sign in do so with a provider of sign-in, whose own note on privacy holds there."),
    )


def rights() -> None:
    st.header(_("Your rights"), anchor="rights")
    said(
        _(
            "Responsible for personal data is the institution that runs this dashboard. You can ask it what it keeps "
            "about you, have that corrected or erased, and object to its use. If you find that your data are not "
            "handled lawfully, you can complain to the supervisory authority for data protection."
        )
    )
