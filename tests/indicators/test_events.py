"""What happened in the years an answer shows, with a source for each event; and where there is none, none."""

import shutil
from pathlib import Path

import pytest

from lsk_metrics import language, paths
from lsk_metrics.indicators import answer, indicators
from lsk_metrics.indicators.events import OVER_YEARS, during, events
from lsk_metrics.indicators.records import claim
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import read

TABLES = {table for each in indicators() for table in each.sources}


def test_the_cluster_was_founded_coordinated_and_named_a_key_cluster_while_it_grew(snapshot: str) -> None:
    found = during(answer("members"))
    assert [(event.id, event.begins) for event in found] == [
        ("founded", "2006-10"), ("coordinator", "2013"), ("key_national_cluster", "2016-10-21")]  # fmt: skip
    assert [event.label() for event in found] == [
        "2006 founded", "2013 foundation coordinates", "2016 Key National Cluster"]  # fmt: skip


def test_an_event_says_what_contradicts_it_and_where_it_was_read(snapshot: str) -> None:
    event = during(answer("members"))[-1]
    assert event.sentence() == (
        "21\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}2016: The cluster became a Key National Cluster. "
        "Conflict: the cluster’s own article of 2025 says 2015. [Klaster LifeScience Kraków, 2026]"
    )
    assert event.remarks() == [claim("key_cluster_since", snapshot).caveat]


def test_a_period_that_ends_before_an_event_does_not_show_it(snapshot: str) -> None:
    assert [event.id for event in during(answer("members", {"last_year": "2015"}))] == ["founded", "coordinator"]
    assert [event.id for event in during(answer("members", {"first_year": "2014"}))] == ["key_national_cluster"]
    assert during(answer("members", {"first_year": "2018"})) == []


def test_a_programme_is_shown_as_long_as_one_of_its_years_is(snapshot: str) -> None:
    for period in ({"last_year": "2014"}, {"first_year": "2017"}):
        [programme] = [event for event in during(answer("investment_by_year", period)) if event.ends]
        assert (programme.id, programme.first, programme.last) == ("smart_growth", 2014, 2020)
    before = during(answer("investment_by_year", {"last_year": "2013"}))
    assert [event.id for event in before] == ["coordinator"]


def test_a_break_of_one_region_concerns_only_answers_that_show_it(snapshot: str) -> None:
    assert [event.begins for event in during(answer("unemployment_rate"))] == ["2016", "2019", "2021"]
    abroad = answer("unemployment_rate", {"places": "ES21,ITC4"})
    assert [event.begins for event in during(abroad)] == ["2021"]


def test_breaks_are_where_the_data_have_their_flags(snapshot: str) -> None:
    flagged = {name: set() for name in ("unemployment_rate", "employment_rate", "tertiary_attainment")}
    for name, years in flagged.items():
        years |= {row.year for row in answer(name).rows if "b" in row.flag and row.place == "PL21"}
        assert {event.first for event in during(answer(name))} == years


def test_what_is_not_drawn_over_years_has_no_events(snapshot: str) -> None:
    assert during(answer("members_by_area")) == []
    assert during(answer("unemployment_rate", {"view": "ranking"})) == []
    assert all(each.chart in OVER_YEARS for each in indicators() if during(answer(each.id)))


def test_every_event_has_a_source_card_both_languages_and_something_it_belongs_to(snapshot: str) -> None:
    found = events(snapshot)
    assert len(found) == 17
    for event in found:
        assert event.source.producer
        assert event.title_pl != event.title
        assert event.title_pl
        assert event.short_pl
        assert bool(event.note) == bool(event.note_pl)
        assert set(event.tables) <= TABLES
        assert set(event.indicators) <= {each.id for each in indicators()}
        assert event.tables or event.indicators


def test_the_framework_programmes_come_with_their_projects(snapshot: str, projects: str) -> None:
    assert not [event for event in events(snapshot) if "Horizon" in event.title]
    found = during(answer("ec_contribution_by_year"))
    assert [(event.label(), event.source.id) for event in found] == [
        ("2014–2020 Horizon 2020", "cordis_h2020"), ("2021–2027 Horizon Europe", "cordis_horizon_europe")]  # fmt: skip


def test_the_document_lists_events_in_the_language_spoken(snapshot: str) -> None:
    language.use("pl")
    [founded, *_others] = answer("members").document()["events"]
    assert founded["text"] == "Powstał klaster."
    assert (founded["source"], founded["claim"]) == ("lifescience_pl_about", "founded_month")
    assert "events" not in answer("members_by_area").document()


def test_a_data_folder_without_events_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(paths.data(), tmp_path / "data")
    (tmp_path / "data" / "reference" / "events.csv").unlink()
    monkeypatch.setenv("LSK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    build()
    assert events(read.version()) == ()
    assert during(answer("members")) == []
