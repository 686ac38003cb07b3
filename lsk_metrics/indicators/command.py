"""The one command that gives an answer again in a terminal."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators.parameters import FILTERS, Parameters
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer


def command(answer: Answer, verb: str = "show") -> str:
    """`lsk show …` with the parameters that count, the language spoken and the snapshot; ready for a shell."""
    words = ["lsk", verb, answer.indicator.id]
    for pair in given(answer):
        words += ["--with", pair]
    return shlex.join([*words, "--lang", spoken(), "--snapshot", answer.snapshot])


def given(answer: Answer) -> list[str]:
    """Parameters that are not the usual ones, as name=value; what follows from others is not repeated."""
    asked, usual = asdict(answer.parameters), asdict(Parameters())
    follows = {name for name in FILTERS if name not in answer.indicator.filters}
    if answer.parameters.peers or answer.indicator.among:
        follows.add("places")
    if answer.indicator.among:
        follows |= {"indicators", "weights"}
    return [f"{name}={written(value)}" for name, value in asked.items() if value != usual[name] and name not in follows]


def written(value: Any) -> str:
    """A value as `--with` takes it: yes, PL1,PL2, population:0.5."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(each if isinstance(each, str) else f"{each[0]}:{each[1]:g}" for each in value)
    return str(value)
