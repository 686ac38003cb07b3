"""The show says of each figure what its answer says, in both languages, and asks nobody for anything."""

import re
from html.parser import HTMLParser

import pytest

from lsk_metrics import language
from lsk_metrics.exports.present import show_file
from lsk_metrics.exports.present.screens import screens
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators.reviews import Review, review
from lsk_metrics.indicators.status.board import finding
from lsk_metrics.warehouse import comments

STORIES = ("s3", "board", "glance")
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """What a show holds: screens with their headings and pictures, every id, every address and every word."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.said: list[str] = []
        self.alone: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.lang = ""
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known: Attributes = dict(attrs)
        self.open.append(tag)
        self.lang = self.lang or known.get("lang") or ""
        self.ids += [str(known["id"])] if "id" in known else []
        self.addresses += [str(known[name]) for name in ("src", "href", "xlink:href") if name in known]
        if tag == "svg" and known.get("aria-label"):
            self.alone.append(str(known["aria-label"]))
        if tag in ("h1", "h2"):
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            return
        self.said.append(data)
        if self.open and self.open[-1] in ("h1", "h2"):
            self.headings[-1] += data


@pytest.fixture(params=[(story, lang) for story in STORIES for lang in language.LANGUAGES], ids="-".join)
def both(request: pytest.FixtureRequest, snapshot: str) -> tuple[Review, Page]:
    story, lang = request.param
    language.use(lang)
    found = review(story)
    page = Page(show_file(found).decode("utf-8"))
    assert page.lang == lang
    return found, page


def test_each_screen_is_headed_by_the_sentence_of_its_answer(both: tuple[Review, Page]) -> None:
    found, page = both
    targets = [finding(found.targets)] if found.targets else []
    begun = 1 + len(targets)
    assert page.headings[:begun] == [found.title, *targets]
    assert page.headings[begun : begun + len(found.answers)] == [each.sentence for each in found.answers]


def test_both_pictures_of_a_figure_are_read_aloud_as_its_sentence(both: tuple[Review, Page]) -> None:
    found, page = both
    drawn = [each.sentence for each in found.answers if draw_for(each)]
    assert len(drawn) == len(found.answers)
    maps = [each.sentence for each in found.answers if each.indicator.chart == "map"]
    assert [words for words in page.alone if words not in maps] == [
        words for each in drawn if each not in maps for words in (each, each)
    ]


def test_each_figure_says_its_unit_sources_kinds_and_caveats(both: tuple[Review, Page]) -> None:
    found, page = both
    said = " ".join(page.said)
    for each in found.answers:
        assert each.unit in said
        assert all(card.brief() in said and card.citation() in said for card in each.sources)
        assert all(words in said for words in each.caveats)
        assert each.snapshot in said


def test_what_is_made_up_is_marked_across_the_picture(both: tuple[Review, Page]) -> None:
    found, page = both
    made_up = sum("illustrative" in each.kinds for each in found.answers)
    word = {"en": "Illustrative", "pl": "Przykładowe"}[page.lang]
    badges = sum(each.verdict.kind == "illustrative" for each in found.targets)
    assert made_up > 0
    assert page.said.count(word) == 2 * made_up + badges


def test_no_two_parts_of_a_show_have_one_name(both: tuple[Review, Page]) -> None:
    page = both[1]
    assert len(page.ids) == len(set(page.ids))


def test_a_show_asks_no_host_for_anything(both: tuple[Review, Page]) -> None:
    page = both[1]
    assert page.addresses == []


def test_whatever_a_drawing_refers_to_is_in_the_show(snapshot: str) -> None:
    html = show_file(review("glance")).decode("utf-8")
    named = set(re.findall(r'\bid="([^"]+)"', html))
    meant = set(re.findall(r"url\(#([^)]+)\)", html))
    assert meant
    assert meant <= named


def test_equal_reviews_give_equal_bytes(snapshot: str) -> None:
    assert show_file(review("s3")) == show_file(review("s3"))
    assert len(show_file(review("s3"))) < 2_000_000


def test_targets_stand_in_a_table_with_their_status_in_words(snapshot: str) -> None:
    language.use("pl")
    [table] = [each for each in screens(review("board")) if each.kind == "table"]
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", table.body)
    rows = [[re.sub(r"<[^>]+>", "", cell) for cell in cells[at : at + 6]] for at in range(0, len(cells), 6)]
    assert rows[0][-1] == "Ocena celu"
    told = {
        row[0].replace("\N{NO-BREAK SPACE}", " "): [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:]]
        for row in rows
    }
    assert told["Członkowie klastra Przykładowe"] == ["95 (2018)", "150 do roku 2030", "+4,6", "+3,0", "Poniżej planu"]
    assert len(rows) == 9


def test_the_speaker_has_what_the_board_said(snapshot: str) -> None:
    comments.add("members", "<b>The count of 2018</b> is the last.", "The board & co")
    try:
        [one] = [each for each in screens(review(figures="members")) if each.kind == "figure"]
        assert "&lt;b&gt;The count of 2018&lt;/b&gt; is the last." in one.notes
        assert "The board &amp; co" in one.notes
        assert "lsk show members --lang en" in one.notes
    finally:
        comments.file().unlink()


def test_a_name_is_shown_as_it_was_typed(snapshot: str) -> None:
    html = show_file(review("glance", told='"<script>alert(1)</script>" & more')).decode("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html
