"""One step of a review: an indicator and what is asked of it, and how a row of steps is written in an address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators.passport import indicator

MOST = 40


class Step(NamedTuple):
    """given: parameters as text, such as view and peers, in the order they were written."""

    indicator: str
    given: tuple[tuple[str, str], ...] = ()

    def written(self) -> str:
        """gerd_share_of_gdp;view=pace; several values of one parameter have a stroke between."""
        parts = [f"{name}={text.replace(',', '|')}" for name, text in self.given]
        return ";".join([self.indicator, *parts])


def written(steps: Iterable[Step]) -> str:
    """Steps as one word of an address: members,gerd_share_of_gdp;view=pace."""
    return ",".join(each.written() for each in steps)


def read(words: str) -> tuple[Step, ...]:
    """The steps written so, each with an indicator that exists. Raises NameUnknown or ValueRefused."""
    steps = tuple(one(part) for part in words.split(",") if part.strip())
    if not 1 <= len(steps) <= MOST:
        raise ValueRefused("A review takes from 1 to {most} figures, not {n}.", most=MOST, n=len(steps))
    return steps


def one(words: str) -> Step:
    name, *parts = (part.strip() for part in words.split(";"))
    given = []
    for part in parts:
        key, sign, text = part.partition("=")
        if not (key and sign and text):
            raise ValueRefused("A figure of a review is written indicator;name=value, not “{text}”.", text=words)
        given.append((key, text.replace("|", ",")))
    return Step(indicator(name).id, tuple(given))
