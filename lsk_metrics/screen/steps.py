"""Where a click on a control leads: from the address of a page to the address of the same page after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Address = dict[str, str]


@dataclass(frozen=True)
class Step:
    """One control: what there is to click, by its words or its code, and where that leads; None where unknown."""

    options: Sequence[str]
    lead: Callable[[str, Address], Address | None]

    def __call__(self, what: str, said: Address) -> Address | None:
        return self.lead(what, said)


def of_one(name: str, codes: Mapping[str, str], default: str = "", resets: tuple[str, ...] = ()) -> Step:
    """One of a list, by the words it shows; it takes choices along that it makes void."""

    def step(what: str, said: Address) -> Address | None:
        code = codes.get(what)
        kept = {each: text for each, text in said.items() if each != name and each not in resets}
        return None if code is None else kept if code == default else {**kept, name: code}

    return Step((*codes,), step)


def of_several(name: str, codes: Mapping[str, str]) -> Step:
    """One more of a list or, where it was chosen, no longer."""

    def step(what: str, said: Address) -> Address | None:
        code, on = codes.get(what), chosen(name, said)
        after = [each for each in on if each != code] if code in on else [*on, code or ""]
        return None if code is None else holding(said, {name: after})

    return Step((*codes,), step)


def of_marks(name: str, options: Sequence[str], made: Mapping[str, Sequence[str]]) -> Step:
    """The mark of a figure, or the groups it is made of: what is on goes off, and what is not takes its place."""

    def step(what: str, said: Address) -> Address | None:
        codes, on = made.get(what, (what,)), chosen(name, said)
        return holding(said, {name: turned(on, codes)}) if {*codes} <= {*options} else None

    return Step((*options, *made), step)


def of_chips(off: Mapping[str, Sequence[str]]) -> Step:
    """What is on, of each name, and then no longer; whatever its words are."""

    def step(what: str, said: Address) -> Address | None:
        return holding(
            said, {name: [each for each in chosen(name, said) if each not in codes] for name, codes in off.items()}
        )

    return Step(("×",), step)


def all_from(steps: Iterable[Step], said: Address) -> list[Address]:
    """Wherever one click leads elsewhere, in the order of the controls, each address once."""
    here, found = frozenset(said.items()), dict[frozenset[tuple[str, str]], Address]()
    for step in steps:
        for what in step.options:
            after = step(what, dict(said))
            if after is not None and (key := frozenset(after.items())) != here:
                found.setdefault(key, after)
    return [*found.values()]


def turned(on: Sequence[str], codes: Sequence[str]) -> list[str]:
    """A click on what is on takes it back; a click on another takes its place."""
    return [each for each in on if each not in codes] if {*codes} <= {*on} else list(codes)


def chosen(name: str, said: Address) -> list[str]:
    return [code for code in said.get(name, "").split(",") if code]


def holding(said: Address, after: Mapping[str, Sequence[str]]) -> Address:
    """The address with these codes under their names; without a name where it has none."""
    others = {name: text for name, text in said.items() if name not in after}
    return others | {name: ",".join(codes) for name, codes in after.items() if codes}
