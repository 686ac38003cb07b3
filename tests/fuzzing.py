"""How long what is made up at random goes on: the same few hundred each time, or as many as LSK_FUZZ says, ever new."""

import os
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ASKED = int(os.environ.get("LSK_FUZZ", "0"))
# Letters that end words, lines, cells, files or patience: NUL, marks of direction, half a letter, masses of accents.
ODD = (
    "\0", "\x1b[31m", "\r", "\n", "\N{LINE SEPARATOR}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH NO-BREAK SPACE}", "\ud800", "\udfff", "a" + "\N{COMBINING ACUTE ACCENT}" * 40,
    "'", '"', "\\", "%00", "%", "../", ";", ",", "=", "&", "#", "<", "9" * 400, "-1", "1e400", "nan",
    "\N{ARABIC-INDIC DIGIT ONE}", "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ONE}", "\N{FULLWIDTH EQUALS SIGN}", "x" * 5000,
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=8)), max_size=6).map("".join)


def tries(examples: int) -> settings:
    """So many examples, the same in every run; with LSK_FUZZ that many, and others each time."""
    return settings(
        max_examples=ASKED or examples,
        derandomize=not ASKED,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@st.composite
def damaged(draw: Any, whole: bytes) -> bytes:
    """Bytes of a good file with some changed, cut out, doubled or put in."""
    made = bytearray(whole)
    for _at in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(made) - 1, 0)))
        match draw(st.sampled_from(["change", "cut", "double", "put", "end"])):
            case "change":
                made[at : at + 1] = draw(st.binary(min_size=1, max_size=4))
            case "cut":
                del made[at : at + draw(st.integers(1, 200))]
            case "double":
                made[at:at] = made[at : at + draw(st.integers(1, 200))]
            case "put":
                made[at:at] = draw(st.one_of(st.binary(max_size=20), st.sampled_from(ODD).map(encoded)))
            case "end":
                del made[at:]
    return bytes(made)


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


# What JSON can say in place of what was meant.
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def altered(draw: Any, document: Any) -> Any:
    """A JSON document with another value, or none, in one of its places."""
    if isinstance(document, dict) and document and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(document)))
        rest = {name: value for name, value in document.items() if name != key}
        return rest if draw(st.integers(0, 5)) == 0 else {**rest, key: draw(altered(document[key]))}
    if isinstance(document, list) and document and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(document) - 1))
        return [*document[:at], draw(altered(document[at])), *document[at + 1 :]]
    return draw(VALUES)
