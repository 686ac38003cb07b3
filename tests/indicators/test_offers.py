"""What is offered answers, and what is not offered is refused with the sentence that stands beside it."""

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import answer, indicators
from lsk_metrics.indicators.offers import Offer, offers
from lsk_metrics.indicators.parameters import FILTERS, MEASURES
from lsk_metrics.indicators.views import views

NAMES = [each.id for each in indicators()]
EACH = pytest.mark.parametrize("name", NAMES)
LANGS = pytest.mark.parametrize("lang", ["en", "pl"])


def of(part: str, name: str, code: str, snapshot: str, **given: str) -> Offer:
    return next(each for each in getattr(offers(name, snapshot, given), part) if each.code == code)


def settle(name: str, each: Offer, **given: str) -> None:
    """What is offered answers without an error; what is not is refused with its reason."""
    asked = {**given, **dict(each.given)}
    if each.possible:
        assert answer(name, asked).sentence.endswith(".")
        return
    assert each.reason.endswith(".")
    with pytest.raises(ValueRefused) as refused:
        answer(name, asked)
    assert str(refused.value) == each.reason


@LANGS
@EACH
def test_every_measure_answers_or_is_refused_with_its_reason(name: str, lang: str, projects: str) -> None:
    language.use(lang)
    found = offers(name, projects).measures
    assert [each.code for each in found] == list(MEASURES)
    for each in found:
        settle(name, each)


@EACH
@pytest.mark.parametrize("measure", MEASURES)
def test_every_view_answers_or_is_refused_with_its_reason(name: str, measure: str, projects: str) -> None:
    found = offers(name, projects, {"measure": measure})
    assert [each.code for each in found.views] == [each.id for each in views()]
    for each in found.views:
        settle(name, each, measure=measure)


@LANGS
@EACH
def test_groups_and_sets_of_peers_answer_or_are_refused_with_their_reason(name: str, lang: str, projects: str) -> None:
    language.use(lang)
    found = offers(name, projects)
    for each in found.sets:
        settle(name, each)
    each, total = found.groups
    assert total.possible or total.reason.endswith(".")
    if each.possible:
        settle(name, total)


@EACH
def test_a_filter_is_offered_where_the_query_knows_it(name: str, projects: str) -> None:
    found = offers(name, projects)
    assert [each.code for each in found.filters] == list(FILTERS)
    for each in found.filters:
        if each.possible:
            assert answer(name, {each.code: ""}).rows == answer(name).rows
        else:
            with pytest.raises(NameUnknown):
                answer(name, {each.code: ""})


@EACH
def test_every_form_has_its_figures_or_its_reason(name: str, projects: str) -> None:
    for given in ({}, *({"measure": measure} for measure in MEASURES[1:])):
        for each in offers(name, projects, given).forms:
            if each.possible:
                assert any(row.value is not None for row in answer(name, {**given, **dict(each.given)}).rows)
            else:
                assert each.reason.endswith(".")


def test_what_each_kind_of_indicator_can_do(snapshot: str) -> None:
    regions = offers("gerd_share_of_gdp", snapshot)
    assert regions.possible("forms") == ["trend", "ranking", "table", "scatter"]
    assert regions.possible("measures") == ["absolute", "index", "change"]
    assert regions.years == tuple(range(2013, 2024))
    assert regions.places["PL21"] == "Małopolska" and "UKM" not in regions.places
    towns = offers("members_by_town", snapshot)
    assert towns.possible("forms") == ["map", "table"]
    assert towns.possible("filters") == ["member_types", "areas", "value_chains"]
    assert offers("members_by_town", snapshot, {"groups": "total"}).possible("forms") == [
        "trend", "ranking", "map", "table"]  # fmt: skip
    assert offers("members_by_town", snapshot, {"places": "Kraków"}).possible("forms") == [
        "trend", "ranking", "map", "table"]  # fmt: skip
    assert offers("members", snapshot).possible("forms") == ["trend", "table"]
    assert offers("powiat_wages", snapshot).possible("forms") == ["ranking", "map", "table"]
    assert offers("members_by_area", snapshot).series["Biz"] == "Business support"


def test_the_reasons_are_sentences_a_reader_understands(snapshot: str) -> None:
    assert of("forms", "gerd_eur_m", "map", snapshot).reason == (
        "“R&D expenditure in euro” is not about towns or powiats, which the map shows."
    )
    assert of("forms", "gerd_eur_m", "ranking", snapshot, measure="index").reason == (
        "An index starts at 100 in a year of each region's own, so regions are not held against each other by it."
    )
    assert of("forms", "members_by_type", "trend", snapshot).reason == (
        "“Members by type of organisation” has figures of one year only."
    )
    assert of("forms", "gerd_eur_m", "trend", snapshot, first_year="2020", last_year="2020").reason == (
        "“R&D expenditure in euro” has figures of one year only."
    )
    assert of("forms", "members_by_town", "map", snapshot, measure="change").reason == (
        "“Members by town, change on the year before” may fall below zero, which no circle on a map can show."
    )
    assert of("forms", "gerd_eur_m", "scatter", snapshot, measure="index").reason == (
        "“Two indicators” puts indicators together already and has no other measure."
    )
    assert of("measures", "gerd_eur_m", "index", snapshot, view="ranking").reason == (
        "An index starts at 100 in a year of each region's own, so regions are not held against each other by it."
    )
    assert of("groups", "population", "total", snapshot).reason == "“Population” has no groups."
    assert of("forms", "gerd_eur_m", "table", snapshot, first_year="1950", last_year="1951").reason == (
        "There are no figures for this choice."
    )
    language.use("pl")
    assert of("measures", "population", "per_head", snapshot).reason == (
        "„Liczba ludności” to wielkość, przez którą dzieli się inne wskaźniki."
    )


def test_what_waits_to_be_fetched_offers_nothing_but_says_why(snapshot: str) -> None:
    found = offers("ec_contribution_by_year", snapshot)
    assert found.possible("forms") == [] and found.years == ()
    assert {each.reason for each in found.forms} == {"There are no figures yet."}


def test_a_measure_that_cannot_be_had_leaves_no_form_and_says_why(snapshot: str) -> None:
    found = offers("population", snapshot, {"measure": "per_head"})
    assert {each.reason for each in found.forms} == {"“Population” is what other indicators are divided by."}


def test_groups_added_up_worked_by_hand(snapshot: str) -> None:
    with pytest.raises(ValueRefused, match="groups overlap or are not all there, so groups are never added up."):
        answer("investment_by_kind", {"groups": "total"})  # the source does not say whether the two sums overlap
    assert [row.value for row in answer("members_by_type", {"groups": "total"}).rows] == [100.0]
    towns = answer("members_by_town", {"groups": "total", "last_year": "2018", "first_year": "2018"})
    assert sum(row.value or 0 for row in towns.rows) == 95
    assert len({row.place for row in towns.rows}) == len(towns.rows)
    assert towns.key == "members_by_town-total"


@EACH
def test_groups_added_up_are_the_sums_of_the_groups(name: str, projects: str) -> None:
    if not offers(name, projects).groups[1].possible:
        return
    sums: dict[tuple[str, int], float] = {}
    for row in answer(name).rows:
        sums[row.place, row.year] = sums.get((row.place, row.year), 0.0) + (row.value or 0.0)
    found = {(row.place, row.year): row.value for row in answer(name, {"groups": "total"}).rows}
    assert found == pytest.approx(sums)
