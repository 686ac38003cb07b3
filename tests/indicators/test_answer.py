"""An answer carries its rows and what belongs to them: kind, source cards, caveats, names, and no made-up zero."""

from dataclasses import asdict, replace

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import Answer, Row, answer, indicators
from lsk_metrics.indicators.labels import cards
from lsk_metrics.warehouse import read

# What waits to be fetched has its rows in test_projects.py.
NAMES = [each.id for each in indicators() if not each.fetch]
EVERY = pytest.mark.parametrize("name", NAMES)
WEAKEST = ["illustrative", "derived", "register", "published"]


def without_sample(name: str) -> Answer:
    return answer(name, {"illustrative": "no"})


@EVERY
def test_every_row_has_a_card_for_its_source_and_says_its_kind(name: str, snapshot: str) -> None:
    found = answer(name)
    known = cards(snapshot)
    assert found.rows
    for row in found.rows:
        assert row.kind in WEAKEST
        assert known[row.source].kind in ({row.kind} if row.kind != "derived" else {"published", "derived"})
    assert [card.id for card in found.sources] == list(dict.fromkeys(row.source for row in found.rows))


@EVERY
def test_the_kind_of_an_answer_is_the_weakest_among_its_rows(name: str, snapshot: str) -> None:
    found = answer(name)
    assert found.kind == min({row.kind for row in found.rows}, key=WEAKEST.index)
    assert set(found.kinds) == {row.kind for row in found.rows}


@pytest.mark.parametrize(
    ("name", "kind", "without"),
    [
        ("members", "illustrative", "published"), ("startups_cumulative", "illustrative", "published"),
        ("members_by_area", "illustrative", None), ("members_by_type", "derived", "derived"),
        ("investment_by_kind", "published", "published"), ("gerd_share_of_gdp", "derived", "derived"),
        ("gerd_eur_m", "derived", "derived"), ("students", "published", "published"),
    ],
)  # fmt: skip
def test_the_weakest_kind_with_and_without_the_sample(name: str, kind: str, without: str | None, snapshot: str) -> None:
    assert answer(name).kind == kind
    assert without_sample(name).kind == without


@EVERY
def test_without_the_sample_no_illustrative_row_and_no_illustrative_warning_is_left(name: str, snapshot: str) -> None:
    found = without_sample(name)
    assert [row for row in found.rows if row.kind == "illustrative"] == []
    assert [row for row in found.rows if row not in answer(name).rows] == []
    assert not any("made up" in caveat for caveat in found.caveats)
    assert any("made up" in caveat for caveat in answer(name).caveats) == ("illustrative" in answer(name).kinds)


@EVERY
def test_every_place_and_series_is_named_in_both_languages(name: str, snapshot: str) -> None:
    found = answer(name)
    for lang in ("en", "pl"):
        language.use(lang)
        if found.indicator.places:
            assert [
                code for code in found.places if found.place(code) == code and found.indicator.places != "towns"
            ] == []
        coded = found.indicator.series or found.indicator.names
        assert [code for code in found.series if coded and found.series_name(code) == code] == []


def test_every_list_is_named_in_both_languages(snapshot: str) -> None:
    rows = read.rows("SELECT list, code, name, name_pl FROM labels")
    assert len(rows) > 100
    assert [row for row in rows if not row["name"] or (not row["name_pl"] and row["list"] != "powiats")] == []


def test_rows_stand_in_the_order_readers_expect(snapshot: str) -> None:
    assert answer("gdp_per_head_pps").places[:3] == ["PL21", "ES21", "BE2"]
    assert answer("members_by_area").series == ["BioF", "R&D", "Edu", "Med", "Biz", "Gov"]
    assert answer("members_by_type").series == ["sme", "public", "large", "not_stated"]
    assert answer("members_by_value_chain").series == ["health", "bioeconomy", "none"]
    assert answer("investment_by_kind").series == ["infrastructure", "project"]
    years = [row.year for row in answer("members", {"illustrative": "no"}).rows]
    assert years == [2006, 2018]


def test_a_lower_bound_stays_one(snapshot: str) -> None:
    found = answer("investment_by_kind")
    assert [(row.value, row.low, row.high, row.flag) for row in found.rows] == [
        (207, 207, None, ">"),
        (202, 202, None, ">"),
    ]
    assert [found.value(row) for row in found.rows] == ["over €207m", "over €202m"]


def test_a_missing_value_is_said_and_is_not_zero(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp")
    hole = Row("PL21", 2024, None, "published", "eurostat_gerd")
    assert found.value(hole) == "no figure"
    assert asdict(hole)["value"] is None
    assert hole.flag == ""


def test_partner_regions_without_a_figure_are_named(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp")
    assert found.missing == ["Scotland", "South-East Netherlands"]
    assert "No figure for: Scotland, South-East Netherlands." in found.caveats
    assert answer("gerd_share_of_gdp", {"places": "PL21"}).missing == []


def test_a_region_that_stands_in_for_a_partner_says_so(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp")
    assert found.place("SE22") == "South Sweden (Skåne)"
    assert any("South Sweden, which contains Skåne" in caveat for caveat in found.caveats)
    language.use("pl")
    assert found.place("SE22") == "Południowa Szwecja (Skania)"


def test_the_flags_that_occur_are_explained_and_no_others(snapshot: str) -> None:
    explained = [caveat for caveat in answer("employment_rate").caveats if caveat[:3] in ("b: ", "p: ", "e: ", "d: ")]
    assert [caveat[0] for caveat in explained] == ["b", "d"]
    assert [caveat for caveat in answer("students").caveats if caveat[:3] in ("b: ", "p: ", "e: ", "d: ")] == []


def test_an_answer_is_of_one_snapshot_and_cannot_be_changed(snapshot: str) -> None:
    found = answer("members")
    assert found.snapshot == snapshot
    assert replace(found, snapshot="another").snapshot == "another"
    with pytest.raises(AttributeError):
        found.snapshot = "another"  # type: ignore[misc]
