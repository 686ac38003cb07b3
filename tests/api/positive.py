"""Checks that schemathesis makes of each answer of the running server, beside its own."""

import schemathesis
from schemathesis import GenerationMode


@schemathesis.check
def only_the_data_refuse(
    _ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """A request that fits the description is refused for what is in the data, never for its form."""
    fits = case.meta is not None and case.meta.generation.mode == GenerationMode.POSITIVE
    if fits and response.status_code >= 400 and case.method.upper() != "HEAD":
        kind = response.json()["type"].rpartition("#")[2]
        assert kind in ("refused-value", "unknown-parameter", "not-in-snapshot", "no-picture"), kind


@schemathesis.check
def no_answer_shows_how_the_program_failed(
    _ctx: schemathesis.CheckContext, response: schemathesis.Response, _case: schemathesis.Case
) -> None:
    assert b"Traceback" not in response.content
    assert response.headers["access-control-allow-origin"] == ["*"]
