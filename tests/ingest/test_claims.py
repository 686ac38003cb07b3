"""What was said in public is held against the data, and where the two differ, that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.indicators.records import claims
from lsk_metrics.ingest.build import build
from lsk_metrics.ingest.claims import agrees

SEEDS = {"uiin_2018", "dih_hero"}
# What the check of each statement in the two seed texts finds, and whether the statement agrees with it.
VERDICTS = {
    "founded": (2006, True),
    "members_2006": (32, True),
    "members_2018": (95, True),
    "members_growth": (12, False),  # "over the past decade", from 2006 to 2018
    "share_sme": (47, True),
    "share_public": (31, True),
    "share_large": (18, True),
    "focus_areas": (5, True),  # the six areas of interest without public administration
    "investment_infrastructure": (207, True),
    "investment_projects": (202, True),
    "startups_2018": (40, True),
    "institutions": (24, True),  # 10 public + 14 private
    "students": (207_600, False),  # "over 210,000", undated; 207,600 in 2011/12
    "partner_regions": (9, True),
    "areas_of_interest": (6, True),
    "quadruple_helix": (4, True),
    "value_chains": (2, True),
    "segments_health": (5, True),
    "segments_bioeconomy": (3, True),
}
SAID = {
    "members_2006": (32, "exact"), "members_2018": (95, "exact"), "investment_infrastructure": (207, "over"),
    "investment_projects": (202, "over"), "startups_2018": (40, "exact"), "share_sme": (47, "exact"),
    "share_public": (31, "exact"), "share_large": (18, "exact"), "institutions": (24, "exact"),
    "institutions_public": (10, "exact"), "institutions_private": (14, "exact"), "staff": (22_000, "about"),
    "students": (210_000, "over"), "students_share": (10, "exact"), "partner_regions": (9, "exact"),
    "partner_countries": (4, "exact"), "founded": (2006, "exact"),
}  # fmt: skip


def test_the_checks_of_the_seed_statements_find_what_was_worked_out_by_hand(snapshot: str) -> None:
    checked = {each.id: (each.found, each.agrees) for each in claims(snapshot)
               if each.source.id in SEEDS and each.agrees is not None}  # fmt: skip
    assert checked == VERDICTS


def test_the_seed_statements_keep_their_value_and_their_qualifier(snapshot: str) -> None:
    found = {each.id: (each.value, each.qualifier) for each in claims(snapshot) if each.id in SAID}
    assert found == SAID


def test_two_statements_that_contradict_each_other_are_both_kept_and_one_differs(snapshot: str) -> None:
    found = {each.id: each for each in claims(snapshot)}
    assert (found["key_cluster_since"].value, found["key_cluster_since"].agrees) == (2016, True)
    assert (found["key_cluster_2015"].value, found["key_cluster_2015"].agrees) == (2015, False)


@pytest.mark.parametrize(
    ("qualifier", "claimed", "found", "fits"),
    [
        ("exact", 95, 95, True), ("exact", 95, 95.4, False), ("exact", 47, 46.9, False),
        ("over", 207, 207, True), ("over", 207, 250, True), ("over", 207, 206.9, False),
        ("about", 22_000, 20_900, True), ("about", 22_000, 23_101, False), ("about", 22_000, 20_899, False),
        ("almost", 130_000, 129_200, True), ("almost", 130_000, 130_001, False), ("almost", 130_000, 123_000, False),
    ],
)  # fmt: skip
def test_a_finding_fits_what_was_said(qualifier: str, claimed: float, found: float, fits: bool) -> None:
    assert agrees(qualifier, claimed, found) is fits


def test_a_check_that_gives_more_than_one_number_stops_the_build(
    elsewhere: Path, change: Callable[[str, str, str], None]
) -> None:
    change("reference/claims.csv", "SELECT count(*) FROM members", "SELECT id FROM members")
    with pytest.raises(SourceError, match="“members_2012” should give one number; it gives several rows"):
        build()


def test_a_check_that_finds_nothing_does_not_agree(elsewhere: Path, change: Callable[[str, str, str], None]) -> None:
    change("reference/claims.csv", "FROM observations", "FROM observations WHERE year = 1999")
    found = {each.id: (each.found, each.agrees) for each in claims(build().snapshot)}
    assert found == {"members_2012": (3, True), "rd_2019": (None, False)}
