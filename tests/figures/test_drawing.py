"""One description, two renderings: the SVG has the points, labels and order that the description gives to plotly.js."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest

from lsk_metrics.figures import Description, drawn
from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.drawing.plot import Plot, plot
from tests.every_figure import CASES, LOOKS, Case, called, described

EVERY = pytest.mark.parametrize("case", CASES, ids=called)
WIDTHS = {"light": 700, "dark": 1200, "narrow": 390}
SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]
Drawing = tuple[Description, Plot, str]
MADE: dict[str, list[Drawing]] = {}


def said(text: str) -> str:
    """A text as it is read: without marks, blanks of any kind one."""
    return " ".join(unescape(re.sub("<[^>]*>", " " if "<br>" in text else "", text)).split())


def read(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def of_kind(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if each.get("class") == kind]


def at(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def drawings(case: Case) -> list[Drawing]:
    """Each look in both languages: the description, the room it is drawn in and the SVG; made once for all tests."""
    name = called(case)
    if name not in MADE:
        MADE[name] = list(made(case))
    return MADE[name]


def made(case: Case) -> Iterator[Drawing]:
    for look in LOOKS:
        for lang in ("en", "pl"):
            description = described(case, look, lang)
            if description:
                width = WIDTHS[look]
                svg = drawn(description, width, "A sentence.")
                yield description, plot(description, width, description["layout"]["height"]), svg


@EVERY
def test_every_value_stands_where_its_axes_put_it(case: Case, snapshot: str) -> None:
    for description, room, svg in drawings(case):
        root = ElementTree.fromstring(svg)
        assert places(root) == pytest.approx(points(description, room), abs=0.5)
        assert [[at(bar, name) for name in ("x", "y", "width", "height")] for bar in of_kind(root, "bar")] == [
            pytest.approx(box, abs=2.0 if min(box[2:]) < 2 else 0.5)  # thin bars are drawn out to whole pixels
            for box in boxes(description, room)
        ]


def points(description: Description, room: Plot) -> list[float]:
    """Both coordinates of all marks that are seen, in the order of traces."""
    found = []
    for trace in description["data"]:
        if trace["type"] != "scatter" or "markers" not in trace["mode"]:
            continue
        seen = trace["marker"].get("opacity", 1)
        for number, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            if seen[number] if isinstance(seen, list) else seen:
                found += [room.x.at(x), room.y.at(y)]
    return found


def places(root: ElementTree.Element) -> list[float]:
    """The middles of all marks, of whichever shape."""
    found: list[float] = []
    for mark in of_kind(root, "point"):
        if mark.tag == f"{SVG}circle":
            found += [at(mark, "cx"), at(mark, "cy")]
        else:
            numbers = [float(each) for each in re.findall(r"-?[\d.]+", mark.get("d", ""))]
            found += [(min(part) + max(part)) / 2 for part in (numbers[::2], numbers[1::2])]
    return found


def boxes(description: Description, room: Plot) -> list[Box]:
    """Left, top, width and height of each bar; columns stand on each other where they are stacked."""
    found = []
    below: dict[float, float] = {}
    for trace in description["data"]:
        if trace["type"] != "bar":
            continue
        lying = trace.get("orientation") == "h"
        for x, y in zip(trace["x"], trace["y"], strict=True):
            if (x if lying else y) is None:
                continue
            half = trace["width"] / 2
            if lying:
                start, end = sorted((room.x.at(0), room.x.at(x)))
                top, bottom = room.y.at(y + half), room.y.at(y - half)
            else:
                start, end = room.x.at(x - half), room.x.at(x + half)
                top, bottom = room.y.at(below.get(x, 0) + y), room.y.at(below.get(x, 0))
                below[x] = below.get(x, 0) + y if description["layout"].get("barmode") == "stack" else 0
            found.append((start, top, end - start, bottom - top))
    return found


@EVERY
def test_ticks_notes_and_values_are_said_in_the_same_words_and_order(case: Case, snapshot: str) -> None:
    for description, _room, svg in drawings(case):
        root, layout = ElementTree.fromstring(svg), description["layout"]
        for kind, axis in (("xtick", layout["xaxis"]), ("ytick", layout["yaxis"])):
            low, high = axis["range"]
            ticks = zip(axis.get("tickvals", []), axis.get("ticktext", []), strict=True)
            assert [read(each) for each in of_kind(root, kind)] == [
                said(text) for value, text in ticks if low <= value <= high
            ]
        assert [read(each) for each in of_kind(root, "note")] == [
            said(each["text"]) for each in layout.get("annotations", [])
        ]
        assert [read(each) for each in of_kind(root, "value")] == values(description)
        assert len(of_kind(root, "shape")) == len(layout.get("shapes", []))
        names = [trace["name"] for trace in description["data"]] if layout["showlegend"] else []
        assert [read(each) for each in of_kind(root, "legend")] == names


def values(description: Description) -> list[str]:
    """Words at bars' ends, then those above points."""
    found = []
    for trace in sorted(description["data"], key=lambda trace: trace["type"] == "scatter"):
        if trace["type"] == "bar" and trace["textposition"] == "outside":
            found += [said(text) for text, value in zip(trace["text"], trace["x"], strict=True) if value is not None]
        elif trace["type"] == "scatter" and "text" in trace["mode"]:
            found += [said(text) for text in trace["text"]]
    return found


@EVERY
def test_a_line_is_cut_where_the_description_has_a_gap_and_keeps_its_dashes(case: Case, snapshot: str) -> None:
    for description, _room, svg in drawings(case):
        root = ElementTree.fromstring(svg)
        expected = []
        for trace in description["data"]:
            if trace["type"] == "scatter" and "lines" in trace["mode"] and "fill" not in trace:
                runs = re.findall("1{2,}", "".join("0" if y is None else "1" for y in trace["y"]))
                expected += [(len(run), trace["line"].get("dash", "solid") != "solid") for run in runs]
        assert [
            (len(re.findall("[ML]", line.get("d", ""))), line.get("stroke-dasharray") is not None)
            for line in of_kind(root, "line")
        ] == expected
        surfaces = [trace for trace in description["data"] if "fill" in trace]
        assert [len(re.findall("[ML]", each.get("d", ""))) for each in of_kind(root, "fill")] == [
            len(trace["x"]) for trace in surfaces
        ]


@EVERY
def test_no_words_run_out_of_the_picture_or_over_others_and_it_stays_light(case: Case, snapshot: str) -> None:
    for description, room, svg in drawings(case):
        assert len(svg.encode()) < 60_000
        assert svg == drawn(description, room.width, "A sentence.")
        root = ElementTree.fromstring(svg)
        written = [outline(each) for each in root.iter(f"{SVG}text") if not each.get("transform")]
        for text, (left, top, right, bottom) in written:
            assert left >= -1 and right <= room.width + 1, (text, left, right)
            assert top >= -4 and bottom <= room.height + 4, (text, top, bottom)
        for number, (text, box) in enumerate(written):
            over = [other for other, beside in written[number + 1 :] if overlap(box, beside) > 3]
            assert not over, (text, over)


def outline(element: ElementTree.Element) -> tuple[str, Box]:
    """A text and the room its letters take, without what hangs below the line."""
    size, anchor = at(element, "font-size"), element.get("text-anchor", "start")
    lines = [(element.text or "") + "".join(inner(each) for each in element if not each.get("dy"))]
    lines += ["".join(each.itertext()) for each in element if each.get("dy")]
    bold = element.get("font-weight") == "700"
    wide = max(words.length(line, bold) for line in lines) * size / 1000
    left = at(element, "x") - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    top = at(element, "y") - 0.7 * size
    return read(element), (left, top, left + wide, top + 0.7 * size + (len(lines) - 1) * 1.3 * size)


def inner(element: ElementTree.Element) -> str:
    return "".join(element.itertext()) + (element.tail or "")


def overlap(one: Box, other: Box) -> float:
    """How far two boxes lie over each other, the lesser way."""
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))
