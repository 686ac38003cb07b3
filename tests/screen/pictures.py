"""Pictures of a page that is run without a browser: what stands below them, and a click on one of their doors."""

import html
import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tools.session import trigger


def seen(markup: str) -> str:
    """The words of HTML."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", "\n", markup).split("\n")))


def figures(page: AppTest) -> dict[str, Any]:
    """Each picture of the page, by the key of its answer, as the browser is told it."""
    known = [(each.proto.id.partition("-drawing_")[2], each.proto) for each in page.get("bidi_component")]
    return {key: proto for key, proto in known if key}


def below(page: AppTest) -> list[str]:
    """The words below each picture."""
    return [seen(json.loads(proto.json)["below"]) for proto in figures(page).values()]


def enter(page: AppTest, figure: str, door: str) -> AppTest:
    """The page after a click on a door below a picture."""
    states = page._tree.get_widget_states()
    states.widgets.append(trigger(figures(page)[figure].id, "door", door))
    return page._run(states)
