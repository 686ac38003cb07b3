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

    # On Peers one indicator's figures take the place of another's.
    def answered(key: str) -> str:
        return re.sub("^compared(?=-|$)", lambda _part: page.session_state["indicator"], key)

    return {answered(key): proto for key, proto in known if key}


def below(page: AppTest) -> list[str]:
    """The words below each picture."""
    return [seen(json.loads(proto.json)["below"]) for proto in figures(page).values()]


def enter(page: AppTest, figure: str, door: str) -> AppTest:
    """The page after a click on a door below a picture."""
    states = page._tree.get_widget_states()
    states.widgets.append(trigger(figures(page)[figure].id, "door", door))
    return page._run(states)


def questions(page: AppTest) -> list[str]:
    """The questions of the page in their order, above pictures and elsewhere."""
    found = []
    for each in page.main:
        if each.type == "subheader":
            found.append(unescaped(each.value))
        else:
            found += parts(markup(each), r'<h3 class="question"[^>]*>(.*?)</h3>')
    return found


def sentences(page: AppTest) -> list[str]:
    """The sentence above each picture, with its badges in brackets; where a figure cannot be had, why."""
    told = [re.sub(r'<span class="badge \w+">(.*?)</span>', r"[\1]", markup(each)) for each in page.main]
    return [words for each in told for words in parts(each, r'<p class="(?:said|absent)">(.*?)</p>')]


def markup(element: Any) -> str:
    """The HTML of an element: its own, or what stands at the top of a figure."""
    if element.type == "html":
        return str(element.value)
    return str(json.loads(element.proto.json or "{}").get("head", "")) if element.type == "bidi_component" else ""


def parts(markup: str, pattern: str) -> list[str]:
    return [html.unescape(re.sub(r"<[^>]+>", "", found)) for found in re.findall(pattern, markup)]


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", markdown)


def spaced(text: str) -> str:
    """One plain space for every stretch of white space: what matters here are the words."""
    return " ".join(text.split())
