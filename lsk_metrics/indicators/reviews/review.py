"""A review: what is shown, in which order, as of which snapshot; all files of a pack are drawn from its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import comments, kept
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.command import quoted
from lsk_metrics.indicators.passport import indicator
from lsk_metrics.indicators.reviews.checking import EVERYWHERE, OF_REGIONS, SHARED, checked, dated, identified
from lsk_metrics.indicators.reviews.checking import LONGEST as LONGEST
from lsk_metrics.indicators.reviews.step import Step, read, written
from lsk_metrics.indicators.reviews.stories import OWN, story
from lsk_metrics.indicators.status.board import statuses
from lsk_metrics.language import day, spoken
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.comments import Comment
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.status.board import Status

# What an address says of the review itself.
OWN_WORDS = ("story", "name", "date", "figures")


@dataclass(frozen=True)
class Review:
    """story: the id of a ready one, or “own”; name: what the reader calls it, empty for the story's own title; on: an
    ISO date; shared: parameters that every figure hears which knows them. Texts come in the language spoken."""

    story: str
    name: str
    on: str
    snapshot: str
    steps: tuple[Step, ...]
    shared: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The reader's name for it, else the story's."""
        return self.name or (_("Review") if self.story == OWN else story(self.story, self.snapshot).title)

    @property
    def date(self) -> str:
        """Its day as a reader says it."""
        return day(self.on)

    @property
    def id(self) -> str:
        """The same for the same review in every language: story, day, and a checksum over all that it asks."""
        return identified(self.document())

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """The answer of each step, in order. Raises NameUnknown or ValueRefused for what cannot be asked."""
        return tuple(answer(each.indicator, self.given(each), self.snapshot) for each in self.steps)

    def ask(self) -> None:
        """Raises NameUnknown or ValueRefused where one of its figures cannot be had; what was asked is kept."""
        self.answers  # noqa: B018

    def given(self, step: Step) -> dict[str, str]:
        """What is asked of a step: of the shared parameters those it knows, and its own, which go before them."""
        of = indicator(step.indicator)
        known = {*EVERYWHERE, *of.filters, *(OF_REGIONS if of.places == "regions" or of.variables else ())}
        own = dict(step.given)
        if "places" in own:
            known -= set(OF_REGIONS)
        if "target" in own:  # its place and its groups are its own
            known = set(EVERYWHERE)
        return {name: text for name, text in self.shared if name in known} | own

    @cached_property
    def targets(self) -> tuple[Status, ...]:
        """The status of every target, where the story is about them; else nothing."""
        if self.story == OWN or not story(self.story, self.snapshot).targets:
            return ()
        return statuses(self.snapshot, dict(self.shared).get("illustrative", "yes") != "no")

    @property
    def comments(self) -> list[Comment]:
        """What a board has said of its indicators, the newest first."""
        names = {each.indicator for each in self.steps}
        return [each for each in comments.on(snapshot=self.snapshot) if each.indicator in names]

    @property
    def sources(self) -> list[Card]:
        """The source cards of all answers, each once, in the order they first occur."""
        return list({card.id: card for found in self.answers for card in found.sources}.values())

    @property
    def illustrative(self) -> bool:
        """Whether any figure rests on made-up rows."""
        return any("illustrative" in found.kinds for found in self.answers)

    def document(self) -> dict[str, Any]:
        """All that it asks, as plain data: from this the same review comes again."""
        return {
            "story": self.story,
            "name": self.name,
            "date": self.on,
            "snapshot": self.snapshot,
            "figures": [each.written() for each in self.steps],
            "shared": dict(self.shared),
        }

    @property
    def moved(self) -> bool:
        """Whether its ready story has other figures by now than this review was made of."""
        return self.story != OWN and story(self.story, self.snapshot).steps != self.steps

    def asked(self) -> dict[str, str]:
        """The same as an address says it; where the story has moved on, the figures themselves."""
        own = self.story == OWN or self.moved
        said = {
            "story": OWN if own else self.story,
            "name": self.title if self.moved else self.name,
            "date": self.on,
            "figures": written(self.steps) if own else "",
            **dict(self.shared),
            "snapshot": self.snapshot,
            "lang": spoken(),
        }
        if said.pop("illustrative", "yes") == "no":
            said["real"] = "true"  # as the switch of all pages says it
        return {name: text for name, text in said.items() if text}

    @property
    def link(self) -> str:
        """The address, after the dashboard's own, that opens exactly this."""
        return f"/review?{urlencode(self.asked())}"

    @property
    def command(self) -> str:
        """The command that makes its files again."""
        said = self.asked()
        parts = [f"--{name} {quoted(said[name])}" for name in (*OWN_WORDS, "snapshot") if name in said]
        parts += [f"--with {quoted(f'{name}={text}')}" for name, text in self.shared]
        return " ".join(["lsk export review", *parts, "--lang", spoken(), "--to", "pack/"])


def review(
    name: str = "",
    told: str = "",
    on: str = "",
    figures: str = "",
    shared: Mapping[str, str] | None = None,
    snapshot: str = "",
) -> Review:
    """A review of a ready story, or of the figures written as in an address; its day is the snapshot's unless given.

    name is the story's id, told what the reader calls it. Raises NameUnknown or ValueRefused.
    """
    version = kept.meant(snapshot or "current").id
    if name in ("", OWN) and not figures:
        raise ValueRefused("Choose a ready story, or name the figures: members,gerd_share_of_gdp;view=pace.")
    ready = figures == "" and name not in ("", OWN)
    steps = story(name, version).steps if ready else read(figures)
    words, day = " ".join(told.split()), dated(on, version)
    return checked(Review(name if ready else OWN, words, day, version, steps, tuple((shared or {}).items())))


def opened(said: Mapping[str, str], snapshot: str = "") -> Review:
    """The review that an address asks for; snapshot: that of the page, where the address names none.

    Raises NameUnknown or ValueRefused.
    """
    shared = {name: said[name] for name in SHARED if said.get(name)}
    if said.get("real") == "true":
        shared["illustrative"] = "no"
    name, told, on, figures = (said.get(each, "") for each in OWN_WORDS)
    return review(name, told, on, figures, shared, said.get("snapshot") or snapshot)
