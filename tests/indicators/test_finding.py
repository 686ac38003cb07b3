"""An indicator is found by what a reader types, in either language, and by what it rests on."""

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import answer, finding, indicators, themes
from lsk_metrics.indicators.finding import facets, find
from lsk_metrics.indicators.matching import inflected, joined, synonyms


def names(text: str = "", **chosen: tuple[str, ...]) -> list[str]:
    return [each.indicator.id for each in find(text, **chosen)]  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("patent", "patents_per_million"),
        ("bezrobocie", "powiat_unemployment"),
        ("stopa bezrobocia", "unemployment_rate"),
        ("unemployment rate", "unemployment_rate"),
        ("rate unemployment", "unemployment_rate"),
        ("unem rat", "unemployment_rate"),
        ("R&D personnel", "rd_personnel"),
        ("personel b+r", "rd_personnel"),
        ("zarobki powiat", "powiat_wages"),
        ("GĘSTOŚĆ zaludnienia", "powiat_density"),
        ("gestosc zaludnienia", "powiat_density"),
        ("liczba ludnosci", "population"),
        ("gerd_eur_m", "gerd_eur_m"),
        ("członków miasto", "members_by_town"),
        ("how many people live in the region", "population"),
        ("investment added up", "investment_cumulative"),
    ],
)
def test_what_is_typed_in_either_language_finds_the_indicator_meant_first(
    text: str, first: str, lang: str, snapshot: str
) -> None:
    language.use(lang)
    assert names(text)[0] == first


def test_words_of_spending_and_research_find_the_three_that_measure_it(snapshot: str) -> None:
    three = {"business_rd_share_of_gdp", "gerd_eur_m", "gerd_share_of_gdp"}
    for text in ("wydatki badania", "naklady B+R", "nakłady na B+R", "research spending"):
        assert set(names(text)[:3]) == three, text
    assert three < set(names("r&d")[:4])


@pytest.mark.parametrize("text", ["członkowie", "czlonkowie", "członków", "czlonkami", "members", "memb"])
def test_members_are_found_in_any_case_of_the_word_and_the_cluster_comes_before_its_breakdowns(
    text: str, snapshot: str
) -> None:
    found = names(text)
    assert found[0] == "members"
    assert {name for name in found if name.startswith("members")} == {
        "members", "members_by_area", "members_by_helix", "members_by_town", "members_by_type",
        "members_by_value_chain", "members_joined",
    }  # fmt: skip


def test_all_words_must_be_there(snapshot: str) -> None:
    assert names("members town") == ["members_by_town"]
    assert names("patent xyzzy") == []


def test_a_typing_error_gives_what_is_nearest_only_where_nothing_has_the_word(snapshot: str) -> None:
    found = find("pattent")
    assert [each.indicator.id for each in found] == ["patents_per_million"]
    assert all(each.near for each in found)
    assert {each.indicator.id for each in find("bezrobcie")} == {"powiat_unemployment", "unemployment_rate"}
    assert find("invetsment added")[0].indicator.id == "investment_cumulative"
    assert not any(each.near for each in find("patent"))
    assert find("qqqqqq") == []


def test_nothing_typed_gives_the_whole_catalogue_by_theme(snapshot: str) -> None:
    found = [each.indicator for each in find()]
    assert {each.id for each in found} == {each.id for each in indicators()}
    order = [themes.THEMES.index(each.theme) for each in found]
    assert order == sorted(order)
    assert find("of") != []  # a word without meaning is still a word


def test_kinds_and_sources_are_those_of_the_answers(snapshot: str) -> None:
    for each in find():
        told = answer(each.indicator.id)
        assert each.kinds == told.kinds, each.indicator.id
        assert set(each.sources) == {card.id for card in told.sources} or each.indicator.places == "regions"
        assert {card.id for card in told.sources} <= set(each.sources)


def test_facets_narrow_and_count_what_the_others_leave(snapshot: str) -> None:
    assert set(names(themes=("startups",))) == {
        "startups_by_area", "startups_by_status", "startups_by_town", "startups_cumulative", "startups_launched",
    }  # fmt: skip
    assert names(themes=("research",), kinds=("derived",)) == ["gerd_share_of_gdp", "gerd_eur_m"]
    assert names(sources=("eurostat_patents",)) == ["patents_per_million"]
    assert names("nic takiego", themes=("research",)) == []
    counts = facets(themes=("research",))
    assert sum(counts.themes.values()) == 41  # a theme's count is that of choosing it instead
    assert counts.themes["research"] == 6
    assert counts.kinds == {"published": 5, "derived": 2}
    assert counts.sources["eurostat_patents"] == 1
    assert list(counts.themes) == [theme for theme in themes.THEMES if theme != "comparison"]
    assert facets("patent").themes == {"research": 1}


def test_every_count_is_how_many_are_found_when_it_is_chosen(snapshot: str) -> None:
    counts = facets("badania", kinds=("published",))
    for theme, count in counts.themes.items():
        assert len(find("badania", themes=(theme,), kinds=("published",))) == count
    for source, count in counts.sources.items():
        assert len(find("badania", sources=(source,), kinds=("published",))) == count


def test_the_made_up_projects_are_of_a_source_once_they_are_there(projects: str) -> None:
    found = {each.indicator.id: each for each in find(themes=("projects",))}
    assert found["ec_contribution_by_year"].kinds == ("published",)
    assert set(found["ec_contribution_by_year"].sources) == {"cordis_h2020", "cordis_horizon_europe"}


def test_a_snapshot_is_asked_once(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    find()
    monkeypatch.setattr(finding.read, "rows", lambda *_given: pytest.fail("asked again"))
    assert len(find()) == 41


def test_words_are_cut_alike_wherever_they_come_from() -> None:
    assert joined("R&D, B+R: start-up’s Łódź") == ["rd", "br", "startups", "lodz"]
    assert inflected("czlonkowie", "czlonkow") and inflected("companies", "company")
    assert not inflected("student", "studia") and not inflected("praca", "prasowanie")
    assert "expenditure" in synonyms("wydatki") and synonyms("patentowy") >= {"patents"}
    assert synonyms("cokolwiek") == frozenset()
