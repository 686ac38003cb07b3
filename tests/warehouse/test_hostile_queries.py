"""Queries that want more than the tables: each is refused for a reason that can be said, and none of them finds it."""

import hashlib
from pathlib import Path

import pytest

from lsk_metrics.warehouse.ask import Asking, Found
from lsk_metrics.warehouse.grammar import Refusal

# {file} is a file beside the snapshot that holds the word “treasure”, {folder} the folder it lies in.
HOSTILE = {
    # files and the network
    "SELECT * FROM read_csv('{file}')": "function",
    "SELECT * FROM read_text('{file}')": "function",
    "SELECT * FROM read_blob('{file}')": "function",
    "SELECT * FROM read_parquet('{file}')": "function",
    "SELECT * FROM read_json_auto('{file}')": "function",
    "SELECT * FROM read_duckdb('{file}')": "function",
    "SELECT * FROM sniff_csv('{file}')": "function",
    "SELECT * FROM parquet_metadata('{file}')": "function",
    "SELECT * FROM glob('{folder}/*')": "function",
    "SELECT * FROM '{file}'": "table",
    "SELECT * FROM \"{file}\"": "table",
    "WITH \"{file}\" AS (SELECT 1) SELECT * FROM \"{file}\"": "name",
    "SELECT * FROM 'https://example.org/a.parquet'": "table",
    "SELECT (SELECT content FROM read_text('{file}')) FROM members": "function",
    "SELECT * FROM members WHERE name IN (SELECT content FROM read_text('{file}'))": "function",
    "SELECT name FROM members ORDER BY (SELECT 1 FROM read_csv('{file}'))": "function",
    "FROM members, LATERAL (FROM read_csv('{file}'))": "function",
    "SUMMARIZE (SELECT * FROM read_csv('{file}'))": "function",
    "DESCRIBE SELECT * FROM read_csv('{file}')": "function",
    "SELECT 1 UNION ALL (SELECT content FROM read_text('{file}'))": "function",
    "COPY members TO '{folder}/out.csv'": "no question",
    "COPY (SELECT 1) TO '{folder}/out.parquet'": "no question",
    "COPY members FROM '{file}'": "no question",
    "EXPORT DATABASE '{folder}/out'": "no question",
    "IMPORT DATABASE '{folder}'": "no question",
    "ATTACH '{folder}/other.duckdb' AS other": "no question",
    "ATTACH ':memory:' AS other": "no question",
    "DETACH memory": "no question",
    "USE system": "no question",
    # settings, extensions, secrets
    "SET enable_external_access = true": "no question",
    "RESET lock_configuration": "no question",
    "SET VARIABLE mine = 1": "no question",
    "PRAGMA database_list": "no question",
    "PRAGMA show_tables": "no question",
    "INSTALL httpfs": "no question",
    "LOAD '{file}'": "no question",
    "CREATE SECRET mine (TYPE s3, KEY_ID 'a')": "no question",
    "SELECT * FROM duckdb_secrets()": "function",
    "SELECT * FROM duckdb_settings()": "function",
    "SELECT * FROM duckdb_settings": "table",
    "SELECT * FROM pg_settings": "table",
    "SELECT current_setting('home_directory')": "function",
    "SELECT getenv('HOME')": "function",
    "SELECT 'HOME'.getenv()": "function",
    "SELECT getvariable('mine')": "function",
    "SELECT pg_catalog.current_setting('threads')": "function",
    # where things are, what others do
    "SELECT * FROM duckdb_databases()": "function",
    "SELECT * FROM duckdb_databases": "table",
    "FROM system.main.duckdb_databases": "table",
    "WITH duckdb_databases AS (SELECT * FROM duckdb_databases) FROM duckdb_databases": "name",
    "SELECT * FROM pragma_database_size()": "function",
    "SELECT * FROM duckdb_logs": "table",
    "SELECT * FROM duckdb_temporary_files()": "function",
    "SELECT * FROM information_schema.tables": "table",
    "SELECT * FROM sqlite_master": "table",
    "SHOW DATABASES": "table",
    "SELECT current_query()": "function",
    # writing
    "INSERT INTO helix VALUES ('media', 'Media', 'Media', 9)": "no question",
    "UPDATE claims SET value = 96": "no question",
    "DELETE FROM observations": "no question",
    "TRUNCATE members": "no question",
    "DROP TABLE members": "no question",
    "ALTER TABLE members ADD COLUMN note VARCHAR": "no question",
    "CREATE TABLE note AS SELECT 1 AS one": "no question",
    "CREATE TEMP VIEW note AS SELECT 1 AS one": "no question",
    "CREATE MACRO peek() AS TABLE SELECT 1": "no question",
    "COMMENT ON TABLE members IS 'mine'": "no question",
    "BEGIN TRANSACTION": "no question",
    "CHECKPOINT": "no question",
    "VACUUM": "no question",
    "CALL enable_logging()": "no question",
    "SELECT * FROM enable_logging()": "function",
    "SELECT * FROM create_external_resource('a')": "function",
    "SELECT nextval('a')": "function",
    "SELECT setseed(0.5)": "function",
    "SELECT write_log('mine')": "function",
    # another query inside this one, or behind it
    "SELECT 1; SELECT 2": "several",
    "SELECT 1; DROP TABLE members": "no question",
    "SELECT * FROM query('FROM duckdb_databases()')": "function",
    "SELECT * FROM query_table('duckdb_databases')": "function",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))": "function",
    "SELECT json_serialize_plan('FROM read_text(''{file}'')')": "function",
    "PREPARE mine AS SELECT 1": "no question",
    "EXECUTE mine": "no question",
    "EXPLAIN ANALYZE SELECT * FROM members": "no question",
    "SELECT * FROM members WHERE id = ?": "parameter",
    "SELECT $secret": "parameter",
    # Python's own variables
    "SELECT * FROM HOSTILE": "table",
    "SELECT * FROM sys": "table",
    "SELECT * FROM pandas_scan(0)": "function",
    "SELECT * FROM python_map_function(0)": "function",
    # too much
    "SELECT repeat('x', 1000000000)": "memory",
    "SELECT list(range) FROM range(1000000000)": "memory",
    "SELECT string_agg(repeat('x', 100000), '') FROM range(100000)": "memory",
    "SELECT a.range FROM range(1000000000) AS a ORDER BY hash(a.range)": "memory",
    "SELECT sleep_ms(100000)": "function",
    "SELECT pg_sleep(100)": "function",
    "SELECT count(*) FROM range(1000000000000) AS a WHERE hash(a.range) = 7": "time",
    "SELECT count(*) FROM members AS a, members AS b, members AS c, members AS d, members AS e": "time",
    "WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT n FROM a) SELECT count(*) FROM a": "time",
    "SELECT " + "(" * 2000 + "1" + ")" * 2000: "deep",
    "SELECT " + "+".join(["1"] * 5000): "deep",
    "SELECT '" + "x" * 20_000 + "'": "long",
    # not even a query
    "": "empty",
    "-- nothing": "empty",
    "SELEC 1": "wrong",
    "SELECT '": "wrong",
    "\0": "wrong",
    "SELECT 1 \N{RIGHT-TO-LEFT OVERRIDE} FROM nowhere": "table",
}  # fmt: skip
WITHIN = {"time": 1.0}


@pytest.fixture
def beside(snapshot_file: Path, tmp_path: Path) -> dict[str, str]:
    """A file a query must never show and a folder it must never write to."""
    secret = tmp_path / "secret.csv"
    secret.write_text("word\ntreasure\n", encoding="utf-8")
    return {"file": str(secret), "folder": str(tmp_path)}


@pytest.mark.parametrize(
    ("sql", "reason"), HOSTILE.items(), ids=[sql[:60].encode("unicode_escape").decode() for sql in HOSTILE]
)
def test_it_is_refused_for_a_reason_that_can_be_said(
    sql: str, reason: str, beside: dict[str, str], snapshot: str, snapshot_file: Path
) -> None:
    before = hashlib.sha256(snapshot_file.read_bytes()).hexdigest()
    asked = sql
    for name, path in beside.items():
        asked = asked.replace("{" + name + "}", path)
    with Asking(asked, snapshot, False, seconds=WITHIN.get(reason, 10.0)) as question:
        assert question.wait(40)
        answer = question.result
    assert isinstance(answer, Refusal), answer
    assert answer.reason == reason, answer
    assert "treasure" not in answer.detail
    assert str(snapshot_file.parent) not in answer.detail
    assert sorted(path.name for path in Path(beside["folder"]).iterdir()) == ["secret.csv"]
    assert hashlib.sha256(snapshot_file.read_bytes()).hexdigest() == before


HARMLESS = {
    "SELECT current_user, session_user, current_database(), current_schema()": [["duckdb", "duckdb", "memory", "main"]],
    "SELECT * FROM (VALUES ('=cmd()', '<script>', ''';--')) AS t": [["=cmd()", "<script>", "';--"]],
    "SELECT members.name FROM (SELECT 'mine' AS name) AS members": [["mine"]],
    "SELECT count(*) FROM \"MEMBERS\" AS duckdb_settings": [[106]],
    "WITH members AS (SELECT 1 AS one) SELECT * FROM members": [[1]],
    "SELECT 'NaN'::DOUBLE, 10000000000000000000000::HUGEINT": [["nan", "10000000000000000000000"]],
    "SHOW TABLES": None,
    "SELECT * FROM range(3)": [[0], [1], [2]],
}  # fmt: skip


@pytest.mark.parametrize(("sql", "rows"), HARMLESS.items())
def test_what_only_looks_hostile_is_answered(
    sql: str, rows: list[list[object]] | None, snapshot: str, snapshot_file: Path
) -> None:
    with Asking(sql, snapshot, False) as question:
        question.wait()
    assert isinstance(question.result, Found), question.result
    assert rows is None or question.result.rows == rows
    assert str(snapshot_file.parent) not in str(question.result)


def test_no_relation_of_the_engine_has_a_name_a_query_may_give_to_a_part_of_its_own() -> None:
    """WITH could otherwise be used to name a part like a view of the engine, and read that view elsewhere."""
    import duckdb

    from lsk_metrics.warehouse.grammar import ENGINES_OWN

    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT view_name FROM duckdb_views() WHERE internal AND schema_name IN ('main', 'pg_catalog')"
        ).fetchall()
    assert len(found) > 20
    assert [name for (name,) in found if not ENGINES_OWN.match(name)] == []
