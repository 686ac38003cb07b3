"""Who is compared with whom: sets of peers come from the regions table, and are named in every answer and export."""

import csv
import io

import pytest

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.indicators import answer

RANKED = {"view": "ranking"}


def test_the_partner_regions_are_the_usual_peers(snapshot: str) -> None:
    usual, named = answer("gdp_per_head_pps", RANKED), answer("gdp_per_head_pps", {**RANKED, "peers": "partners"})
    assert usual == named
    assert usual.peers == (
        "Compared with the partner regions: Basque Country, Flanders, Lombardia, North Rhine-Westphalia, Scotland, "
        "Skåne, South-East Netherlands, Tampere Region and Wallonia."
    )


def test_domestic_peers_are_the_regions_of_the_home_country_and_stay_out_unless_asked_for(snapshot: str) -> None:
    found = answer("regional_innovation_index", {**RANKED, "peers": "domestic"})
    ranked = [row.place for row in found.rows if row.series]
    assert len(ranked) == 17
    assert {place[:2] for place in ranked} == {"PL"}
    assert [(row.place, row.series) for row in found.rows if row.series][:2] == [("PL91", "1"), ("PL21", "2")]
    assert "PL91" not in answer("gdp_per_head_pps").places


def test_the_home_region_the_nation_and_the_union_are_always_there_and_only_the_home_region_is_ranked(
    snapshot: str,
) -> None:
    found = answer("gdp_per_head_pps", {**RANKED, "places": "ES21"})
    assert [(row.place, row.value, row.series) for row in found.rows] == [
        ("ES21", 44100, "1"), ("EU27_2020", 38100, None), ("PL", 29500, None), ("PL21", 26200, "2")]  # fmt: skip
    assert found.peers == "Compared with regions of the reader's choice: Basque Country."


def test_similar_regions_are_the_nearest_by_the_published_distance(snapshot: str) -> None:
    nearest = [row.place for row in answer("similar_regions").rows if row.series is None and row.value is not None]
    assert nearest[0] == "PL21"
    found = answer("gdp_per_head_pps", {**RANKED, "peers": "similar", "number": "3"})
    assert set(found.parameters.places) - {"PL21", "PL", "EU27_2020", "EU28"} == set(nearest[1:4])
    assert "Variables and weights: GDP per head in purchasing power standards (1), People with" in found.peers


def test_regions_of_the_own_country_can_be_left_out(snapshot: str) -> None:
    whole = answer("similar_regions")
    abroad = answer("similar_regions", {"own_country": "no"})
    assert "PL91" in [row.place for row in whole.rows if row.value is not None]
    assert [row.place for row in abroad.rows if row.place.startswith("PL") and row.place != "PL21"] == []
    found = answer("gdp_per_head_pps", {**RANKED, "peers": "similar", "number": "10", "own_country": "no"})
    assert "PL91" not in found.parameters.places
    assert found.peers.endswith("Regions of the same country are left out.")


def test_a_weight_of_nothing_takes_a_variable_out_and_lets_regions_in_that_lack_it(snapshot: str) -> None:
    found = answer("similar_regions", {"likeness": "population:0,hightech_employment_share:0,tertiary_attainment:0"})
    assert {row.series for row in found.rows if row.series} == {"gdp_per_head_pps"}
    assert "BE3" in [row.place for row in found.rows if row.value is not None]


def test_the_peers_are_named_in_the_file_and_in_the_document(snapshot: str) -> None:
    for given in ({**RANKED, "peers": "domestic"}, {"peers": "domestic"}):
        found = answer("regional_innovation_index", given)
        lines = list(csv.DictReader(io.StringIO(csv_file(found).decode("utf-8-sig"))))
        assert {line["peers"] for line in lines} == {found.peers}
        assert found.document()["peers"] == found.peers != ""
        assert "Śląskie" in found.peers
    assert "peers" not in answer("members").document()


@pytest.mark.parametrize("peers", ["partners", "domestic", "similar"])
def test_the_parameters_of_an_answer_can_be_asked_again_as_they_are(peers: str, snapshot: str) -> None:
    found = answer("gdp_per_head_pps", {**RANKED, "peers": peers})
    assert len(found.parameters.places) > 5
    again = {**RANKED, "peers": peers, "places": ",".join(found.parameters.places)}
    assert answer("gdp_per_head_pps", again) == found


def test_a_course_over_years_says_which_of_its_peers_are_missing(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp", {"peers": "domestic"})
    assert "Śląskie" in found.missing and "Warsaw capital region" not in found.missing
    assert answer("gerd_share_of_gdp").missing == ["Scotland", "South-East Netherlands"]


def test_what_is_no_set_of_peers_is_refused(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no set of peers called “simlar”. Did you mean “similar”?"):
        answer("gerd_share_of_gdp", {"peers": "simlar"})
    with pytest.raises(ValueRefused, match="“Members” is not about regions|“Cluster members”"):
        answer("members", {"peers": "partners"})
    with pytest.raises(ValueRefused, match="Ask for a set of peers or for places, not for both."):
        answer("gerd_share_of_gdp", {"peers": "partners", "places": "ES21"})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"number": "0"}, "number takes a count of regions from 1 to 50, not “0”."),
        ({"likeness": "population"}, "likeness takes indicator:weight, such as population:0.5, not “population”."),
        ({"likeness": "population:-1"}, "likeness takes indicator:weight"),
        ({"own_country": "perhaps"}, "own_country takes yes or no"),
        ({"target_year": "soon"}, "target_year takes a year such as 2018"),
    ],
)
def test_a_value_that_is_none_is_refused(given: dict[str, str], said: str, snapshot: str) -> None:
    with pytest.raises(ValueRefused, match=said.replace("(", r"\(")):
        answer("gdp_per_head_pps", {**RANKED, "peers": "similar", **given})


def test_all_weights_of_nothing_are_refused(snapshot: str) -> None:
    nothing = "gdp_per_head_pps:0,tertiary_attainment:0,hightech_employment_share:0,population:0"
    with pytest.raises(ValueRefused, match="At least one variable needs a weight above zero."):
        answer("similar_regions", {"likeness": nothing})
    with pytest.raises(NameUnknown, match="There is no variable called “populaton”. Did you mean “population”?"):
        answer("similar_regions", {"likeness": "populaton:1"})
