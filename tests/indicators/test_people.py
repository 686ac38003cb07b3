"""Who is in a place: members and start-ups by name, and the institutions that have their seat there."""

from lsk_metrics.indicators.people import institutions_in, people_in


def test_the_six_named_institutions_have_their_seat_in_the_capital(snapshot: str) -> None:
    found = institutions_in(snapshot, "Kraków", 2023)
    assert [row["students"].replace("\N{NO-BREAK SPACE}", "") for row in found] == [
        "33,549", "18,074", "17,202", "14,876", "11,779", "6,707"]  # fmt: skip
    assert found[0]["name"] == "Uniwersytet Jagielloński"
    assert {row["year"] for row in found} == {"2023/24"}
    assert all("Statistics Poland" in row["source"] for row in found)


def test_elsewhere_and_earlier_none_is_named(snapshot: str) -> None:
    assert institutions_in(snapshot, "Tarnów", 2023) == []
    assert institutions_in(snapshot, "Kraków", 2022) == []


def test_members_and_startups_are_listed_also_in_years_after_the_register_ends(snapshot: str) -> None:
    count, listed = people_in(snapshot, "Kraków", 2018, {})
    assert (count, len(listed)) == (106, 106)  # 73 members, 33 start-ups
    assert people_in(snapshot, "Kraków", 2023, {})[0] == 106
    assert people_in(snapshot, "Kraków", 2018, {"areas": "Med"})[0] < 106
