"""What was said in public about the cluster stands on a page, word for word, with its “over” and “about”."""

from collections.abc import Callable
from typing import Any

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import records

Read = Callable[..., Any]

ON_PAGES = [
    ("overview", "From 32 members to 95", "Od 32 do 95 członków"),
    ("overview", "32 at the start, in 2006", "32 na początku, w 2006 r."),
    ("overview", "> €207m", "> 207 mln euro"),
    ("overview", "> €202m", "> 202 mln euro"),
    ("overview", "launched with seed funds 40 ", "dzięki środkom zalążkowym 40 "),
    ("members", "from 32 members in 2006 to 95 in 2018", "z 32 w 2006 r. do 95 w 2018 r."),
    ("members", "2018 Small and medium-sized enterprises 47 ", "2018 Małe i średnie przedsiębiorstwa 47 "),
    ("members", "2018 Public institutions 31 ", "2018 Instytucje publiczne 31 "),
    ("members", "2018 Large enterprises 18 ", "2018 Duże przedsiębiorstwa 18 "),
    ("members", "2018 Not stated 4 ", "2018 Nie podano 4 "),
    ("investment", "over €207m", "ponad 207 mln euro"),
    ("investment", "over €202m", "ponad 202 mln euro"),
    ("startups", "40 start-ups by 2018", "uruchomiono 40 start-upów"),
    ("ecosystem", "institutions of higher education 24 ", "uczelnie 24 "),
    ("ecosystem", "10 public and 14 private", "publiczne: 10, niepubliczne: 14"),
    ("ecosystem", "~ 22,000 ", "~ 22 000 "),
    ("ecosystem", "> 210,000 ", "> 210 000 "),
    ("ecosystem", "10% of the country's", "10% studentów w kraju"),
    ("ecosystem", "partner regions in Europe 9 ", "regiony partnerskie w Europie 9 "),
    ("ecosystem", "Basque Country", "Kraj Basków"),
    ("ecosystem", "Flanders", "Flandria"),
    ("ecosystem", "Lombardia", "Lombardia"),
    ("ecosystem", "North Rhine-Westphalia", "Nadrenia Północna-Westfalia"),
    ("ecosystem", "Scotland", "Szkocja"),
    ("ecosystem", "Skåne", "Skania"),
    ("ecosystem", "South-East Netherlands", "Południowo-Wschodnia Holandia"),
    ("ecosystem", "Tampere Region", "Region Tampere"),
    ("ecosystem", "Wallonia", "Walonia"),
    (
        "ecosystem",
        "four countries on joint projects: France, Germany, the United Kingdom and the United States",
        "z czterech krajów: Francji, Niemiec, Wielkiej Brytanii i Stanów Zjednoczonych",
    ),
    ("ecosystem", "Smart Growth programme 2014–2020", "Programu Inteligentny Rozwój 2014–2020"),
    ("ecosystem", "named it a Key National Cluster", "status Krajowego Klastra Kluczowego"),
    ("data", "The cluster was founded in 2006.", "Klaster powstał w 2006 r."),
]


@pytest.mark.parametrize(("page", "english", "polish"), ON_PAGES)
def test_a_published_statement_stands_on_its_page(read: Read, page: str, english: str, polish: str) -> None:
    assert english in read(page, "en").text
    assert polish in read(page, "pl").text


@pytest.mark.parametrize(("page", "english", "polish"), ON_PAGES)
def test_it_stays_when_the_sample_is_hidden(read: Read, page: str, english: str, polish: str) -> None:
    assert english in read(page, "en", real=True).text
    assert polish in read(page, "pl", real=True).text


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_every_statement_of_the_register_stands_on_the_data_page(read: Read, snapshot: str, lang: str) -> None:
    text = read("data", lang).text
    claims = records.claims(snapshot)
    assert len(claims) >= 148
    assert [each.id for each in claims if " ".join(each.text().split()) not in text] == []


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_every_warning_of_a_statement_stands_beside_it(read: Read, snapshot: str, lang: str) -> None:
    text = read("data", lang).text
    assert [each.id for each in records.claims(snapshot) if " ".join(each.warning().split()) not in text] == []


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_every_source_stands_on_the_data_page(read: Read, snapshot: str, lang: str) -> None:
    text = read("data", lang).text
    titles = {each.id: language.pick(each.title, each.title_pl) for each in records.source_cards(snapshot)}
    assert len(titles) >= 50
    assert [name for name, title in titles.items() if " ".join(title.split()) not in text] == []


def test_statements_that_contradict_the_data_are_said_to_differ(read: Read, snapshot: str) -> None:
    differing = [each for each in records.claims(snapshot) if each.agrees is False]
    assert differing
    assert f"{len([c for c in records.claims(snapshot) if c.agrees is not None])} are held against the data" in (
        read("data").text
    )
