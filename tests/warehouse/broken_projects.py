"""Rows that break the rules about European projects, each rule by itself, and what it should return."""

from typing import Any

PROJECT = "INSERT INTO projects BY NAME SELECT 'h2020' AS programme, DATE '2015-01-01' AS begins, 1 AS countries, \
'published' AS kind, 'office' AS source, "
TAKES_PART = "INSERT INTO participations BY NAME SELECT 'office' AS source, 'P1' AS project, 'O1' AS organisation_id, \
'One' AS organisation, 'participant' AS role, false AS ended, 'published' AS kind, "
P1 = PROJECT + "'P1' AS id, 2 AS participants"
HERE = TAKES_PART + "'XX1' AS region, 'XX12' AS nuts, "

BROKEN_PROJECTS: list[tuple[str, list[str], list[dict[str, Any]]]] = [
    (
        "projects_have_someone_of_the_home_region",
        [P1, HERE + "1 AS record", PROJECT + "'P2' AS id, 1 AS participants"],
        [{"id": "P2"}],
    ),
    (
        "participants_are_no_more_than_their_project_has",
        [P1, *(HERE + f"{record} AS record" for record in (1, 2, 3))],
        [{"id": "P1", "participants": 2, "kept": 3}],
    ),
    (
        "participations_lie_in_the_country_of_their_region",
        [P1, HERE + "1 AS record", HERE.replace("XX12", "YY12") + "2 AS record"],
        [{"record": 2, "nuts": "YY12", "region": "XX1"}],
    ),
    (
        "other_names_of_towns_lead_to_towns",
        [
            "INSERT INTO town_names VALUES ('First', 'Alfa'), ('Alfa', 'Alfa'), ('Third', 'Nowhere')",
        ],
        [{"written": "Alfa"}, {"written": "Third"}],
    ),
]
