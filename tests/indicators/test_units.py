"""Quantities as they stand in a sentence, on a page and on an axis."""

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import units

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "flag", "words"),
    [
        (95, "members", 0, "", "95 members"),
        (1, "members", 0, "", "1 member"),
        (40, "companies", 0, "", "40 start-ups"),
        (207, "eur_m", 0, ">", "over €207m"),
        (1657.6, "eur_m", 1, "", "€1,657.6m"),
        (2.75, "pct_gdp", 2, "", "2.75%"),
        (22_000, "persons", 0, "~", "about 22,000 persons"),
        (130_000, "students", 0, "<", "almost 130,000 students"),
        (26_200, "pps_per_head", 0, "", "26,200 PPS"),
        (18.498, "per_million", 1, "", "18.5 per million inhabitants"),
        (2475.7, "per_km2", 1, "", "2,475.7 per km²"),
        (73.42143055, "index", 1, "", "73.4"),
        (4.5, "pct_gdp", 1, "bp", "4.5%"),
        (None, "members", 0, "", "no figure"),
        (None, "eur_m", 0, ">", "no figure"),
    ],
)
def test_a_quantity_in_a_sentence(value: float | None, unit: str, decimals: int, flag: str, words: str) -> None:
    assert units.quantity(value, unit, decimals, flag).replace(NBSP, " ") == words


@pytest.mark.parametrize(
    ("value", "unit", "flag", "words"),
    [
        (207, "eur_m", ">", "> €207m"), (47, "pct_members", "", "47%"), (95, "members", "", "95"),
        (22_000, "persons", "~", "~ 22,000"), (130_000, "students", "<", "< 130,000"), (0, "members", "", "0"),
    ],
)  # fmt: skip
def test_a_figure_that_stands_large(value: float, unit: str, flag: str, words: str) -> None:
    assert units.figure(value, unit, 0, flag).replace(NBSP, " ") == words
    assert " " not in units.figure(value, unit, 0, flag)


def test_an_academic_year_has_two_halves() -> None:
    assert units.period(2023, "academic") == "2023/24"
    assert units.period(1999, "academic") == "1999/00"
    assert units.period(2023) == "2023"


def test_every_unit_has_a_name_in_both_languages() -> None:
    english = units.names()
    language.use("pl")
    polish = units.names()
    assert list(english) == list(polish)
    assert all(english.values()) and all(polish.values())


@pytest.mark.parametrize(("lang", "said"), [("en", "−€3.3m"), ("pl", "−3,3 mln euro")])
def test_a_sum_below_zero_has_its_minus_before_the_currency(lang: str, said: str) -> None:
    language.use(lang)
    assert units.quantity(-3.3, "eur_m", 1).replace("\N{NO-BREAK SPACE}", " ") == said
    assert units.figure(-3.3, "eur_m", 1).replace("\N{NO-BREAK SPACE}", " ") == said
    assert units.signed(-3.3, "eur_m", 1).replace("\N{NO-BREAK SPACE}", " ") == said
