"""Pages drawn early: the same words as in the app, nothing of a text's own as HTML, and never a crash."""

import json
from pathlib import Path

import pytest
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element

from lsk_metrics.screen.early import blocks, elements, keeping, markdown, runs
from lsk_metrics.screen.early.page import whole
from lsk_metrics.screen.early.tree import Node
from lsk_metrics.screen.words import plain

HOSTILE = '<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1)) :red[red] </style></script> `code` & "x"'
NAMES = ("overview", "peers", "board")


def element(**fields: object) -> Node:
    made = Element()
    for kind, values in fields.items():
        inner = getattr(made, kind)
        for name, value in values.items():  # type: ignore[attr-defined]
            setattr(inner, name, value)
    return Node(made)


@pytest.fixture(scope="module")
def drawn(snapshot: str) -> dict[str, str]:
    """Two pages as they are kept, in English, light and wide."""
    window = runs.Window("en", "light", 1440)
    reader = runs.Reader(window)
    found = {}
    for name in NAMES:
        page = reader.open(name)
        assert page is not None
        found[name] = whole(page, name, window)
    return found


def test_a_hostile_heading_stays_the_text_it_is() -> None:
    html = elements.drawn(element(heading={"tag": "h1", "body": plain(HOSTILE)}))
    assert html is not None
    assert "&lt;img src=x onerror=alert(1)&gt; **bold** [link](javascript" in html
    assert "<img" not in html and "<a" not in html and "<code" not in html and "</style" not in html


def test_a_hostile_text_that_nobody_escaped_brings_no_html_and_no_script_address() -> None:
    html = markdown.block(HOSTILE)
    assert "<img" not in html and "</script" not in html and 'href="javascript' not in html


def test_what_stands_in_a_control_is_text() -> None:
    html = elements.drawn(element(selectbox={"label": "<b>x</b>", "raw_value": "<script>1</script>"}))
    assert html is not None
    assert "<script" not in html and "<b>x" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (":green-badge[Published]", '<span class="e-word green-badge">Published</span>'),
        (":gray[:small[2018]]", '<span class="e-word gray"><span class="e-word small">2018</span></span>'),
        ("at 12:30, as it is", "at 12:30, as it is"),
        (":green-badge[never closed", ":green-badge[never closed"),
    ],
)
def test_the_words_streamlit_adds_to_markdown(text: str, html: str) -> None:
    assert markdown.line(text) == html


def test_two_spaces_at_the_end_begin_a_new_line() -> None:
    assert markdown.block("one  \ntwo") == "<p>one<br />\ntwo</p>\n"


def test_an_element_nobody_knows_is_an_empty_place_of_its_height() -> None:
    unknown = element(vega_lite_chart={"spec": "{}"})
    unknown.proto.height_config.pixel_height = 123
    assert elements.drawn(unknown) == '<div style="height:123px"></div>'


def test_a_container_with_nothing_in_it_takes_no_room() -> None:
    empty = Block()
    empty.flex_container.direction = 1
    assert blocks.column(Node(None, {0: Node(empty)})) == ""


def test_the_page_has_its_title_once_its_questions_and_its_drawings(drawn: dict[str, str]) -> None:
    assert drawn["overview"].count("<h1>") == 1
    assert "<h1><span>From 32 members to 95</span>" in drawn["overview"]
    assert "How fast has the cluster grown?" in drawn["overview"]
    assert drawn["overview"].count('<div class="drawing') == 4


def test_the_list_of_pages_leads_to_each_in_this_language_and_marks_the_one_that_is_open(drawn: dict[str, str]) -> None:
    assert '<a href="/?lang=en">Overview</a>' in drawn["peers"]
    assert '<a href="/peers?lang=en" aria-current="page">Peers</a>' in drawn["peers"]


def test_switches_and_lists_stand_as_a_new_reader_finds_them(drawn: dict[str, str]) -> None:
    assert "<b></b><span>Events</span>" in drawn["overview"].split("e-switch e-on", 3)[-1]
    assert '<div class="e-select"><span>Partner regions</span>' in drawn["peers"]


def test_nothing_of_the_style_sheet_can_end_it(drawn: dict[str, str]) -> None:
    style = drawn["overview"].split("<style>", 1)[1].split("</style>", 1)[0]
    assert style.count("{") == style.count("}")
    assert "data-testid" not in style


def test_pages_are_made_while_readers_see_this_snapshot_and_no_longer(
    snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAGES", ("overview",))
    monkeypatch.setattr(keeping, "WIDTHS", (1440,))
    keeping.make(tmp_path / "early" / "20000101-00000000-x", "20000101-00000000")
    assert list(tmp_path.rglob("*.html")) == []
    keeping.make(tmp_path / "early" / f"{snapshot}-x", snapshot)
    kept = sorted(path.relative_to(tmp_path / "early").as_posix() for path in tmp_path.rglob("*.html"))
    assert kept == [
        f"{snapshot}-x/{lang}/overview-{scheme}-1440.html" for lang in ("en", "pl") for scheme in ("dark", "light")
    ]


def test_of_the_sets_on_the_disk_two_stay(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        keeping.tidy(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]


def test_the_icons_are_outlines_of_letters() -> None:
    shapes = json.loads((Path(elements.__file__).with_name("icons.json")).read_text(encoding="utf-8"))
    assert {"badge", "chevron_right", "expand_more"} <= set(shapes)
    assert all(shape.startswith("M") for shape in shapes.values())


def test_the_table_of_targets_is_there_whole_and_its_buttons_wait(drawn: dict[str, str]) -> None:
    html = drawn["board"]
    assert html.count('class="state ') == 8
    targets, rest = html.split('class="drawing', 1)
    assert targets.count("<button") == targets.count('tabindex="-1"') == 8
    assert rest.count("<button") == rest.count('tabindex="-1"') == 3  # the doors below the figure
    assert "Needs +4.6" in html
