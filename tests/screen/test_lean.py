"""What is done in short in Streamlit's place gives what Streamlit gives."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit import config
from streamlit.components.v2.bidi_component.main import BidiComponentMixin
from streamlit.elements.lib.utils import compute_and_register_element_id
from streamlit.elements.widgets import selectbox
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest
from streamlit.web import bootstrap

from lsk_metrics.paths import PACKAGE
from lsk_metrics.screen import lean, server

# Streamlit's own, as it was before any test of this process began a server.
THERE = SessionState.__contains__
STATE, WATCH = vars(selectbox)["get_session_state"], vars(bootstrap)["_install_config_watchers"]
THEME, NAME = app_session._populate_theme_msg, BidiComponentMixin._build_bidi_identity_kwargs
SECTIONS = ("", ".light", ".dark", ".sidebar", ".light.sidebar", ".dark.sidebar")


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with Streamlit's own, and leaves what it found."""
    monkeypatch.setattr(SessionState, "__contains__", THERE)
    monkeypatch.setattr(selectbox, "get_session_state", STATE)
    monkeypatch.setattr(bootstrap, "_install_config_watchers", WATCH)
    monkeypatch.setattr(app_session, "_populate_theme_msg", THEME)
    monkeypatch.setattr(BidiComponentMixin, "_build_bidi_identity_kwargs", NAME)


@pytest.fixture
def settings() -> Iterator[None]:
    """The settings that the dashboard is served with."""
    config.get_config_options(force_reparse=True, options_from_flags=server.settings())
    yield
    config.get_config_options(force_reparse=True, options_from_flags={})


def themes(tell: Callable[..., None]) -> ForwardMsg:
    """The part of the message at the beginning of a run that carries the theme, as Streamlit puts it together."""
    message = ForwardMsg()
    theme = message.new_session.custom_theme
    parts = (theme, theme.light, theme.dark, theme.sidebar, theme.light.sidebar, theme.dark.sidebar)
    for part, section in zip(parts, SECTIONS, strict=True):
        tell(part, f"theme{section}")
    return message


def test_the_theme_is_the_same_the_first_time_and_the_second(settings: None) -> None:
    anew = themes(app_session._populate_theme_msg)
    lean.begin()
    assert anew.new_session.custom_theme.light.primary_color
    assert themes(app_session._populate_theme_msg) == anew
    assert themes(app_session._populate_theme_msg) == anew


def test_a_theme_without_settings_says_nothing() -> None:
    config.get_config_options(force_reparse=True, options_from_flags={"theme.primaryColor": None})
    anew = themes(app_session._populate_theme_msg)
    lean.begin()
    assert themes(app_session._populate_theme_msg) == themes(app_session._populate_theme_msg) == anew


def test_other_settings_are_told_once_it_begins_with_them(settings: None) -> None:
    lean.begin()
    themes(app_session._populate_theme_msg)
    config.get_config_options(force_reparse=True, options_from_flags={"theme.light.primaryColor": "#123456"})
    lean.begin()
    assert themes(app_session._populate_theme_msg).new_session.custom_theme.light.primary_color == "#123456"


def test_the_state_of_one_control_is_that_of_all_together() -> None:
    own = SessionState()
    own["chosen"], own["empty"] = "a", None
    whole, one = SafeSessionState(own, lambda: None), lean.OneByOne(SafeSessionState(own, lambda: None))
    for name in ("chosen", "empty", "not there"):
        assert (name in one.filtered_state) == (name in whole.filtered_state)
        assert name not in whole.filtered_state or one.filtered_state[name] == whole.filtered_state[name]


def test_a_state_has_what_it_had() -> None:
    """Values by key, old and new, of controls by key and by id, and what is not there."""
    state = SessionState()
    state["told"], state["nothing"] = "a", None
    state._old_state["before"] = "b"
    state._key_id_mapper["box"] = "$$ID-1-box"
    state._old_state["$$ID-1-box"] = "c"
    state._key_id_mapper["gone"] = "$$ID-2-gone"
    names = ("told", "nothing", "before", "box", "$$ID-1-box", "gone", "$$ID-2-gone", "$$ID-3-None", "not there")
    before = {name: THERE(state, name) for name in names}
    lean.begin()
    assert {name: name in state for name in names} == before
    assert sorted(name for name in names if before[name]) == ["$$ID-1-box", "before", "box", "nothing", "told"]


def boxes() -> None:
    import streamlit as st  # this text is run by itself

    for name in ("chosen", "empty", "new"):
        st.selectbox(name, ["a", "b"], index=1, key=name)


def shown(state: dict[str, Any]) -> list[Any]:
    page = AppTest.from_function(boxes)
    for name, value in state.items():
        page.session_state[name] = value
    page.run()
    assert not page.exception
    return [(box.value, box.proto.default, box.proto.id) for box in page.selectbox]


def test_select_boxes_show_what_they_showed() -> None:
    before = shown({"chosen": "a", "empty": None})
    lean.begin()
    assert shown({"chosen": "a", "empty": None}) == before
    assert [value for value, _default, _id in before] == ["a", None, "b"]


def test_a_part_of_ours_has_the_name_it_had() -> None:
    """Streamlit asks for what a part is told and, where the part has a key, makes nothing of it."""
    told = {"component_name": "drawing", "isolate_styles": False, "width": "stretch", "data": "0123"}
    with_all = compute_and_register_element_id(
        "bidi_component", user_key="one", key_as_main_identity=True, dg=None, **told
    )
    assert with_all == compute_and_register_element_id(
        "bidi_component", user_key="one", key_as_main_identity=True, dg=None, **lean.nothing_more(None, **told)
    )


def test_no_file_of_settings_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    watched: list[str] = []
    monkeypatch.setattr(bootstrap, "watch_file", lambda path, *_given, **_named: watched.append(path))
    bootstrap._install_config_watchers({})
    assert watched
    watched.clear()
    lean.begin()
    bootstrap._install_config_watchers({})
    assert not watched


def test_every_part_of_ours_has_a_key() -> None:
    parts, placed = 0, 0
    for path in (PACKAGE / "screen").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made = {
            each.targets[0].id
            for each in ast.walk(tree)
            if isinstance(each, ast.Assign)
            and isinstance(each.targets[0], ast.Name)
            and isinstance(each.value, ast.Call)
            and ast.unparse(each.value.func) == "st.components.v2.component"
        }
        parts += len(made)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in made:
                assert "key" in [given.arg for given in call.keywords], (path.name, call.lineno)
                placed += 1
    assert placed >= parts >= 10
