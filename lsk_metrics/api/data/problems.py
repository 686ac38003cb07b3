"""What can go wrong with a request, and how it is told: one list of problems, each with its status (RFC 9457)."""

from __future__ import annotations

import json

from lsk_metrics.errors import (
    ExportRefused,
    FigureUnknown,
    LskError,
    NameUnknown,
    NothingToDraw,
    SnapshotBroken,
    SnapshotError,
    SnapshotLacks,
    ValueRefused,
)
from lsk_metrics.indicators import refusals
from lsk_metrics.language import gettext as _

MEDIA = "application/problem+json"
PLACE = "/api/v1/problems"


# The status of each kind of problem.
KINDS = {
    "unknown-address": 404,
    "unknown-name": 404,
    "not-in-snapshot": 404,
    "no-picture": 404,
    "unknown-parameter": 400,
    "refused-value": 400,
    "too-large": 400,
    "wrong-method": 405,
    "not-acceptable": 406,
    "too-many-requests": 429,
    "fault": 500,
    "no-snapshot": 503,
}


class Refusal(Exception):
    """A request that is not answered, by the kind of its problem, with the reason in the reader's language."""

    def __init__(self, kind: str, reason: LskError | str, headers: dict[str, str] | None = None) -> None:
        self.kind, self.headers = kind, headers or {}
        self.detail = refusals.told(reason) if isinstance(reason, LskError) else reason
        self.nearest = reason.near if isinstance(reason, NameUnknown) else ""
        super().__init__(self.detail)

    @property
    def status(self) -> int:
        return KINDS[self.kind]

    def document(self, path: str) -> bytes:
        """The problem as JSON; `nearest` is the valid name that is most like the one given."""
        said = {
            "type": f"{PLACE}#{self.kind}",
            "title": titles()[self.kind],
            "status": self.status,
            "detail": self.detail,
            "instance": path,
            **({"nearest": self.nearest} if self.nearest else {}),
        }
        return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8")


def of_reason(reason: LskError) -> Refusal:
    """The refusal that an error means where a parameter brought it about."""
    match reason:
        case NameUnknown(what="parameter"):
            return Refusal("unknown-parameter", reason)
        case NameUnknown() | ValueRefused() | ExportRefused():
            return Refusal("refused-value", reason)
        case SnapshotLacks():
            return Refusal("not-in-snapshot", reason)
        case SnapshotBroken():
            return Refusal("no-snapshot", reason)
        case SnapshotError():
            return Refusal("refused-value", reason)
        case NothingToDraw() | FigureUnknown():
            return Refusal("no-picture", reason)
    return Refusal("fault", reason)


def titles() -> dict[str, str]:
    """What each kind of problem is, in the language spoken."""
    return {
        "unknown-address": _("There is no such address."),
        "unknown-name": _("The address names something that does not exist."),
        "not-in-snapshot": _("The snapshot does not have this."),
        "no-picture": _("This answer has no picture."),
        "unknown-parameter": _("There is no such parameter."),
        "refused-value": _("A parameter has a value that it cannot take."),
        "too-large": _("The file would be too large."),
        "wrong-method": _("Data can be read here, and nothing else."),
        "not-acceptable": _("The answer cannot be had in the form asked for."),
        "too-many-requests": _("Too many requests in a short time."),
        "fault": _("The program has a fault."),
        "no-snapshot": _("There is no snapshot that can be read."),
    }
