"""A source card: who made a figure, under which licence, when it was read, and whether its file is unchanged."""

import hashlib
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register.schema import TABLES, references
from lsk_metrics.warehouse.draft import Text

# The folders below the home folder in which files lie that came in later, each with its card: boundaries that were
# imported, fresh copies of sources, and the foundation's own register.
IMPORTED = ("boundaries", "raw", "register")
# Files of the register as they came, below its folder: kept for the record, and no part of a snapshot.
RECEIVED = "received"


@dataclass(frozen=True)
class Source:
    """One card. Dates are ISO, as precise as known; file is a path below the root; table is the one it fills.

    The root is the data folder, or the home folder for what was imported; a card does not say it, nor the date of the
    shipped copy it takes the place of. `fetch` says how a fresh copy is asked for and read: its service, and what that
    service's module needs."""

    id: str
    producer: str
    producer_pl: str
    title: str
    title_pl: str
    kind: str
    licence: str
    retrieved: str
    file: str
    sha256: str
    root: Path
    url: str | None = None
    published: str | None = None
    note: str | None = None
    note_pl: str | None = None
    table: str | None = None
    fetch: Mapping[str, Any] = field(default_factory=dict)
    shipped: str | None = None

    def path(self) -> Path:
        return self.root / self.file

    def row(self) -> Text:
        """The card as a row of the table `sources`."""
        return {name: value for name, value in asdict(self).items() if name not in ("table", "root", "fetch")}


def load(card: Path, root: Path) -> Source:
    """A card read from its TOML file; raises SourceError naming the key that is missing or unknown."""
    try:
        given = tomllib.loads(card.read_text(encoding="utf-8"))
    except ValueError as reason:  # no TOML, or no UTF-8
        raise SourceError("The source card {card} is not valid TOML: {why}.", card=card.name, why=reason) from reason
    known = {field.name for field in fields(Source)} - {"root", "shipped"}
    needed = {"id", "producer", "producer_pl", "title", "title_pl", "kind", "licence", "retrieved", "file", "sha256"}
    if missing := sorted(needed - set(given)):
        raise SourceError("The source card {card} lacks: {names}.", card=card.name, names=", ".join(missing))
    if strange := sorted(set(given) - known):
        words = "The source card {card} has keys nobody reads: {names}."
        raise SourceError(words, card=card.name, names=", ".join(strange))
    fetch = given.pop("fetch", {})
    if not isinstance(fetch, dict):
        raise SourceError("The source card {card} has a “fetch” that is no table.", card=card.name)
    return Source(root=root, fetch=fetch, **{name: str(value) for name, value in given.items()})


def verify(source: Source) -> None:
    """Hold the file against its checksum; raises SourceError where it is missing or was changed."""
    path = source.path()
    if not path.is_file():
        raise SourceError("The file of source “{id}” is missing: {file}.", id=source.id, file=source.file)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as reason:
        words = "The file of source “{id}”, {file}, cannot be read: {why}."
        raise SourceError(words, id=source.id, file=source.file, why=reason.strerror) from reason
    if found != source.sha256:
        words = (
            "{file} is not the file its card describes (source “{id}”): its checksum is {found}. If the change is "
            "meant, write this checksum and the date into the card."
        )
        raise SourceError(words, file=source.file, id=source.id, found=found)


def fetchable(service: str) -> dict[str, Source]:
    """The shipped cards that say they can be fetched from a service, by id."""
    return {card.id: card for card in within(paths.data(), "sources") if card.fetch.get("service") == service}


def cards(instead: Source | None = None, *, without: Collection[str] = ()) -> list[Source]:
    """All cards, each verified against its file: those of the data folder, then those of what came in later.

    A card that came in takes the place of the shipped one with the same id, and a register's table that came in that
    of whatever filled it. A sample that leans on a table which is the register's now is left out whole: made-up
    investments would be laid on real members. `instead` is a card as if it had come in already;
    what came in of the ids in `without` is passed over."""
    shipped = within(paths.data(), "sources")
    if not shipped:
        folder = paths.data() / "sources"
        words = "There are no source cards in {folder}. LSK_DATA may point at the wrong folder."
        raise SourceError(words, folder=folder)
    later = [card for folder in IMPORTED for card in within(paths.home(), folder) if card.id not in without]
    if instead:
        verify(instead)
        later = [card for card in later if card.id != instead.id] + [instead]
    dates = {card.id: card.retrieved for card in shipped}
    ids = {card.id for card in later}
    brought = {card.table for card in later if card.kind == "register"}
    kept = [card for card in shipped if card.id not in ids and not (card.table in TABLES and card.table in brought)]
    gone = leaning([*kept, *later])
    return [card for card in kept if card.kind != "illustrative" or card.table not in gone] + [
        replace(card, shipped=dates.get(card.id)) for card in later
    ]


def leaning(cards: Sequence[Source]) -> set[str]:
    """Tables that refer to one that is the register's now, and are not the register's themselves."""
    own = {card.table for card in cards if card.kind == "register"}
    return {table for table in TABLES if table not in own and references(table) & own}


def left_out(cards: Sequence[Source]) -> list[str]:
    """Tables of which the data folder has a sample that is not among the cards, for what it refers to is real now."""
    shipped = [load(card, paths.data()) for card in (paths.data() / "sources").glob("*.toml")]
    samples = {card.table for card in shipped if card.kind == "illustrative"}
    return [table for table in TABLES if table in leaning(cards) & samples - {card.table for card in cards}]


def awaited(cards: Sequence[Source]) -> set[str]:
    """Ids of the cards that a service will bring, of which no copy is shipped, and that have not come in yet."""
    told = (paths.data() / "services").glob("*.toml")
    ids = {str(tomllib.loads(path.read_text(encoding="utf-8")).get("id")) for path in told}
    return ids - {card.id for card in cards}


def within(root: Path, folder: str) -> list[Source]:
    """The cards in one folder below a root, in the order of their names, each verified."""
    found = [load(card, root) for card in sorted((root / folder).glob("*.toml"))]
    for source in found:
        verify(source)
    return found
