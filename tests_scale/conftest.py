"""A real Spark Connect server with two executors, and in it the snapshots that the tests of the indicators ask."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lsk_metrics import language
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import elsewhere, read
from lsk_metrics.warehouse.spark import server as spark_server
from tools.server import ROOT
from tools.spark import Server, running

# It asks one question from 32 threads again and again: what it asks, others ask as well.
ASKED_OF = ["tests/indicators", "--ignore=tests/indicators/test_many_threads.py"]


class Question(NamedTuple):
    """What a test asked: the state folder whose snapshot it was, its id, the text and the values bound to it."""

    home: str
    snapshot: str
    sql: str
    bound: dict[str, Any]


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A state folder of these tests' own; nothing is asked elsewhere unless a test says so."""
    folder = tmp_path_factory.mktemp("lsk_home")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(folder))
        settings.setenv("LSK_EARLY", "off")
        settings.delenv("LSK_DATA", raising=False)
        settings.delenv("LSK_WAREHOUSE", raising=False)
        yield folder


@pytest.fixture(scope="session")
def recording(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The tests of the indicators, run beside these with every question written down."""
    folder = tmp_path_factory.mktemp("recorded")
    env = {**os.environ, "LSK_RECORD": str(folder / "asked.jsonl")}
    told = ["-q", "-p", "no:cacheprovider", "-p", "tests_scale.recorder", f"--basetemp={folder / 'homes'}"]
    with (folder / "log").open("wb") as log:
        run = subprocess.Popen(
            [sys.executable, "-m", "pytest", *told, *ASKED_OF], cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT
        )
    yield run, folder
    run.kill()
    run.wait()


@pytest.fixture(scope="session")
def server(
    recording: tuple[subprocess.Popen[bytes], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("spark")) as found:
        yield found


@pytest.fixture(scope="session")
def snapshot(home: Path) -> str:
    return build().snapshot


@pytest.fixture(scope="session")
def published(server: Server, snapshot: str) -> str:
    """The snapshot of the data folder, published in Spark and shown there."""
    elsewhere.at(server.address).publish(snapshot, lambda words: None)
    return snapshot


@pytest.fixture
def in_spark(server: Server, published: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Readers are sent to Spark during this test; nothing is remembered from before."""
    elsewhere.at(server.address).publish(published, lambda words: None)
    monkeypatch.setenv("LSK_WAREHOUSE", server.address)
    read.MEMORY.forget()
    return published


@pytest.fixture(scope="session")
def questions(recording: tuple[subprocess.Popen[bytes], Path]) -> list[Question]:
    """All that was asked of the two snapshots that most was asked of, and each of their tables."""
    run, folder = recording
    assert run.wait() == 0, (folder / "log").read_text(errors="replace")[-3_000:]
    lines = (folder / "asked.jsonl").read_text(encoding="utf-8").splitlines()
    # DESCRIBE is a question of the tests' own: it is answered with the names that DuckDB has for its types.
    asked = [Question(*json.loads(line)) for line in lines]
    found = [each for each in asked if not each.sql.startswith("DESCRIBE")]
    most = [where for where, _times in Counter((each.home, each.snapshot) for each in found).most_common(2)]
    return [each for each in found if (each.home, each.snapshot) in most] + [
        Question(home, snapshot, f'SELECT * FROM "{table}"', {})
        for home, snapshot in most
        for table in tables(home, snapshot)
    ]


def tables(home: str, snapshot: str) -> list[str]:
    """All tables and views of a snapshot, each of which is asked for whole."""
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", home)
        sql = "SELECT DISTINCT table_name FROM duckdb_columns() WHERE database_name = 'snapshot' ORDER BY table_name"
        return [row["table_name"] for row in read.rows(sql, snapshot=snapshot)]


@pytest.fixture(scope="session", autouse=True)
def patient() -> Iterator[None]:
    """A machine that does much else is waited for; what is tested of a server that is away needs no waiting."""
    with pytest.MonkeyPatch.context() as settings:
        settings.setattr(spark_server, "ANSWERED_S", 3_600.0)
        settings.setattr(spark_server, "SETTLED_S", 600.0)
        yield


@pytest.fixture(autouse=True)
def spoken_english() -> None:
    language.use("en")
