"""Which of the files that were just fetched a build fails on: tried out without each, and without all."""

from collections.abc import Collection

from lsk_metrics.errors import LskError
from lsk_metrics.ingest import build, rules
from lsk_metrics.warehouse.draft import draft


def at_fault(fetched: Collection[str]) -> list[str]:
    """The ids without which the build would go through; all of them where no single one is it; none where no one is."""
    alone = [name for name in fetched if holds_without([name])]
    return alone or (list(fetched) if holds_without(fetched) else [])


def holds_without(names: Collection[str]) -> bool:
    """Whether tables and rules hold with the shipped copies of these sources; publishes nothing."""
    try:
        with draft() as table:
            build.fill(table, without=names)
            return not any(result.offenders for result in rules.run(table))
    except LskError:
        return False


def advice(reason: LskError, fetched: Collection[str]) -> str:
    """The build's own words, and how to go back."""
    names = at_fault(fetched)
    if not names:
        return f"{reason}\nThe fault lies not in what was fetched: without it the build fails too."
    which = f"“{names[0]}” is at fault" if len(names) == 1 else f"these are at fault together: {', '.join(names)}"
    back = " && ".join(f"lsk fetch --undo {name}" for name in names)
    return f"{reason}\nThe old snapshot stays. Of what was fetched, {which}; to go back to the copy before: {back}"
