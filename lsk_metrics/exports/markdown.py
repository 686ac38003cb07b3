"""Text on its way into a Markdown file: it stands there as it was said, and nothing in it is acted on."""

import re

# An address keeps its letters, so that it can be followed; a mark inside a word makes nothing of it.
ADDRESS = re.compile(r"(https?://[^\s<>\[\]`*|\\]+)")
ACTS = re.compile(r"[\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|:(?=\w+:)")
# What begins a heading, a quotation, a list or a line across, where it stands first.
BEGINS = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """One line of text, safe anywhere in Markdown."""
    parts = ADDRESS.split(" ".join(text.splitlines()))
    said = "".join(part if at % 2 else ACTS.sub(r"\\\g<0>", part) for at, part in enumerate(parts))
    return BEGINS.sub(first, said)


def first(found: re.Match[str]) -> str:
    blank, mark = found.groups()
    return f"{blank}{mark}\\" if mark.isdigit() else f"{blank}\\{mark}"
