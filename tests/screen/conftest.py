"""Pages run without a browser, and read as a reader would: every word on them, as it stands."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language

ROOT = Path(__file__).parents[2]
SECONDS = 60


@dataclass(frozen=True)
class Reading:
    """What one reader found on one page; `said` is the Markdown as written, `text` the words as they are seen."""

    titles: list[str]
    questions: list[str]
    said: list[str]
    text: str
    refusals: list[str]
    exceptions: list[str]


def words(element: Any) -> str:
    """The words of one element: Markdown without its escapes, HTML without its tags, tables cell by cell."""
    match element.type:
        case "html":
            return html.unescape(" ".join(re.sub(r"<[^>]+>", "\n", element.value).split("\n")))
        case "table" | "dataframe":
            rows = [list(element.value.columns), *element.value.astype(str).to_numpy().tolist()]
            return "\n".join(" ".join(unescaped(str(cell)) for cell in row) for row in rows)
        case "title" | "header" | "subheader" | "markdown" | "caption" | "error":
            return unescaped(element.value)
        case "code":
            return str(element.value)
    return ""


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", markdown)


def spaced(text: str) -> str:
    """One plain space for every stretch of white space: what matters here are the words."""
    return " ".join(text.split())


def reading(page: AppTest) -> Reading:
    return Reading(
        titles=[unescaped(each.value) for each in page.title],
        questions=[unescaped(each.value) for each in page.subheader],
        said=[each.value for each in page.markdown] + [each.value for each in page.caption],
        text=spaced("\n".join(words(each) for each in page.main)),
        refusals=[unescaped(each.value) for each in page.error],
        exceptions=[each.message for each in page.exception],
    )


def opened(lang: str, **asked: str) -> AppTest:
    """The front page, as a new reader gets it."""
    language.use(lang)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    page.query_params["lang"] = lang
    for name, value in asked.items():
        page.query_params[name] = value
    return page.run()


@pytest.fixture(scope="session")
def read(snapshot: str) -> Callable[..., Reading]:
    """Reads a page by its file's name, in a language, with the sample or without; each only once."""
    kept: dict[tuple[str, str, bool], Reading] = {}

    def reads(page: str, lang: str = "en", real: bool = False) -> Reading:
        language.use(lang)
        if (page, lang, real) not in kept:
            found = opened(lang, **({"real": "true"} if real else {}))
            kept[page, lang, real] = reading(found.switch_page(f"pages/{page}.py").run())
        return kept[page, lang, real]

    return reads


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Reading]]:
    """Opens the dashboard on an installation without any snapshot yet."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "state"))
    yield lambda lang: reading(opened(lang))
