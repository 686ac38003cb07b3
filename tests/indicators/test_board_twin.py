"""The paces of targets reckoned again from the files of the data folder, with nothing of the program."""

import csv
from pathlib import Path

import pytest

from lsk_metrics.indicators.status import board

DATA = Path(__file__).parents[2] / "data"


def read(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def at_home(path: str) -> dict[int, float]:
    [home] = [row["code"] for row in read("reference/regions.csv") if row["role"] == "home"]
    return {int(row["year"]): float(row["value"]) for row in read(path) if row["region"] == home and row["value"]}


@pytest.mark.parametrize(
    ("name", "path", "years"),
    [
        ("sample-unemployment", "raw/eurostat_unemployment/observations.csv", (2021, 2024)),
        ("sample-gerd", "raw/eurostat_gerd/observations.csv", (2020, 2023)),
    ],
)
def test_the_pace_of_three_years_and_the_pace_needed(
    name: str, path: str, years: tuple[int, int], snapshot: str
) -> None:
    figures, (first, last) = at_home(path), years
    [aim] = [row for row in read("illustrative/targets.csv") if row["id"] == name]
    past = (figures[last] - figures[first]) / 3
    required = (float(aim["target_value"]) - figures[last]) / (int(aim["target_year"]) - last)
    [found] = [each for each in board.statuses(snapshot) if each.target.id == name]
    assert max(figures) == last
    assert (found.verdict.past, found.verdict.required) == (pytest.approx(past), pytest.approx(required))
    assert abs(past) >= abs(required) and past * required > 0
    assert found.verdict.state == "on_track"


def test_members_counted_by_hand_from_their_register(snapshot: str) -> None:
    rows = read("illustrative/members.csv")

    def at_end(year: int) -> int:
        gone = [row for row in rows if row["left"] and int(row["left"][:4]) <= year]
        return len([row for row in rows if int(row["joined"][:4]) <= year]) - len(gone)

    [found] = [each for each in board.statuses(snapshot) if each.target.id == "sample-members"]
    assert (at_end(2015), at_end(2018)) == (86, 95)
    assert (found.verdict.past, found.verdict.required) == (3.0, pytest.approx((150 - 95) / 12))
