"""Targets and figures for every branch of every rule: by name the target, its figures, their break, the indicator."""

from lsk_metrics.indicators.status.targets import Target

Figures = dict[int, float | None]
Case = tuple[Target, Figures, int, str]
GROWING: Figures = {2019: 90.0, 2020: 93.0, 2021: 95.1, 2022: 97.2, 2023: 99.3}
FALLING: Figures = {2020: 6.0, 2021: 5.5, 2022: 5.0, 2023: 4.5}
RISING: Figures = {2020: 4.0, 2021: 4.2, 2022: 4.4, 2023: 4.6}
STAFF: Figures = {2010: 8862.0, 2013: 11598.0, 2016: 15068.0}
STUDENTS: Figures = {2011: 207600.0, 2019: 145000.0, 2021: 144400.0, 2022: 144200.0, 2023: 148400.0}


def aim(*knots: tuple[int, float], rule: str = "", less: bool = False, kind: str = "register") -> Target:
    direction = "less" if less else "more"
    return Target("T1", "members", "", direction, rule, knots, "office", "Resolution 1", None, kind, "own")


CASES: dict[str, Case] = {
    "the pace is enough": (aim((2019, 90), (2030, 113)), GROWING, 0, "members"),
    "the pace is exactly enough": (aim((2019, 90), (2030, 114)), GROWING, 0, "members"),
    "the pace falls a little short": (aim((2019, 90), (2030, 114.01)), GROWING, 0, "members"),
    "the pace is half of what is needed": (aim((2019, 90), (2030, 128.7)), GROWING, 0, "members"),
    "two years of figures": (
        aim((2021, 95.1), (2030, 111)), {2021: 95.1, 2022: 97.2, 2023: 99.3}, 0, "members"
    ),
    "less is better and falls fast enough": (aim((2020, 6), (2030, 1.5), less=True), FALLING, 0, "unemployment_rate"),
    "less is better and falls too slowly": (aim((2020, 6), (2030, 0.5), less=True), FALLING, 0, "unemployment_rate"),
    "less is better and rises": (aim((2020, 4), (2030, 2), less=True), RISING, 0, "unemployment_rate"),
    "before the path": (aim((2010, 8862), (2030, 25000), rule="R1"), STAFF, 0, "rd_personnel"),
    "a little behind the path": (
        aim((2010, 8862), (2016, 16000), (2030, 25000), rule="R1"), STAFF, 0, "rd_personnel"
    ),
    "far behind the path": (aim((2010, 8862), (2016, 20000), (2030, 25000), rule="R1"), STAFF, 0, "rd_personnel"),
    "below a path that falls": (aim((2020, 6), (2030, 3), rule="R1", less=True), FALLING, 0, "unemployment_rate"),
    "the pace since the baseline, over a gap": (
        aim((2006, 32), (2030, 157), rule="R3"), {2006: 32.0, 2018: 95.0}, 0, "members"
    ),
    "the pace since the baseline is too slow": (
        aim((2019, 145000), (2030, 160000), rule="R3"), STUDENTS, 0, "students"
    ),
    "reached": (aim((2019, 90), (2030, 99)), GROWING, 0, "members"),
    "reached, where less is better": (aim((2020, 6), (2030, 4.5), less=True), FALLING, 0, "unemployment_rate"),
    "reached after the target year": (aim((2019, 90), (2021, 95)), GROWING, 0, "members"),
    "no figure": (aim((2019, 90), (2030, 99)), {}, 0, "members"),
    "no figure, for a target of the sample": (aim((2019, 90), (2030, 99), kind="illustrative"), {}, 0, "members"),
    "nothing but empty cells": (aim((2019, 90), (2030, 99)), {2019: None, 2020: None}, 0, "members"),
    "a break after the baseline": (aim((2019, 90), (2030, 120)), GROWING, 2021, "members"),
    "a break after the baseline of what seems reached": (aim((2019, 90), (2030, 99)), GROWING, 2023, "members"),
    "a break with the baseline": (aim((2019, 90), (2030, 120)), GROWING, 2019, "members"),
    "a break within the last three years, with the baseline": (
        aim((2022, 97.2), (2030, 120)), GROWING, 2022, "members"
    ),
    "the target year is that of the latest figure": (aim((2019, 90), (2023, 120)), GROWING, 0, "members"),
    "the target year is past and has no figure yet": (aim((2019, 90), (2025, 120)), GROWING, 0, "members"),
    "no figure for the baseline year": (aim((2018, 90), (2030, 120)), GROWING, 0, "members"),
    "an empty cell for the baseline year": (
        aim((2018, 90), (2030, 120)), {2018: None, **GROWING}, 0, "members"
    ),
    "no figure after the baseline, by its path": (aim((2023, 99.3), (2030, 120), rule="R1"), GROWING, 0, "members"),
    "no figure after the baseline, by its pace": (aim((2023, 99.3), (2030, 120), rule="R3"), GROWING, 0, "members"),
    "two figures in three years": (
        aim((2016, 80), (2030, 120)), {2016: 80.0, 2021: 90.0, 2023: 95.0}, 0, "members"
    ),
    "one figure in three years": (aim((2016, 80), (2030, 120)), {2016: 80.0, 2023: 95.0}, 0, "members"),
}  # fmt: skip
