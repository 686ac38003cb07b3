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


def command(answer: Answer, verb: str = "show") -> str:
    """One line to paste into a shell; in PowerShell too, unless a name holds an apostrophe."""
    pairs = [f"--with {quoted(pair)}" for pair in given(answer)]
    return " ".join(["lsk", verb, answer.indicator.id, *pairs, "--lang", spoken(), "--snapshot", answer.snapshot])


def given(answer: Answer) -> list[str]:
    """The parameters that are not the usual ones, as name=value, from which the same parameters come again."""
    asked, usual = answer.parameters, Parameters()
    told = {each.name: getattr(asked, each.name) for each in fields(asked)}
    told = {name: value for name, value in told.items() if value != getattr(usual, name)}
    if asked.peers or answer.indicator.among:
        told.pop("places", None)  # they follow from the set
    if answer.indicator.id == ALIKE:
        told = {name: value for name, value in told.items() if name not in ("indicators", "weights")}
    if asked.likeness:
        # What weighs nothing takes no part; left out here, it would come back with its usual weight.
        weights = dict(asked.likeness)
        told["likeness"] = tuple((name, weights.get(name, 0.0)) for name in indicator(ALIKE).variables)
    return [f"{name}={written(value)}" for name, value in told.items()]


def written(value: Any) -> str:
    """A value as the command line takes it: 2018, no, BE2,ES21 or population:0.5."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(part if isinstance(part, str) else f"{part[0]}:{part[1]:g}" for part in value)
    return str(value)


def quoted(text: str) -> str:
    """Text as one word of a shell, in single quotes, within which nothing is read as anything else."""
    return text if PLAIN.fullmatch(text) else "'" + text.replace("'", "'\"'\"'") + "'"
