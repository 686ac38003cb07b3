"""A producer's letters are said in words wherever the value is: tooltip, table, sentence, download."""

from dataclasses import replace

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import Answer, Row, answer, flags

SAID = " The value for 2023: provisional."


def home(*rows: tuple[int, float | None, str]) -> Answer:
    found = answer("gerd_eur_m", {"places": "PL21"})
    return replace(
        found, rows=tuple(Row("PL21", y, value, "derived", "gerd_eur", flag=flag) for y, value, flag in rows)
    )


def test_each_letter_has_its_words_and_several_are_joined() -> None:
    assert flags.words("p") == "provisional"
    assert flags.words("pb") == "break in the series and provisional"
    assert flags.words("bdu") == "break in the series, different definition and low reliability"
    language.use("pl")
    assert flags.words("bp") == "przerwa w\N{NO-BREAK SPACE}szeregu i\N{NO-BREAK SPACE}dane wstępne"


@pytest.mark.parametrize("sign", ["", ">", "<", "~"])
def test_a_sign_is_no_letter(sign: str) -> None:
    assert flags.words(sign) == ""


def test_the_sentence_says_that_its_last_value_is_provisional(snapshot: str) -> None:
    assert home((2022, 1.0, ""), (2023, 2.0, "p")).sentence.endswith(SAID)
    assert SAID not in home((2022, 1.0, "p"), (2023, 2.0, "")).sentence
    language.use("pl")
    assert home((2022, 1.0, ""), (2023, 2.0, "e")).sentence.endswith(
        "Wartość za 2023\N{NO-BREAK SPACE}r.: dane szacunkowe."
    )


def test_the_sentence_counts_no_change_across_a_break_and_says_so(snapshot: str) -> None:
    said = home((2020, 1.0, ""), (2021, 9.0, "b"), (2022, 8.0, "")).sentence
    assert "€9m" in said and "€8m" in said and "€1m" not in said
    assert said.endswith("Years before 2021 are not comparable.")


def test_a_break_at_the_first_year_breaks_nothing(snapshot: str) -> None:
    said = home((2021, 9.0, "b"), (2022, 8.0, "")).sentence
    assert "not comparable" not in said


def test_a_confidential_cell_is_missing_never_zero(snapshot: str) -> None:
    found = home((2021, 9.0, ""), (2022, None, "c"), (2023, 8.0, ""))
    assert "c: confidential, so the value is missing." in found.caveats
    assert found.value(found.rows[1]) == "no figure"
