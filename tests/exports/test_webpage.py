"""The web page of a review read back by Python's own parser: every number and word is that of the answers."""

from base64 import b64decode
from collections.abc import Iterator

from lsk_metrics import language
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.kinds import kind_name
from tests.exports import review_twin as twin
from tests.exports.page_reading import Element, Page


def articles(page: Page) -> Iterator[tuple[Answer, Element]]:
    return zip(page.told.answers, page.whole.all("article"), strict=True)


def test_every_number_of_its_tables_is_that_of_the_answers(page: Page) -> None:
    for answer, article in articles(page):
        [table] = article.all("table")
        heads = [head.text for head in table.all("th") if head.given["scope"] == "col"]
        at = next(at for at, head in enumerate(heads) if head.lower() == answer.unit.lower())
        lines = [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")][1:]
        assert len(lines) == len(answer.rows)
        for cells, row in zip(lines, answer.rows, strict=True):
            said = twin.value(answer, row) if row.value is not None else {"en": "no figure", "pl": "brak danych"}
            assert cells[at] == (said if isinstance(said, str) else said[language.spoken()])
            told = {answer.place(row.place), answer.period(row), kind_name(row.kind), answer.flag_words(row)}
            told |= {answer.series_name(row.series)} if row.series else set()
            ranges = list(twin.values(answer, [row]))[1:]
            assert {*cells} - {cells[at]} <= {*told, *ranges, "–"}
            assert {*ranges} <= {*cells}


def test_every_answer_carries_all_that_is_known_of_it(page: Page) -> None:
    for answer, article in articles(page):
        assert next(article.all("h3")).text == answer.question
        assert next(article.having("class", "lead")).text == answer.sentence
        told = article.text.lower()
        words = [answer.unit, answer.snapshot, answer.key, command(answer), answer.sql, *answer.caveats]
        words += [kind_name(kind) for kind in answer.kinds]
        words += [each for card in answer.sources for each in (card.citation(), language.day(card.retrieved))]
        assert [each for each in words if each.lower() not in told] == []


def test_the_answers_stand_in_brief_before_all_else(page: Page) -> None:
    [told] = page.whole.having("class", "brief")
    pairs = list(zip(told.all("dt"), told.all("dd"), strict=True))
    for (question, words), answer in zip(pairs, page.told.answers, strict=True):
        badge = kind_name("illustrative") if "illustrative" in answer.kinds else ""
        assert (question.text, words.text) == (answer.question, f"{answer.sentence} {badge}")


def test_every_picture_is_there_before_any_script_and_says_its_sentence(page: Page) -> None:
    for answer, article in articles(page):
        assert draw_for(answer)
        made_up = "illustrative" in answer.kinds
        word = kind_name("illustrative")
        drawings = list(article.having("class", "drawing"))
        assert [each.given["class"] for each in drawings] == [
            "drawing light wide", "drawing light narrow", "drawing dark wide", "drawing dark narrow"
        ]  # fmt: skip
        for each in drawings:
            drawn = next(each.all("svg"))
            assert drawn.given["aria-label"] == (f"{word}. {answer.sentence}" if made_up else answer.sentence)
            assert (word.upper() in drawn.text) == made_up


def test_the_rows_are_in_the_page_as_the_file_they_make(page: Page) -> None:
    for answer, article in articles(page):
        [link] = [each for each in article.all("a") if "download" in each.given]
        assert b64decode(link.given["href"].removeprefix("data:text/csv;base64,")) == csv_file(answer)
        assert link.given["download"].endswith(".csv")


def test_every_target_has_its_status_in_words(pages: dict[tuple[str, str], Page]) -> None:
    for lang, first in (("en", "Off track"), ("pl", "Poniżej planu")):
        language.use(lang)
        page = pages["board", lang]
        rows = list(next(page.whole.having("class", "targets")).all("tr"))[1:]
        assert [next(row.all("th")).text for row in rows] == [each.named + each.because for each in page.told.targets]
        assert next(rows[0].having("class", "state")).text == first
        for row, each in zip(rows, page.told.targets, strict=True):
            assert f"{each.amount(each.target.value)} ({each.period(each.target.year)})" in row.text


def test_sources_come_with_licence_and_checksum(page: Page) -> None:
    text = page.whole.text
    for card in page.told.sources:
        assert all(words in text for words in (card.name(), card.licence, card.file, card.sha256))
    assert page.told.command in text
    assert page.told.id in text
