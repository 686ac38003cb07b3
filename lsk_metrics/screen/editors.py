"""Who may publish from a page: a reader signed in with a verified e-mail address on the editors' list, nobody else."""

import time
from collections.abc import Mapping
from enum import Enum
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain, verbatim

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
# Whoever guesses the secret can write an identity of his own. The placeholder of the example file is public.
SHORTEST_SECRET = 32
PLACEHOLDER = "replace-this"
# Signing in ends on the first page; within this time the reader is taken back to where it was asked for.
JUST_NOW_S = 60


class Standing(Enum):
    """What a reader is to the editors' list."""

    NOT_SET_UP = "not set up"
    SIGNED_OUT = "signed out"
    EXPIRED = "expired"
    UNVERIFIED = "unverified"
    STRANGER = "stranger"
    EDITOR = "editor"


def settings() -> Mapping[str, Any]:
    """The sections of secrets.toml; nothing where there is no such file or it cannot be read."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


def listed() -> set[str]:
    """The editors' e-mail addresses, as they are to be compared; a list that is none gives nobody the right."""
    section = settings().get("publishing")
    editors = section.get("editors") if isinstance(section, Mapping) else None
    return {folded(each) for each in editors if isinstance(each, str)} - {""} if isinstance(editors, list) else set()


def folded(address: str) -> str:
    return address.strip().casefold()


def is_set_up() -> bool:
    """Whether readers can sign in, and in a way that cannot be forged."""
    return is_sound(settings().get("auth")) and bool(listed())


def is_sound(given: Any) -> bool:
    """Whether a section of secrets has all that signing in needs, with a secret that nobody guesses."""
    if not isinstance(given, Mapping) or not all(isinstance(given.get(name), str) for name in NEEDED):
        return False
    secret = given["cookie_secret"]
    return len(secret) >= SHORTEST_SECRET and PLACEHOLDER not in secret


def claim(name: str) -> Any:
    """What the provider said of this reader under that name; Streamlit promises more of its type than is true."""
    return st.user.get(name)


def standing() -> Standing:
    """What this reader is at this very moment. Streamlit itself never looks at expiry, verification or a list."""
    if not is_set_up():
        return Standing.NOT_SET_UP
    if claim("is_logged_in") is not True:
        return Standing.SIGNED_OUT
    until = claim("exp")
    if isinstance(until, bool) or not isinstance(until, int | float) or until <= time.time():
        return Standing.EXPIRED
    if claim("email_verified") is not True:
        return Standing.UNVERIFIED
    return Standing.EDITOR if folded(address()) in listed() else Standing.STRANGER


def address() -> str:
    """The e-mail address the provider gave; it means nothing by itself."""
    return str(claim("email") or "")


def editor() -> str | None:
    """The address of the editor who is signed in now, or nobody. Ask again at the moment of publishing."""
    return folded(address()) if standing() is Standing.EDITOR else None


def panel(by_command: str) -> None:
    """Whether this reader may publish, and what to do where not; by_command does the same without a page."""
    now, shown = standing(), verbatim(address())
    if now is Standing.EDITOR:
        st.caption(_("Signed in as {address}. You may publish.").format(address=shown))
        return
    if now is Standing.NOT_SET_UP:
        words = _(
            "Files are checked and compared here, but not published: on this installation nobody can sign in. "
            "“{command}” publishes on the machine that runs the dashboard. Whoever looks after it finds in "
            "“docs/register.md” how editors sign in."
        )
        st.info(plain(words.format(command=by_command)), icon=":material/lock:")
        return
    said = {
        Standing.SIGNED_OUT: _("Anybody may check a file here. Only editors who are signed in may publish it."),
        Standing.EXPIRED: _("Your sign-in has run out. Sign in again to publish."),
        Standing.UNVERIFIED: _("The provider does not vouch that {address} is yours, so you cannot publish."),
        Standing.STRANGER: _("{address} is not on the list of editors, so you can check a file, but not publish it."),
    }[now]
    st.info(said.format(address=shown), icon=":material/lock:")
    if now in (Standing.SIGNED_OUT, Standing.EXPIRED):
        st.button(_("Sign in"), key="sign_in", on_click=st.login, icon=":material/login:")


def signed() -> None:
    """In the sidebar: who is signed in, and the way out."""
    if is_set_up() and claim("is_logged_in") is True:
        st.caption(verbatim(address()))
        st.button(_("Sign out"), key="sign_out", on_click=st.logout)


def come_back(opened: StreamlitPage, asked_on: str) -> None:
    """Take a reader who has only just signed in back to the page that asked for it: Streamlit leads to the first."""
    is_new = "was_here" not in st.session_state
    st.session_state["was_here"] = True
    if not is_new or opened.url_path or not is_set_up():
        return
    since = claim("iat")
    if isinstance(since, int | float) and abs(time.time() - since) < JUST_NOW_S:
        st.switch_page(asked_on)
