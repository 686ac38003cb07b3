"""An indicator's answer and its passport over the network: what `lsk show`, `lsk export` and `lsk passport` give."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.pages import links
from lsk_metrics.api.data.parameters import MOST_ROWS, OWN
from lsk_metrics.api.data.problems import Refusal
from lsk_metrics.errors import NameUnknown
from lsk_metrics.exports.formats import FORMATS, form
from lsk_metrics.exports.names import file_name
from lsk_metrics.indicators import Answer, Indicator, indicator
from lsk_metrics.indicators import answer as answered
from lsk_metrics.indicators.behind import lines
from lsk_metrics.indicators.document import written
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

JSON = "application/json"
LARGEST = 100_000  # rows of a file
MEDIA = {JSON: "json", **{each.mime: each.ending for each in FORMATS.values()}}
TEXTS = ("text/csv",)


def known(asked: Asked) -> Indicator:
    """The indicator that the address names."""
    try:
        return indicator(asked.named["id"])
    except NameUnknown as reason:
        raise Refusal("unknown-name", reason) from reason


def found(asked: Asked) -> Answer:
    given = {name: text for name, text in asked.query.items() if name not in OWN}
    return answered(known(asked).id, given, asked.snapshot)


def negotiated(asked: Asked) -> Made:
    """The answer in the form that the header Accept likes best, JSON where it likes all."""
    media = asked.accept
    if not media:
        words = _("The forms there are: {names}.").format(names=", ".join(MEDIA))
        raise Refusal("not-acceptable", words)
    if media == JSON:
        return as_json(asked)
    if not {"limit", "offset"}.isdisjoint(asked.query):
        words = _("limit and offset take a part of the rows of JSON; a file is whole.")
        raise Refusal("refused-value", words)
    return as_file(asked, MEDIA[media])


def as_json(asked: Asked) -> Made:
    """The document of `lsk show --format json`; where there are more rows than asked for, a part of them."""
    document = found(asked).document()
    limit, offset, total = asked.number("limit", MOST_ROWS), asked.number("offset", 0), len(document["rows"])
    document["rows"] = document["rows"][offset : offset + limit]
    body = (written(document) + "\n").encode("utf-8")
    return Made(body, JSON, (("X-Total-Count", str(total)), *links(asked, limit, offset, total)))


def in_form(asked: Asked) -> Made:
    """The answer as a file whose form is the ending of the address."""
    try:
        ending = form(asked.named["format"]).ending
    except NameUnknown as reason:
        raise Refusal("unknown-name", NameUnknown("format", reason.name, ["json", *FORMATS])) from reason
    return as_file(asked, ending)


def as_file(asked: Asked, ending: str) -> Made:
    """The very bytes that a page hands out and `lsk export` writes."""
    answer, wanted = found(asked), FORMATS[ending]
    if len(answer.rows) > LARGEST:
        words = _("The file would have {rows} rows; there are at most {most} in one. Ask for fewer years or places.")
        raise Refusal("too-large", words.format(rows=number(len(answer.rows)), most=number(LARGEST)))
    media = f"{wanted.mime}; charset=utf-8" if wanted.mime in TEXTS else wanted.mime
    how = "inline" if wanted.drawn else "attachment"
    name = f'{how}; filename="{file_name(answer, ending)}"'
    headers = [("Content-Disposition", name)]
    if ending == "csv":
        described = f"/api/v1/indicators/{answer.indicator.id}/answer.csv-metadata.json{asked.same()}"
        headers.append(("Link", f'<{described}>; rel="describedby"; type="application/csvm+json"'))
    return Made(wanted.made(answer), media, tuple(headers))


def passport(asked: Asked) -> Made:
    """What stands behind the answer, as `lsk passport --format json` has it, and where its answers are."""
    answer = found(asked)
    said: dict[str, Any] = {name: value for name, value in answer.document().items() if name != "rows"}
    said["passport"] = [{"heading": heading, "words": words} for heading, words in lines(answer)]
    said["links"] = places(answer.indicator.id, asked.query)
    return Made((written(said) + "\n").encode("utf-8"), JSON)


def places(name: str, query: Any = ()) -> dict[str, str]:
    """Where an indicator's passport and its answers are, with the same parameters."""
    here, more = f"/api/v1/indicators/{name}", f"?{urlencode(query)}" if query else ""
    return {"passport": here + more, **{each: f"{here}/answer.{each}{more}" for each in ("json", *FORMATS)}}
