"""A page is narrowed from its address or a list, says so in chips, and one click takes it back."""

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics.indicators import groups
from lsk_metrics.screen import moving
from tests.screen.conftest import opened, reading

pytestmark = pytest.mark.usefixtures("snapshot")
SME = "Cluster members, small and medium-sized enterprises: 9 in 2006, 45 in 2018, 5 times as many."


def members(lang: str = "en", **asked: str) -> AppTest:
    page = opened(lang, **asked)
    for name, value in asked.items():
        page.query_params[name] = value
    return page.switch_page("pages/members.py").run()


def chips(page: AppTest) -> list[str]:
    return [each.label.replace("\\", "") for each in page.button if (each.key or "").startswith("chip_")]


def test_the_address_narrows_the_page_and_a_chip_shows_it() -> None:
    page = members(member_types="sme")
    assert chips(page) == ["Type: small and medium-sized enterprises ×"]
    assert SME in reading(page).text
    assert "Members that joined, small and medium-sized enterprises:" in reading(page).text
    assert "The largest group of members: Small and medium-sized enterprises, 47%" in reading(page).text
    assert not page.exception


def test_one_click_on_a_chip_clears_it_from_page_and_address() -> None:
    page = members(member_types="sme")
    page.button(key="chip_member_types_sme").click().run()
    assert chips(page) == []
    assert "The cluster grew from 32 members in 2006 to 95 in 2018" in reading(page).text
    assert "member_types" not in page.query_params


def test_all_are_cleared_at_once_where_there_are_several() -> None:
    page = members(member_types="sme,large", areas="Med")
    assert chips(page) == [
        "Type: small and medium-sized enterprises ×",
        "Type: large enterprises ×",
        "Area: healthcare ×",
    ]
    page.button(key="clear_all").click().run()
    assert chips(page) == []
    assert not {"member_types", "areas"} & set(page.query_params)


def test_a_single_chip_needs_no_button_to_clear_all() -> None:
    assert "clear_all" not in [each.key for each in members(areas="Med").button]


def test_the_list_does_what_a_click_does() -> None:
    page = members()
    page.button(key="narrow").click().run()
    page.button_group(key="narrow_member_types").set_value(["sme"]).run()
    assert chips(page) == ["Type: small and medium-sized enterprises ×"]
    assert SME in reading(page).text
    assert "sme" in page.query_params["member_types"]


def test_what_is_on_goes_along_to_a_page_that_knows_it_and_waits_on_one_that_does_not() -> None:
    page = members(areas="Med", member_types="sme")
    page.switch_page("pages/startups.py").run()
    assert chips(page) == ["Area: healthcare ×"]
    page.switch_page("pages/data.py").run()
    assert chips(page) == []
    page.switch_page("pages/members.py").run()
    assert chips(page) == ["Type: small and medium-sized enterprises ×", "Area: healthcare ×"]


def test_what_is_chosen_on_the_map_is_on_elsewhere() -> None:
    page = members()
    page.switch_page("pages/map.py").run()
    page.multiselect(key="areas").set_value(["Med"]).run()
    page.switch_page("pages/members.py").run()
    assert chips(page) == ["Area: healthcare ×"]


def test_the_other_language_shows_the_same_choice() -> None:
    assert chips(members("pl", member_types="sme")) == ["Typ: małe i\N{NO-BREAK SPACE}średnie przedsiębiorstwa ×"]


def test_a_code_that_is_none_is_passed_over() -> None:
    page = members(member_types="nobody,sme")
    assert chips(page) == ["Type: small and medium-sized enterprises ×"]
    assert not page.exception


def test_figures_that_cannot_be_narrowed_say_so_and_large_ones_too() -> None:
    page = members(member_types="sme").switch_page("pages/investment.py").run()
    text = reading(page).text
    assert (
        text.count("Not narrowed: these figures are not broken down by type of organisation; the whole is shown.") == 3
    )
    assert text.count("These large figures are published totals; they are not narrowed.") == 1


def test_where_only_a_hidden_sample_could_tell_that_is_said() -> None:
    text = reading(members(member_types="sme", real="true")).text
    assert "Cluster members, small and medium-sized enterprises: there are no figures for this choice." in text
    assert "The published total is not broken down this way; only the register can tell" in text


def test_a_click_is_read_from_the_bars_own_code() -> None:
    assert moving.code_of({"selection": {"points": [{"customdata": "sme", "point_index": 0}]}}) == "sme"
    assert moving.code_of({"selection": {"points": [{"customdata": ["sme"]}]}}) == "sme"
    assert moving.code_of({"selection": {"points": []}}) == ""


def test_the_helix_is_narrowed_and_what_cannot_be_says_so() -> None:
    page = members(member_types="sme").switch_page("pages/ecosystem.py").run()
    text = reading(page).text
    assert not page.exception
    assert chips(page) == ["Type: small and medium-sized enterprises ×"]
    assert "Members by group of the quadruple helix, small and medium-sized enterprises:" in text
    assert "Not narrowed: these figures are not broken down by type of organisation; the whole is shown." in text


def test_a_powiat_chosen_on_ecosystem_has_a_link_to_its_profile_on_the_map() -> None:
    page = opened("en").switch_page("pages/ecosystem.py")
    page.query_params["indicator"], page.query_params["powiats"] = "powiat_wages", "1217"
    page.run()
    assert not page.exception
    [link] = [each for each in page.get("page_link") if "place" in each.proto.query_string]
    assert link.proto.label.replace("\\", "") == "powiat tatrzański on the map"
    assert "layer=powiat_wages" in link.proto.query_string and "place=1217" in link.proto.query_string


def helix(**asked: str) -> AppTest:
    page = opened("en").switch_page("pages/ecosystem.py")
    for name, value in asked.items():
        page.query_params[name] = value
    return page.run()


def test_a_group_of_the_helix_is_on_where_all_its_areas_are() -> None:
    page = helix(areas="BioF,Biz")
    assert chips(page) == ["Area: biotechnology and life science business ×", "Area: business support ×"]
    assert "4 groups have members at the end of 2018: the largest is “Business” with 59" in reading(page).text
    [found] = [each.proto.json for each in page.get("bidi_component") if "drawing_members_by_helix" in each.proto.id]
    assert found.count('data-code=\\"business\\"') >= 1
    assert "#899195" in found  # the other three step back


def test_where_only_a_part_of_a_group_is_on_its_figure_is_narrowed_like_the_others() -> None:
    page = helix(areas="BioF")
    assert "Members by group of the quadruple helix, biotechnology and life science business" in reading(page).text
    assert "4 groups have members" not in reading(page).text


def test_a_group_stands_for_its_areas_and_is_chosen_whole_or_not_at_all(snapshot: str) -> None:
    made = groups.composed(snapshot, "helix", "areas")
    assert made == {
        "business": ("BioF", "Biz"), "science": ("R&D", "Edu"), "health": ("Med",), "government": ("Gov",)
    }  # fmt: skip
    assert groups.wholly(made, ["Biz", "BioF"]) == ("business",)
    assert groups.wholly(made, ["Med", "Gov"]) == ("health", "government")
    assert [groups.wholly(made, part) for part in ([], ["BioF"], ["Med", "BioF"])] == [(), (), ()]
    assert groups.composed(snapshot, "areas", "areas") == groups.composed(snapshot, "helix", "member_types") == {}
