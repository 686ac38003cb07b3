"""Medians, ratios and targets are computed from the rounds; what is measured again leaves the rest as it was."""

import json
from pathlib import Path

import pytest
from recorded import keeping, tables
from recorded.rows import Row, Rows
from recorded.targets import TARGETS, Target, of

FIRST_LOAD = {"floor": [1000.0, 1100.0, 900.0], "plain Streamlit": [5000.0], "ours": [400.0, 480.0, 440.0]}


def test_a_ratio_is_that_of_the_medians() -> None:
    row = Row("overview", "first load, empty cache", "ms", FIRST_LOAD)
    assert row.middle("floor") == 1000.0
    assert row.times("ours", "floor") == pytest.approx(0.44)
    assert row.times("ours", "plain Streamlit") == pytest.approx(0.088)


def test_there_is_no_ratio_to_nothing_nor_to_what_was_not_measured() -> None:
    row = Row("peers", "server", "ms", {"floor": [0.0], "ours": [12.0]})
    assert row.times("ours", "floor") is None
    assert row.times("ours", "plain Streamlit") is None


def test_rounds_are_kept_in_their_order() -> None:
    rows = Rows()
    for value in (3.0, 1.0, 2.0):
        rows.note("overview", "repeat load", "ms", "ours", value)
    assert [row.values for row in rows] == [{"ours": [3.0, 1.0, 2.0]}]


@pytest.mark.parametrize(("ours", "reached"), [(500.0, True), (501.0, False)])
def test_a_first_load_reaches_its_target_at_half_the_floor(ours: float, reached: bool) -> None:
    row = Row("overview", "first load, empty cache", "ms", {"floor": [1000.0], "ours": [ours]})
    target = of("loads", row)
    assert target is not None
    assert target.said("ms") == "≤ 0.5 × floor"
    assert target.reached(row) is reached


def test_page_runs_a_second_are_to_be_three_times_as_many_at_least() -> None:
    row = Row("overview", "page runs a second, 50 sessions", "", {"plain Streamlit": [5.0], "ours": [14.9]})
    target = of("sessions", row)
    assert target is not None
    assert target.reached(row) is False


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    assert Target("loads", "repeat load", 1.0, "floor").reached(Row("overview", "repeat load", "ms", {})) is None


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    keeping.save("loads", [Row("overview", "first load, empty cache", "ms", FIRST_LOAD)], 0.3, tmp_path)
    return tmp_path


def test_a_page_measured_again_leaves_the_others(measured: Path) -> None:
    keeping.save("loads", [Row("peers", "first load, empty cache", "ms", {"ours": [700.0]})], 0.3, measured)
    keeping.save("loads", [Row("overview", "first load, empty cache", "ms", {"ours": [300.0]})], 0.3, measured)
    kept = json.loads((measured / "loads.json").read_text(encoding="utf-8"))["rows"]
    assert [(row["about"], row["values"]) for row in kept] == [
        ("overview", {"ours": [300.0]}),
        ("peers", {"ours": [700.0]}),
    ]


def test_of_a_page_measured_again_nothing_old_is_left(measured: Path) -> None:
    keeping.save("loads", [Row("overview", "repeat load", "ms", {"ours": [300.0]})], 0.3, measured)
    kept = json.loads((measured / "loads.json").read_text(encoding="utf-8"))["rows"]
    assert [(row["about"], row["what"]) for row in kept] == [("overview", "repeat load")]


def test_the_page_says_median_least_most_ratio_and_whether_the_target_is_reached(measured: Path) -> None:
    page = measured / "RESULTS.md"
    tables.write(measured, page)
    text = page.read_text(encoding="utf-8")
    assert (
        "| overview | first load, empty cache, ms | 1,000 (900–1,100) | 5,000 | 440 (400–480) | 0.44 | 0.09 | 3 / 1 | "
        "≤ 0.5 × floor | yes |"
    ) in text
    assert "| Loading a page: first load, empty cache ≤ 0.5 × floor | overview | 0.44 × | yes |" in text
    assert text.count("not measured") == len(TARGETS) - 1


def test_the_page_describes_the_machine_and_tells_no_name_nor_path(measured: Path) -> None:
    tables.write(measured, measured / "RESULTS.md")
    machine = (measured / "RESULTS.md").read_text(encoding="utf-8").split("## Machine")[1].split("##")[0]
    assert "cores" in machine
    assert "streamlit 1." in machine
    assert "/home" not in machine
    assert "/tmp" not in machine
