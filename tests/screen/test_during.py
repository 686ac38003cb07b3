"""A look at what a page does not change is taken once in its run, and anew in the next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from lsk_metrics.screen.during import one_run, the_same

LOOKS = count()


@the_same
def look() -> int:
    return next(LOOKS)


@the_same
def other() -> str:
    return "other"


def test_it_is_looked_at_once_in_a_run_and_anew_in_the_next() -> None:
    with one_run():
        first = look()
        assert (look(), other(), look()) == (first, "other", first)
    with one_run():
        assert look() == first + 1


def test_outside_of_a_run_it_is_looked_at_each_time() -> None:
    first = look()
    assert look() == first + 1


def test_a_run_that_fails_is_over() -> None:
    with pytest.raises(ValueError, match="page"), one_run():
        first = look()
        raise ValueError("page")
    assert look() == first + 1


def test_a_thread_beside_it_looks_for_itself() -> None:
    with one_run(), ThreadPoolExecutor(1) as beside:
        first = look()
        assert beside.submit(look).result() == first + 1
        assert look() == first
