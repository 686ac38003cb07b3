"""Claims, cards and lists as pages show them."""

import ast
from dataclasses import replace

import pytest

from lsk_metrics import language, paths
from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import answer, indicators, labels, records

NBSP = "\N{NO-BREAK SPACE}"


def called(functions: set[str]) -> set[str]:
    """Names a page gives to one of these functions: text, or a list of texts."""
    found: set[str] = set()
    for path in (paths.house() / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in functions
                and node.args
            ):
                first = node.args[0]
                texts = first.elts if isinstance(first, ast.List) else [first]
                found |= {
                    text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)
                }
    return found


def test_every_claim_a_page_names_is_in_the_register(snapshot: str) -> None:
    named = called({"claimed", "statements"})
    assert len(named) > 15
    assert named - {each.id for each in records.claims(snapshot)} == set()


def test_every_indicator_a_page_shows_is_in_the_catalogue(snapshot: str) -> None:
    shown = called({"show"})
    assert len(shown) > 15
    assert shown - {each.id for each in indicators()} == set()


def test_every_claim_is_whole_in_both_languages_and_has_a_card(snapshot: str) -> None:
    claims = records.claims(snapshot)
    assert len(claims) > 100
    for each in claims:
        assert each.statement.endswith(".") and each.statement_pl.endswith("."), each.id
        assert (each.caveat is None) == (each.caveat_pl is None), each.id
        assert each.source.citation(), each.id
        assert (each.value is None) == (each.qualifier == "text"), each.id
        assert each.value is None or each.unit, each.id


@pytest.mark.parametrize(
    ("name", "figure", "dated"),
    [
        ("members_2018", "95", "2018"), ("members_2006", "32", "2006"),
        ("investment_infrastructure", "> €207m", "2018"), ("investment_projects", "> €202m", "2018"),
        ("startups_2018", "40", "2018"), ("share_sme", "47%", "2018"),
        ("staff", "~ 22,000", "undated"), ("students", "> 210,000", "undated"), ("founded", "2006", "2006"),
        ("founded_month", "2006", "October 2006"), ("smart_growth", "", "2014–2020"),
        ("key_cluster_since", "2016", "21 October 2016"),
    ],
)  # fmt: skip
def test_a_claim_is_shown_with_its_qualifier_and_its_date(name: str, figure: str, dated: str, snapshot: str) -> None:
    found = records.claim(name, snapshot)
    assert found.figure().replace(NBSP, " ") == figure
    assert found.dated().replace(NBSP, " ") == dated


def test_what_a_check_found_is_said_with_what_it_was_held_against(snapshot: str) -> None:
    institutions, students = records.claim("institutions", snapshot), records.claim("students", snapshot)
    assert (institutions.agrees, institutions.found) == (True, 24)
    assert "24 (" in institutions.verdict()
    assert (students.agrees, students.found) == (False, 207_600)
    assert "207,600 (" in students.verdict()
    assert (records.claim("founder", snapshot).agrees, records.claim("founder", snapshot).verdict()) == (None, "")


def test_a_claim_nobody_made_is_refused_with_the_nearest(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no claim called “member_2018”. Did you mean “members_2018”?"):
        records.claim("member_2018", snapshot)


def test_a_card_is_cited_with_both_its_dates(snapshot: str) -> None:
    cards = {card.id: card for card in records.source_cards(snapshot)}
    assert cards["eurostat_gerd"].dates().replace(NBSP, " ") == "copy of 8 February 2026"
    assert cards["uiin_2018"].dates().replace(NBSP, " ").startswith("published 7 May 2018, copy of ")
    assert cards["eurostat_gerd"].citation().startswith("Eurostat, R&D expenditure of all sectors by region")
    language.use("pl")
    assert "Nakłady na badania" in cards["eurostat_gerd"].citation()


def test_nine_partner_regions_and_what_stands_in_for_them(snapshot: str) -> None:
    found = {row["partner"]: row["codes"] for row in records.partners(snapshot)}
    assert found == {
        "Basque Country": "ES21", "Flanders": "BE2", "Lombardia": "ITC4", "North Rhine-Westphalia": "DEA",
        "Scotland": "UKM", "Skåne": "SE22", "South-East Netherlands": "NL41, NL42", "Tampere Region": "FI19",
        "Wallonia": "BE3",
    }  # fmt: skip


def test_two_value_chains_and_six_areas_in_the_reader_s_language(snapshot: str) -> None:
    assert [len(segments) for _name, segments in records.value_chains(snapshot)] == [5, 3]
    assert [row["code"] for row in records.areas(snapshot)] == ["BioF", "R&D", "Edu", "Med", "Biz", "Gov"]
    language.use("pl")
    assert records.areas(snapshot)[2]["name"].replace(NBSP, " ") == "Nauka i edukacja"


def test_a_snapshot_tells_which_rules_it_has_passed(snapshot: str) -> None:
    names = [rule["name"] for rule in records.rules(snapshot)]
    files = [path.stem for path in (paths.PACKAGE / "warehouse" / "rules").glob("*.sql")]
    assert names == sorted(files)


def test_a_sentence_says_as_of_when_data_are_and_the_sample_has_no_age(snapshot: str) -> None:
    cards = {card.id: card for card in records.source_cards(snapshot)}
    sample, new, old = cards["sample_members"], cards["eurostat_gdp"], cards["eurostat_hrst"]
    assert labels.as_of([new, sample]).replace(NBSP, " ") == "Data as of 8 February 2026."
    assert labels.as_of([new, old]).replace(NBSP, " ") == "Data as of 8 February 2026, the oldest as of 2020."
    assert labels.as_of([sample]) == ""
    language.use("pl")
    assert labels.as_of([new, old]).replace(NBSP, " ") == (
        "Dane według stanu na 8 lutego 2026 r., najstarsze na 2020 r."
    )


def test_a_fetched_source_is_cited_with_its_own_date_and_shown_with_both(snapshot: str) -> None:
    card = replace(records.source_cards(snapshot)[0], published=None, retrieved="2026-11-21", shipped="2026-02-08")
    assert card.dates().replace(NBSP, " ") == "fetched 21 November 2026"
    assert card.history().replace(NBSP, " ") == "fetched 21 November 2026; shipped copy of 8 February 2026"
    assert replace(card, shipped=None).history().replace(NBSP, " ") == "copy of 21 November 2026"


def test_the_screen_the_command_and_the_document_say_the_same_date(snapshot: str) -> None:
    found = answer("employment_rate", snapshot=snapshot)
    assert found.document()["as_of"] == labels.as_of(found.sources) == f"Data as of 8{NBSP}February{NBSP}2026."
