"""A page run by its own code, with nobody looking: what it would send to a browser of this language and window."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

from streamlit.runtime import context
from streamlit.testing.v1 import AppTest, element_tree, local_script_runner
from streamlit.util import calc_hash

from lsk_metrics import language, paths
from lsk_metrics.screen.early.tree import Page, read

SECONDS = 60
PARSED = element_tree.parse_tree_from_messages


@dataclass(frozen=True)
class Window:
    """Whom a page is drawn for: language, light or dark, width in pixels."""

    lang: str
    scheme: str
    width: int


@dataclass(frozen=True)
class Client:
    """What a page may ask of the connection: the cookie of the front page's script says how wide the window is."""

    cookies: dict[str, str]
    headers: dict[str, str] = field(default_factory=dict)
    remote_ip: str | None = None


class Reader:
    """Somebody who is not signed in and comes to each page anew, by its address."""

    def __init__(self, window: Window) -> None:
        logging.disable(logging.WARNING)  # Streamlit says at length that there is no browser
        client = Client({"lsk_window": f"{window.width}x{window.scheme}"})
        context._get_client_context = lambda: client  # type: ignore[assignment,return-value]
        language.use(window.lang)
        self.window = window
        self.sent: list[Any] = []
        self.listen()

    def open(self, name: str) -> Page | None:
        """The page of this name, read to its end; None where it ended in an error."""
        run = AppTest.from_file(str(paths.house() / "app.py"), default_timeout=SECONDS)
        run.user, run.context = {}, {"theme": self.window.scheme, "locale": self.window.lang}
        run.query_params["lang"] = self.window.lang
        run._page_hash = calc_hash(name)  # as a browser asks for it: Streamlit knows a page by a checksum of its name
        run.run()
        return None if run.exception or run.error else read(self.sent)

    def listen(self) -> None:
        """Keep the messages of each run: Streamlit's own tree of them leaves out what says where things stand."""

        def heard(messages: list[Any]) -> Any:
            self.sent = list(messages)
            return PARSED(messages)

        local_script_runner.parse_tree_from_messages = heard  # type: ignore[attr-defined]
