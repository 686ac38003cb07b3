"""The one table of routes: requests are found by it, read, refused, and described as OpenAPI."""

from __future__ import annotations

from lsk_metrics.api.data import answers, catalogue, registers, status
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.entry import JSON, Entry
from lsk_metrics.api.data.parameters import ASKED, LANG, LIMIT, OFFSET, ROWS, SNAPSHOT
from lsk_metrics.api.data.records import RECORDS
from lsk_metrics.exports.formats import FORMATS

BOTH = (LANG, SNAPSHOT)
PART = (LIMIT, OFFSET)
REFUSED = ("unknown-name", "refused-value", "not-in-snapshot")
ENTRIES = (
    Entry("/api/v1/", "index", "What there is, and where.", catalogue.index, "Index", BOTH),
    Entry(
        "/api/v1/indicators",
        "listIndicators",
        "Every indicator and method, with the forms, measures and views it can be had in.",
        catalogue.listing,
        "Indicators",
        (*BOTH, *PART),
    ),
    Entry(
        "/api/v1/indicators/{id}",
        "getPassport",
        "The passport: what is counted, why, in which unit, from which sources, by which query.",
        answers.passport,
        "Passport",
        (*BOTH, *ASKED),
        problems=REFUSED,
    ),
    Entry(
        "/api/v1/indicators/{id}/answer",
        "getAnswer",
        "The answer in the form that Accept asks for; JSON where it asks for none.",
        answers.negotiated,
        "Answer",
        (*BOTH, *ASKED, ROWS, OFFSET),
        tuple(answers.MEDIA),
        (*REFUSED, "not-acceptable", "no-picture", "too-large"),
        negotiated=True,
    ),
    Entry(
        "/api/v1/indicators/{id}/answer.json",
        "getAnswerAsJson",
        "The answer as “lsk show --format json” prints it.",
        answers.as_json,
        "Answer",
        (*BOTH, *ASKED, ROWS, OFFSET),
        problems=REFUSED,
    ),
    *RECORDS,
    Entry(
        "/api/v1/indicators/{id}/answer.{format}",
        "getAnswerAsFile",
        "The answer as a file, the same bytes that pages and “lsk export” give.",
        answers.in_form,
        parameters=(*BOTH, *ASKED),
        media=tuple(each.mime for each in FORMATS.values()),
        problems=(*REFUSED, "no-picture", "too-large"),
    ),
    Entry(
        "/api/v1/snapshots",
        "listSnapshots",
        "The snapshots that are kept, newest first.",
        registers.snapshots,
        "Snapshots",
        (LANG, *PART),
        of_snapshot=False,
    ),
    Entry(
        "/api/v1/sources",
        "listSources",
        "The card of every source: producer, title, licence, dates, checksum.",
        registers.sources,
        "Sources",
        (*BOTH, *PART),
    ),
    Entry(
        "/api/v1/claims",
        "listClaims",
        "Published statements, each with its source, and what its check found.",
        registers.claimed,
        "Claims",
        (*BOTH, *PART),
    ),
    Entry(
        "/api/v1/schemas",
        "listSchemas",
        "The tables of the register.",
        registers.schemas,
        "Schemas",
        (LANG, *PART),
        of_snapshot=False,
    ),
    Entry(
        "/api/v1/schemas/{table}",
        "getSchema",
        "The Table Schema by which an upload is checked; both languages are in it.",
        registers.schema,
        "TableSchema",
        (LANG,),
        problems=("unknown-name",),
        of_snapshot=False,
    ),
    Entry(
        "/api/v1/datapackage.json",
        "getDataPackage",
        "All indicators as a Frictionless data package of CSV routes.",
        registers.package,
        "DataPackage",
        BOTH,
    ),
    Entry(
        "/api/v1/openapi.json",
        "getDescription",
        "This description.",
        lambda asked: openapi(asked),
        "OpenApi",
        (LANG,),
        of_snapshot=False,
    ),
    Entry(
        "/api/v1/problems",
        "listProblems",
        "Every kind of problem that an error can name.",
        catalogue.problems,
        "Problems",
        (LANG,),
        of_snapshot=False,
    ),
    Entry(
        "/health",
        "getHealth",
        "How the process, its snapshot and its sources are.",
        status.health,
        "Health",
        problems=("no-snapshot",),
        of_snapshot=False,
        limited=False,
    ),
    Entry(
        "/metrics",
        "getMetrics",
        "Counts for Prometheus.",
        status.metrics,
        media=("text/plain",),
        of_snapshot=False,
        limited=False,
    ),
)


def openapi(_asked: Asked) -> Made:
    from lsk_metrics.api.data import openapi as written
    from lsk_metrics.api.data.pages import as_json

    return Made(as_json(written.document()), JSON)
