"""What JSON of the data routes looks like: the components of the OpenAPI description, as JSON Schema 2020-12."""

from __future__ import annotations

from typing import Any

from lsk_metrics.api.data.parameters import MOST_ITEMS, MOST_OFFSET
from lsk_metrics.api.data.problems import KINDS, PLACE
from lsk_metrics.indicators.answer import WEAKEST_FIRST
from lsk_metrics.indicators.parameters import MEASURES
from lsk_metrics.indicators.reasons import FORMS
from lsk_metrics.indicators.themes import THEMES

Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
SAID: Shape = {"type": "string", "minLength": 1}
MAYBE: Shape = {"type": ["string", "null"]}
NUMBER: Shape = {"type": ["number", "null"]}
COUNT: Shape = {"type": "integer", "minimum": 0}
TRUTH: Shape = {"type": "boolean"}
MOMENT: Shape = {"type": "string", "format": "date-time"}
SHA: Shape = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
LINKS: Shape = {"type": "object", "additionalProperties": {"type": "string", "pattern": "^/"}}
KIND: Shape = {"type": "string", "enum": list(WEAKEST_FIRST)}

EXAMPLE: Shape = {
    "description": "A value with its kind and source; `value` is null where there is no figure, which is not zero.",
    "examples": [
        {
            "place": "EU27_2020", "year": 2018, "value": 2.18, "kind": "published", "source": "a_source_card",
            "series": None, "flag": "e", "low": None, "high": None,
        }
    ],
}  # fmt: skip


def one(optional: Shape | None = None, **known: Shape) -> Shape:
    """An object with these members and no other; those that are optional may lack."""
    return {
        "type": "object",
        "required": list(known),
        "properties": {**known, **(optional or {})},
        "additionalProperties": False,
    }


def many(of: Shape) -> Shape:
    return {"type": "array", "items": of}


def ref(name: str) -> Shape:
    return {"$ref": f"#/components/schemas/{name}"}


def part(name: str, of_snapshot: bool = True) -> Shape:
    """A part of a list."""
    known: Shape = {"snapshot": SAID} if of_snapshot else {}
    known |= {"total": COUNT, "limit": {"type": "integer", "minimum": 1, "maximum": MOST_ITEMS}}
    return one(**known, offset={**COUNT, "maximum": MOST_OFFSET}, items=many(ref(name)))


def answer() -> tuple[Shape, Shape]:
    """What every answer says, and what only some do."""
    known = {
        **dict.fromkeys(("indicator", "title", "question", "definition", "why", "unit", "sentence"), SAID),
        "kind": {"type": ["string", "null"], "enum": [*WEAKEST_FIRST, None]},
        "as_of": TEXT,
        "caveats": many(SAID),
        "sources": many(ref("Source")),
        "snapshot": SAID,
        "parameters": {"type": "object"},
        "sql": SAID,
        "command": SAID,
    }
    some = {
        **dict.fromkeys(("measure", "view", "peers", "counted"), SAID),
        "events": many({"type": "object"}),
    }
    return known, some


def components() -> Shape:
    known, some = answer()
    texts = dict.fromkeys(("producer", "producer_pl", "title", "title_pl", "kind", "licence", "file", "citation"), TEXT)
    dates = dict.fromkeys(("url", "published", "shipped", "note", "note_pl"), MAYBE)
    return {
        "Problem": one(
            {"nearest": {**SAID, "description": "The valid name that is most like the one given."}},
            type={"type": "string", "enum": [f"{PLACE}#{name}" for name in KINDS]},
            title=SAID,
            status={"type": "integer", "enum": sorted(set(KINDS.values()))},
            detail=SAID,
            instance=TEXT,
        ),
        "Index": one(title=SAID, version=SAID, snapshot=SAID, links=LINKS),
        "Row": EXAMPLE
        | one(
            place=SAID, year={"type": "integer"}, value=NUMBER, kind=KIND, source=SAID, series=MAYBE, flag=TEXT,
            low=NUMBER, high=NUMBER,
        ),
        "Answer": one(some, **known, rows=many(ref("Row"))),
        "Passport": one(some, **known, passport=many(one(heading=SAID, words=SAID)), links=LINKS),
        "Indicator": one(
            **dict.fromkeys(("id", "title", "question", "unit", "theme_name"), SAID),
            theme={"type": "string", "enum": list(THEMES)},
            role={"type": "string", "enum": ["context", "result", "output"]},
            places=MAYBE,
            kind=known["kind"],
            forms=many({"type": "string", "enum": list(FORMS)}),
            measures=many({"type": "string", "enum": list(MEASURES)}),
            views=many(SAID),
            filters=many(SAID),
            years={"type": "array", "items": {"type": "integer"}, "maxItems": 2},
            links=LINKS,
        ),
        "Indicators": part("Indicator"),
        "Snapshot": one(
            id=SAID, built_at=MOMENT, program=SAID, readable=TRUTH, current=TRUTH, latest=TRUTH, held=TRUTH,
            mark=TEXT, links=LINKS,
        ),
        "Snapshots": part("Snapshot", of_snapshot=False),
        "Source": one(id=SAID, **texts, **dates, retrieved=SAID, sha256=SHA),
        "Sources": part("Source"),
        "Claim": one(
            **dict.fromkeys(("id", "topic", "statement", "qualifier", "source", "citation"), SAID),
            **dict.fromkeys(("figure", "caveat", "verdict"), TEXT),
            value=NUMBER, unit=MAYBE, period=MAYBE, found=NUMBER, agrees={"type": ["boolean", "null"]},
        ),
        "Claims": part("Claim"),
        "Schema": one(table=SAID, title=SAID, description=SAID, links=LINKS),
        "Schemas": part("Schema", of_snapshot=False),
        "TableSchema": {"type": "object", "required": ["name", "title", "title_pl", "fields", "primaryKey"]},
        "DataPackage": {
            "type": "object",
            "required": ["profile", "name", "id", "version", "sources", "resources"],
            "properties": {"resources": many({"type": "object", "required": ["name", "path", "schema", "hash"]})},
        },
        "OpenApi": {"type": "object", "required": ["openapi", "info", "paths", "components"]},
        "Problems": one(total=COUNT, items=many(one(type=SAID, status=COUNT, title=SAID))),
        "Process": one(version=SAID, up_since=MOMENT, up_seconds=COUNT),
        "Health": one(
            {
                "snapshot": one(id=SAID, built_at=MOMENT, age_seconds=COUNT),
                "sources": many(one(id=SAID, kind=SAID, retrieved=SAID, age_days={"type": ["integer", "null"]})),
                "reason": SAID,
            },
            status={"type": "string", "enum": ["ok", "last good snapshot", "no snapshot", "ending"]},
            process=ref("Process"),
        ),
    }  # fmt: skip
