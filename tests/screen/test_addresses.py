"""Whatever an address says, its page opens, shows what can be shown and names the rest; and every control is in it."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.screen.put_aside import Finding, quoted, sentence
from tests.controls import CONTROLS, furnished

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
NOTE = {"en": "Not all of this address could be followed: ", "pl": "Nie wszystko z\N{NO-BREAK SPACE}tego adresu"}
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)

# What an address may say on any page, and what the note says of it.
HOSTILE: list[tuple[dict[str, str | list[str]], str]] = [
    ({"colour": "red"}, "`colour=red` does not apply"),
    ({"indicatr": "members"}, "`indicatr"),
    ({"real": "perhaps"}, "`real=perhaps` is not among the choices, `false` is shown"),
    ({"real": ["true", "false"]}, "`real` stands there more than once, `false` is shown"),
    ({"lang": "de"}, "`lang=de` is not among the choices"),
    ({"snapshot": "20190101-00000000"}, "there is no snapshot `20190101-00000000` that can be read"),
    ({"x" * 10_000: "y" * 10_000}, "`" + "x" * 40 + "…`"),
    ({"a\x00b\x1b[31m": "\u202e\n# c"}, "`a b [31m= # c`"),
    ({"<script>alert(1)</script>": "**b** [x](https://example.org) `code`"},
     "`<script>alert(1)</script>=**b** [x](http"),
    ({"__proto__": "1", "../../etc/passwd": "%00", "": "nameless", "q[]": "'; DROP TABLE members; --"}, "and 1 more."),
]  # fmt: skip


def opened(page: str, lang: str = "en") -> AppTest:
    language.use(lang)
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page(f"pages/{page}.py")


def asked(found: AppTest, said: dict[str, Any], lang: str = "en") -> AppTest:
    found.query_params.clear()
    for name, value in {"lang": lang, **said}.items():
        found.query_params[name] = value
    return found.run()


def note(found: AppTest) -> str:
    said = [each.value for each in found.caption if ":material/link_off:" in each.value]
    assert len(said) <= 1
    return "".join(said)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_any_address_and_names_what_was_put_aside(page: str, snapshot: str) -> None:
    found = opened(page)
    for said, words in HOSTILE:
        asked(found, said)
        assert [each.message for each in found.exception] == []
        assert [each.value for each in found.error] == []
        assert note(found).startswith(f":material/link_off: {NOTE['en']}")
        assert words in note(found)
        assert set(found.query_params) <= {"lang", "real"}
        assert found.title


CODES = [
    ("ecosystem", {"indicator": "patents_per_milion"},
     "`indicator=patents_per_milion` is not among the choices (did you mean `patents_per_million`?)"),
    ("ecosystem", {"indicator": "employment_rate,population"}, "`gdp_per_head_pps` is shown"),
    ("peers", {"year": "2099"}, "`year=2099` is not among the choices, `2023` is shown"),
    ("peers", {"indicator": "gdp_per_head_pps", "from": "1990"}, "`from=1990` is not among the choices"),
    ("peers", {"number": "4"}, "`number=4` does not apply to what is shown here"),
    ("peers", {"peers": "own", "places": "BE2,XX9"}, "`places=XX9` is not among the choices"),
    ("map", {"layer": "powiat_wages", "areas": "Med"}, "`areas=Med` does not apply to what is shown here"),
    ("map", {"year": ["2010", "2011"]}, "`year` stands there more than once, `2011` is shown"),
    ("map", {"areas": "Med,Mud"}, "`areas=Mud` is not among the choices"),
    ("map", {"place": "<img src=x onerror=alert(1)>"}, "`place=<img src=x onerror=alert(1)>` is not among the choices"),
    ("data", {"tab": "snapshot"}, "`tab=snapshot` is not among the choices (did you mean `snapshots`?)"),
    ("ask", {"table": "member"}, "`table=member` is not among the choices"),
    ("ask", {"q": "SELECT 1 " * 3000}, "is too long and was cut"),
    ("register", {"table": "persons"}, "`members` is shown"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "said", "words"), CODES)
def test_a_value_that_is_not_to_be_had_is_named_with_what_is_shown(
    page: str, said: dict[str, Any], words: str, snapshot: str
) -> None:
    found = asked(opened(page), said)
    assert [each.message for each in found.exception] == []
    assert words in note(found)
    found.run()
    assert words in note(found), "a page that runs again by itself still says it"


@both_languages
def test_what_fits_is_followed_without_a_note(lang: str, snapshot: str) -> None:
    found = asked(opened("peers", lang), {"indicator": "population", "year": "2015", "real": "true"}, lang)
    assert note(found) == ""
    assert found.selectbox(key="indicator").value == "population"
    assert set(found.query_params) == {"lang", "indicator", "year", "real"}


def test_names_of_the_command_line_and_of_older_links_lead_to_those_of_today(snapshot: str) -> None:
    found = asked(opened("peers"), {"target_year": "2035"})
    assert note(found) == ""
    assert found.selectbox(key="target").value == "2035"
    assert "target" in found.query_params and "target_year" not in found.query_params


def test_the_note_goes_with_the_next_choice_and_what_a_choice_leaves_behind_needs_none(snapshot: str) -> None:
    found = asked(opened("map"), {"areas": "Med", "colour": "red"})
    assert "colour" in note(found)
    found.selectbox(key="layer").set_value("powiat_wages").run()
    assert note(found) == ""
    assert set(found.query_params) == {"lang", "layer"}


@both_languages
def test_the_note_is_one_sentence_and_nothing_in_it_acts(lang: str) -> None:
    language.use(lang)
    said = sentence([Finding("value", "place", "**b**\n`x` <i>", "", "-") for _each in range(5)])
    assert said.startswith(NOTE[lang])
    assert said.count("`place=**b** x <i>`") == 3
    assert said.endswith({"en": "and 2 more.", "pl": "i\N{NO-BREAK SPACE}jeszcze 2."}[lang])
    assert quoted("`" * 9) == "`–`"


@pytest.fixture(scope="module")
def home_with_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home where every control is there: two snapshots, and boundaries of the powiats."""
    yield furnished(tmp_path_factory.mktemp("furnished"))[0]


CHOICES = {"selectbox", "multiselect", "select_slider", "slider", "toggle", "checkbox", "radio", "button_group",
           "text_input", "text_area", "number_input", "date_input", "time_input", "color_picker", "chat_input",
           "tab_container", "expander", "popover", "file_uploader", "plotly_chart", "deck_gl_json_chart",
           "arrow_data_frame"}  # fmt: skip
# Of the parts written for this program those that keep a choice themselves.
OWN = {"years"}


def controls(found: AppTest) -> set[str]:
    """Keys of all that keeps a reader's choice; tabs without a key are named by their kind."""

    def walk(node: Any) -> Iterator[Any]:
        for child in getattr(node, "children", {}).values():
            yield child
            yield from walk(child)

    names = set()
    for each in walk(found._tree):
        proto, choosable = getattr(each, "proto", None), True
        if each.type in ("plotly_chart", "deck_gl_json_chart", "arrow_data_frame"):
            choosable = bool(getattr(proto, "selection_mode", None))
        name = getattr(proto, "id", "").split("-", 2)
        if each.type == "bidi_component" and name[-1] in OWN:
            names.add(name[-1])
        if each.type in CHOICES and choosable:
            names.add(name[2] if len(name) == 3 else f"a {each.type} without a key")
    return names - {"a expander without a key", "a popover without a key"}


def kept_out() -> list[str]:
    """The patterns of keys that the document lists with the reason why they are not in the address."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    [part] = re.findall(r"What is not in the address.*?\n\n(.*?)\n\n", text, re.DOTALL)
    return [name for line in part.splitlines() for name in re.findall(r"`([^`]+)`", line.split("|")[1])]


@pytest.mark.parametrize("page", PAGES)
def test_every_control_is_in_the_address_or_in_the_document_with_its_reason(
    page: str, home_with_all: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_HOME", str(home_with_all))
    met: set[str] = set()
    found = opened(page)
    for address in {each.opened for each in CONTROLS if each.page == page} | {""}:
        met |= controls(asked(found, dict(part.split("=") for part in address.split("&") if part)))
    tried = {each.key for each in CONTROLS if each.page in (page, "members")}
    tabs = {key for key in met if key.startswith("tabs_tab_")} if "tab" in tried else set()
    unknown = {key for key in met - tried - tabs if not any(fnmatch(key, pattern) for pattern in kept_out())}
    assert unknown == set(), "a control without a row in tests/controls.py or a reason in docs/architecture.md"
    assert {each.key for each in CONTROLS if each.page == page} - {"tab"} <= met
