"""The dashboard as one ASGI application, served on this machine."""

import tomllib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsk_metrics import journal, paths
from lsk_metrics.screen import memory

# What this process has served so far, and whether with routes of its own beside the pages.
ROUTED: list[bool] = []


def settings() -> dict[str, Any]:
    """The settings file beside the front door, as dotted names."""
    text = (paths.house() / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    return dict(dotted(tomllib.loads(text))) | {"secrets.files": secrets()}


def read_settings(file: Path) -> dict[str, Any]:
    """A file of secrets; empty where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def secrets() -> list[str]:
    """Where sign-in is set up, wherever the command was started: beside the front door, else with the state."""
    return [str(paths.house() / ".streamlit" / "secrets.toml"), str(paths.home() / "secrets.toml")]


def dotted(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from dotted(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def routed() -> bool:
    """Whether pages can lead to the routes beside them: under `lsk run` there are some, under `streamlit run` none."""
    return any(ROUTED)


def application(
    door: Path,
    routes: Sequence[Any] = (),
    middleware: Sequence[Any] = (),
    on_ending: Callable[[], None] = lambda: None,
) -> Any:
    """The dashboard behind this front door; what none of its pages caught ends in `states.failed`."""
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.starlette import App

    from lsk_metrics.screen import downloads, lean, states

    lean.begin()
    downloads.keep()
    # Else the very first page opened by its own address is looked for in the folder pages/, as in Streamlit's older
    # kind of app, and Streamlit says in English that it is not there.
    PagesManager.uses_pages_directory = False
    ROUTED.append(bool(routes))
    return App(
        door, routes=list(routes), middleware=list(middleware), lifespan=life(on_ending), on_script_error=states.failed
    )


def life(on_ending: Callable[[], None]) -> Callable[[Any], Any]:
    """What is seen to from before the server listens until it ends."""
    from lsk_metrics.screen.beforehand import preparing
    from lsk_metrics.screen.ending import ending
    from lsk_metrics.screen.left import forgetting
    from lsk_metrics.screen.prompt import prompt

    @asynccontextmanager
    async def seen_to(app: Any) -> AsyncIterator[None]:
        async with prompt(app), forgetting(app), preparing(app), ending(on_ending)(app):
            yield

    return seen_to


def serve(
    host: str,
    port: int,
    routes: Sequence[Any] = (),
    middleware: Sequence[Any] = (),
    on_ending: Callable[[], None] = lambda: None,
    builds: bool = True,
) -> None:
    """Serve until stopped; further routes and middleware come before the dashboard's own.

    The settings hold from any working directory. on_ending is called when the server is told to end; builds: whether
    the first page may have a snapshot built where there is none.
    """
    from streamlit import logger

    from lsk_metrics.screen import clock

    # Streamlit and uvicorn write lines of their own, some with a reader's address: their warnings become events.
    logger.setup_formatter = journal.adopted
    logger.update_formatter()
    memory.share_arenas()
    if not builds:
        from lsk_metrics.screen import first_start

        first_start.leave_to_others()
    app = application(paths.house() / "app.py", routes, middleware, on_ending)
    clock.slow_down()
    app.run(config=settings() | {"server.address": host, "server.port": port})


def has(session: str) -> bool:
    """Whether a reader's session is open here, and not with another server on the same home."""
    from streamlit import runtime

    return runtime.exists() and runtime.get_instance().is_active_session(session)


def sessions() -> int | None:
    """How many readers have the dashboard open; None before the first of them, while nothing runs yet."""
    from streamlit import runtime
    from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY, GaugeStat

    if not runtime.exists():
        return None
    told = runtime.get_instance().stats_mgr.get_stats(family_names=[ACTIVE_SESSIONS_FAMILY])
    found = [each.value for each in told.get(ACTIVE_SESSIONS_FAMILY, []) if isinstance(each, GaugeStat)]
    return int(found[0]) if found else None
