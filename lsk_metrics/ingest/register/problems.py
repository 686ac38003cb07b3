"""What can be wrong with an incoming file: where it stands, why it is refused and how to mend it, in both languages."""

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "pl")
LONGEST_FACT = 1_000


class Refused(Exception):
    """A cell, a column or a file breaks a rule; facts fill the rule's sentences. Caught where the place is known."""

    def __init__(self, rule: str, **facts: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.facts = facts


@dataclass(frozen=True)
class Problem:
    """One problem. Row and column are those the spreadsheet shows; empty where it is not about one cell."""

    row: int | None
    column: str | None
    heading: str | None
    value: str | None
    rule: str
    problem: str
    problem_pl: str
    mend: str
    mend_pl: str

    def document(self) -> dict[str, Any]:
        return asdict(self)

    def place(self, language: str) -> str:
        """Where it is, such as: row 7, column D “Joined”."""
        row, column = ("wiersz", "kolumna") if language == "pl" else ("row", "column")
        opened, closed = ("„", "”") if language == "pl" else ("“", "”")
        parts = [f"{row} {self.row}"] if self.row else []
        if self.column:
            parts.append(f"{column} {self.column}" + (f" {opened}{self.heading}{closed}" if self.heading else ""))
        return ", ".join(parts)

    def sentence(self, language: str) -> str:
        """The whole of it as one line for a reader."""
        said, mend = (self.problem_pl, self.mend_pl) if language == "pl" else (self.problem, self.mend)
        place = self.place(language)
        return f"{place}: {said} {mend}" if place else f"{said} {mend}"


@dataclass(frozen=True)
class Place:
    """A cell as the spreadsheet shows it: row 7, column D; the heading is the one in the file."""

    row: int | None = None
    column: int | None = None
    heading: str | None = None


def problem(rule: str, place: Place, value: str | None = None, **facts: Any) -> Problem:
    """A problem with the sentences of its rule; `value` is what the cell says, shortened."""
    shown = None if value is None else shortened(value)
    heading = None if place.heading is None else shortened(place.heading)
    words = sentences()[rule]
    said = {
        key: words[key].format(value=shown or "", heading=heading or "", **readable(facts))
        for key in ("problem", "problem_pl", "mend", "mend_pl")
    }
    column = None if place.column is None else letters(place.column)
    return Problem(place.row, column, heading, shown, rule, **said)


@cache
def sentences() -> dict[str, dict[str, str]]:
    text = files("lsk_metrics.ingest.register").joinpath("problems.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def note(name: str, **facts: Any) -> dict[str, str]:
    """What a reader should know though nothing is wrong, in both languages."""
    words = sentences()["notes"]
    said = {
        language: words[name if language == "en" else f"{name}_pl"].format(**readable(facts)) for language in LANGUAGES
    }
    return said


def readable(facts: dict[str, Any]) -> dict[str, Any]:
    """What fills a sentence, with nothing in it that a file could use to spoil the lines around it."""
    return {name: shortened(fact, LONGEST_FACT) if isinstance(fact, str) else fact for name, fact in facts.items()}


def letters(column: int) -> str:
    """The name of a column, counted from 0, as a spreadsheet shows it: A, B, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def shortened(value: str, longest: int = 80) -> str:
    """A value as a report can show it: one line, nothing invisible, not too long."""
    seen = "".join(
        letter if letter.isprintable() or letter == "\N{NO-BREAK SPACE}" else "\N{REPLACEMENT CHARACTER}"
        for letter in value[: longest + 1]
    )
    return seen if len(seen) <= longest else seen[: longest - 1] + "…"
