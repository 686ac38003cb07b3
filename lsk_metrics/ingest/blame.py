"""Which of the files that were just fetched a build fails on: found by building without some of them."""

from collections.abc import Collection, Sequence

from lsk_metrics.errors import LskError
from lsk_metrics.ingest import build, rules, source
from lsk_metrics.warehouse.draft import draft


def at_fault(fetched: Sequence[str]) -> list[str]:
    """The fewest of these sources without which the build would go through; none where it fails without all of them.

    Halves are tried, for a trial is a whole build."""
    return fewest(list(fetched)) if fetched and holds_without(fetched) else []


def fewest(names: list[str], besides: Sequence[str] = ()) -> list[str]:
    """Of names without which, and without those besides, a build goes through: those it does not go through with."""
    if len(names) == 1:
        return names
    first, second = names[: len(names) // 2], names[len(names) // 2 :]
    for half in (first, second):
        if holds_without([*half, *besides]):
            return fewest(half, besides)
    found = fewest(first, [*second, *besides])
    return found + fewest(second, [*found, *besides])


def holds_without(names: Collection[str]) -> bool:
    """Whether tables and rules hold with the shipped copies of these sources; publishes nothing."""
    try:
        with draft() as table:
            build.fill(table, cards=source.cards(without=names))
            return not any(result.offenders for result in rules.run(table))
    except LskError:
        return False


def advice(reason: LskError, fetched: Sequence[str]) -> str:
    """The build's own words, and how to go back."""
    names = at_fault(fetched)
    if not names:
        return f"{reason}\nThe fault lies not in what was fetched: without it the build fails too."
    which = f"“{names[0]}” is at fault" if len(names) == 1 else f"these are at fault together: {', '.join(names)}"
    back = " && ".join(f"lsk fetch --undo {name}" for name in names)
    return f"{reason}\nThe old snapshot stays. Of what was fetched, {which}; to go back to the copy before: {back}"
