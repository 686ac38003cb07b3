"""The targets of the sample with their status, as page, file and command say them; and the answer of each."""

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import Row, answer, indicator
from lsk_metrics.indicators.answer import WEAKEST_FIRST
from lsk_metrics.indicators.status import board, course, judging
from lsk_metrics.indicators.status.targets import target, targets
from tests.indicators.status_cases import aim

NAMES = {
    "sample-members": "off_track", "sample-students": "off_track", "sample-startups": "at_risk",
    "sample-employment": "not_said", "sample-gerd": "on_track", "sample-rd-personnel": "on_track",
    "sample-unemployment": "on_track", "sample-attainment": "reached",
}  # fmt: skip


def test_the_sample_has_every_status_and_what_needs_attention_comes_first(snapshot: str) -> None:
    assert [(each.target.id, each.verdict.state) for each in board.statuses(snapshot)] == list(NAMES.items())


def test_every_target_of_the_sample_says_that_nobody_adopted_it(snapshot: str) -> None:
    for each in targets(snapshot):
        assert each.document == (
            "Illustrative target, not adopted by anyone / Cel przykładowy, przez nikogo nieprzyjęty"
        )
        assert (each.kind, each.adopted, each.id[:7], each.owner[:12]) == (
            "illustrative", None, "sample-", "Sample owner")  # fmt: skip


def test_the_baselines_of_the_sample_are_figures_the_data_hold(snapshot: str) -> None:
    for each in board.statuses(snapshot):
        assert each.verdict.line is not None
        assert each.verdict.line.at(each.target.baseline[0]) == each.target.baseline[1]


def test_the_finding_is_one_sentence_with_the_right_plurals(snapshot: str) -> None:
    found = board.statuses(snapshot)
    said = {
        "en": "4 of 8 targets are reached or on track; 3 need attention; of 1 nothing can be said",
        "pl": "Osiągnięte lub zgodne z planem: 4 z 8 celów; 3 wymagają uwagi; 1 bez oceny",
    }
    for lang, words in said.items():
        language.use(lang)
        assert board.finding(found).replace("\N{NO-BREAK SPACE}", " ") == words
    language.use("en")
    assert board.finding(found[:1]) == "0 of 1 target is reached or on track; 1 needs attention"
    assert board.finding(found[-1:]) == "1 of 1 target is reached or on track"
    assert board.finding(found[:1] + found[-1:]) == "1 of 2 targets is reached or on track; 1 needs attention"


def test_rows_come_by_need_by_name_and_by_kind(snapshot: str) -> None:
    found = board.statuses(snapshot)
    assert board.ordered(found, "need") == list(found)
    assert [each.title for each in board.ordered(found, "name")][:3] == [
        "Cluster members", "Employment rate", "People with higher education"]  # fmt: skip
    assert {each.verdict.kind for each in board.ordered(found, "kind")} == {"illustrative"}


def test_without_the_sample_no_target_is_left_and_none_is_made_up(snapshot: str) -> None:
    assert board.statuses(snapshot, illustrative=False) == ()


def test_a_row_has_codes_numbers_and_the_sentence(snapshot: str) -> None:
    row = board.row(board.statuses(snapshot)[0])
    assert row["reason"] == (
        "Off track: needs +4.6 members a year to reach 150 by 2030; the three years to 2018 brought +3.0 (rule R2)."
    )
    assert {name: row[name] for name in ("indicator", "status", "rule", "required", "past", "kind", "change")} == {
        "indicator": "members", "status": "off_track", "rule": "R2", "required": 4.583333333, "past": 3.0,
        "kind": "illustrative", "change": 27.0,
    }  # fmt: skip
    assert row["source"] == "sample_members sample_targets"


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_of_a_target_says_its_status_and_holds_figures_path_and_projection(name: str, snapshot: str) -> None:
    wanted = target(name, snapshot)
    found = answer(wanted.indicator, {"target": name}, snapshot)
    [status] = [each for each in board.statuses(snapshot) if each.target == wanted]
    assert found.sentence == status.reason
    path = [(row.year, row.value) for row in found.rows if row.series == course.PATH]
    assert path == list(wanted.knots)
    assert status.verdict.line is not None
    figures = [(row.year, row.value) for row in found.rows if row.series == course.FIGURE and row.value is not None]
    assert figures == status.verdict.line.points
    coming = [row for row in found.rows if row.series == course.PROJECTION]
    assert coming or any("No projection:" in words for words in found.caveats)
    assert all(row.low is not None and row.low <= row.value <= row.high for row in coming)
    assert coming == [] or coming[-1].year == 2030
    assert found.caveats[0].startswith("Illustrative target, not adopted by anyone")


def test_a_projection_of_published_figures_is_derived_and_one_of_the_sample_is_made_up(snapshot: str) -> None:
    kinds = {}
    for name in ("members", "gerd_share_of_gdp"):
        aimed = {"members": "sample-members", "gerd_share_of_gdp": "sample-gerd"}[name]
        rows = answer(name, {"target": aimed}, snapshot).rows
        kinds[name] = {row.kind for row in rows if row.series == course.PROJECTION}
    assert kinds == {"members": {"illustrative"}, "gerd_share_of_gdp": {"derived"}}


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("gerd_share_of_gdp", {"target": "sample-members"}, "is set for another indicator"),
        ("members", {"target": "sample-members", "illustrative": "no"}, "what is illustrative is hidden"),
        ("members", {"target": "sample-members", "first_year": "2010"}, "asked for by itself"),
        ("unemployment_rate", {"target": "sample-unemployment", "view": "ranking"}, "asked for by itself"),
        ("unemployment_rate", {"target": "sample-unemployment", "places": "BE2"}, "asked for by itself"),
    ],
)
def test_what_a_target_cannot_be_asked_with_is_refused_in_a_sentence(
    name: str, given: dict[str, str], words: str, snapshot: str
) -> None:
    with pytest.raises(ValueRefused, match=words):
        answer(name, given, snapshot)


def test_a_target_that_is_not_there_is_named_with_the_nearest(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="Did you mean “sample-members”"):
        answer("members", {"target": "sample-member"}, snapshot)


def test_groups_that_stand_side_by_side_are_not_judged(snapshot: str) -> None:
    rows = tuple(Row("P1", 2020, 1.0, "published", "office", series) for series in ("one", "two"))
    wanted = aim((2019, 90), (2030, 99))
    here = course.place(wanted, snapshot)
    found = course.verdict(wanted, tuple(Row(here, *list(vars(row).values())[1:]) for row in rows), snapshot, True)
    assert (found.state, found.why) == ("not_said", "parts")
    assert "groups that may not be added up" in course.told.reason(found, indicator("members"))


def test_the_kinds_are_weighed_as_in_every_answer() -> None:
    assert judging.WEAKEST_FIRST == WEAKEST_FIRST


def test_the_series_of_a_target_are_called_the_same_in_code_and_catalogue() -> None:
    assert course.names() == course.NAMES


def test_the_passport_of_a_target_names_its_rule_and_made_up_rows_are_told_from_a_made_up_target(snapshot: str) -> None:
    words = "Rows marked illustrative are made up"
    gerd = answer("gerd_share_of_gdp", {"target": "sample-gerd"}, snapshot)
    assert gerd.document()["definition"].endswith("at risk where it is at least 75% of it, off track below.")
    assert not any(said.startswith(words) for said in gerd.caveats)
    members = answer("members", {"target": "sample-members"}, snapshot)
    assert any(said.startswith(words) for said in members.caveats)
    assert not any("dashed line" in said for said in members.caveats)
