"""Names of places, series and sources, read once from each snapshot."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lsk_metrics.language import day, pick
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read


@dataclass(frozen=True)
class Label:
    """A name in both languages, what must be said with it, and its place in the order."""

    name: str
    name_pl: str | None
    note: str | None
    note_pl: str | None
    sort: int

    def text(self) -> str:
        return pick(self.name, self.name_pl)

    def remark(self) -> str:
        return pick(self.note or "", self.note_pl)


@dataclass(frozen=True)
class Card:
    """A source as it is cited; dates are ISO, as precise as known; file is below the data folder, or of what was
    brought in below the home folder."""

    id: str
    producer: str
    producer_pl: str
    title: str
    title_pl: str
    kind: str
    licence: str
    url: str | None
    published: str | None
    retrieved: str
    shipped: str | None
    file: str
    sha256: str
    note: str | None
    note_pl: str | None

    def citation(self) -> str:
        """Producer, title, and the two dates, in the reader's language."""
        return f"{self.name()}, {self.dates()}"

    def name(self) -> str:
        """Producer and title."""
        return f"{pick(self.producer, self.producer_pl)}, {pick(self.title, self.title_pl)}"

    def brief(self) -> str:
        """Producer and year: enough beside a headline, the rest stands on the data page."""
        return f"{pick(self.producer, self.producer_pl)}, {day(self.published or self.retrieved)}"

    def dates(self) -> str:
        """When it was published, where known, and when the copy held here was taken."""
        words = _("fetched {date}") if self.shipped else _("copy of {date}")
        copied = words.format(date=day(self.retrieved))
        return _("published {date}").format(date=day(self.published)) + ", " + copied if self.published else copied

    def history(self) -> str:
        """The same, and of a copy that was fetched also when the shipped one was taken whose place it takes."""
        if not self.shipped:
            return self.dates()
        return self.dates() + "; " + _("shipped copy of {date}").format(date=day(self.shipped))


def as_of(cards: Iterable[Card]) -> str:
    """The one sentence on how old figures are: the newest copy's date, and the oldest's; the sample has no age."""
    dates = sorted({card.retrieved for card in cards if card.kind != "illustrative"})
    if not dates:
        return ""
    if len(dates) == 1:
        return _("Data as of {date}.").format(date=day(dates[0]))
    return _("Data as of {date}, the oldest as of {oldest}.").format(date=day(dates[-1]), oldest=day(dates[0]))


@lru_cache(maxsize=8)
def labels(snapshot: str) -> dict[tuple[str, str], Label]:
    """Label by (list, code)."""
    rows = read.rows("SELECT list, code, name, name_pl, note, note_pl, sort FROM labels", snapshot=snapshot)
    return {(row.pop("list"), row.pop("code")): Label(**row) for row in rows}


@lru_cache(maxsize=8)
def cards(snapshot: str) -> dict[str, Card]:
    rows = read.rows(
        "SELECT id, producer, producer_pl, title, title_pl, kind, licence, url, published, retrieved, "
        "shipped, file, sha256, note, note_pl "
        "FROM sources",
        snapshot=snapshot,
    )
    return {row["id"]: Card(**row) for row in rows}


@dataclass(frozen=True)
class Region:
    """Role: home, peer, nation, union or domestic; peer is the partner region a code stands for."""

    role: str
    peer: str
    peer_pl: str
    country: str

    def partner(self) -> str:
        return pick(self.peer, self.peer_pl)


@lru_cache(maxsize=8)
def regions(snapshot: str) -> dict[str, Region]:
    """Region by code, in the order readers expect."""
    rows = read.rows("SELECT code, role, peer, peer_pl, country FROM regions ORDER BY sort", snapshot=snapshot)
    return {row["code"]: Region(row["role"], row["peer"] or "", row["peer_pl"] or "", row["country"]) for row in rows}


@lru_cache(maxsize=8)
def data_caveats(snapshot: str) -> dict[str, list[tuple[str, str]]]:
    """Indicator to the warnings that its present data need, in both languages; none of a copy since replaced."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = read.rows(
        "SELECT indicator, words, words_pl FROM caveats LEFT JOIN sources ON sources.id = copy_of "
        "WHERE sources.shipped IS NULL ORDER BY indicator, sort",
        snapshot=snapshot,
    )
    for row in rows:
        found.setdefault(row["indicator"], []).append((row["words"], row["words_pl"]))
    return found
