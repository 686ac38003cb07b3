"""Names that look the same to a reader and are not, or are: told to whoever brings the file, who alone knows."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from lsk_metrics.ingest.register.lists import folded
from lsk_metrics.ingest.register.problems import note
from lsk_metrics.warehouse.draft import Text

MOST_NOTED = 20
WORD = re.compile(r"\w+")
# Letters of other alphabets drawn like a Latin one, small or large; after Unicode's list of confusables (UTS 39).
CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u051a\u051c\u0430\u0441\u0435\u0455\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0433\u0442"
    "\u0443\u0445\u04bb\u0501\u051b\u051d\u0457",
    "ABESIJKMHOPCTYXQWaceSijkmhoprtyxhdqwi",
)  # fmt: skip
GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
    "\u03bd\u03b9",
    "ABEZHIKMNOPTYXovi",
)  # fmt: skip
OTHERS = (
    "\u0131\u0251\u0261\u0585\u0475",
    "iagov",
)  # fmt: skip
LOOKS = str.maketrans("".join(of for of, _like in (CYRILLIC, GREEK, OTHERS)),
                      "".join(like for _of, like in (CYRILLIC, GREEK, OTHERS)))  # fmt: skip


def skeleton(name: str) -> str:
    """What is left of a name for the eye: equal where two names cannot be told apart at a glance."""
    seen = folded(unicodedata.normalize("NFKC", name).translate(LOOKS))
    return seen.replace(" ", "")


def disguised(name: str) -> list[str]:
    """Letters that stand among Latin ones in a word and only look like them."""
    found = {
        letter
        for word in WORD.findall(name)
        if not word.isascii() and any(letter.isascii() and letter.isalpha() for letter in word)
        for letter in word
        if ord(letter) in LOOKS
    }
    return [f"{letter} (U+{ord(letter):04X} {unicodedata.name(letter)})" for letter in sorted(found)]


def notes(rows: Sequence[Text], lines: Sequence[int], same: bool) -> Iterator[dict[str, str]]:
    """What a reader of the names could take one for the other; lines are the rows' numbers in the file.

    same: whether the very same name twice is worth a word too."""
    first: dict[str, tuple[int, str]] = {}
    said = 0
    for row, line in zip(rows, lines, strict=True):
        name = row.get("name") or ""
        if said < MOST_NOTED and (letters := disguised(name)):
            yield note("disguised", row=line, text=name, letters=", ".join(letters))
            said += 1
        before = first.setdefault(skeleton(name) or name, (line, name))
        if said < MOST_NOTED and before[0] != line and (same or before[1] != name):
            yield note("alike", row=line, text=name, first=before[0], other=before[1])
            said += 1
