"""What one run of a page knows of its address: what arrived, what the controls hold, what was put aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lsk_metrics.screen.put_aside import Finding

Address = dict[str, list[str]]
WROTE = "address_wrote"
OVERTAKEN = "address_overtaken"
# An act sent before the browser had what we last wrote still carries the address of before; for so long it may be one.
LATE_SECONDS = 5
# Names that links of older versions and of the command line use, and what they are called now.
RENAMED = {"language": "lang", "first_year": "from", "last_year": "to", "target_year": "target"}


@dataclass(frozen=True)
class Held:
    """What controls hold, default or not, and what of it the address says."""

    values: Mapping[str, str]
    wanted: Mapping[str, str]


@dataclass
class Run:
    """One run of a page: what the address said at its beginning, what the controls made of it, what it is to say."""

    arrived: Address
    whole: bool = True
    stands: Address = field(default_factory=dict)  # what the browser has, or is about to have
    values: dict[str, str] = field(default_factory=dict)  # as each control has it, default or not
    wanted: dict[str, str] = field(default_factory=dict)
    found: dict[tuple[str, str], Finding] = field(default_factory=dict)

    def held(self) -> Held:
        """What the controls have said so far, for a run that leaves them out."""
        return Held(dict(self.values), dict(self.wanted))

    def hold(self, before: Held) -> None:
        self.values |= before.values
        self.wanted |= before.wanted

    def ours(self, name: str) -> bool:
        """Whether the address says of this what we wrote there ourselves, so that nothing need be said of it."""
        wrote: Mapping[str, str] = st.session_state.get(WROTE, {})
        return name in wrote and self.arrived.get(name) == [wrote[name]]


@dataclass(frozen=True)
class Overtaken:
    """What the browser's address was on this page before we last wrote it, and what we wrote."""

    page: str
    since: float
    before: tuple[Address, ...]
    wrote: Address


def read(whole: bool) -> Run:
    """The run that begins, with the address it was asked for."""
    stands = in_time({name: st.query_params.get_all(name) for name in st.query_params})
    arrived = dict(stands)
    for old, new in RENAMED.items():
        if old in arrived and new not in arrived:
            arrived[new] = arrived.pop(old)
    return Run(arrived, whole, stands=stands)


def turn(name: str, text: str | None) -> None:
    """An act that changes the address by itself, before its run begins: the name with this text, or gone."""
    run = read(whole=False)
    others = {each: texts for each, texts in run.stands.items() if each != name}
    write(run, others | ({name: [text]} if text else {}))


def write(run: Run, wanted: Mapping[str, list[str]]) -> None:
    """One message to the browser, and so one step in its history; nothing where nothing has changed."""
    if wanted == run.stands:
        return
    st.query_params.from_dict(wanted)
    overtake(run.stands, dict(wanted))
    run.stands = dict(wanted)


def in_time(said: Address) -> Address:
    """The address of an act, or what we wrote meanwhile: two quick acts are two acts, and none is a way back."""
    last: Overtaken | None = st.session_state.get(OVERTAKEN)
    if last is None:
        return said
    if said in last.before and last.page == page() and not went_back() and monotonic() - last.since < LATE_SECONDS:
        return dict(last.wrote)
    del st.session_state[OVERTAKEN]
    return said


def overtake(before: Address, wrote: Address) -> None:
    """The address is written: whoever acts before the browser has it will still say what was there before."""
    last: Overtaken | None = st.session_state.get(OVERTAKEN)
    earlier = last.before if last and last.page == page() else ()
    st.session_state[OVERTAKEN] = Overtaken(page(), monotonic(), (*earlier, before)[-9:], wrote)


def page() -> str:
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def went_back() -> bool:
    """Whether this run came about by the browser's buttons for back and forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation
