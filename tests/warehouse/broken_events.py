"""Events that break their rule, each in its own way, and one that does not."""

from typing import Any

SAID = "INSERT INTO claims BY NAME SELECT 'c1' AS id, 1 AS sort, 'One.' AS statement, 'Jeden.' AS statement_pl, \
'office' AS source, false AS seed, 'exact' AS qualifier, 'members' AS topic, 'members' AS unit, 5 AS value, \
2018 AS year"
HAPPENED = "INSERT INTO events BY NAME SELECT 'cluster' AS kind, 'It was.' AS title, 'Było.' AS title_pl, \
'it' AS short, 'to' AS short_pl, "

BROKEN_EVENTS: tuple[str, list[str], list[dict[str, Any]]] = (
    "events_are_dated_and_belong_somewhere",
    [
        SAID,
        *(
            f"{HAPPENED}'{name}' AS id, '{begins}' AS begins, {ends} AS ends, {belongs} AS tables, "
            f"{claim} AS claim, '{source}' AS source"
            for name, begins, ends, belongs, claim, source in (
                ("right", "2014", "'2027-06'", "'members'", "'c1'", "office"),
                ("too_early", "1066", "NULL", "'members'", "NULL", "office"),
                ("too_late", "2099-01", "NULL", "'members'", "NULL", "office"),
                ("backwards", "2014-05", "'2014-04-30'", "'members'", "NULL", "office"),
                ("nowhere", "2014", "NULL", "NULL", "NULL", "office"),
                ("other_source", "2014", "NULL", "'members'", "'c1'", "register"),
            )
        ),
    ],
    [{"id": "too_early"}, {"id": "too_late"}, {"id": "backwards"}, {"id": "nowhere"}, {"id": "other_source"}],
)
