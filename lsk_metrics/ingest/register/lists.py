"""The lists that cells of the register refer to: codes with their names, found by code or name, accents or not."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from lsk_metrics import paths
from lsk_metrics.ingest import source
from lsk_metrics.ingest.importers import tables
from lsk_metrics.ingest.register.schema import TABLES, Field
from lsk_metrics.warehouse.draft import Text

NAMES = ("name", "name_pl", "short", "short_pl", "label", "label_pl")
# Where the key of a list is not its code.
KEYS = {"towns": "name", "powiats": "teryt", "claims": "id"}
# No name is longer; comparing takes time that grows with the length.
LONGEST = 200
# Comparisons of a wrong cell with a name, in one file; a hundred wrong towns need some thousand.
MOST_COMPARED = 100_000
TITLE = re.compile(r'^title = "(.*)"$', re.MULTILINE)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Text as it is compared: small letters without accents, one space between words, no punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


@dataclass(frozen=True)
class Entry:
    """One value of a list, and what it is called in English and in Polish."""

    code: str
    name: str
    name_pl: str

    def label(self, language: str) -> str:
        return self.name_pl if language == "pl" else self.name


class Codes:
    """A list in its own order, in which a value is found by its code or any of its names."""

    def __init__(self, entries: Sequence[Entry], others: Mapping[str, str] | None = None, ids: bool = False) -> None:
        """others are further names by code; ids says that codes are numbers, of which a near one means nothing."""
        self.entries = entries
        self.ids = ids
        names: dict[str, set[str]] = {}
        for entry in entries:
            for spelling in (entry.name, entry.name_pl):
                names.setdefault(folded(spelling), set()).add(entry.code)
        for spelling, code in (others or {}).items():
            names.setdefault(folded(spelling), set()).add(code)
        # A name that two entries share says neither of them.
        single = {name: min(codes) for name, codes in names.items() if len(codes) == 1}
        self.spoken = single | {folded(entry.code): entry.code for entry in entries}
        self.guesses = list(single if ids else self.spoken)
        self.guessed: dict[str, Entry | None] = {}
        self.exact = {entry.code for entry in entries}

    def find(self, cell: str) -> str | None:
        """The code a cell means, or nothing."""
        if cell in self.exact:
            return cell
        return self.spoken.get(folded(cell)) if len(cell) <= LONGEST else None

    def nearest(self, cell: str) -> Entry | None:
        """The entry a cell comes closest to; nothing where none is close, or where comparing would take too long."""
        plain = folded(cell[:LONGEST])
        if plain not in self.guessed:
            if len(self.guessed) * len(self.guesses) > MOST_COMPARED:
                return None
            close = get_close_matches(plain, self.guesses, n=1, cutoff=0.6)
            codes = [self.spoken[name] for name in close]
            self.guessed[plain] = next((entry for entry in self.entries if entry.code in codes), None)
        return self.guessed[plain]


@dataclass(frozen=True)
class Lists:
    """All lists at one moment: the reference tables, towns, and the register as it now stands.

    cards are those the next build would take; the rows of a table come from the card that fills it."""

    cards: Sequence[source.Source]

    def card(self, table: str) -> source.Source | None:
        return next((card for card in self.cards if card.table == table), None)

    def rows(self, table: str) -> list[Text]:
        """Rows of a register or reference table; none where nothing fills it."""
        if card := self.card(table):
            return tables.read(card.path())
        path = paths.data() / "reference" / f"{table}.csv"
        return tables.read(path) if path.is_file() else []

    def codes(self, name: str) -> Codes:
        """A list by the name that schemas call it."""
        if name == "indicators":
            return Codes(indicators())
        if name == "places":
            return Codes([entry for part in ("regions", "powiats", "towns") for entry in self.entries(part)])
        others = {} if name in TABLES else {
            str(row[key]): str(row[KEYS.get(name, "code")])
            for row in self.rows(name)
            for key in NAMES
            if row.get(key)
        }  # fmt: skip
        return Codes(self.entries(name), others, ids=name in TABLES)

    def entries(self, name: str) -> list[Entry]:
        """The entries of one table; one without a Polish name is called the same in both languages."""
        key = KEYS.get(name, "id" if name in TABLES else "code")
        said = "statement" if name == "claims" else "name"
        found = [(str(row[key]), row.get(said), row.get(f"{said}_pl")) for row in self.rows(name)]
        return [Entry(code, name or code, name_pl or name or code) for code, name, name_pl in found]

    def of(self, field: Field) -> Codes | None:
        """The list a column's values come from: its reference table, or the categories of its schema."""
        if field.refers_to:
            return self.codes(field.refers_to)
        given: Iterable[dict[str, str]] = field.given.get("categories", [])
        entries = [Entry(choice["value"], choice["label"], choice["label_pl"]) for choice in given]
        return Codes(entries) if entries else None


def now() -> Lists:
    """The lists as the next build would find them; raises SourceError where a card or its file is at fault."""
    return Lists(source.cards())


def indicators() -> list[Entry]:
    """The indicators a target can be set for: each is a query file with its title at the top."""
    found = []
    for path in sorted((paths.PACKAGE / "indicators" / "sql").glob("*.sql")):
        title = TITLE.search(path.read_text(encoding="utf-8"))
        name = title[1] if title else path.stem
        found.append(Entry(path.stem, name, name))
    return found
