"""The one command that gives an answer again in a terminal: same rows, same sentence, same snapshot."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators.parameters import Parameters
from lsk_metrics.indicators.passport import indicator
from lsk_metrics.indicators.peers import ALIKE
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer

# A comma parts words in PowerShell, an ampersand in every shell: whatever is not listed here stands in quotes.
PLAIN = re.compile(r"[A-Za-z0-9_.=-]+")


def command(answer: Answer) -> str:
    """One line to paste into a shell; in PowerShell too, unless a name holds an apostrophe."""
    given = [f"--with {quoted(f'{name}={value}')}" for name, value in asked(answer).items()]
    return " ".join(["lsk show", answer.indicator.id, *given, f"--lang {spoken()}", f"--snapshot {answer.snapshot}"])


def asked(answer: Answer) -> dict[str, str]:
    """The parameters that are not the usual ones, as text, from which the same parameters come again."""
    given, usual = answer.parameters, Parameters()
    told = {each.name: getattr(given, each.name) for each in fields(given)}
    told = {name: value for name, value in told.items() if value != getattr(usual, name)}
    if given.peers or answer.indicator.among:
        told.pop("places", None)  # they follow from the set
    if answer.indicator.id == ALIKE:
        told = {name: value for name, value in told.items() if name not in ("indicators", "weights")}
    if given.likeness:
        weights = dict(
            given.likeness
        )  # what weighs nothing has been dropped, and would come back with its usual weight
        told["likeness"] = tuple((name, weights.get(name, 0.0)) for name in indicator(ALIKE).variables)
    return {name: written(value) for name, value in told.items()}


def written(value: Any) -> str:
    """A value as the command line takes it: 2018, no, PL21,PL or population:0.5."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(part if isinstance(part, str) else f"{part[0]}:{part[1]:g}" for part in value)
    return str(value)


def quoted(text: str) -> str:
    """Text as one word of a shell, in single quotes, within which nothing is read as anything else."""
    return text if PLAIN.fullmatch(text) else "'" + text.replace("'", "'\"'\"'") + "'"
