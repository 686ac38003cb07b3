"""Text made safe for a page, and the small words every block says the same way."""

import re
from collections.abc import Iterable

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import refusals
from lsk_metrics.indicators.kinds import kind_name

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>$~:&-])")
LISTED = re.compile(r"^(\s*\d+)\.", re.MULTILINE)
# Streamlit reads :smile: and :material/home: even behind a backslash; a word joiner, which no eye sees, parts them.
SHORTCODE = re.compile(r"(\\:)(?=[a-z])", re.IGNORECASE)
# What looks like an address becomes a link by itself, behind a backslash too; text from a file must lead nowhere.
ADDRESS = re.compile(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
BADGES = {"published": "green", "derived": "blue", "register": "violet", "illustrative": "orange"}


def plain(text: str) -> str:
    """Text as it stands, with nothing in it that Markdown would act on."""
    escaped = LISTED.sub(r"\1\\.", SPECIAL.sub(r"\\\1", text))
    return ADDRESS.sub("\N{WORD JOINER}", SHORTCODE.sub("\\1\N{WORD JOINER}", escaped))


def verbatim(text: str) -> str:
    """A short text such as an address, set apart, that stays as it is when it is copied from the page."""
    return f"`{' '.join(text.replace('`', '').split()) or '–'}`"


def refusal(reason: LskError) -> str:
    """What could not be shown and why, in Markdown and in the reader's language."""
    return plain(refusals.told(reason))


def badges(kinds: Iterable[str]) -> str:
    """A badge for each kind of truth, in Markdown."""
    return " ".join(f":{BADGES[kind]}-badge[{kind_name(kind)}]" for kind in kinds)


def link(text: str, address: str | None) -> str:
    """Text that leads to an address, in Markdown; without one, the text alone."""
    if not address or not address.startswith(("https://", "http://")):
        return plain(text)
    return f"[{plain(text)}]({address.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"
