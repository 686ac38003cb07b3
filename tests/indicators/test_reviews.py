"""A review freezes figures, filters, day and snapshot: the same words give the same review, and the same figures."""

import dataclasses
from typing import Any

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.reviews import opened, review, stories
from lsk_metrics.indicators.reviews.step import Step, read, written


def test_every_ready_story_answers_each_of_its_figures_with_a_picture(snapshot: str) -> None:
    for story in stories(snapshot):
        found = review(story.id).answers
        assert len(found) == len(story.steps) >= 9
        assert all(each.rows and each.snapshot == snapshot and draw_for(each) for each in found)


def test_the_story_of_the_board_follows_the_targets_of_the_snapshot(snapshot: str) -> None:
    told = review("board")
    assert [each.target.id for each in told.targets if each.verdict.state == "reached"] == ["sample-attainment"]
    assert {each.parameters.target for each in told.answers} - {""} == {each.target.id for each in told.targets}
    assert review("s3").targets == ()


def test_what_is_asked_of_all_figures_is_heard_by_those_that_know_it(snapshot: str) -> None:
    told = review(
        figures="members,members_by_area;areas=Med,gerd_share_of_gdp;view=ranking,employment_rate;target=sample-employment",
        shared={"peers": "similar", "member_types": "sme"},
    )
    asked = [each.parameters for each in told.answers]
    assert [each.peers for each in asked] == ["", "", "similar", ""]
    assert [each.member_types for each in asked] == [("sme",), ("sme",), (), ()]
    assert [each.areas for each in asked] == [(), ("Med",), (), ()]


def test_the_address_of_a_review_gives_it_again(snapshot: str) -> None:
    told = review(
        figures="members,gerd_share_of_gdp;view=pace",
        told="Board, May 2026",
        on="2026-05-21",
        shared={"peers": "similar", "illustrative": "no"},
    )
    assert opened(told.asked()) == told
    assert opened(told.asked()).id == told.id
    assert told.link == (
        "/review?story=own&name=Board%2C+May+2026&date=2026-05-21&figures=members%2Cgerd_share_of_gdp%3Bview%3Dpace"
        f"&peers=similar&snapshot={snapshot}&lang=en&real=true"
    )
    assert told.command == (
        "lsk export review --story own --name 'Board, May 2026' --date 2026-05-21 "
        f"--figures 'members,gerd_share_of_gdp;view=pace' --snapshot {snapshot} --with peers=similar "
        "--with illustrative=no --lang en --to pack/"
    )


def test_a_review_has_one_id_in_both_languages_and_another_for_another_day(snapshot: str) -> None:
    told = review("s3", on="2026-05-21")
    english = told.title
    language.use("pl")
    assert review("s3", on="2026-05-21").id == told.id
    assert told.title != english
    assert review("s3", on="2026-05-22").id != told.id
    assert told.date == "21 maja 2026".replace(" ", "\N{NO-BREAK SPACE}")


def test_a_review_without_a_day_has_that_of_its_snapshot(snapshot: str) -> None:
    told = review("glance")
    assert told.on.replace("-", "") == snapshot[:8]


def test_its_answers_are_those_that_are_asked_for_alone(snapshot: str) -> None:
    told = review("s3")
    assert told.answers[2] == answer("gerd_share_of_gdp", {"view": "pace"}, snapshot)


def test_steps_are_written_and_read_alike() -> None:
    words = "members,gerd_share_of_gdp;view=pace;places=PL21|ES21"
    assert read(words) == (
        Step("members"),
        Step("gerd_share_of_gdp", (("view", "pace"), ("places", "PL21,ES21"))),
    )
    assert written(read(words)) == words


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"name": "s4"}, "There is no story called “s4”. Did you mean “s3”?"),
        ({}, "Choose a ready story, or name the figures: members,gerd_share_of_gdp;view=pace."),
        ({"figures": "member"}, "There is no indicator called “member”. Did you mean “members”?"),
        ({"figures": "members;view"}, "A figure of a review is written indicator;name=value, not “members;view”."),
        ({"figures": ",".join(["members"] * 41)}, "A review takes from 1 to 40 figures, not 41."),
        (
            {"name": "s3", "shared": {"area": "Med"}},
            "There is no parameter called “area”. Did you mean “areas”?",
        ),
        ({"name": "s3", "on": "May"}, "The date of a review is written 2026-05-21, not “May”."),
        ({"name": "s3", "on": "2026-02-30"}, "There is no day “2026-02-30”."),
        ({"name": "s3", "told": "x" * 121}, "The name of a review has at most 120 characters."),
    ],
)
def test_what_cannot_be_reviewed_is_refused_with_what_to_do(given: dict[str, Any], why: str, snapshot: str) -> None:
    with pytest.raises((NameUnknown, ValueRefused)) as refused:
        review(**given)
    assert str(refused.value) == why


def test_an_unknown_snapshot_is_refused(snapshot: str) -> None:
    with pytest.raises(NameUnknown):
        review("s3", snapshot="20200101")


def test_a_review_cannot_be_changed(snapshot: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        review("s3").on = "2026-01-01"  # type: ignore[misc]
