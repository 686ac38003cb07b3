"""Slides say what the answers say: sentence, question, source, caveats, marks, notes; and what a table holds."""

import copy
import re
from pathlib import Path

import pytest

from lsk_metrics.errors import ValueRefused
from lsk_metrics.exports.slides import fitting, places, pptx_file
from lsk_metrics.indicators import answer, indicators, labels, methods
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.reviews import Review
from lsk_metrics.indicators.status import board
from lsk_metrics.language import day, use
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import comments
from tests.exports.decks import BOTH, Deck, P, Slide, asked, deck, figures, paragraphs, told

MADE_BY = {"en": "producer", "pl": "producer_pl"}


@pytest.fixture(params=BOTH, ids="-".join)
def case(request: pytest.FixtureRequest, snapshot: str) -> tuple[Review, list[Slide], str]:
    story, lang = request.param
    slides = deck(story, lang).slides
    use(lang)
    return asked(story), slides, lang


def test_every_answer_has_a_slide_with_its_sentence_as_title_in_the_order_of_the_review(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, _lang = case
    assert slides[0].title == review.title
    assert {slide.layout for _answer, slide in figures(review, slides)} <= {_("Figure"), _("Map"), _("Table")}
    assert [slide.title for slide in slides].count(_("Sources")) >= 1


def test_below_each_figure_stand_unit_source_and_age_and_the_foot_names_the_snapshot(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, _lang = case
    for each, slide in figures(review, slides):
        [first, *_more] = slide.held("body", "15")
        assert first.startswith(each.unit[:1].upper() + each.unit[1:])
        assert labels.as_of(each.sources) in first
        assert all(card.brief() in first for card in each.sources)
        [foot] = slide.held("ftr", "11")
        assert review.snapshot in foot
        assert review.date in foot


def test_notes_hold_question_answer_every_source_and_caveat_the_command_and_the_link(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, _lang = case
    for each, slide in figures(review, slides):
        notes = "\n".join(slide.notes)
        wanted = [each.question, each.sentence, each.snapshot, command(each), review.link, review.id, *each.caveats]
        wanted += [words for card in each.sources for words in (card.citation(), card.licence)]
        assert [words for words in wanted if words not in notes] == []


def test_what_is_made_up_carries_the_word_across_and_as_a_badge_and_nothing_else_does(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, lang = case
    word = {"en": "Illustrative", "pl": "Przykładowe"}[lang]
    for each, slide in figures(review, slides):
        shapes = slide.shapes()
        marks = [name for name in (_("Watermark"), _("Badge")) if name in shapes]
        assert bool(marks) == ("illustrative" in each.kinds), each.key
        if marks:
            assert paragraphs(shapes[_("Watermark")]) == [word.upper()]
            assert paragraphs(shapes[_("Badge")]) == [word]
    assert (word in " ".join(slides[0].held("body", "13"))) == review.illustrative


def test_charts_tables_and_maps_have_the_sentence_as_alt_text(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, _lang = case
    for each, slide in figures(review, slides):
        assert slide.alt() == [each.sentence]


def test_the_slide_number_is_a_field_on_every_slide_but_the_cover(case: tuple[Review, list[Slide], str]) -> None:
    _review, slides, _lang = case
    numbers = [slide.held("sldNum", "12") for slide in slides]
    assert numbers == [[], *([str(at)] for at in range(2, len(slides) + 1))]
    kinds = {each.get("type") for slide in slides[1:] for each in slide.root.iter() if each.tag.endswith("}fld")}
    assert kinds == {"slidenum"}


def test_every_source_stands_in_the_table_of_sources_with_its_copy_and_licence(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, lang = case
    rows = [row for slide in slides if slide.title == _("Sources") for row in slide.table[1:]]
    assert [row[0][-1] for row in rows] == [getattr(card, MADE_BY[lang]) for card in review.sources]
    assert [row[2] for row in rows] == [[day(card.retrieved)] for card in review.sources]
    assert [row[3] for row in rows] == [[card.licence] for card in review.sources]


def test_the_end_says_every_caveat_and_how_all_of_it_is_had_again(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, _lang = case
    said = [words for slide in slides if slide.layout == _("Text") for words in slide.held("body", "14")]
    for words in {words for each in review.answers for words in each.caveats}:
        assert any(line.endswith(words) for line in said)
    for wanted in (review.command, review.link, review.id):
        assert any(wanted in words for words in said)


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_table_of_targets_holds_every_status_with_its_numbers(lang: str, snapshot: str) -> None:
    slides = deck("board", lang).slides
    use(lang)
    found = asked("board").targets
    assert slides[1].title == board.finding(found)
    rows = slides[1].table[1:]
    assert len(rows) == len(found) == 8
    for row, each in zip(rows, found, strict=True):
        known, digits = board.row(each), each.indicator.decimals
        assert row[0][0] == each.named
        assert row[1][0].endswith(each.reason.partition(":")[0])
        assert told(row[2][0], lang) == [round(known["latest_value"], digits)]
        assert told(row[3][0], lang) == [round(known["target_value"], digits)]
        for cell, name in ((row[4], "required"), (row[5], "past")):
            if known[name] is None:
                assert cell == ["–"]
            else:
                [value] = told(cell[0].replace("+", ""), lang)
                assert value == pytest.approx(known[name], abs=0.06 if abs(known[name]) < 100 else 0.6)
    assert len({row[1][0][0] for row in rows}) == len({row[1][0] for row in rows})  # a shape for each status


def test_what_a_board_said_has_a_slide_of_its_own(
    snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comments, "file", lambda: tmp_path / "comments.jsonl")
    comments.add("members", "Ask the towns first.", "Anna Example")
    slides = Deck(pptx_file(asked("glance"))).slides
    [slide] = [each for each in slides if each.title == "Comments"]
    [said] = slide.held("body", "14")
    assert said.startswith("Cluster members: Ask the towns first. (Anna Example, ")


def test_no_title_is_clipped_not_even_the_longest_of_any_indicator_or_view(snapshot: str) -> None:
    views = ("ranking", "gap_leader", "gap_union", "change", "pace")
    room = (places.TITLE.wide, places.TITLE.tall)
    said = 0
    for lang in ("en", "pl"):
        use(lang)
        for each in [*indicators(), *methods()]:
            if each.fetch:
                continue
            for given in [{}, *({"view": view} for view in views if each.places == "regions")]:
                try:
                    sentence = answer(each.id, given, snapshot).sentence
                except ValueRefused:  # a total is not held against that of the whole Union
                    continue
                size = fitting.largest(sentence, room, places.TITLES, bold=True)
                assert fitting.height(sentence, size, room[0], bold=True) <= room[1], sentence
                assert size >= 15
                said += 1
    assert said > 150


def test_no_text_on_a_slide_is_smaller_than_eleven_points_but_names_on_tiles(
    case: tuple[Review, list[Slide], str],
) -> None:
    _review, slides, _lang = case
    for slide in slides:
        tree = copy.deepcopy(slide.root)
        for group in list(tree.iter(f"{P}grpSp")):
            for parent in tree.iter():
                if group in list(parent):
                    parent.remove(group)
        sizes = [int(each.attrib["sz"]) for each in tree.iter() if each.get("sz", "").isdigit()]
        chart = slide.chart
        sizes += [int(each.attrib["sz"]) for each in chart.iter() if each.get("sz")] if chart is not None else []
        assert min(sizes, default=1100) >= 1100


def test_the_numbers_of_a_title_are_those_of_the_sentence(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, lang = case
    for each, slide in figures(review, slides):
        assert re.search(r"\d", slide.title)
        assert told(slide.title, lang) == told(each.sentence, lang)
