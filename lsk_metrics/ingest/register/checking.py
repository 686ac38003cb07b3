"""An incoming table held against its schema and the lists it refers to: every problem at once, or tidy rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lsk_metrics.bounded import memory
from lsk_metrics.ingest.register import headings, likeness, numbers, privacy, references
from lsk_metrics.ingest.register.cells import Raw, reader, text
from lsk_metrics.ingest.register.headings import Header
from lsk_metrics.ingest.register.incoming import MEGABYTE, Incoming, sheet
from lsk_metrics.ingest.register.lists import Lists, folded
from lsk_metrics.ingest.register.problems import Place, Problem, Refused, note, problem
from lsk_metrics.ingest.register.schema import Field, Table
from lsk_metrics.warehouse.draft import Text

# More than anybody mends by hand; what comes on top is counted.
MOST_LISTED = 5_000
MOST_MEMORY = 2000 * MEGABYTE  # of addresses; 200,000 rows take a third of it
EXAMPLES = ("example", "przyklad")


@dataclass
class Checked:
    """What a check found. rows are tidy: every column of the schema, as text; lines are their numbers in the file.

    more counts the problems beyond those listed; notes are sentences by language."""

    table: Table
    rows: list[Text] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    notes: list[dict[str, str]] = field(default_factory=list)

    def add(self, *found: Problem) -> None:
        room = MOST_LISTED - len(self.problems)
        self.problems += found[:room]
        self.more += max(len(found) - room, 0)


@dataclass
class Column:
    """One column of the file while its rows are read; marks are the decimal marks it certainly uses."""

    at: int
    given: Field
    value: Callable[[Raw], str | None]
    marks: set[str] = field(default_factory=set)
    unclear: list[tuple[int, str]] = field(default_factory=list)

    @property
    def free(self) -> bool:
        """Whether anything at all can be written into it."""
        return self.given.type == "string"


def check(incoming: Incoming, table: Table, lists: Lists) -> Checked:
    """All that is wrong with a file, or its rows; a file that cannot be read at all is a single problem."""
    try:
        with memory(MOST_MEMORY):
            return held(incoming, table, lists)
    except MemoryError:
        return Checked(table, problems=[problem("file_memory", Place())])


def held(incoming: Incoming, table: Table, lists: Lists) -> Checked:
    """The same, however much memory it takes."""
    checked = Checked(table)
    try:
        opened = sheet(incoming, table)
        checked.notes += [note(name, **facts) for name, facts in opened.notes]
        lines = iter(opened.lines)
        row, cells = next(lines, (1, []))
        header = headings.read(row, [text(cell) for cell in cells], table)
        checked.add(*header.problems)
        checked.add(*(problem("merged", Place(), span) for span in opened.merged))
        fill(checked, header, lines, lists)
    except Refused as reason:
        checked.problems.insert(0, problem(reason.rule, Place(), **reason.facts))
        return checked
    if not checked.rows and not checked.problems:
        checked.add(problem("file_rowless", Place()))
    checked.add(*references.offences(checked.rows, checked.lines, header, table, lists))
    # Two investments may well be called the same; two members hardly.
    checked.notes += likeness.notes(checked.rows, checked.lines, same=table.name in ("members", "startups"))
    checked.problems.sort(key=lambda each: (each.row or 0, len(each.column or ""), each.column or ""))
    return checked


def fill(checked: Checked, header: Header, lines: Iterator[tuple[int, Sequence[Raw]]], lists: Lists) -> None:
    """Read every row into the check."""
    there = [each for each in checked.table.fields if each.name in header.places]
    columns = [column(header.places[each.name], each, lists) for each in there]
    empty: Text = {each.name: None for each in checked.table.fields}
    first: dict[str, int] = {}
    silent = set(header.places.values()) | header.refused()
    for number, cells in lines:
        if is_example(cells, header):
            checked.notes.append(note("example", row=number))
            continue
        checked.add(*strangers(number, cells, header, silent))
        row = {**empty}
        for each in columns:
            raw = cells[each.at] if each.at < len(cells) else None
            try:
                row[each.given.name] = valued(each, raw, number)
            except Refused as reason:
                checked.add(told(reason, header.place(number, each.at), raw))
        checked.add(*within_row(row, number, header, checked.table))
        if key := row["id"]:
            if key in first:
                checked.add(problem("unique", header.place(number, header.places["id"]), key, first=first[key]))
            first.setdefault(key, number)
        checked.rows.append(row)
        checked.lines.append(number)
    for each in columns:
        for number, cell in each.unclear:
            if numbers.unclear(cell, each.marks):
                checked.add(problem("mixed_marks", header.place(number, each.at), cell))


def column(at: int, each: Field, lists: Lists) -> Column:
    return Column(at, each, reader(each, None if references.by_sample(each, lists) else lists.of(each)))


def valued(column: Column, raw: Raw, number: int) -> str | None:
    """The tidy text of a cell; raises Refused. What is typed freely is looked through for persons' data."""
    cell = text(raw)
    if isinstance(raw, str) and column.given.type == "number":
        if found := numbers.mark(cell):
            column.marks.add(found)
        elif numbers.EITHER.fullmatch(cell):
            column.unclear.append((number, cell))
    if column.free and isinstance(raw, str | int | float) and (kind := privacy.of_cell(cell)):
        raise personal(kind)
    return column.value(raw)


def personal(kind: str) -> Refused:
    what, what_pl = privacy.KINDS[kind]
    return Refused("person_cell", what=what, what_pl=what_pl)


def told(reason: Refused, place: Place, raw: Raw) -> Problem:
    """A refusal as a problem; of a person hardly anything is repeated."""
    shown = text(raw)
    if reason.rule != "person_cell" and (kind := privacy.of_cell(shown)):
        reason = personal(kind)
    return problem(reason.rule, place, privacy.masked(shown) if reason.rule == "person_cell" else shown, **reason.facts)


def strangers(number: int, cells: Sequence[Raw], header: Header, silent: set[int]) -> Iterator[Problem]:
    """Cells outside the table's columns: beyond the header, below no heading, or with persons' data in them.

    silent are the columns of which nothing need be said here."""
    if len(cells) <= len(header.places):
        return
    for at, raw in enumerate(cells):
        shown = "" if at in silent else text(raw)
        if not shown:
            continue
        place = header.place(number, at)
        if kind := privacy.of_cell(shown):
            yield told(personal(kind), place, raw)
        elif at >= len(header.texts):
            yield problem("beyond_header", place, shown)
        elif not header.texts[at]:
            yield problem("column_nameless", place, shown)


def within_row(row: Text, number: int, header: Header, table: Table) -> Iterator[Problem]:
    """What the cells of one row say against each other."""
    for first, second in table.orders():
        earlier, later = row[first], row[second]
        if earlier and later and later <= earlier:
            other = table.field(first)
            facts = {"earlier": earlier, "other": other.title("en"), "other_pl": other.title("pl")}
            yield problem("order", header.place(number, header.places[second]), later, **facts)
    for first, second in table.pairs():
        if (row[first] is None) != (row[second] is None):
            names = {"first": table.field(first), "second": table.field(second)}
            facts = {key: each.title("en") for key, each in names.items()}
            facts |= {f"{key}_pl": each.title("pl") for key, each in names.items()}
            yield problem("pair", Place(number), **facts)
    for filled, by, value in table.needs():
        if (row[filled] is None) == (row[by] == value):
            rule = "needed" if row[filled] is None else "needless"
            facts = {"field": table.field(filled).title("en"), "field_pl": table.field(filled).title("pl")}
            facts |= {"other": table.field(by).title("en"), "other_pl": table.field(by).title("pl")}
            yield problem(rule, Place(number), row[filled] or "", **facts, asked=value)
    for each in table.fields:
        if each.required and "example_pl" in each.given and row[each.name] in (each.example("en"), each.example("pl")):
            yield problem("example", header.place(number, header.places[each.name]), row[each.name])


def is_example(cells: Sequence[Raw], header: Header) -> bool:
    at = header.places.get("id")
    return at is not None and at < len(cells) and folded(text(cells[at])[:20]) in EXAMPLES
