"""What Streamlit does at length at each run of a page, done in short: what it gives is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.proto.NewSession_pb2 import CustomThemeConfig
    from streamlit.runtime.state import SafeSessionState, SessionState


def begin() -> None:
    """From now on, for all pages of this process, under the settings there are now."""
    look_at_one_value()
    look_whether_it_is_there()
    send_theme_as_it_is()
    name_parts_by_keys()
    leave_settings_alone()


class OneByOne:
    """The state of a session, asked for what it is asked; Streamlit's own is put together whole at each question."""

    def __init__(self, state: SafeSessionState) -> None:
        self.state = state

    @property
    def filtered_state(self) -> OneByOne:
        return self

    def __contains__(self, key: str) -> bool:
        return key in self.state

    def __getitem__(self, key: str) -> Any:
        return self.state[key]


def look_at_one_value() -> None:
    """A select box looks at its own value alone to see whether it is empty.

    It asks for the state of all controls, for which each drawing on the page tells what was done to it.
    """
    from streamlit.elements.widgets import selectbox
    from streamlit.runtime.state import get_session_state

    vars(selectbox)["get_session_state"] = lambda: OneByOne(get_session_state())


def look_whether_it_is_there() -> None:
    """Whether a state has something needs no look at what it has.

    Streamlit makes of each part's state what a page may be given, a class of its own included, to see that it is there.
    """
    from streamlit.runtime.state import SessionState

    SessionState.__contains__ = has  # type: ignore[method-assign]


def has(state: SessionState, key: str) -> bool:
    part, keys = state._get_widget_id(key), state._key_id_mapper.id_key_mapping
    try:
        state._getitem(part, keys.get(part, key) if part == key else key)
    except KeyError:
        return False
    return True


def name_parts_by_keys() -> None:
    """A part of ours has its name from its key alone; Streamlit writes all that it is told as JSON once more for it."""
    from streamlit.components.v2.bidi_component.main import BidiComponentMixin

    BidiComponentMixin._build_bidi_identity_kwargs = nothing_more  # type: ignore[assignment,method-assign]


def nothing_more(_part: object, **_told: object) -> dict[str, Any]:
    return {}


def send_theme_as_it_is() -> None:
    """The message that a run begins carries the theme, which is read from the settings once and not at each run."""
    from streamlit.runtime import app_session

    told = getattr(app_session._populate_theme_msg, "anew", app_session._populate_theme_msg)
    app_session._populate_theme_msg = remembering(told)


def remembering(tell: Callable[..., None]) -> Callable[..., None]:
    """The same, told once for each section of the settings."""
    known: dict[str, CustomThemeConfig] = {}

    def told(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in known:
            made = type(message)()
            tell(made, section)
            known[section] = made
        if known[section].ByteSize():  # what is merged with nothing counts as said
            message.MergeFrom(known[section])

    told.anew = tell  # type: ignore[attr-defined]
    return told


def leave_settings_alone() -> None:
    """Settings are those the server was started with; Streamlit looks five times a second whether a file has others."""
    from streamlit.web import bootstrap

    vars(bootstrap)["_install_config_watchers"] = lambda _settings: None
