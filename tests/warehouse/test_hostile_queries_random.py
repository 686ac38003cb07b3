"""Queries made up at random: each is answered within its bounds or refused; none reads or writes a file."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsk_metrics.warehouse.ask import Asking, Found
from lsk_metrics.warehouse.grammar import Refusal
from tests.fuzzing import ODD, tries
from tests.warehouse.test_hostile_queries import HARMLESS, HOSTILE

REASONS = {*HOSTILE.values(), "ended", "busy", "cancelled", "zone", "several", "parameter"}
# Parts of queries, by blanks; {file} and {folder} as in the known ones.
TABLES = ("members", "observations", "regions", "claims", "duckdb_settings", "nowhere", "range(9)", "'{file}'",
          '"{file}"', "read_text('{file}')", "glob('{folder}/*')")  # fmt: skip
SCALARS = ("1", "NULL", "'x'", "name", "*", "count(*)", "value", "max(value)", "1/0", "'{file}'",
           "-9223372036854775808", "1e308*1e308", "repeat('x',9)", "list(range)", "{'a': 1}", "[1,2]",
           "getenv('HOME')", "now()", "random()", "CAST('a'AS INTEGER)", "(SELECT 1)", "content", "?", "$1", ":a",
           "x->x", "row_number()OVER()")  # fmt: skip
WORDS = ("SELECT", "FROM", "WHERE", "WITH", "RECURSIVE", "AS", "UNION ALL", "ORDER BY", "LIMIT", "(", ")", ",",
         ";", "--", "/*", "*/", "COPY", "TO", "ATTACH", "SET", "PRAGMA", "ON", "CREATE TABLE mine AS",
         "INSERT INTO members", "PIVOT", "SUMMARIZE", "DESCRIBE", "EXPLAIN ANALYZE", "VALUES", "QUALIFY",
         "LATERAL", "JOIN", "POSITIONAL JOIN", "CALL", "EXPORT DATABASE '{folder}/out'", "INSTALL httpfs",
         "DROP TABLE members", "::JSON", "a", "USING SAMPLE 3")  # fmt: skip
PIECES = st.one_of(st.sampled_from((*TABLES, *SCALARS, *WORDS)), st.sampled_from(ODD), st.text(max_size=6))
SEEDS = st.sampled_from(
    sorted({*HOSTILE, *HARMLESS} - {sql for sql, why in HOSTILE.items() if why in ("time", "memory")})
)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query as people write them, words in any order, or a known one with something put into its middle."""
    match draw(st.sampled_from(["made", "words", "changed"])):
        case "made":
            chosen = draw(st.lists(st.sampled_from(SCALARS), min_size=1, max_size=3))
            sql = f"SELECT {', '.join(chosen)} FROM {draw(st.sampled_from(TABLES))}"
            if draw(st.booleans()):
                sql += f" WHERE {draw(st.sampled_from(SCALARS))} = {draw(st.sampled_from(SCALARS))}"
            if draw(st.booleans()):
                sql = f"{sql} UNION ALL {draw(queries())}"
            return sql
        case "words":
            return " ".join(draw(st.lists(PIECES, min_size=1, max_size=9)))
        case _:
            seed = draw(SEEDS)
            at = draw(st.integers(0, len(seed)))
            return f"{seed[:at]} {draw(PIECES)} {seed[at + draw(st.integers(0, 9)) :]}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file, which a query must never show."""
    made = tmp_path_factory.mktemp("beside")
    (made / "secret.csv").write_text("word\ntreasure\n", encoding="utf-8")
    return made


@pytest.fixture
def before(snapshot: str, snapshot_file: Path) -> str:
    return hashlib.sha256(snapshot_file.read_bytes()).hexdigest()


@tries(60)
@given(asked=queries())
def test_whatever_is_asked_is_answered_within_bounds_or_refused(
    asked: str, folder: Path, before: str, snapshot: str, snapshot_file: Path
) -> None:
    sql = asked.replace("{file}", str(folder / "secret.csv")).replace("{folder}", str(folder))
    with Asking(sql, snapshot, False, limit=50, seconds=2.0) as question:
        assert question.wait(60), "every query comes to an end"
        answer = question.result
    if isinstance(answer, Found):
        assert len(answer.rows) <= 50
        assert len(answer.columns) == len(answer.types)
    else:
        assert isinstance(answer, Refusal)
        assert answer.reason in REASONS, answer
        assert str(snapshot_file.parent) not in answer.detail
    assert not re.search("treasure", str(answer))
    assert [path.name for path in folder.iterdir()] == ["secret.csv"]
    assert hashlib.sha256(snapshot_file.read_bytes()).hexdigest() == before
