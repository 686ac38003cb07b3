"""What an address said and could not have, named once near the top of the page with what is shown instead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import streamlit as st

from lsk_metrics.indicators.parameters import folded
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen.words import verbatim

NOTE = "address_note"
NOTHING = "-"  # a list's own word for no choice
MOST, LONG = 3, 40  # findings told one by one; characters of what an address said


@dataclass(frozen=True)
class Finding:
    """One thing put aside: a value, a name that says nothing on this page, or a name that stands there twice."""

    kind: str
    name: str
    value: str = ""
    near: str = ""
    instead: str = ""

    def shown(self, instead: str) -> "Finding":
        """The same, with what the control shows now."""
        return replace(self, instead=instead, near="" if self.near == instead else self.near)

    def told(self) -> str:
        """Half a sentence in Markdown, in which nothing of what the address said does anything."""
        asked = quoted(self.spelled())
        words = {
            "name": _("{asked} does not apply to what is shown here"),
            "value": _("{asked} is not among the choices"),
            "snapshot": _("there is no snapshot {asked} that can be read, so these pages show the current one"),
            "long": _("{asked} is too long and was cut"),
            "twice": _("{asked} stands there more than once"),
        }[self.kind].format(asked=asked)
        if self.near:
            words = f"{words} ({_('did you mean {near}?').format(near=quoted(self.near))})"
        if self.kind in ("value", "twice") and self.instead not in ("", NOTHING):
            return _("{words}, {shown} is shown").format(words=words, shown=quoted(self.instead))
        return words

    def spelled(self) -> str:
        """What of it is to be named: the value too, unless the name alone is the matter."""
        if self.kind == "snapshot":
            return self.value
        if self.kind == "twice" or (self.kind == "name" and self.near) or not self.value:
            return self.name
        return f"{self.name}={self.value}"


def quoted(text: str) -> str:
    """A piece of an address as it stands, short, on one line, without what no eye sees."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[: LONG * 4])
    cut = " ".join(seen.split())
    return verbatim(cut if len(cut) <= LONG else f"{cut[:LONG]}…")


def nearest(value: str, options: Sequence[str]) -> str:
    """The known value that is most like this one, of numbers the next; none where none is much like it."""
    if value[:9].isdecimal() and options and all(option.isdecimal() for option in options):
        return min(options, key=lambda option: abs(int(option) - int(value[:9])))
    known = {folded(option): option for option in options}
    close = get_close_matches(folded(value[: LONG * 2]), list(known), n=1)
    return known[close[0]] if close else ""


def sentence(findings: Sequence[Finding]) -> str:
    """All of it in one sentence; of very much the first."""
    parts = [finding.told() for finding in findings[:MOST]]
    if (more := len(findings) - MOST) > 0:
        parts.append(ngettext("and {n} more", "and {n} more", more).format(n=number(more)))
    words = _("Not all of this address could be followed: {parts}.")
    return words.format(parts="; ".join(parts))


def note(page: str, address: dict[str, str], findings: Sequence[Finding]) -> None:
    """Say it, and say it again as long as the same is shown: pages run more than once without a reader's act."""
    address = {name: text for name, text in address.items() if name != "lang"}
    if findings:
        st.session_state[NOTE] = (page, address, list(findings))
    held = st.session_state.get(NOTE)
    if held and held[:2] == (page, address):
        st.caption(f":material/link_off: {sentence(held[2])}")
    else:
        st.session_state.pop(NOTE, None)
