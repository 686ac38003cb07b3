"""File names say indicator, place, period, language and snapshot, in letters that every system takes."""

import re

import pytest

from lsk_metrics import language
from lsk_metrics.exports.names import file_name, safe
from lsk_metrics.indicators import Answer, answer


def stem(found: Answer) -> str:
    return file_name(found, "xlsx").removesuffix(f"_{found.snapshot}.xlsx")


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("gerd_share_of_gdp", {}, "gerd_share_of_gdp_PL21-and-8-others_2013-2023_en"),
        ("gerd_share_of_gdp", {"places": "PL21"}, "gerd_share_of_gdp_PL21_2013-2023_en"),
        ("gerd_share_of_gdp", {"places": "PL21,PL"}, "gerd_share_of_gdp_PL21-and-1-other_2013-2023_en"),
        ("gerd_share_of_gdp", {"view": "ranking"}, "gerd_share_of_gdp-ranking_PL21-and-12-others_2023_en"),
        ("powiat_wages", {}, "powiat_wages_22-powiats_2024_en"),
        ("members", {}, "members_illustrative_PL21_2006-2018_en"),
        ("members", {"illustrative": "no"}, "members_PL21_2006-2018_en"),
        ("students_by_town", {"places": "Nowy Sącz", "first_year": "2023"}, "students_by_town_Nowy-Sacz_2023_en"),
        (
            "startups_by_town",
            {"areas": "BioF", "places": "Bochnia"},
            "startups_by_town_illustrative_BioF_Bochnia_2015-2018_en",
        ),
        ("members", {"first_year": "2050"}, "members_en"),
    ],
)
def test_a_name_says_what_is_in_the_file(name: str, given: dict[str, str], said: str, snapshot: str) -> None:
    assert stem(answer(name, given, snapshot)) == said


def test_the_language_is_in_the_name(snapshot: str) -> None:
    language.use("pl")
    assert file_name(answer("members", {}, snapshot), "csv") == f"members_illustrative_PL21_2006-2018_pl_{snapshot}.csv"


def test_every_name_is_ascii_short_and_safe_on_windows(found: Answer) -> None:
    for ending in ("csv", "parquet"):
        name = file_name(found, ending)
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name)
        assert len(name) <= 120


def test_a_long_choice_is_cut_before_the_language_and_the_snapshot(snapshot: str) -> None:
    given = {"areas": "Med,BioF,Nutri,Wellness", "places": "Kraków"}
    known = answer("members_by_town", {}, snapshot)
    codes = ",".join(known.series)
    found = answer("members_by_town", {**given, "areas": codes, "member_types": "", "value_chains": ""}, snapshot)
    name = file_name(found, "parquet")
    assert len(name) <= 120
    assert name.endswith(f"_en_{snapshot}.parquet")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zażółć gęślą jaźń", "Zazolc-gesla-jazn"),
        ("../../etc/passwd", "etc-passwd"),
        ("a:b*c?", "a-b-c"),
        ("Łódź / Ø", "Lodz-O"),
        ("日本", ""),
    ],
)
def test_letters_lose_their_marks_and_signs_become_hyphens(text: str, said: str) -> None:
    assert safe(text) == said
