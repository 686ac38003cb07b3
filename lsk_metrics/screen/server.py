"""The dashboard as one ASGI application, served on this machine."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsk_metrics import paths


def settings() -> dict[str, Any]:
    """The settings file beside the front door, as dotted names."""
    text = (paths.house() / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    return dict(dotted(tomllib.loads(text))) | {"secrets.files": secrets()}


def secrets() -> list[str]:
    """Where sign-in is set up, wherever the command was started: beside the front door, else with the state."""
    return [str(paths.house() / ".streamlit" / "secrets.toml"), str(paths.home() / "secrets.toml")]


def dotted(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from dotted(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def serve(host: str, port: int, routes: Sequence[Any] = (), middleware: Sequence[Any] = ()) -> None:
    """Serve until stopped, further routes and middleware before the dashboard's own; the settings hold from any working directory."""
    from streamlit.starlette import App

    App(paths.house() / "app.py", routes=list(routes), middleware=list(middleware)).run(
        config=settings() | {"server.address": host, "server.port": port}
    )
