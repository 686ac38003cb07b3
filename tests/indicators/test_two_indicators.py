"""Two indicators side by side: each value in its own unit and of its own year, and only places that have both."""

import pytest

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import answer, methods


def test_each_place_has_both_values_or_none(snapshot: str) -> None:
    found = answer("two_indicators", {"indicators": "gdp_per_head_pps,gerd_share_of_gdp"})
    pairs = {(row.place, row.series): row.value for row in found.rows}
    assert pairs["PL21", "gdp_per_head_pps"] == 26200
    assert pairs["PL21", "gerd_share_of_gdp"] == 2.75
    assert pairs["NL41", None] is None  # its R&D expenditure is not in the data
    assert "Left out, because a figure is lacking: Scotland, South-East Netherlands, European Union" in " ".join(
        found.caveats
    )


def test_each_value_is_written_in_its_own_unit(snapshot: str) -> None:
    found = answer("two_indicators", {"indicators": "gdp_per_head_pps,gerd_share_of_gdp"})
    assert [found.value(row) for row in found.rows if row.place == "PL21"] == ["26,200 PPS", "2.75%"]
    assert "Małopolska has 26,200 PPS (GDP per head in purchasing power standards, 2023) and 2.75%" in found.sentence


def test_years_stay_those_of_each_value(snapshot: str) -> None:
    found = answer("two_indicators", {"indicators": "population,tertiary_attainment"})
    assert {(row.series, row.year) for row in found.rows if row.value} == {
        ("population", 2019), ("tertiary_attainment", 2024)}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("two_indicators", "population", "“Two indicators” takes from 2 to 2 indicators."),
        ("composite_rank", "hrst_share", "“Composite rank” takes from 2 to 6 indicators."),
        ("composite_rank", "hrst_share,population", "In “Population” neither more nor less is better"),
    ],
)
def test_what_cannot_be_put_together_is_refused(name: str, given: str, said: str, snapshot: str) -> None:
    with pytest.raises(ValueRefused, match=said):
        answer(name, {"indicators": given})
    with pytest.raises(NameUnknown, match="There is no indicator of regions called “members”"):
        answer(name, {"indicators": "members,hrst_share"})


def test_a_method_has_no_views(snapshot: str) -> None:
    assert [each.id for each in methods()] == ["composite_rank", "similar_regions", "two_indicators"]
    for each in methods():
        with pytest.raises(ValueRefused, match="puts indicators together already and has no views"):
            answer(each.id, {"view": "ranking"})
