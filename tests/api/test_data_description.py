"""The OpenAPI description is valid, and true: the running server is asked whatever it describes, right and wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.indicators import indicators, methods
from lsk_metrics.language import LANGUAGES

Get = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SHAPES = {each.path: each.shape for each in ENTRIES if each.media == ("application/json",)}


@pytest.fixture
def described(get: Get, snapshot: str) -> dict[str, Any]:
    found: dict[str, Any] = get("/api/v1/openapi.json").json()
    return found


def errors(document: dict[str, Any], shape: str, said: object) -> list[str]:
    """What does not fit one of the description's components."""
    schema = {"$ref": f"#/components/schemas/{shape}", "components": document["components"]}
    return [each.message for each in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(said)]


def test_the_description_is_valid(described: dict[str, Any]) -> None:
    assert described["openapi"] == "3.1.0"
    assert [each.message for each in OpenAPIV31SpecValidator(described).iter_errors()] == []


def test_every_route_is_described_and_no_other(described: dict[str, Any]) -> None:
    assert list(described["paths"]) == [each.path for each in ENTRIES]
    for entry in ENTRIES:
        said = described["paths"][entry.path]
        assert sorted(said) == ["get", "head", "options"]
        assert [each["name"] for each in said["get"]["parameters"]] == [
            *entry.named,
            *(each.name for each in entry.parameters),
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [each.id for each in [*indicators(), *methods()]])
def test_every_answer_and_passport_fits(name: str, lang: str, get: Get, described: dict[str, Any]) -> None:
    address = f"/api/v1/indicators/{name}"
    assert errors(described, "Answer", get(f"{address}/answer.json", f"lang={lang}").json()) == []
    assert errors(described, "Passport", get(address, f"lang={lang}").json()) == []


@pytest.mark.parametrize(
    "query", ["view=pace&peers=similar", "measure=change", "first_year=2015&places=PL", "target=x"]
)
def test_answers_with_parameters_fit(query: str, get: Get, described: dict[str, Any]) -> None:
    answered = get("/api/v1/indicators/gerd_share_of_gdp/answer", query)
    assert errors(described, "Answer" if answered.status == 200 else "Problem", answered.json()) == []


@pytest.mark.parametrize(("path", "shape"), [(path, shape) for path, shape in SHAPES.items() if "{id}" not in path])
def test_every_list_fits(path: str, shape: str, get: Get, described: dict[str, Any]) -> None:
    assert errors(described, shape, get(path.format(table="members")).json()) == []


def test_what_does_not_fit_is_seen(described: dict[str, Any]) -> None:
    assert errors(described, "Row", {"place": "PL", "year": "2018"})


def test_the_running_server_does_what_it_says(server: str, tmp_path: Path) -> None:
    """Every route with what fits and what does not: no failure, no status, header or shape that is not described."""
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "--config-file",
        str(Path(__file__).with_name("schemathesis.toml")),
    ]
    asked = [*command, "run", f"{server}/api/v1/openapi.json", "--no-color"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(asked, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-2000:]
    assert "No issues found" in ended.stdout
    # Reading, heads and what can be done, of every route; the description itself is where it begins.
    assert f"Tested: {3 * len(ENTRIES) - 1}" in ended.stdout
