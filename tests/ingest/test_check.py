"""`lsk check` holds sources, rules and claims against the data folder, and publishes nothing."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.ingest import fetched, source
from lsk_metrics.ingest.check import age, check
from lsk_metrics.paths import PACKAGE

Change = Callable[[str, str, str], None]
FIGURES = "raw/office/observations.csv"


def left_behind(data: Path) -> list[str]:
    return [path.name for path in (data.parent / "home" / "snapshots").iterdir()]


def test_every_source_every_rule_and_every_claim_with_a_check_is_listed(elsewhere: Path) -> None:
    found = check()
    assert [each.name for each in found if each.check == "source"] == ["office", "own", "towns"]
    rules = sorted(path.stem for path in (PACKAGE / "warehouse" / "rules").glob("*.sql"))
    assert [each.name for each in found if each.check == "rule"] == rules
    assert [(each.name, each.result) for each in found if each.check == "claim"] == [
        ("members_2012", "agrees"), ("rd_2019", "agrees")]  # fmt: skip
    assert {each.result for each in found} == {"passed", "agrees"}
    assert left_behind(elsewhere) == []


def test_a_claim_that_differs_is_said_to_and_breaks_nothing(elsewhere: Path, change: Change) -> None:
    change(FIGURES, "1.95,p", "2.05,p")
    assert [(each.name, each.result) for each in check() if each.result == "differs"] == [("rd_2019", "differs")]
    assert main(["check"]) == 0


def test_a_broken_rule_is_told_with_its_row_and_ends_the_command_with_1(
    elsewhere: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(FIGURES, "1.95,p", "195,p")
    assert main(["check", "--format", "json"]) == 1
    broken = [each for each in json.loads(capsys.readouterr().out) if each["result"] == "broken"]
    assert [(each["check"], each["name"]) for each in broken] == [("rule", "shares_stay_within_100")]
    assert "195.0" in broken[0]["found"]
    assert left_behind(elsewhere) == []


def test_check_prints_a_table_and_csv(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == ["check", "name", "result", "found"]
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["check", "name", "result", "found"]


def test_rows_that_cannot_be_loaded_end_the_command_with_1_and_their_names(
    elsewhere: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(FIGURES, "1.95", "1;95")
    assert main(["check"]) == 1
    assert "line 3: value is “1;95”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("retrieved", "said"),
    [
        ("2026-02-08", ", 12 days old"),
        ("2026-02-20", ", 0 days old"),
        ("2026-01", ", at least 19 days old"),
        ("2025-12", ", at least 50 days old"),
        ("2025", ", at least 50 days old"),
        ("2026", ""),
        ("2026-02", ""),
    ],
)
def test_a_source_is_as_old_as_its_date_is_known(retrieved: str, said: str) -> None:
    assert age(retrieved, date(2026, 2, 20)) == said


def test_each_source_tells_its_age_and_the_year_of_its_newest_figure(elsewhere: Path) -> None:
    found = {each.name: each.found for each in check() if each.check == "source"}
    days = (datetime.now(UTC).date() - date(2020, 6, 1)).days
    assert found["office"] == (
        f"copy of 2020-05, at least {days} days old, newest figure of 2019; "
        "raw/office/observations.csv as its card says"
    )
    assert found["towns"] == f"copy of 2020-05, at least {days} days old; raw/towns/towns.csv as its card says"
    card = next(card for card in source.cards() if card.id == "office")
    fetched.keep(fetched.renewed(card, file="new.csv"), card.path().read_bytes())
    [again] = [each.found for each in check() if each.name == "office"]
    assert again.startswith(
        f"fetched {fetched.today()} (shipped copy of 2020-05), 0 days old, newest figure of 2019; raw/"
    )
