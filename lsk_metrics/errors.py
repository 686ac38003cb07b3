"""What can go wrong, each with a sentence for the person who must repair it."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_NAME = 80


class LskError(Exception):
    """The mother of all errors whose text is meant for a reader.

    words is the sentence in English, with {names} for its parts; what a page may show is given so, and the page says it
    in the reader's language. Without parts the words stand as they are, braces and all.
    """

    def __init__(self, words: str = "", **parts: object) -> None:
        self.words, self.parts = words, parts
        super().__init__(words.format(**parts) if parts else words)


class SourceError(LskError):
    """A source card or its file is missing, changed or unreadable."""


class RowError(LskError):
    """Rows of a table cannot be loaded: wrong type, missing, duplicate or broken reference."""


class RuleError(LskError):
    """A rule over the loaded data is broken."""


class SnapshotError(LskError):
    """There is no snapshot to read, or it cannot be read."""


class SnapshotBroken(SnapshotError):
    """The file of a snapshot is damaged, or has gone while it was being read."""

    def __init__(self, snapshot: str, gone: bool = False) -> None:
        self.snapshot, self.gone = snapshot, gone
        what = "has gone" if gone else "is damaged and cannot be read"
        super().__init__(
            f"The file of snapshot {snapshot} {what}. “lsk build” makes it anew from the same data; "
            "“lsk rollback ID” shows another one."
        )


class WarehouseUnreachable(SnapshotError):
    """The engine that holds the snapshots does not answer; `address` is without what may be a key in it."""

    def __init__(self, address: str, why: str = "") -> None:
        self.address, self.why = address, why
        said = f" ({why})" if why else ""
        super().__init__(
            f"The warehouse at {address} cannot be reached{said}. What was read before is still shown; everything else "
            "is back as soon as it answers."
        )


class SnapshotLacks(SnapshotError):
    """A snapshot has no table or column that a question needs: another version of the program made it."""

    def __init__(self, snapshot: str, what: str, program: str) -> None:
        self.snapshot, self.what, self.program = snapshot, what, program
        super().__init__(
            f"Snapshot {snapshot} cannot answer this: it has no “{what}”. It was made by version {program} of the "
            "program, whose tables were others."
        )


class NameUnknown(LskError):
    """A name was asked for that does not exist; the nearest one is suggested."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        # Whoever sends a name of a million letters gets none of them back, and nobody compares them.
        self.what, self.known = what, sorted(known)
        self.name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        self.near = next(iter(get_close_matches(self.name, self.known, n=1, cutoff=0.4)), "")
        advice = f"Did you mean “{self.near}”?" if self.near else f"There are: {', '.join(self.known) or 'none'}."
        super().__init__(f"There is no {what} called “{self.name}”. {advice}")


class ValueRefused(LskError):
    """A parameter has a value it cannot take."""


class FigureUnknown(LskError):
    """A figure says something that its drawing does not understand, and would leave out."""

    def __init__(self, words: str) -> None:
        super().__init__(f"figures/drawing does not draw “{words}”: teach it, or describe the figure without it.")


class QueryRefused(LskError):
    """A query of a reader's own has no answer: it asks for what is closed, is wrong, or takes too much."""

    def __init__(self, sentence: str, message: str = "") -> None:
        """`message` is what the engine says of it, in its own words, over several lines."""
        super().__init__(f"{sentence}\n{message}" if message else sentence)
        self.sentence, self.message = sentence, message


class PortRefused(LskError):
    """The address to serve on cannot be had."""


class RegisterRefused(LskError):
    """A file of the register cannot be taken, published or written."""


class CommandUnfinished(LskError):
    """A command that a page started did not come to its end."""


class NothingToDraw(LskError):
    """A picture was asked for of an answer that has none."""


class ExportRefused(LskError):
    """A file of an answer cannot be made or written."""


class PackRefused(LskError):
    """A pack cannot be restored: it is damaged, has been changed, or is none."""
