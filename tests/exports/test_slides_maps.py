"""Maps on slides are shapes that can be moved; what no chart says fairly is a table, and many bars take more slides."""

import re
from collections import Counter

import pytest

from lsk_metrics.exports.slides import pptx_file
from lsk_metrics.exports.slides.outlines import clipped, thinned
from lsk_metrics.exports.slides.places import MAP, Box
from lsk_metrics.indicators.reviews import review
from lsk_metrics.language import gettext as _
from lsk_metrics.language import use
from tests.exports.decks import A, Deck, P, asked, cached, deck, paragraphs, told


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_map_of_the_region_is_a_group_of_shapes_with_a_dot_for_each_member(lang: str, snapshot: str) -> None:
    slides = deck("glance", lang).slides
    use(lang)
    found = next(each for each in asked("glance").answers if each.key == "members_by_town")
    [slide] = [each for each in slides if each.title == found.sentence and each.layout == _("Map")]
    group = slide.shapes()[_("Map")]
    dots = [each for each in group.iter(f"{A}prstGeom") if each.attrib["prst"] == "ellipse"]
    assert len(dots) == 95
    outlines = list(group.iter(f"{A}custGeom"))
    assert len(outlines) > 5
    names = paragraphs(group)
    assert names[0] == "Kraków"
    assert set(names) <= set(found.places)
    keys = " ".join(slide.held("body", "14"))
    sums = Counter[str]()
    for row in found.rows:
        if row.year == 2018:
            sums[found.series_name(row.series or "")] += int(row.value or 0)
    said = re.findall(r"■ (.+?) (\d+)\s", keys + " ")
    assert {name: int(count) for name, count in said} == dict(sums)
    names_of = [each.attrib["name"] for each in group.iter(f"{P}cNvPr")]
    assert len(set(names_of)) == len(names_of)


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_ranks_with_their_ranges_are_a_table_with_every_number(lang: str, snapshot: str) -> None:
    slides = deck("own", lang).slides
    use(lang)
    found = asked("own").answers[0]
    [slide] = [each for each in slides if each.title == found.sentence]
    rows = [row for row in found.rows if row.series is None and row.value is not None]
    assert [[told(cell[0], lang) for cell in line[2:5]] for line in slide.table[1:]] == [
        [[row.value], [row.low], [row.high]] for row in rows
    ]
    assert [line[0] for line in slide.table[1:]] == [[found.place(row.place)] for row in rows]


def test_powiats_have_a_tile_each_and_their_bars_two_slides_of_one_scale(snapshot: str) -> None:
    slides = deck("own", "en").slides
    found = next(each for each in asked("own").answers if each.key == "powiat_wages")
    tiles, *bars = [each for each in slides if each.title == found.sentence]
    assert len(list(tiles.shapes()["Map"].iter(f"{A}custGeom"))) == 22
    written = [words for words in paragraphs(tiles.shapes()["Map"]) if words.endswith("%")]
    assert sorted(told(" ".join(written), "en")) == sorted(round(row.value or 0, 1) for row in found.rows)
    assert [each.chart is not None for each in bars] == [True, True]
    assert [len(cached(each.chart)) for each in bars if each.chart is not None] == [11, 11]
    ends = {
        axis.attrib["val"]
        for each in bars
        if each.chart is not None
        for axis in each.chart.iter()
        if axis.tag.endswith("}max")
    }
    assert len(ends) == 1


def test_no_outline_reaches_out_of_the_frame_of_the_map(snapshot: str) -> None:
    right, bottom = (MAP.left + MAP.wide) * 12700, (MAP.top + MAP.tall) * 12700
    for story in ("glance", "own"):
        for slide in deck(story, "en").slides:
            if slide.layout != "Map":
                continue
            for shape in slide.shapes()["Map"].iter(f"{P}sp"):
                place, size = shape.find(f"{P}spPr/{A}xfrm/{A}off"), shape.find(f"{P}spPr/{A}xfrm/{A}ext")
                assert place is not None
                assert size is not None
                assert int(place.attrib["x"]) >= MAP.left * 12700 - 1
                assert int(place.attrib["x"]) + int(size.attrib["cx"]) <= right + 1
                assert int(place.attrib["y"]) >= MAP.top * 12700 - 1
                assert int(place.attrib["y"]) + int(size.attrib["cy"]) <= bottom + 1


def test_a_ring_is_cut_off_where_it_crosses_the_edge() -> None:
    box = Box(0, 0, 10, 10)
    assert sorted(clipped([(5, 5), (15, 5), (15, 15), (5, 15)], box)) == [(5, 5), (5, 10), (10, 5), (10, 10)]
    assert clipped([(11, 11), (12, 11), (12, 12)], box) == []
    assert thinned([(0, 0), (0.1, 0.1), (5, 5)]) == [(0, 0), (5, 5)]


def test_the_word_for_what_is_made_up_lies_behind_a_chart_and_over_a_map(snapshot: str) -> None:
    slides = [each for each in deck("glance", "en").slides if "Watermark" in each.shapes()]
    seen = set()
    for slide in slides:
        order = list(slide.shapes())
        [figure] = [name for name in ("Map", "Chart") if name in order]
        assert (order.index("Watermark") > order.index(figure)) == (figure == "Map")
        seen.add(figure)
    assert seen == {"Map", "Chart"}


def test_an_answer_without_a_figure_has_its_slide_all_the_same(snapshot: str) -> None:
    use("en")
    told = review(figures="students;first_year=2050")
    slides = Deck(pptx_file(told)).slides
    assert slides[1].title == told.answers[0].sentence
    assert slides[1].alt() == []
    assert slides[1].held("body", "13") == [told.answers[0].question]
