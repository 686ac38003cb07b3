"""A review that was kept opens by its id as it was, and by nothing that is no id."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.errors import LskError, NameUnknown, SnapshotError, ValueRefused
from lsk_metrics.indicators.reviews import keep, of, opened, reopened, review, story
from lsk_metrics.warehouse import reviews


@pytest.fixture(autouse=True)
def nothing_kept(home: Path) -> Iterator[None]:
    yield
    for path in (home / "reviews").glob("*"):
        path.unlink()


@pytest.mark.parametrize("name", ["s3", "board", "glance"])
def test_every_ready_story_opens_again_by_its_id(name: str, snapshot: str) -> None:
    told = review(name, "Board, May 2026", "2026-05-21", shared={"peers": "similar", "member_types": "sme"})
    keep(told)
    assert reopened(told.id) == told
    assert reopened(told.id).answers == told.answers


def test_it_has_the_figures_it_was_made_of_whatever_its_story_has_become(
    snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = review("glance")
    keep(told)
    monkeypatch.setattr(import_module("lsk_metrics.indicators.reviews.stories"), "GLANCE", "members")
    assert len(story("glance", snapshot).steps) == 1
    again = reopened(told.id)
    assert again.steps == told.steps
    assert len(told.steps) == 9
    address = opened(again.asked())
    assert (address.story, address.title, address.on) == ("own", told.title, told.on)
    assert address.answers == told.answers


def test_an_id_that_is_not_kept_is_refused_with_the_nearest(snapshot: str) -> None:
    told = review("s3", on="2026-05-21")
    keep(told)
    wrong = told.id[:-1] + ("0" if told.id[-1] != "0" else "1")
    with pytest.raises(NameUnknown, match=f"There is no review called “{wrong}”. Did you mean “{told.id}”?"):
        reopened(wrong)


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "s3", "s3-20260521-0123456g", "S3-20260521-01234567", "", "s3-20260521-01234567/x"],
)
def test_what_is_no_id_is_no_path_either(name: str, snapshot: str, home: Path) -> None:
    with pytest.raises(NameUnknown):
        reopened(name)
    with pytest.raises(NameUnknown):
        reviews.keep(name, {})
    assert not list((home / "reviews").glob("*"))


def test_what_was_kept_and_changed_since_is_refused(snapshot: str, home: Path) -> None:
    told = review("s3", on="2026-05-21")
    keep(told)
    path = home / "reviews" / f"{told.id}.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-05-21", "2026-05-22"), encoding="utf-8")
    with pytest.raises(ValueRefused, match="is not what it was made of"):
        reopened(told.id)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotError, match="is damaged and cannot be read"):
        reopened(told.id)


def test_without_its_snapshot_it_says_how_to_get_it_back(snapshot: str) -> None:
    document = review("s3").document() | {"snapshot": "20200101-aaaaaaaa"}
    with pytest.raises(SnapshotError, match="“lsk restore PACK.zip” makes it from the review’s zip."):
        of(document)


@pytest.mark.parametrize(
    "wrong",
    [
        {"figures": []}, {"figures": ["nonsense"]}, {"figures": 3}, {"story": "bord"}, {"date": ""}, {"date": "May"},
        {"name": "x" * 121}, {"shared": {"pers": "2010"}}, {"snapshot": "current"},
    ],
    ids=str,
)  # fmt: skip
def test_a_document_is_held_against_what_there_is_as_if_asked_for(wrong: dict[str, Any], snapshot: str) -> None:
    document = json.loads(json.dumps(review("s3").document()))
    assert of(document) == review("s3")
    with pytest.raises(LskError):
        of({**document, **wrong})
