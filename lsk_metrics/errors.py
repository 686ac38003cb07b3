"""What can go wrong, each with a sentence for the person who must repair it."""

from collections.abc import Iterable
from difflib import get_close_matches


class LskError(Exception):
    """The mother of all errors whose text is meant for a reader."""


class SourceError(LskError):
    """A source card or its file is missing, changed or unreadable."""


class RowError(LskError):
    """Rows of a table cannot be loaded: wrong type, missing, duplicate or broken reference."""


class RuleError(LskError):
    """A rule over the loaded data is broken."""


class SnapshotError(LskError):
    """There is no snapshot to read, or it cannot be read."""


class NameUnknown(LskError):
    """A name was asked for that does not exist; the nearest one is suggested."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = get_close_matches(name, names, n=1, cutoff=0.4)
        advice = f"Did you mean “{close[0]}”?" if close else f"There are: {', '.join(names) or 'none'}."
        super().__init__(f"There is no {what} called “{name}”. {advice}")


class ValueRefused(LskError):
    """A parameter has a value it cannot take."""


class PortRefused(LskError):
    """The address to serve on cannot be had."""


class RegisterRefused(LskError):
    """A file of the register cannot be taken, published or written."""


class CommandUnfinished(LskError):
    """A command that a page started did not come to its end."""
