"""Thirty-two threads ask at once, and each gets the rows and the sentence that were found alone: none is mixed up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from random import Random
from threading import Barrier, Event
from typing import TYPE_CHECKING

import pytest

from lsk_metrics.errors import LskError
from lsk_metrics.indicators.asking import answer, asked, run
from lsk_metrics.indicators.passport import indicator, indicators
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import pointers, read
from lsk_metrics.warehouse.remembered import Memory
from tools.editions import edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from lsk_metrics.indicators.answer import Answer

THREADS, EACH = 32, 12
GIVEN: tuple[dict[str, str], ...] = ({}, {"illustrative": "no"}, {"view": "ranking"}, {"peers": "country"})
Question = tuple[str, tuple[tuple[str, str], ...]]


def found(question: Question, snapshot: str | None = None) -> Answer:
    name, given = question
    return answer(name, dict(given), snapshot)


def answerable(snapshot: str) -> list[Question]:
    """Every indicator in every way above in which it can be had."""
    asked_for = [(each.id, tuple(given.items())) for each in indicators() for given in GIVEN]
    known = []
    for question in asked_for:
        try:
            found(question, snapshot)
        except LskError:
            continue
        known.append(question)
    return known


def told(answer: Answer) -> tuple[object, ...]:
    return answer.snapshot, answer.indicator.id, answer.parameters, answer.rows, answer.sentence


def at_once(ask: Callable[[Question], Answer], questions: list[Question]) -> list[tuple[Question, tuple[object, ...]]]:
    """Each thread asks a dozen questions of its own, and all begin in the same moment."""
    start = Barrier(THREADS)

    def reader(number: int) -> list[tuple[Question, tuple[object, ...]]]:
        mine = Random(number).choices(questions, k=EACH)
        start.wait(60)
        return [(question, told(ask(question))) for question in mine]

    with ThreadPoolExecutor(THREADS) as threads:
        return [each for part in threads.map(reader, range(THREADS)) for each in part]


def forget() -> None:
    asked.cache_clear()
    read.MEMORY.forget()


def test_the_warehouse_gives_no_thread_another_ones_rows(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MEMORY", Memory(0))  # nothing fits, so that every question reaches the engine
    questions = answerable(snapshot)
    parameters = {question: found(question, snapshot).parameters for question in questions}
    alone = {question: told(found(question, snapshot)) for question in questions}
    assert len(questions) > 90
    assert len({rows for _snapshot, _id, _parameters, rows, _sentence in alone.values()}) > 45
    straight = at_once(lambda each: run(indicator(each[0]), parameters[each], snapshot), questions)
    assert not read.MEMORY.kept
    assert [question for question, got in straight if got != alone[question]] == []
    assert len(straight) == 384


def test_what_is_remembered_is_what_was_asked(snapshot: str) -> None:
    questions = answerable(snapshot)
    alone = {question: told(found(question, snapshot)) for question in questions}
    for _round in range(2):
        forget()
        got = at_once(lambda each: found(each, snapshot), questions)
        assert [question for question, said in got if said != alone[question]] == []


def test_while_snapshots_are_published_each_answer_is_of_one_of_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    both = [published(edition(word, tmp_path), monkeypatch) for word in ("editionone", "editiontwo")]
    questions = answerable(both[0])
    alone = {(each, question): told(found(question, each)) for each in both for question in questions}
    assert all(alone[both[0], question] != alone[both[1], question] for question in questions)
    forget()
    with ThreadPoolExecutor(1) as publisher:
        over, turned = Event(), []
        publishing = publisher.submit(turn, both, over, turned)
        got = []
        while len(turned) <= 5 and not publishing.done():
            forget()
            got += at_once(found, questions)
        over.set()
    publishing.result()
    assert len(turned) > 5
    assert [question for question, said in got if said != alone[str(said[0]), question]] == []
    assert {said[0] for _question, said in got} == set(both)


def published(data: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LSK_DATA", str(data))
    return build().snapshot


def turn(both: list[str], over: Event, turned: list[str]) -> None:
    """Now the one is published last, now the other, until it is over; which, one after the other."""
    for snapshot in cycle(both):
        if over.wait(0.02):
            return
        pointers.point_at(snapshot)
        turned.append(snapshot)
