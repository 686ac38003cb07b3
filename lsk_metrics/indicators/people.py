"""Who is in a place: members and start-ups by name, narrowed as the map is; institutions of higher education."""

from collections.abc import Mapping

from lsk_metrics.indicators import labels
from lsk_metrics.indicators.groups import names
from lsk_metrics.language import number, pick
from lsk_metrics.warehouse import read

NARROWED_BY = ("member_types", "areas", "value_chains", "statuses")
# As many as a reader may still look through; what is beyond is counted.
PEOPLE = """SELECT *, count(*) OVER () AS people
FROM (
SELECT members_at.name, area, value_chain, year(joined) AS since,
       member_types.name AS what, member_types.name_pl AS what_pl, member_types.sort
FROM members_at JOIN member_types ON member_types.code = type
WHERE town = $town AND year = least($year, (SELECT max(year) FROM register_years))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types, type))
UNION ALL
SELECT name, area, value_chain, year(launched), 'Start-up', 'Start-up', 99
FROM startups WHERE town = $town AND year(launched) <= $year
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses, status))
) AS people
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas, area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains, coalesce(value_chain, 'none')))
ORDER BY sort, name LIMIT 200"""

INSTITUTIONS = """SELECT place AS name, value AS students, academic_year, source
FROM higher_education
WHERE level = 'institution' AND measure = 'students' AND town = $town AND year <= $year
QUALIFY row_number() OVER (PARTITION BY place ORDER BY year DESC) = 1
ORDER BY value DESC"""


def people_in(snapshot: str, town: str, year: int, given: Mapping[str, str]) -> tuple[int, list[dict[str, str]]]:
    """How many members a town has at the end of a year, with the start-ups launched by then; the first of them."""
    rows = read.rows(
        PEOPLE, {"town": town, "year": year, **{name: chosen(given, name) for name in NARROWED_BY}}, snapshot
    )
    areas = names(snapshot, "areas")
    listed = [
        {
            "name": row["name"],
            "what": pick(row["what"], row["what_pl"]),
            "area": areas[row["area"]],
            "since": str(row["since"]),
        }
        for row in rows
    ]
    return (rows[0]["people"] if rows else 0), listed


def institutions_in(snapshot: str, town: str, year: int) -> list[dict[str, str]]:
    """Institutions with their seat in a town: students in the latest academic year begun by then, and the source."""
    cards = labels.cards(snapshot)
    return [
        {
            "name": row["name"],
            "students": number(row["students"]),
            "year": row["academic_year"],
            "source": cards[row["source"]].brief(),
        }
        for row in read.rows(INSTITUTIONS, {"town": town, "year": year}, snapshot)
    ]


def chosen(given: Mapping[str, str], name: str) -> list[str]:
    return given[name].split(",") if given.get(name) else []
