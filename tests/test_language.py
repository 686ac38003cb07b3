"""Numbers, dates and plurals as each language writes them."""

import threading

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import units

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "decimals", "english", "polish"),
    [
        (1234.5, 1, "1,234.5", f"1{NBSP}234,5"),
        (207600, 0, "207,600", f"207{NBSP}600"),
        (1234567.891, 2, "1,234,567.89", f"1{NBSP}234{NBSP}567,89"),
        (-3.25, 2, f"{MINUS}3.25", f"{MINUS}3,25"),
        (0.0, 1, "0.0", "0,0"),
        (-0.04, 1, "0.0", "0,0"),
        (4, 0, "4", "4"),
        (2.0, 2, "2.00", "2,00"),
    ],
)
def test_numbers(value: float, decimals: int, english: str, polish: str) -> None:
    assert language.number(value, decimals) == english
    language.use("pl")
    assert language.number(value, decimals) == polish


def test_four_figures_are_grouped_in_polish_tables_as_well() -> None:
    language.use("pl")
    assert language.number(8000) == f"8{NBSP}000"


@pytest.mark.parametrize(
    ("iso", "english", "polish"),
    [
        ("2018", "2018", "2018"),
        ("2020-12", "December 2020", "grudzień 2020"),
        ("2018-05-07", "7 May 2018", "7 maja 2018"),
        ("2023/24", "2023/24", "2023/24"),
        ("before 2006", "before 2006", "before 2006"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(iso: str, english: str, polish: str) -> None:
    assert language.day(iso).replace(NBSP, " ") == english
    language.use("pl")
    assert language.day(iso).replace(NBSP, " ") == polish


@pytest.mark.parametrize(
    ("count", "english", "polish"),
    [
        (1, "1 member", "1 członek"),
        (2, "2 members", "2 członkowie"),
        (4, "4 members", "4 członkowie"),
        (5, "5 members", "5 członków"),
        (12, "12 members", "12 członków"),
        (22, "22 members", "22 członków"),
        (25, "25 members", "25 członków"),
        (32, "32 members", "32 członków"),
        (95, "95 members", "95 członków"),
        (101, "101 members", "101 członków"),
        (112, "112 members", "112 członków"),
    ],
)
def test_a_count_takes_the_form_its_language_asks_for(count: int, english: str, polish: str) -> None:
    """Of persons Polish says członkowie for two, three and four alone: 22 are członków, as 5 are."""
    assert units.quantity(count, "members").replace(NBSP, " ") == english
    language.use("pl")
    assert units.quantity(count, "members").replace(NBSP, " ") == polish


def test_a_date_never_breaks_across_lines() -> None:
    assert language.day("2018-05-07") == f"7{NBSP}May{NBSP}2018"


def test_a_text_in_both_languages_is_picked_by_the_one_spoken() -> None:
    assert language.pick("Lombardia", "Lombardia") == "Lombardia"
    assert language.pick("Flanders", "Flandria") == "Flanders"
    language.use("pl")
    assert language.pick("Flanders", "Flandria") == "Flandria"
    assert language.pick("Gorlice", None) == "Gorlice"


def test_a_message_nobody_translated_stays_english_and_an_empty_one_stays_empty() -> None:
    language.use("pl")
    assert language.gettext("No such message in any catalogue") == "No such message in any catalogue"
    assert language.gettext("") == ""


def test_a_language_chosen_in_one_thread_is_not_spoken_in_another() -> None:
    language.use("pl")
    heard: list[str] = []
    other = threading.Thread(target=lambda: heard.append(language.number(1234.5, 1)))
    other.start()
    other.join()
    assert heard == ["1,234.5"]
    assert language.spoken() == "pl"
