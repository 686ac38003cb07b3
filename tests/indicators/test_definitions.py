"""Definitions that a snapshot keeps: read as they were, and put aside where this program lost their words."""

import pytest

from lsk_metrics.indicators import definitions, indicator, indicators
from lsk_metrics.indicators.definitions import kept, reworded, rewritten, understood
from lsk_metrics.paths import PACKAGE

TEXT = (PACKAGE / "indicators" / "sql" / "members.sql").read_text(encoding="utf-8")
PASSPORT, _END, SQL = TEXT.removeprefix("/*").partition("*/")


def test_a_snapshot_keeps_every_indicator_as_it_is_today(snapshot: str) -> None:
    assert kept(snapshot) == {each.id: each for each in indicators()}
    assert len(definitions.shared(snapshot)) == 64


@pytest.mark.parametrize(
    ("passport", "sql"),
    [
        ("title = ", SQL),
        ("title = 'Members'", SQL),
        ("colour = 'red'\n" + PASSPORT, SQL),
        (PASSPORT, SQL.replace("$areas", "$fields_of_old")),
        (PASSPORT.replace('"areas"', '"fields_of_old"'), SQL),
    ],
)
def test_what_this_program_cannot_read_or_ask_is_put_aside(passport: str, sql: str) -> None:
    assert understood("members", PASSPORT, SQL.strip()) is not None
    assert understood("members", passport, sql.strip()) is None


def test_only_what_says_what_is_counted_is_a_change_of_definition() -> None:
    then = understood("members", PASSPORT.replace('owner = "cluster office"', 'owner = "somebody"'), SQL.strip())
    assert then is not None
    assert reworded(then, indicator("members")) == []
    other = understood("members", PASSPORT.replace('unit = "members"', 'unit = "companies"'), SQL.strip())
    assert other is not None
    assert [part for part, _before, _after in reworded(other, indicator("members"))] == ["unit"]


def test_another_layout_of_the_lines_is_no_other_query() -> None:
    laid = understood("members", PASSPORT, "  " + SQL.replace("\n", "\n  "))
    assert laid is not None and not rewritten(laid, indicator("members"))
