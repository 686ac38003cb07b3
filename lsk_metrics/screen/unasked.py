"""The run of a page that no reader asked for: as if somebody came to an address anew, and sent to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    import asyncio

    from streamlit.proto.ClientState_pb2 import ContextInfo
    from streamlit.runtime.scriptrunner import ScriptRunContext, ScriptRunner
    from streamlit.runtime.uploaded_file_manager import UploadedFileManager

    from lsk_metrics.screen.steps import Address
    from lsk_metrics.screen.view import View

NOBODY = "beforehand"  # the session in which such pages are run


@dataclass(frozen=True)
class Place:
    """Where a reader stands: the page as Streamlit knows it, what the browser said of itself, and the view."""

    door: str
    page: str
    files: UploadedFileManager
    about: ContextInfo | None
    view: View


def is_for_nobody() -> bool:
    """Whether this is the run of a page that no reader asked for."""
    run = context()
    return run is not None and run.session_id == NOBODY


def context() -> ScriptRunContext | None:
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    return get_script_run_ctx()


def is_here(session: str) -> bool:
    """Whether a reader has not left."""
    from streamlit import runtime

    return runtime.exists() and runtime.get_instance().is_active_session(session)


def run_of(place: Place, address: Address, loop: asyncio.AbstractEventLoop) -> ScriptRunner:
    """A run of the whole page as if its reader came to this address anew, which nobody is sent; it is not begun yet."""
    from streamlit.proto.ClientState_pb2 import ContextInfo
    from streamlit.runtime.fragment import MemoryFragmentStorage
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner import RerunData, ScriptRunner
    from streamlit.runtime.scriptrunner.script_cache import ScriptCache
    from streamlit.runtime.state import SessionState

    room = {"page_width": place.view.width, "page_is_narrow": place.view.is_narrow}
    state, scripts, about = SessionState(_new_session_state=room), ScriptCache(), ContextInfo()
    if place.about:
        about.CopyFrom(place.about)
    about.color_scheme = "dark" if place.view.is_dark else "light"
    asked = RerunData(urlencode(address), page_script_hash=place.page, context_info=about)
    return ScriptRunner(
        NOBODY,
        place.door,
        state,
        place.files,
        scripts,
        asked,
        {},
        MemoryFragmentStorage(),
        PagesManager(place.door, scripts),
        loop,
        on_script_error=lambda _reason: True,  # whoever comes to that page is told, and so is the log
    )


def forget_files() -> None:
    """What the page offers to be taken away is offered to nobody."""
    from streamlit import runtime

    if runtime.exists():
        runtime.get_instance().media_file_mgr.clear_session_refs(NOBODY)
        runtime.get_instance().dataframe_source_mgr.clear_session_refs(NOBODY)
