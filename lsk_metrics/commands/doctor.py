"""`lsk doctor`: whether this installation is healthy, in one screenful, and what to do if not; it changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.commands.health.finding import BROKEN, NOTE, OK, Finding
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8501, help="the port the dashboard is to have (default: 8501)")
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the findings")


def doctor(asked: argparse.Namespace) -> int:
    """1 where something is broken, else 0."""
    language.use(asked.lang)
    found = findings(asked.port)
    rows = [each._asdict() for each in found]
    print(told(found) if asked.format == "table" else printing.printed(rows, asked.format))
    return 1 if any(each.state == BROKEN for each in found) else 0


def findings(port: int) -> list[Finding]:
    from lsk_metrics.commands.health import installed, state
    from lsk_metrics.errors import LskError
    from lsk_metrics.indicators import refusals

    found = [installed.python(), installed.packages(), state.home()]
    try:
        found += [*state.current(), state.kept(), state.leftovers()]
    except LskError as reason:
        found.append(Finding(_("Snapshots"), BROKEN, refusals.told(reason)))
    found += [*state.data(), *state.brought(), installed.languages(), installed.letters(), installed.port(port)]
    return [*found, installed.signing_in()]


def told(found: Sequence[Finding]) -> str:
    """A line or two a finding, what is to be done below it, and the sum of it all at the end."""
    states = {OK: _("ok"), NOTE: _("note"), BROKEN: _("BROKEN")}
    names, marks = max(len(each.check) for each in found), max(map(len, states.values()))
    room = max(40, shutil.get_terminal_size((120, 40)).columns - names - marks - 4)
    lines = []
    for each in found:
        said = wrap(each.found, room) + [f"→ {line}" if at == 0 else f"  {line}"
                                         for at, line in enumerate(wrap(each.do, room - 2))]  # fmt: skip
        lines.append(f"{states[each.state]:<{marks}}  {each.check:<{names}}  {said[0] if said else ''}")
        lines += [f"{'':<{marks + names + 4}}{line}" for line in said[1:]]
    counts = {state: sum(each.state == state for each in found) for state in states}
    if counts[BROKEN]:
        end = _("Not healthy. Broken: {broken}; worth a look: {notes}.")
    else:
        end = _("Healthy. Worth a look: {notes}.") if counts[NOTE] else _("Healthy.")
    return "\n".join([*lines, "", end.format(broken=counts[BROKEN], notes=counts[NOTE])])
