"""What each column of the register is: read from the Table Schema files, the only place that says so."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lsk_metrics.errors import NameUnknown

TABLES = ("members", "investments", "startups", "targets", "evidence")


@dataclass(frozen=True)
class Field:
    """One column; `given` is its entry in the schema, with the Polish texts beside the English.

    refers_to names the reference table or the register's table its values come from, where there is one."""

    name: str
    type: str
    given: dict[str, Any]
    refers_to: str | None

    @property
    def required(self) -> bool:
        return bool(self.limit("required"))

    @property
    def ahead(self) -> bool:
        """Whether the year may lie in the future."""
        return bool(self.given.get("ahead"))

    def limit(self, name: str) -> Any:
        return self.given.get("constraints", {}).get(name)

    def title(self, language: str) -> str:
        return spoken(self.given, "title", language)

    def description(self, language: str) -> str:
        return spoken(self.given, "description", language)

    def example(self, language: str) -> Any:
        return self.given.get("example_pl" if language == "pl" else "example", self.given.get("example"))

    def names(self) -> list[str]:
        """Every heading the column may have in a file."""
        return [self.name, self.given["title"], self.given["title_pl"], *self.given["synonyms"]]


@dataclass(frozen=True)
class Table:
    """One table of the register; `given` is the whole schema."""

    name: str
    fields: Sequence[Field]
    given: dict[str, Any]

    def title(self, language: str) -> str:
        return spoken(self.given, "title", language)

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    def sheets(self) -> list[str]:
        """Names a sheet with this table may have."""
        return [self.name, self.given["title"], self.given["title_pl"], *self.given["sheets"]]

    def orders(self) -> list[tuple[str, str]]:
        """Pairs of columns of which the first must be earlier than the second."""
        return [(first, second) for first, second in self.given.get("orders", [])]

    def pairs(self) -> list[tuple[str, str]]:
        """Pairs of columns that are filled together or not at all."""
        return [(first, second) for first, second in self.given.get("pairs", [])]

    def needs(self) -> list[tuple[str, str, str]]:
        """Columns that are filled just where another one has a value: column, the other, its value."""
        return [(column, other, value) for column, other, value in self.given.get("needs", [])]


def spoken(given: dict[str, Any], key: str, language: str) -> str:
    return str(given[f"{key}_pl" if language == "pl" else key])


@cache
def table(name: str) -> Table:
    """The schema of a table; raises NameUnknown for a table the register does not have."""
    if name not in TABLES:
        raise NameUnknown("table of the register", name, TABLES)
    text = files("lsk_metrics.ingest.register").joinpath("schemas", f"{name}.json").read_text(encoding="utf-8")
    given = json.loads(text)
    lists = {key["fields"][0]: key["reference"]["resource"] for key in given.get("foreignKeys", [])}
    fields = [Field(entry["name"], entry["type"], entry, lists.get(entry["name"])) for entry in given["fields"]]
    return Table(name, fields, given)


def published(name: str, codes: dict[str, list[str]]) -> dict[str, Any]:
    """The Table Schema as others may use it: with the codes of its lists written out, for who has only this file.

    codes gives the codes of each list; the keys of references to other tables of the register stay."""
    given: dict[str, Any] = json.loads(json.dumps(table(name).given))
    for entry, field in zip(given["fields"], table(name).fields, strict=True):
        known = [choice["value"] for choice in entry.get("categories", [])]
        if field.refers_to and field.refers_to not in TABLES:
            known = codes[field.refers_to]
        if known:
            entry.setdefault("constraints", {})["enum"] = known
    given["foreignKeys"] = [key for key in given["foreignKeys"] if key["reference"]["resource"] in TABLES]
    return given


def resources(names: Sequence[str], codes: dict[str, list[str]]) -> dict[str, Any]:
    """Several tables as one Data Package descriptor, so that references between them can be followed."""
    entries = [
        {
            "name": name,
            "title": table(name).given["title"],
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "schema": published(name, codes),
        }
        for name in names
    ]
    return {"name": "register", "resources": entries}


def references(name: str) -> set[str | None]:
    """The other tables of the register that a table refers to."""
    return {field.refers_to for field in table(name).fields if field.refers_to in TABLES}
