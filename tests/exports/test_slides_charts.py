"""Every number in a chart, its workbook and its labels is the answer's own."""

import io
from collections import Counter
from xml.etree.ElementTree import Element

import openpyxl
import pytest

from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.reviews import Review
from lsk_metrics.language import gettext as _
from lsk_metrics.language import use
from tests.exports.decks import BOTH, A, C, Slide, asked, cached, deck, paragraphs, told


@pytest.fixture(params=BOTH, ids="-".join)
def case(request: pytest.FixtureRequest, snapshot: str) -> tuple[Review, list[Slide], str]:
    story, lang = request.param
    slides = deck(story, lang).slides
    use(lang)
    return asked(story), slides, lang


def charts(review: Review, slides: list[Slide]) -> list[tuple[Answer, list[Slide]]]:
    """Each answer that has charts, with the slides they stand on."""
    found = []
    for each in review.answers:
        asks = [each.question]
        own = [slide for slide in slides if slide.title == each.sentence and slide.held("body", "13") == asks]
        own = [slide for slide in own if slide.chart is not None]
        found += [(each, own)] if own else []
    return found


def drawn(slide: Slide) -> Element:
    assert slide.chart is not None
    return slide.chart


def numbers(own: list[Slide]) -> list[float]:
    return sorted(value for slide in own for value in cached(drawn(slide)))


def test_a_chart_holds_the_values_of_the_answer_and_no_other_number(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, _lang = case
    for each, own in charts(review, slides):
        rows = [row for row in each.rows if row.value is not None]
        shown = numbers(own)
        below = " ".join(own[0].held("body", "15"))
        left_out = _("Not drawn, as all others would be flat beside it: {names}.").split("{")[0]
        if left_out in below:
            rows = [row for row in rows if each.role(row.place) not in ("union", "nation")]
        if each.indicator.chart == "scatter":
            both = Counter(row.place for row in rows)
            rows = [row for row in rows if both[row.place] == 2]
        elif not each.view and not each.measured and each.indicator.chart in ("bars", "ranking", "map"):
            newest = max(row.year for row in rows)
            rows = [row for row in rows if row.year == newest or each.indicator.chart != "map"]
            assert set(shown) <= {float(row.value or 0) for row in rows}, each.key
            assert len(shown) == len({(row.place, row.series) for row in rows if row.year == newest})
            continue
        ends = [end for row in rows if each.parameters.target for end in (row.low, row.high) if end is not None]
        assert shown == sorted([*(float(row.value or 0) for row in rows), *map(float, ends)]), each.key


def test_every_cell_a_chart_refers_to_holds_the_number_it_shows(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, _lang = case
    for _each, own in charts(review, slides):
        for slide in own:
            sheet = openpyxl.load_workbook(io.BytesIO(slide.workbook())).worksheets[0]
            for reference in [each for each in drawn(slide).iter() if each.tag in (f"{C}numRef", f"{C}strRef")]:
                where = (reference.findtext(f"{C}f") or "").rpartition("!")[2].replace("$", "")
                found = sheet[where]
                cells = [cell for line in found for cell in line] if isinstance(found, tuple) else [found]
                held = {at: cell.value for at, cell in enumerate(cells) if cell.value is not None}
                said = {int(point.attrib["idx"]): point.findtext(f"{C}v") or "" for point in reference.iter(f"{C}pt")}
                if reference.tag == f"{C}numRef":
                    assert {at: float(value) for at, value in held.items()} == {at: float(v) for at, v in said.items()}
                else:
                    assert held == said


def test_a_year_is_beside_its_value_and_a_year_without_a_figure_is_a_gap(snapshot: str) -> None:
    [(each, [slide])] = charts_of("s3", "gerd_share_of_gdp")
    home = next(ser for ser in drawn(slide).iter(f"{C}ser") if ser.findtext(f".//{C}tx//{C}v") == each.place("PL21"))
    years = {pt.attrib["idx"]: pt.findtext(f"{C}v") for pt in home.findall(f"{C}cat//{C}pt")}
    values = {years[pt.attrib["idx"]]: pt.findtext(f"{C}v") for pt in home.findall(f"{C}val//{C}pt")}
    assert (values["2013"], values["2016"], values["2023"]) == ("1.32", "2.17", "2.75")
    flanders = next(ser for ser in drawn(slide).iter(f"{C}ser") if ser.findtext(f".//{C}tx//{C}v") == "Flanders")
    there = [years[pt.attrib["idx"]] for pt in flanders.findall(f"{C}val//{C}pt")]
    assert "2018" not in there
    assert "2017" in there


def charts_of(story: str, key: str) -> list[tuple[Answer, list[Slide]]]:
    slides = deck(story, "en").slides
    use("en")
    return [(each, own) for each, own in charts(asked(story), slides) if each.key == key]


def test_a_break_parts_a_line_in_two_and_only_the_last_part_is_named(snapshot: str) -> None:
    [(each, [slide])] = charts_of("s3", "tertiary_attainment")
    names = [ser.findtext(f".//{C}tx//{C}v") or "" for ser in drawn(slide).iter(f"{C}ser")]
    assert sum("(break in the series)" in name for name in names) == 20
    said = Counter(words for label in drawn(slide).iter(f"{C}dLbl") for words in paragraphs(label))
    assert max(said.values()) == 1
    assert f"{each.place('PL21')} 41.9%" in said


def test_numbers_written_at_points_are_those_of_their_points_in_the_language(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, lang = case
    for each, own in charts(review, slides):
        for slide in own:
            sums = Counter[str]()
            for series in drawn(slide).iter(f"{C}ser"):
                for pt in series.findall(f"{C}val//{C}pt"):
                    sums[pt.attrib["idx"]] += float(pt.findtext(f"{C}v") or 0)  # type: ignore[assignment]
            stacked = any(each.get("val") == "stacked" for each in drawn(slide).iter(f"{C}grouping"))
            for series in drawn(slide).iter(f"{C}ser"):
                values = {pt.attrib["idx"]: float(pt.findtext(f"{C}v") or 0) for pt in series.findall(f"{C}val//{C}pt")}
                for label in series.iter(f"{C}dLbl"):
                    said = told(" ".join(paragraphs(label)), lang)
                    at = label.find(f"{C}idx")
                    assert at is not None
                    if said:
                        number = (sums if stacked else values)[at.attrib["val"]]
                        assert said == [round(number, each.indicator.decimals)]


def test_number_formats_have_the_decimals_and_the_signs_of_the_language(case: tuple[Review, list[Slide], str]) -> None:
    review, slides, lang = case
    tag = {"en": "[$-809]", "pl": "[$-415]"}[lang]
    for each, own in charts(review, slides):
        for slide in own:
            formats = [found.attrib["formatCode"] for found in drawn(slide).iter(f"{C}numFmt")]
            assert all(found == "General" or found.startswith(tag) for found in formats)
            for label in drawn(slide).iter(f"{C}dLbls"):
                written = label.find(f"{C}numFmt")
                if written is not None:
                    wanted = "#,##0" + ("." + "0" * each.indicator.decimals if each.indicator.decimals else "")
                    assert written.attrib["formatCode"] == f'{tag}{wanted};{tag}"−"{wanted}'


def test_the_axis_of_bars_begins_at_zero_and_the_unit_stands_at_every_axis(
    case: tuple[Review, list[Slide], str],
) -> None:
    review, slides, _lang = case
    for each, own in charts(review, slides):
        for slide in own:
            chart = drawn(slide)
            titles = [
                " ".join(paragraphs(title)) for axis in chart.iter(f"{C}valAx") for title in axis.iter(f"{C}title")
            ]
            assert titles
            assert each.indicator.chart == "scatter" or titles == [each.unit[:1].upper() + each.unit[1:]]
            if chart.find(f".//{C}barChart") is not None:
                least = chart.find(f".//{C}valAx/{C}scaling/{C}min")
                assert least is not None
                assert float(least.attrib["val"]) <= 0


def test_the_home_region_has_the_themes_accent_and_what_is_made_up_is_hatched(snapshot: str) -> None:
    [(each, [slide])] = charts_of("s3", "gerd_share_of_gdp")
    inks = {
        ser.findtext(f".//{C}tx//{C}v"): [ink.attrib["val"] for ink in ser.findall(f"{C}spPr/{A}ln/{A}solidFill/*")]
        for ser in drawn(slide).iter(f"{C}ser")
    }
    assert inks[each.place("PL21")] == ["accent1"]
    assert inks["Flanders"] == [LIGHT.peer.removeprefix("#").upper()]
    [(_members, [slide])] = charts_of("s3", "members_by_helix")
    [series] = drawn(slide).iter(f"{C}ser")
    pattern = series.find(f"{C}spPr/{A}pattFill")
    assert pattern is not None
    assert pattern.attrib["prst"] == "wdUpDiag"


def test_over_and_about_stay_beside_their_numbers(snapshot: str) -> None:
    [(_each, [slide])] = charts_of("glance", "investment_by_kind")
    said = [" ".join(paragraphs(label)) for label in drawn(slide).iter(f"{C}dLbl")]
    assert said == [">\N{NO-BREAK SPACE}€207m", ">\N{NO-BREAK SPACE}€202m"]
