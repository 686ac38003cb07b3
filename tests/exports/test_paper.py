"""The PDF of a review read back by pdfium: every number of its tables and sentences is that of the answers."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from lsk_metrics import language
from lsk_metrics.errors import ExportRefused
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.paper import pdf_file, typeset
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.reviews import Review, review
from lsk_metrics.warehouse import comments
from tests.exports import review_twin as twin
from tests.exports.paper_reading import Element, bare, elements, headings
from tests.exports.paper_reading import language as language_of

FIGURE = re.compile(r"(?:[><~]\u00a0)?\u2212?\d[\d.,\u00a0]*")
RANGE = re.compile(r"\u2212?\d[\d.,\u00a0]*–\u2212?\d[\d.,\u00a0]*")


class Paper(NamedTuple):
    told: Review
    held: bytes
    elements: list[Element]


@pytest.fixture(scope="module")
def papers(snapshot: str) -> dict[tuple[str, str], Paper]:
    """Each ready story in each language, set once."""
    found = {}
    for lang in ("en", "pl"):
        for story in twin.STORIES:
            with speaking(lang):
                told = review(story, on="2026-05-21")
                held = pdf_file(told)
            found[story, lang] = Paper(told, held, elements(held))
    return found


@pytest.fixture(params=[(story, lang) for lang in ("en", "pl") for story in twin.STORIES], ids="-".join)
def paper(papers: dict[tuple[str, str], Paper], request: pytest.FixtureRequest) -> Paper:
    language.use(request.param[1])
    return papers[request.param]


def sections(paper: Paper) -> Iterator[tuple[Answer, list[Element]]]:
    """Each answer with the elements between its question and the next heading."""
    flat = [part for each in paper.elements for part in each.children]
    starts = [at for at, each in enumerate(flat) if each.kind in ("H1", "H2")] + [len(flat)]
    questions = {bare(each.question): each for each in paper.told.answers}
    for first, last in pairwise(starts):
        if flat[first].kind == "H2" and bare(flat[first].text) in questions:
            yield questions.pop(bare(flat[first].text)), flat[first + 1 : last]
    assert not questions


def tables(parts: list[Element]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Heads and rows of each table; what runs over to the next page is joined to it."""
    found: list[tuple[list[str], list[list[str]]]] = []
    for table in Element("", "", 0, children=parts).all("Table"):
        heads = [cell.text for cell in table.all("TH")]
        rows = [[cell.text for cell in row.all("TD")] for body in table.all("TBody") for row in body.all("TR")]
        if heads:
            found.append((heads, []))
        found[-1][1].extend(rows)
    yield from found


def test_every_number_of_its_tables_is_that_of_the_answers(paper: Paper) -> None:
    for answer, parts in sections(paper):
        found: Counter[tuple[str, str, str]] = Counter()
        for heads, rows in tables(parts):
            unit = [at for at, head in enumerate(heads) if bare(head).lower() == bare(answer.unit).lower()]
            for row in rows:
                assert len(row) == len(heads)
                for at in unit or range(1, len(row)):
                    across = "" if unit else heads[at]
                    found.update((bare(row[0]), bare(across), said) for said in figures(row[at]))
        assert found == Counter(expected(answer, {bare(head) for heads, _rows in tables(parts) for head in heads}))


def figures(cell: str) -> list[str]:
    """The number a cell begins with, and the range behind it, without the letters and signs between."""
    first = FIGURE.match(cell)
    return [first[0].rstrip("\u00a0"), *RANGE.findall(cell[first.end() :])] if first else []


def expected(answer: Answer, heads: set[str]) -> Iterator[tuple[str, str, str]]:
    """Where each value and each range of the picture's rows has to stand: first cell of its line, head, text."""
    for row in twin.pictured(answer):
        place, group = answer.place(row.place), answer.series_name(row.series) if row.series else ""
        first, across = twin.name(answer, row), answer.period(row)
        if first == row.kind:
            first = kind_name(row.kind)
        if answer.parameters.target:
            first, across = answer.period(row), group[:1].upper() + group[1:]
        elif len(answer.places) > 1 and bare(group) in heads:
            first, across = place, group
        elif bare(across) not in heads:
            first, across = place if len(answer.places) > 1 else group or answer.period(row), ""
        for said in twin.values(answer, [row]):
            yield bare(first), bare(across), said


def test_every_answer_stands_first_and_its_facts_below_its_picture(paper: Paper) -> None:
    for answer, parts in sections(paper):
        assert bare(parts[0].text) == bare(answer.sentence)
        told = bare("".join(part.text for part in parts))
        kinds = [kind_name(kind) for kind in answer.kinds]
        for words in [answer.unit, answer.snapshot, answer.key, *kinds, *answer.caveats]:
            assert bare(words).lower() in told.lower()
        for card in answer.sources:
            assert bare(card.citation()).lower() in told.lower()
            assert bare(language.day(card.retrieved)) in told


def test_every_picture_says_its_sentence_and_what_is_made_up_carries_the_word(paper: Paper) -> None:
    for answer, parts in sections(paper):
        [figure] = Element("", "", 0, children=parts).all("Figure")
        made_up = "illustrative" in answer.kinds
        word = kind_name("illustrative")
        assert figure.alt == (f"{word}. {answer.sentence}" if made_up else answer.sentence)
        assert (word.upper() in figure.text) == made_up


def test_its_tags_are_those_of_pdf_ua(paper: Paper) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.held
    assert b"/MarkInfo<</Marked true" in paper.held
    assert language_of(paper.held) == language.spoken()
    kinds = {each.kind for page in paper.elements for each in page.all("H1", "H2", "TOC", "Figure", "TH", "L")}
    assert kinds == {"H1", "H2", "TOC", "Figure", "TH", "L"}
    assert set(re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z]+)", paper.held)) == {b"SourceSansPro"}


def test_its_bookmarks_are_its_headings(paper: Paper) -> None:
    levels = {"H1": 0, "H2": 1}
    found = [(levels[each.kind], bare(each.text)) for page in paper.elements for each in page.all("H1", "H2")]
    listed = [(level, bare(title)) for level, title in headings(paper.held)]
    assert [each for each in found if each in listed] == listed
    assert len(found) == len(listed) + 1  # the contents do not list themselves


def test_it_ends_with_sources_commands_and_kinds(paper: Paper) -> None:
    told = bare("".join(page.text for page in paper.elements))
    for card in paper.told.sources:
        assert all(bare(words) in told for words in (card.sha256, card.licence, card.file))
    assert bare(paper.told.command) in told
    for answer in paper.told.answers:
        assert bare(f"lsk show {answer.indicator.id}") in told


def test_every_target_has_its_status_in_words(papers: dict[tuple[str, str], Paper]) -> None:
    for lang in ("en", "pl"):
        language.use(lang)
        paper = papers["board", lang]
        table = next(rows for page in paper.elements for _heads, rows in tables([page]) if len(rows[0]) == 7)
        assert [bare(row[1]) for row in table] == [bare(f"{each.named} {each.because}") for each in paper.told.targets]
        assert [row[2].split("\u00a0(")[0].split(" (")[0] for row in table] == [
            each.amount(each.latest[1]) if each.latest else "–" for each in paper.told.targets
        ]
        assert bare(table[0][0]) == bare({"en": "Off track", "pl": "Poniżej planu"}[lang])


def test_equal_reviews_give_equal_bytes(papers: dict[tuple[str, str], Paper]) -> None:
    assert pdf_file(review("glance", on="2026-05-21")) == papers["glance", "en"].held
    assert b"CreateDate>2026-05-21T00:00:00Z<" in papers["glance", "en"].held


@pytest.fixture
def said(snapshot: str) -> Iterator[str]:
    """A comment of the board on the members, in the words a reader might mean ill with."""
    before = comments.file().read_bytes() if comments.file().exists() else b""
    words = '#strong[x] _a_ *b* $1$ `c` <d> @e \\ // "q" = ~ --- #import 漢'
    comments.add("members", words, "#eval(1)")
    yield words
    comments.file().write_bytes(before)


def test_texts_come_out_as_they_are(said: str) -> None:
    told = review(figures="members", told=said, on="2026-05-21")
    text = "".join(page.text for page in elements(pdf_file(told)))
    assert bare(text).count(bare(said.replace("漢", "?"))) == 3  # on the cover, as a comment, in the command
    assert text.count("---") == 3
    assert "#eval(1)" in text


def test_what_typst_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    Path(tmp_path, "review.typ").write_text("#nothing", encoding="utf-8")
    with pytest.raises(ExportRefused, match="could not be set: unknown variable: nothing"):
        typeset(tmp_path, "2026-05-21")
