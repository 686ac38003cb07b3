"""The running server read by what people use: pandas, curl, a data package, each as docs/api.md says it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pandas
import pytest

from lsk_metrics.exports.csv import csv_file
from lsk_metrics.indicators import answer, indicators
from tools.server import serving

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
HERE = "http://localhost:8501"


def examples(kind: str) -> list[str]:
    """Blocks of one kind in the docs."""
    return re.findall(rf"```{kind}\n(.+?)```", DOCS, re.DOTALL)


def test_the_examples_for_pandas_run(server: str) -> None:
    [code] = examples("python")
    names: dict[str, Any] = {}
    exec(compile(code.replace(HERE, server), "docs/api.md", "exec"), names)
    assert isinstance(names["members"], pandas.DataFrame)
    assert names["members"]["value"].notna().any()
    assert names["members"].shape[0] == len(answer("members_by_town").rows)
    assert len(names["everything"]) == sum(bool(answer(each.id).rows) for each in indicators())


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on this machine")
def test_the_examples_for_curl_run(server: str, tmp_path: Path) -> None:
    lines = [line for block in examples("sh") for line in block.splitlines() if line.startswith("curl")]
    assert len(lines) >= 4
    for line in lines:
        ended = subprocess.run(
            ["sh", "-c", line.replace(HERE, server)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, f"{line}\n{ended.stdout}{ended.stderr}"
    assert (tmp_path / "members.csv").read_bytes() == csv_file(answer("members_by_town"))


def test_the_data_package_is_valid_and_holds_every_indicator(server: str) -> None:
    package = frictionless.Package(f"{server}/api/v1/datapackage.json")
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert [each.name for each in package.resources] == [each.id for each in indicators() if answer(each.id).rows]
    towns = next(each for each in package.resources if each.name == "members_by_town")
    assert len(towns.read_rows()) == 223
    assert towns.hash == f"sha256:{sha256(csv_file(answer('members_by_town'))).hexdigest()}"


def test_sessions_are_counted_where_the_dashboard_runs(server: str, run_sh: Callable[[str], str]) -> None:
    assert "lsk_sessions 0\n" in run_sh(f"curl -s {server}/metrics")


@pytest.fixture
def run_sh() -> Callable[[str], str]:
    return lambda line: subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True).stdout


def test_a_reader_behind_a_proxy_is_the_client(
    home: Path, snapshot: str, run_sh: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_API_RATE", "3")
    with serving(home) as base:
        ask = f"curl -s -o /dev/null -w '%{{http_code}} ' {base}/api/v1/problems"
        forwarded = f"{ask} -H 'X-Forwarded-For: 203.0.113.9'"
        assert run_sh(";".join([forwarded] * 4 + [ask] * 4)) == "200 200 200 429 200 200 200 200 "


def test_nobody_has_to_build_before_the_data_are_served(tmp_path: Path, run_sh: Callable[[str], str]) -> None:
    with serving(tmp_path) as base:
        assert '"status": "ok"' in run_sh(f"curl -s {base}/health")
        assert "; data under /api/v1/; " in (tmp_path / "server.log").read_text(encoding="utf-8")
