"""Whatever a valid register is, and however it is written, it comes back the same; whatever is broken is found."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lsk_metrics.ingest.register import checking, privacy
from lsk_metrics.ingest.register.cells import text
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.spreadsheets import inert, meant
from tests.ingest.register.conftest import book, lines, places, tidy

TABLES = ("members", "startups", "targets")
LETTERS = st.characters(codec="cp1250", exclude_categories=["Cc", "Cf", "Zl", "Zp"])
NAMES = st.text(LETTERS, min_size=1, max_size=40).map(text).filter(lambda name: name and not privacy.of_cell(name))
FREELY = st.one_of(NAMES, NAMES.map(lambda name: text("=" + name)), NAMES.map(lambda name: "'@" + name))
IDS = st.from_regex(r"\A[A-Z][0-9]{1,4}[a-z./-]?\Z")
DAYS = st.dates(date(1950, 1, 1), date(2020, 12, 31))
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def rows(draw: st.DrawFn, table: str, now: Lists) -> list[dict[str, Any]]:
    """Rows of a table that break no rule, values of their own type."""
    found = []
    for key in draw(st.lists(IDS, min_size=1, max_size=5, unique=True)):
        row: dict[str, Any] = {"id": key}
        for field in schema(table).fields[1:]:
            codes = now.of(field)
            if codes:
                value = st.sampled_from([entry.code for entry in codes.entries])
            elif field.type == "date":
                value = DAYS
            elif field.type == "year":
                value = st.integers(1990, 2020)
            elif field.type == "number":
                value = st.decimals(Decimal(0), Decimal(999), places=min(field.given["decimals"], 3)).map(float)
            else:
                value = FREELY.filter(lambda name: not name.startswith(("Example", "Przyk")))
            row[field.name] = draw(value if field.required else st.one_of(st.none(), value))
        found.append(settled(row))
    return found


def settled(row: dict[str, Any]) -> dict[str, Any]:
    """The same row with its dates and years in order."""
    if row.get("left") and row["left"] <= row["joined"]:
        row["left"] = date(2021, 1, 1)
    if "target_year" in row:
        row |= {"baseline_year": 2010, "target_year": 2030, "milestone_2_year": None, "milestone_2_value": None}
        row["milestone_1_year"] = None if row["milestone_1_value"] is None else 2020
    return row


def expected(found: list[dict[str, Any]]) -> list[dict[str, str | None]]:
    return [
        tidy({name: f"{Decimal(repr(value)).normalize():f}" if isinstance(value, float) else value
              for name, value in row.items()})
        for row in found
    ]  # fmt: skip


def typed(value: Any, language: str, form: str) -> str:
    """A value as somebody types it into a text file."""
    if isinstance(value, date):
        return value.isoformat() if form == "iso" else f"{value.day}.{value.month:02d}.{value.year}"
    if isinstance(value, float):
        return str(value).replace(".", ",") if language == "pl" else str(value)
    return "" if value is None else inert(str(value))


@SETTINGS
@given(st.data(), st.sampled_from(TABLES), st.sampled_from(["en", "pl"]), st.sampled_from([",", ";", "\t"]),
       st.sampled_from(["utf-8", "utf-8-sig", "cp1250", "utf-16"]), st.sampled_from(["iso", "dotted"]),
       st.booleans())  # fmt: skip
def test_a_register_written_as_text_is_read_back_the_same(
    now: Lists, data: st.DataObject, table: str, language: str, separator: str, encoding: str, form: str, labels: bool
) -> None:
    found = data.draw(rows(table, now))
    fields = schema(table).fields
    cells = [[field.title(language) for field in fields]]
    for row in found:
        line = []
        for field in fields:
            codes = now.of(field)
            label = codes and labels and field.refers_to != "places" and row[field.name] is not None
            names = {entry.code: entry.label(language) for entry in codes.entries} if codes else {}
            line.append(names[row[field.name]] if label else typed(row[field.name], language, form))
        cells.append(line)
    content = lines(cells, separator, encoding)
    if encoding == "cp1250":
        assume(not readable(content))
    checked = checking.check(Incoming("x.csv", content), schema(table), now)
    assert (checked.problems, checked.rows) == ([], expected(found))


def readable(content: bytes) -> bool:
    """Whether bytes of Windows-1250 happen to be UTF-8, which then goes first."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return any(byte > 127 for byte in content)


@SETTINGS
@given(st.data(), st.sampled_from(TABLES), st.sampled_from(["en", "pl"]))
def test_a_register_written_as_a_workbook_is_read_back_the_same(
    now: Lists, data: st.DataObject, table: str, language: str
) -> None:
    found = data.draw(rows(table, now))
    fields = schema(table).fields
    cells: list[list[Any]] = [[field.title(language) for field in fields]]
    cells += [[row[field.name] for field in fields] for row in found]
    content = book(cells, schema(table).title(language))
    checked = checking.check(Incoming("x.xlsx", content), schema(table), now)
    assert (checked.problems, checked.rows) == ([], expected(found))


BROKEN = {"string": "x" * 600, "date": "maj 2018", "number": "1,2,3", "year": "20x8"}


@SETTINGS
@given(st.data(), st.sampled_from(TABLES), st.booleans())
def test_any_one_broken_cell_is_reported_at_its_row_and_column_and_nothing_else_is(
    now: Lists, data: st.DataObject, table: str, emptied: bool
) -> None:
    found = data.draw(rows(table, now))
    fields = data.draw(st.permutations(schema(table).fields))
    at = data.draw(st.integers(0, len(fields) - 1))
    row = data.draw(st.integers(0, len(found) - 1))
    field = fields[at]
    assume(not (emptied and not field.required))
    assume("milestone" not in field.name)
    cells = [[each.name for each in fields]]
    cells += [[typed(line[each.name], "en", "iso") for each in fields] for line in found]
    cells[row + 1][at] = "" if emptied else "zzzzzzzz ?" if now.of(field) else BROKEN[field.type]
    content = lines(cells, ";", "utf-8")
    checked = checking.check(Incoming("x.csv", content), schema(table), now)
    assert [(each.row, each.column) for each in checked.problems] == [(row + 2, chr(ord("A") + at))]
    assert places(checked.problems)[0][2] in (
        "required", "not_in_list", "not_in_list_near", "not_a_number", "not_a_year", "date_without_day", "too_long",
    )  # fmt: skip


@given(st.text(max_size=30))
def test_text_that_is_made_inert_says_the_same_and_begins_no_formula(said: str) -> None:
    cell = inert(said)
    assert meant(cell) == said
    assert cell[:1] not in ("=", "@", "\t", "\r") and (cell[:1] not in ("+", "-") or cell[1:2].isdigit())
