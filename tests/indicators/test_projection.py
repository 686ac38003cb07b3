"""The projection against a slow twin and numbers worked by hand; what it refuses, and how it was tried."""

import math
import statistics

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import Row, indicator
from lsk_metrics.indicators.status import projection
from lsk_metrics.indicators.status.line import Line
from lsk_metrics.indicators.status.projection import project

STEADY = {2015: 10.0, 2016: 12.0, 2017: 14.0, 2018: 16.0, 2019: 18.0}
UNEVEN = {2013: 1.32, 2014: 1.4, 2015: 1.49, 2016: 2.17, 2017: 1.85, 2018: 2.14, 2019: 2.23, 2020: 2.41, 2021: 2.51}


def line(figures: dict[int, float | None], broken: int = 0) -> Line:
    return Line(
        tuple(
            Row("P1", year, value, "published", "office", flag="b" if year == broken else "")
            for year, value in figures.items()
        )
    )


def test_what_went_up_by_two_every_year_goes_on_so_with_no_doubt() -> None:
    found = project(line(STEADY), 2022)
    assert [(each.year, each.value, each.low, each.high) for each in found.years] == [
        (2020, 20.0, 20.0, 20.0), (2021, 22.0, 22.0, 22.0), (2022, 24.0, 24.0, 24.0)]  # fmt: skip
    assert (found.drift, found.error, found.figures, found.first) == (2.0, 0.0, 5, 2015)


def test_a_slow_twin_comes_to_the_same_values_and_the_same_interval() -> None:
    found = project(line(UNEVEN), 2030)
    values = list(UNEVEN.values())
    changes = [values[at + 1] - values[at] for at in range(len(values) - 1)]
    mean = sum(changes) / 8
    scatter = math.sqrt(sum((each - mean) ** 2 for each in changes) / 7)
    for each in found.years:
        ahead = each.year - 2021
        assert each.value == pytest.approx(2.51 + ahead * (2.51 - 1.32) / 8)
        half = 1.2815515655446004 * scatter * math.sqrt(ahead + ahead * ahead / 8)
        assert (each.low, each.high) == (pytest.approx(each.value - half), pytest.approx(each.value + half))
    assert found.years[-1].year == 2030


def test_it_is_tried_on_the_past_three_years_ahead_with_what_was_known_then() -> None:
    found, values = project(line(UNEVEN), 2030), list(UNEVEN.values())
    misses = []
    for known in range(4, 7):
        seen = values[:known]
        told = seen[-1] + 3 * statistics.fmean(seen[at + 1] - seen[at] for at in range(known - 1))
        misses.append(abs(values[known + 2] - told))
    assert (found.ahead, found.tries) == (3, 3)
    assert found.error == pytest.approx(sum(misses) / 3)


def test_five_figures_are_tried_one_year_ahead_once() -> None:
    found = project(line({2015: 10.0, 2016: 12.0, 2017: 14.0, 2018: 16.0, 2019: 21.0}), 2021)
    assert (found.ahead, found.tries, found.error) == (1, 1, 3.0)


def test_what_never_was_below_zero_does_not_go_there() -> None:
    falling = project(line({2015: 10.0, 2016: 7.0, 2017: 6.0, 2018: 3.0, 2019: 1.0}), 2022)
    assert [each.value for each in falling.years] == [0.0, 0.0, 0.0]
    assert min(each.low for each in falling.years) == 0.0
    crossing = project(line({2015: 4.0, 2016: 2.0, 2017: 0.0, 2018: -2.0, 2019: -4.0}), 2020)
    assert crossing.years[0].value == -6.0


@pytest.mark.parametrize(
    ("figures", "broken", "en", "pl"),
    [
        (
            STEADY, 2016,
            "No projection: since the break in 2016 there are only 4 figures in a row, and it takes 5.",
            "Bez projekcji: od przerwania szeregu (2016) są tylko 4 wartości z rzędu, a potrzeba 5.",
        ),
        (
            STEADY, 2019,
            "No projection: since the break in 2019 there is only 1 figure in a row, and it takes 5.",
            "Bez projekcji: od przerwania szeregu (2019) jest tylko 1 wartość z rzędu, a potrzeba 5.",
        ),
        (
            {2006: 32.0, 2018: 95.0}, 0,
            "No projection: there is only 1 figure in a row, and it takes 5.",
            "Bez projekcji: jest tylko 1 wartość z rzędu, a potrzeba 5.",
        ),
        (
            {2014: 9.0, **STEADY, 2017: None}, 0,
            "No projection: there are only 2 figures in a row, and it takes 5.",
            "Bez projekcji: są tylko 2 wartości z rzędu, a potrzeba 5.",
        ),
    ],
)  # fmt: skip
def test_too_few_figures_or_a_break_refuse_it_in_a_sentence(
    figures: dict[int, float | None], broken: int, en: str, pl: str
) -> None:
    found = project(line(figures, broken), 2030)
    assert found.years == ()
    for lang, words in (("en", en), ("pl", pl)):
        language.use(lang)
        assert projection.words(found, indicator("members")).replace("\N{NO-BREAK SPACE}", " ") == words


def test_its_method_its_interval_and_its_error_are_said() -> None:
    found = project(line(UNEVEN), 2030)
    assert projection.words(found, indicator("gerd_share_of_gdp")) == (
        "The projection carries on the mean yearly change since 2013 (random walk with drift), within its 80% "
        "interval; it is arithmetic and knows of no plans. Tried on the past, 3 years ahead, it missed by 0.358 on "
        "average (3 tries)."
    )
