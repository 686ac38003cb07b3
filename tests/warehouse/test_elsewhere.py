"""Whose engine is asked: our own files unless a setting says otherwise, and what is said where that cannot be."""

import sys

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import LskError, WarehouseUnreachable
from lsk_metrics.indicators import refusals
from lsk_metrics.language import use
from lsk_metrics.warehouse import elsewhere, read


@pytest.mark.parametrize("setting", [None, ""])
def test_without_the_setting_our_own_files_are_asked(
    setting: str | None, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LSK_WAREHOUSE", raising=False)
    if setting is not None:
        monkeypatch.setenv("LSK_WAREHOUSE", setting)
    assert elsewhere.engine() is None
    assert read.rows("SELECT count(*) AS n FROM members") == [{"n": 106}]


def test_what_is_no_address_of_a_warehouse_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSK_WAREHOUSE", "postgres://host")
    with pytest.raises(LskError, match="“postgres://host” is no warehouse: one begins with sc://"):
        read.rows("SELECT 1")


def test_without_the_packages_it_is_said_which_command_brings_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("lsk_metrics.warehouse.spark.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("pyspark", "pyspark.errors", "sqlglot"):
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["publish", "sc://localhost:15002"]) == 1
    assert "“pip install lsk-metrics[spark]” is needed" in capsys.readouterr().err


def test_a_reader_is_told_in_either_language_that_the_warehouse_is_away() -> None:
    away = WarehouseUnreachable("sc://spark.example.org:15002", "nobody answers there")
    assert str(away).startswith(
        "The warehouse at sc://spark.example.org:15002 cannot be reached (nobody answers there)."
    )
    use("pl")
    assert refusals.told(away) == (
        "Hurtownia danych sc://spark.example.org:15002 jest nieosiągalna. To, co odczytano wcześniej, jest nadal "
        "widoczne; reszta wróci, gdy tylko hurtownia odpowie."
    )
