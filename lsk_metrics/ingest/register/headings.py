"""Which column of a file is which: by name, title or synonym, in Polish or English."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from lsk_metrics.ingest.register import privacy
from lsk_metrics.ingest.register.lists import folded
from lsk_metrics.ingest.register.problems import Place, Problem, Refused, letters, problem, shortened
from lsk_metrics.ingest.register.schema import Field, Table

# No heading of a table is longer; what looks at words takes time that grows with their number.
LONGEST = 200


@dataclass(frozen=True)
class Header:
    """The row of headings: where each column of the table stands, and where there is something else."""

    row: int
    texts: Sequence[str]
    places: dict[str, int]
    problems: Sequence[Problem]

    def refused(self) -> set[int]:
        """Columns refused whole because their heading announces persons' data."""
        found = {each.heading for each in self.problems if each.rule == "person_column"}
        return {at for at, text in enumerate(self.texts) if shortened(text) in found}

    def place(self, row: int | None, at: int) -> Place:
        return Place(row, at, self.texts[at] if at < len(self.texts) else None)


@cache
def known(name: str) -> dict[str, str]:
    """Folded heading to column of a table; its own names go before synonyms."""
    from lsk_metrics.ingest.register.schema import table

    found: dict[str, str] = {}
    for part in (slice(0, 3), slice(3, None)):
        for each in table(name).fields:
            for heading in each.names()[part]:
                found.setdefault(folded(heading), each.name)
    return found


def field(heading: str, table: Table) -> Field | None:
    """The column a heading means, or nothing."""
    plain = folded(heading.strip().rstrip("*"))
    name = known(table.name).get(plain)
    return table.field(name) if name else None


def read(row: int, texts: Sequence[str], table: Table) -> Header:
    """The header with all that is wrong with it; raises Refused where no heading at all is known."""
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for at, text in enumerate(texts):
        if not text:
            continue
        place = Place(row, at, text)
        if found := field(text, table):
            if found.name in places:
                first = places[found.name]
                problems.append(problem("column_twice", place, text, other=texts[first], first=letters(first)))
            else:
                places[found.name] = at
        else:
            problems.append(stranger(place, text, table))
    if not places and not any(each.rule == "person_column" for each in problems):
        raise Refused(
            "file_headless",
            table=table.title("en"),
            table_pl=table.title("pl"),
            known=titles(table, "en"),
            known_pl=titles(table, "pl"),
        )
    return Header(row, texts, places, [*problems, *missing(table, places, row)])


def stranger(place: Place, text: str, table: Table) -> Problem:
    """A heading the table does not have: persons' data, a near miss, or something else."""
    if kind := privacy.of_heading(text[:LONGEST]):
        what, what_pl = privacy.KINDS[kind]
        return problem("person_column", place, text, what=what, what_pl=what_pl)
    close = get_close_matches(folded(text[:LONGEST]), list(known(table.name)), n=1, cutoff=0.7)
    if close:
        near = table.field(known(table.name)[close[0]])
        return problem("column_unknown_near", place, text, near=near.title("en"), near_pl=near.title("pl"))
    return problem("column_unknown", place, text, known=titles(table, "en"), known_pl=titles(table, "pl"))


def missing(table: Table, places: dict[str, int], row: int) -> Iterator[Problem]:
    for each in table.fields:
        if each.required and each.name not in places:
            yield problem("column_missing", Place(row), name=each.title("en"), name_pl=each.title("pl"))


def titles(table: Table, language: str) -> str:
    return ", ".join(each.title(language) for each in table.fields)
