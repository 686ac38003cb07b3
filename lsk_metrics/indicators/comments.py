"""What a board has said about indicators, as a reader meets it: newest first, each with author and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lsk_metrics.errors import NameUnknown, SnapshotError
from lsk_metrics.indicators.evidence import criteria
from lsk_metrics.indicators.passport import indicators
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment, pick
from lsk_metrics.warehouse import comments, read

ABOUT = comments.ABOUT


@dataclass(frozen=True)
class Comment:
    """One comment on an indicator or a criterion, with its title; about “indicator” or “status”, at is UTC."""

    indicator: str
    title: str
    about: str
    text: str
    author: str
    at: datetime
    snapshot: str

    def signed(self) -> str:
        """Who wrote it, when, and whether it is about the status."""
        words = _("{author}, {moment}, on the status") if self.about == "status" else _("{author}, {moment}")
        return words.format(author=self.author, moment=moment(self.at))


def subjects(snapshot: str | None = None) -> dict[str, str]:
    """What can be commented on: indicators and criteria by id, with their titles as a snapshot has them."""
    try:
        rows = criteria(snapshot or read.shown().snapshot)
        asked = {row["code"]: pick(row["name"], row["name_pl"]) for row in rows}
    except SnapshotError:  # before the first build
        asked = {}
    return {**{each.id: _(each.title) for each in indicators()}, **asked}


def subject(name: str) -> str:
    """The id of an indicator or a criterion; raises NameUnknown with the nearest one."""
    if name not in (known := subjects()):
        raise NameUnknown("indicator or criterion", name, known)
    return name


def on(indicator: str | None = None, snapshot: str | None = None) -> list[Comment]:
    """Comments on one indicator or criterion or on all, the last written first; titles of the snapshot shown."""
    titles = subjects(snapshot)
    found = reversed(comments.listing(indicator).comments)
    return [Comment(each.indicator, titles.get(each.indicator, each.indicator), *each[1:]) for each in found]


def damaged() -> int:
    """How many lines of the file cannot be read."""
    return comments.listing().damaged


def flat(found: Sequence[Comment]) -> list[dict[str, str]]:
    """A row each, for a file or a program; times are UTC."""
    return [
        {
            "indicator": each.indicator,
            "title": each.title,
            "about": each.about,
            "author": each.author,
            "at": f"{each.at.isoformat()}Z",
            "snapshot": each.snapshot,
            "text": each.text,
        }
        for each in found
    ]
