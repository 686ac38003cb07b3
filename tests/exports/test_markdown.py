"""What a README says of names that look like Markdown: rendered, they are the same words again."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lsk_metrics.exports.markdown import escaped
from tests.fuzzing import tries
from tests.hostile_home import NAMES

MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])


def read(line: str, before: str) -> tuple[str, set[str]]:
    """The words of a line as they are shown, and the kinds of element they are shown in."""
    shown = MARKDOWN.render(before + line)
    kinds = set(re.findall(r"<(\w+)", shown)) - {"p", "ul", "li", "h1"}
    return html.unescape(re.sub(r"<[^>]+>", "", shown)).strip(), kinds


@pytest.mark.parametrize("before", ["", "- ", "# "])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_in_a_readme_as_it_was_written(name: str, before: str) -> None:
    assert read(escaped(name), before) == (name, set())


@tries(500)
@given(text=st.text(st.sampled_from("a1 #*_-+=[]()<>!|`~\\&;:.$"), min_size=1, max_size=12))
def test_a_line_of_marks_stands_as_it_was_written(text: str) -> None:
    said = " ".join(text.split())
    assert read(escaped(said), "- ") == (said, set())


def test_an_address_can_still_be_followed() -> None:
    assert escaped("See https://example.org/a_b?c=1&d=2, p. 3") == "See https://example.org/a_b?c=1&d=2, p. 3"
