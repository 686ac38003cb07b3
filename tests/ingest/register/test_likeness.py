"""Names that look alike are pointed out to whoever brings them; none of them stops an import."""

import pytest

from lsk_metrics.ingest.register.likeness import disguised, skeleton
from tests.ingest.register.conftest import M1, MEMBERS, Check

LATIN, CYRILLIC = "Klaster", "Kl\N{CYRILLIC SMALL LETTER A}ster"


def named(*names: str) -> str:
    return MEMBERS + "".join(M1.replace("M1", f"M{at}").replace("Alfa", name) for at, name in enumerate(names))


def test_a_name_with_a_letter_of_another_alphabet_is_told_with_the_letter_and_its_twin(check: Check) -> None:
    checked = check(named(LATIN, "Beta", CYRILLIC))
    assert checked.problems == []
    assert [each["en"] for each in checked.notes][1:] == [
        f"“{CYRILLIC}” in row 4 holds letters of another alphabet that only look like Latin ones: "
        "\N{CYRILLIC SMALL LETTER A} (U+0430 CYRILLIC SMALL LETTER A). Typed anew, the name is found by searching.",
        f"Is it the same organisation twice? “{CYRILLIC}” in row 4 looks like “{LATIN}” in row 2.",
    ]
    assert checked.notes[2]["pl"].startswith("Czy to dwa razy ta sama organizacja? „Kl")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alfa", "ALFA"), ("Łódź Bio", "Lodz-Bio"), ("Bio Med", "BioMed"), ("Fi\N{COMBINING ACUTE ACCENT}rma", "Firma"),
        ("\N{GREEK CAPITAL LETTER ALPHA}lfa", "Alfa"), ("\N{FULLWIDTH LATIN CAPITAL LETTER A}lfa", "Alfa"),
        ("\N{MATHEMATICAL BOLD CAPITAL A}lfa", "Alfa"), ("\N{CYRILLIC CAPITAL LETTER ES}OMAP", "COMAP"),
    ],
)  # fmt: skip
def test_names_that_cannot_be_told_apart_at_a_glance_are_one(one: str, other: str, check: Check) -> None:
    assert skeleton(one) == skeleton(other)
    assert check(named(one, other)).notes[-1]["en"].startswith("Is it the same organisation twice?")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Alfa 1", "Alfa 2"), ("Lab 10", "Lab 1"), ("Б", "\N{CYRILLIC CAPITAL LETTER VE}"), ("日本", "日木")],
)
def test_names_that_differ_are_two(one: str, other: str, check: Check) -> None:
    assert skeleton(one) != skeleton(other)
    assert len(check(named(one, other)).notes) == 1


def test_a_name_wholly_of_another_alphabet_or_with_a_greek_letter_of_science_is_no_disguise() -> None:
    assert disguised("Київ") == disguised("TNF-\N{GREEK SMALL LETTER ALPHA}") == disguised("βeta") == []


def test_of_a_thousand_twins_twenty_are_told(check: Check) -> None:
    assert len(check(named(*["Alfa"] * 1_000)).notes) == 21
