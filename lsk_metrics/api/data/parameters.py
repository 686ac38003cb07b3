"""The parameters that routes take, with shapes and meanings: by them requests are read, refused and described."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import views
from lsk_metrics.indicators.parameters import CHOICES, CHOSEN, FILTERS, YES
from lsk_metrics.language import LANGUAGES
from lsk_metrics.language import gettext as _

MOST_ITEMS, USUAL_ITEMS = 500, 100
MOST_ROWS = 10_000
MOST_OFFSET = 1_000_000


@dataclass(frozen=True)
class Parameter:
    """name in the query; shape: its JSON Schema; words: what it does, in English; example: a value it takes."""

    name: str
    shape: Mapping[str, Any] = field(hash=False)
    words: str
    example: str | int | None = field(default=None)

    @property
    def is_list(self) -> bool:
        return bool(self.shape["type"] == "array")

    def document(self) -> dict[str, Any]:
        """As OpenAPI says it."""
        said: dict[str, Any] = {"name": self.name, "in": "query", "description": self.words, "schema": self.shape}
        if self.is_list:
            said |= {"style": "form", "explode": False}
        if self.example is not None:
            said["example"] = [self.example] if self.is_list else self.example
        return said


TEXT = {"type": "string"}
CODES = {"type": "array", "items": {"type": "string", "minLength": 1}}
YEAR = {"type": "integer", "minimum": 1900, "maximum": 2100}
LANG = Parameter("lang", {"type": "string", "enum": list(LANGUAGES)}, "Language of texts; default: Accept-Language.")
SNAPSHOT = Parameter(
    "snapshot", {"type": "string", "minLength": 1}, "As of this snapshot: an id, its beginning, “previous”.", "current"
)
LIMIT = Parameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": USUAL_ITEMS},
    "How many items at most.",
)
OFFSET = Parameter(
    "offset",
    {"type": "integer", "minimum": 0, "maximum": MOST_OFFSET, "default": 0},
    "How many to pass over before the first; Link says where the next part is.",
)
ROWS = Parameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": MOST_ROWS},
    "How many rows at most, of JSON alone: every other form is whole.",
)
NARROWED = "Codes of groups, a comma between: rows of these alone, where the indicator can be narrowed so."
ASKED = (
    Parameter("first_year", YEAR, "The first year of the period.", 2010),
    Parameter("last_year", YEAR, "The last year of the period.", 2024),
    Parameter("places", CODES, "Codes of regions, powiats or towns, a comma between."),
    Parameter("illustrative", {"type": "string", "enum": list(YES)}, "“no” leaves the made-up sample out.", "no"),
    *(Parameter(name, CODES, NARROWED) for name in FILTERS),
    Parameter("groups", {"type": "string", "enum": list(CHOICES["groups"])}, "Each group by itself, or added up."),
    Parameter("measure", {"type": "string", "enum": list(CHOICES["measure"])}, "How the values are put."),
    Parameter("view", {"type": "string", "enum": [each.id for each in views.views()]}, "A way to compare regions."),
    Parameter("peers", {"type": "string", "enum": list(CHOICES["peers"])}, "The regions to compare with."),
    Parameter("target_year", YEAR, "With view=pace: the year to reach the leader by.", 2030),
    Parameter("number", {"type": "integer", "minimum": 1, "maximum": 50}, "With peers=similar: how many regions."),
    Parameter(
        "own_country", {"type": "string", "enum": list(YES)}, "With peers=similar: those of the own country too."
    ),
    Parameter("likeness", CODES, "With peers=similar: variable:weight, a comma between."),
    Parameter("indicators", CODES, "Of a method: the indicators it puts together."),
    Parameter("weights", CODES, "Of a method: indicator:weight, a comma between."),
    Parameter("target", {"type": "string", "minLength": 1}, "Id of a target of the indicator, by itself."),
)
OWN = {"lang", "snapshot", "limit", "offset"}
# What the values of a choice are called; of those that are yes or no an error says “value”.
CALLED = {**CHOSEN, "lang": "language", "view": "view", "illustrative": "value", "own_country": "value"}


def read(query: bytes, known: tuple[Parameter, ...]) -> dict[str, str]:
    """The parameters of a query string, each once; raises NameUnknown or ValueRefused for what is no such one."""
    found: dict[str, str] = {}
    shapes = {each.name: each for each in known}
    for name, text in pairs(query):
        if name not in shapes:
            raise NameUnknown("parameter", name, shapes)
        if name in found:
            raise ValueRefused(_("{name} stands in the address more than once.").format(name=name))
        held(shapes[name], text)
        found[name] = text
    return found


def pairs(query: bytes) -> list[tuple[str, str]]:
    """Names and values as they stand in a query string, with escapes or without."""
    return parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")


def held(parameter: Parameter, text: str) -> None:
    """Refuse what is not of the parameter's shape; codes and what else depends on data are looked at later."""
    shape = parameter.shape
    if shape["type"] == "integer":
        least, most = shape["minimum"], shape["maximum"]
        if not (text.isascii() and text.isdecimal() and len(text) < 10) or not least <= int(text) <= most:
            words = _("{name} takes a whole number from {least} to {most}, not “{text}”.")
            raise ValueRefused(words.format(name=parameter.name, least=least, most=most, text=text))
    elif "enum" in shape:
        if text not in shape["enum"]:
            raise NameUnknown(CALLED.get(parameter.name, parameter.name), text, shape["enum"])
    elif not text.strip(" ,"):
        raise ValueRefused(_("{name} has no value.").format(name=parameter.name))
