"""A snapshot published in Spark: whole, shown last, known again; and what is said where it cannot be."""

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import NameUnknown, SnapshotError, WarehouseUnreachable
from lsk_metrics.indicators import kept, shown, version
from lsk_metrics.warehouse import elsewhere, read
from lsk_metrics.warehouse.spark import publishing, reading
from lsk_metrics.warehouse.spark.server import line
from tests_scale.relay import Relay
from tools.spark import Server


def test_a_published_snapshot_is_known_again_and_shown(
    server: Server, published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", server.address]) == 0
    database = "lsk_" + published.replace("-", "_")
    said = f"Snapshot {published} was published there already, in {database}; readers see it.\n"
    assert capsys.readouterr().out == said


def test_readers_are_told_of_the_snapshots_that_are_there(in_spark: str) -> None:
    assert (version(), shown().why) == (in_spark, None)
    assert [each.id for each in kept.history() if each.current] == [in_spark]
    assert kept.meant("current").id == kept.meant(in_spark[:10]).id == in_spark
    with pytest.raises(NameUnknown):
        kept.meant("20200101")
    with pytest.raises(NameUnknown):
        read.rows("SELECT 1", snapshot="no-such-id")
    with pytest.raises(SnapshotError, match="is not in sc://127.0.0.1"):
        read.rows("SELECT 1", snapshot="20200101-00000000")


def test_one_that_was_begun_and_not_finished_is_no_snapshot_and_is_begun_anew(
    server: Server, published: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, spark = elsewhere.at(server.address), line(server.address)
    database = "lsk_" + published.replace("-", "_")
    spark.table("CREATE DATABASE lsk_20200101_00000000")
    spark.table(f"DROP VIEW {database}.published")
    reading.mark.cache_clear()
    assert published not in [each.id for each in engine.history()]
    assert "20200101-00000000" not in [each.id for each in engine.history()]
    monkeypatch.setattr(publishing, "BATCH", 700)  # rows; the largest table goes over in several
    done = engine.publish(published, lambda words: None)
    assert (done.made, done.tables) == (True, 32)
    count = "SELECT count(*) AS rows FROM observations"
    assert read.rows(count, snapshot=published)[0]["rows"] > 2 * 700
    assert spark.table(f"SELECT count(*) AS rows FROM {database}.observations").to_pylist() == read.rows(count)
    assert published in [each.id for each in engine.history()]


def test_a_question_is_one_select_there_too(in_spark: str) -> None:
    for sql in ("DELETE FROM members", "SELECT 1; SELECT 2", "DROP TABLE members"):
        with pytest.raises(SnapshotError, match="Only one question at a time"):
            read.rows(sql)
    assert read.rows("SELECT count(*) AS n FROM members")[0]["n"] == 106


def test_what_a_snapshot_has_not_is_named(in_spark: str) -> None:
    with pytest.raises(SnapshotError, match="it has no “moons”"):
        read.rows("SELECT * FROM moons")


def test_a_value_is_bound_and_never_part_of_the_text(in_spark: str) -> None:
    words = "x'; DROP TABLE members; --"
    assert read.rows("SELECT $words::VARCHAR AS said", {"words": words}) == [{"said": words}]


def test_where_nobody_answers_the_command_says_so(
    home: object, snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    away = Relay(1)
    away.cut()
    with pytest.raises(WarehouseUnreachable):
        elsewhere.at(f"sc://127.0.0.1:{away.port}").publish(snapshot, print)
    assert main(["publish", f"sc://127.0.0.1:{away.port}"]) == 1
    assert f"lsk: The warehouse at sc://127.0.0.1:{away.port} cannot be reached" in capsys.readouterr().err
