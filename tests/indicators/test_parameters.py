"""What can be asked is taken from text; what cannot is refused in a sentence that says what can."""

import pytest

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.parameters import Parameters, parse

PLACES = {"places": frozenset({"PL21", "ES21", "BE2"})}
GROUPS = PLACES | {"areas": frozenset({"Med", "Biz"})}


def test_nothing_asked_means_every_year_every_place_and_the_sample_too() -> None:
    assert parse({}, PLACES) == Parameters(first_year=1900, last_year=2100, places=(), illustrative=True)


def test_texts_become_values() -> None:
    given = {"first_year": "2010", "last_year": "2018", "places": "PL21, BE2", "illustrative": "No"}
    assert parse(given, PLACES) == Parameters(2010, 2018, ("PL21", "BE2"), False)
    assert parse(given, PLACES).bound(()) == {
        "first_year": 2010, "last_year": 2018, "places": ["PL21", "BE2"], "illustrative": False}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("1", True), ("TRUE", True), ("no", False), ("0", False), ("false", False)]
)
def test_yes_and_no_have_a_few_spellings(text: str, value: bool) -> None:
    assert parse({"illustrative": text}, PLACES).illustrative is value


@pytest.mark.parametrize("text", ["last", "18", "-5", "2018.5", "99999", "", "²⁰¹⁸", "2 018"])
@pytest.mark.parametrize("name", ["first_year", "last_year"])
def test_a_year_that_is_none_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValueRefused, match=f"^{name} takes a year such as 2018, not “{text}”.$"):
        parse({name: text}, PLACES)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueRefused, match=r"The period ends \(2010\) before it begins \(2018\)\."):
        parse({"first_year": "2018", "last_year": "2010"}, PLACES)
    assert parse({"first_year": "2018", "last_year": "2018"}, PLACES).first_year == 2018


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(ValueRefused, match="illustrative takes yes or no, not “maybe”."):
        parse({"illustrative": "maybe"}, PLACES)


def test_an_unknown_parameter_is_refused_with_the_nearest() -> None:
    with pytest.raises(NameUnknown, match="There is no parameter called “frist_year”. Did you mean “first_year”?"):
        parse({"frist_year": "2010"}, PLACES)


def test_a_group_can_be_asked_only_of_an_indicator_that_knows_it() -> None:
    assert parse({"areas": "Med,Biz"}, GROUPS).areas == ("Med", "Biz")
    assert parse({"areas": "Med"}, GROUPS).bound(("areas",))["areas"] == ["Med"]
    with pytest.raises(NameUnknown, match="There is no parameter called “areas”."):
        parse({"areas": "Med"}, PLACES)
    with pytest.raises(NameUnknown, match="There is no area called “Mde”. Did you mean “Med”?"):
        parse({"areas": "Mde"}, GROUPS)


def test_an_unknown_place_is_refused_with_the_nearest() -> None:
    with pytest.raises(NameUnknown, match="There is no place called “PL12”. Did you mean “PL21”?"):
        parse({"places": "BE2,PL12"}, PLACES)


def test_a_place_of_another_list_is_refused(snapshot: str) -> None:
    assert len(answer("powiat_wages", {"places": "1261"}).rows) == 1
    with pytest.raises(NameUnknown, match="There is no place called “1261”."):
        answer("gerd_share_of_gdp", {"places": "1261"})


def test_a_period_bounds_the_rows_at_both_ends(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp", {"first_year": "2015", "last_year": "2017", "places": "PL21"})
    assert [(row.year, row.value) for row in found.rows] == [(2015, 1.49), (2016, 2.17), (2017, 1.85)]


def test_places_bound_the_rows(snapshot: str) -> None:
    found = answer("gdp_per_head_pps", {"places": "ES21,PL21", "first_year": "2023"})
    assert [row.place for row in found.rows] == ["PL21", "ES21"]
