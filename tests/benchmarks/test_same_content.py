"""The floor, the plain page and ours show the same: the same charts, words and points."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from dashboards import content, floor
from streamlit.testing.v1 import AppTest

from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.figures.towns import towns
from lsk_metrics.screen import blocks

ROOT = Path(__file__).parents[2]


def held(page: str) -> dict[str, Any]:
    """The descriptions in the floor's page, by choice."""
    found = re.search(r"id=figures>(.*?)</script>", floor.html(page, content.choices(page)), re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found.group(1))
    return told


@pytest.mark.usefixtures("snapshot")
@pytest.mark.parametrize("page", content.PAGES)
def test_the_floor_draws_the_points_of_our_descriptions(page: str) -> None:
    choices = content.choices(page)
    told = held(page)
    assert list(told) == [choice.key for choice in choices]
    for choice in choices:
        ours = [dict(draw(found, LIGHT)) for found, draw in content.parts(page, choice)]
        drawn = told[choice.key]
        assert len(drawn) == len(ours) + (page in content.MAPS)
        for theirs, description in zip(drawn, ours, strict=False):
            assert theirs["data"] == json.loads(json.dumps(description["data"]))


@pytest.mark.usefixtures("snapshot")
def test_the_floor_s_map_has_a_mark_for_each_circle_of_ours() -> None:
    marks = held("overview")[content.CHOICES[0].key][-1]["data"][-1]
    scene = towns(content.answer("members_by_town"), LIGHT)
    assert list(zip(marks["x"], marks["y"], strict=True)) == [tuple(each.at) for each in scene.circles]


@pytest.mark.usefixtures("snapshot")
@pytest.mark.parametrize("page", content.PAGES)
def test_our_page_shows_what_is_measured(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    pictured = blocks.picture

    def noted(draw: Any, found: Any, *given: Any, **named: Any) -> None:
        seen.append(f"{draw.__name__}: {found.sentence}")
        pictured(draw, found, *given, **named)

    monkeypatch.setattr(blocks, "picture", noted)
    door = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    seen.clear()
    door.switch_page(f"pages/{page}.py").run()
    assert seen[: content.whole(page).pictures] == [
        *(f"{draw.__name__}: {found.sentence}" for found, draw in content.parts(page)),
        *([f"towns: {content.answer(content.MAPS[page]).sentence}"] if page in content.MAPS else []),
    ]
