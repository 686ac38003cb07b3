"""Choices kept in the page's address by their codes, whatever language their names are shown in.

While a page runs its controls say which names of the address are theirs; the address is written once, at the end, with
what is shown and nothing else. So every act of a reader is one step back in the browser.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar

import streamlit as st

from lsk_metrics.indicators.parameters import spelled
from lsk_metrics.language import spoken
from lsk_metrics.screen import front_door, one_run
from lsk_metrics.screen.one_run import WROTE, Held, Run, read, went_back
from lsk_metrics.screen.put_aside import Finding, nearest

NONE = "none"  # of a list whose default is not empty: the reader wants nothing of it

_run: ContextVar[Run | None] = ContextVar("address", default=None)


def begin() -> None:
    """Once at the top of a run, before any control."""
    _run.set(read(whole=True))


def begin_within(frame: Held) -> None:
    """The same as at the top, for a run of the page within a frame whose controls stand as they stood."""
    begin()
    now().hold(frame)


def begin_alone() -> None:
    """The same for a part of a page that runs by itself: what its controls say goes into the address at once."""
    run = _run.get()
    if run is None or not run.whole:
        _run.set(read(whole=False))


def now() -> Run:
    """The run there is."""
    run = _run.get()
    if run is None:
        front_door.enter()
    return run or read(whole=False)


def said(name: str, default: str = "") -> str:
    """What the address says under this name at the beginning of the run; where it says several things, the last."""
    return now().arrived.get(name, [default])[-1]


def refuse(name: str, value: str, options: Sequence[str] = (), kind: str = "value") -> None:
    """Something the address says is put aside; the note at the end of the run tells the reader."""
    run = now()
    if not run.ours(name):
        run.found[name, kind + value] = Finding(kind, name, value, nearest(value, options))


def turned(name: str, value: str, default: str) -> bool:
    """Whether the reader has just chosen this on the page: the address said something else, and had it from us."""
    run = now()
    here = name not in run.arrived and WROTE in st.session_state and name not in st.session_state[WROTE]
    return (here or run.ours(name)) and said(name, default) != value


def recall(name: str, options: Sequence[str], default: str) -> int:
    """Before a widget with this key: what the address says, else what was chosen, else the default; gives its place.

    The address wins only when it says something else than this page last wrote there: the reader came by a link, or
    went back. A value the address may not have is put aside. The place goes to the widget itself, as its index: a
    browser that meets a widget in an interrupted run shows what stands there, and sends it back as the choice.
    """
    before = st.session_state.get(f"address_{name}", "") if name in st.session_state else ""
    words = said(name, default if before else "")
    found = spelled(words, options)
    if words != before and (found or (found is not None and went_back())):
        st.session_state[name] = found
    elif name in st.session_state and st.session_state[name] not in options:
        del st.session_state[name]
    if words and not found:
        refuse(name, words, options)
    if name in st.session_state and st.session_state.get(f"spoken_{name}", spoken()) != spoken():
        st.session_state[name] = st.session_state[name]  # told anew, or the box keeps the words of the other language
    st.session_state[f"spoken_{name}"] = spoken()
    chosen = st.session_state.get(name, default)
    return list(options).index(chosen) if chosen in options else 0


def recall_several(name: str, options: Sequence[str], default: str = "") -> None:
    """The same for a widget of several values, which the address holds with commas between."""
    before = st.session_state.get(f"address_{name}") if name in st.session_state else None
    words = ",".join(now().arrived.get(name, [default]))
    if words == before:
        st.session_state[name] = [code for code in st.session_state[name] if code in options]
        return
    codes = [] if default and words == NONE else [code.strip() for code in words.split(",") if code.strip()]
    known = {code: spelled(code, options) for code in dict.fromkeys(codes)}
    st.session_state[name] = list(dict.fromkeys(found for found in known.values() if found))
    for code in [code for code, found in known.items() if not found][:20]:
        refuse(name, code, options)


def recall_switch(name: str, everywhere: bool = False, usual: bool = False) -> bool:
    """The same for a switch, which is as usual unless the address says “true” or “false”; gives how it stands.

    One that stands on all pages stays as it is where the reader goes on to another one, whose address is bare. How it
    stands goes to the widget itself, for the reason that `recall` tells.
    """
    if name in now().arrived:
        words = said(name).casefold()
        if words not in ("true", "false"):
            refuse(name, said(name), ("true", "false"))
        elif words != st.session_state.get(f"address_{name}") or name not in st.session_state:
            st.session_state[name] = words == "true"
    elif not everywhere or went_back():
        if st.session_state.get(f"address_{name}") != str(usual).lower() or name not in st.session_state:
            st.session_state[name] = usual
    else:
        st.session_state.setdefault(name, usual)
    return bool(st.session_state.get(name, usual))


def write(name: str, options: Sequence[str] = (), default: str = "") -> None:
    """After the widget: its value goes into the address, unless it is the default."""
    value = st.session_state.get(name)
    if isinstance(value, bool):
        text, default = str(value).lower(), default or "false"
    elif isinstance(value, list):
        text = ",".join(value) or (NONE if default else "")
    else:
        text = str(value or "")
    keep(name, text, default)


def keep(name: str, text: str, default: str = "") -> None:
    """The page holds this under this name; what is not the default goes into the address."""
    run = now()
    run.values[name] = text
    if text and text != default:
        run.wanted[name] = text
    else:
        run.wanted.pop(name, None)
    if run.arrived.get(name, [default]) == [text]:  # said already: an interrupted run must not hear it as news again
        st.session_state[f"address_{name}"] = text
    if run.whole:
        return
    st.session_state[f"address_{name}"] = text
    stands = {**run.stands, name: [text]}
    if name not in run.wanted:
        del stands[name]
    one_run.write(run, stands)


def go_along(*names: str) -> None:
    """What goes along from page to page is in a bare address before the page begins.

    Written at its end it would be a step of its own in the browser's history, and the way back would be one longer.
    """
    if not went_back() and not now().arrived:
        one_run.write(now(), {name: [text] for name, text in along(*names).items()})


def along(*names: str) -> dict[str, str]:
    """What goes along from page to page, as the address of the next one says it."""
    before = {name: st.session_state.get(WROTE, {}).get(name) for name in names} | now().wanted
    return {name: text for name, text in before.items() if text}


def send() -> None:
    """For a page that begins anew before its end: what the controls have said so far goes into the address."""
    run = now()
    coming = {name: texts[-1] for name, texts in run.stands.items() if name not in run.values}
    tell(run, coming | run.wanted)


def conclude() -> list[Finding]:
    """At the end of a run: the address says what is shown and nothing else; gives what was put aside."""
    run = now()
    for name, texts in run.arrived.items():
        if name not in run.values:
            refuse(name, texts[-1], list(run.values), kind="name")
        elif len(set(texts)) > 1 and run.values[name] == texts[-1]:
            refuse(name, texts[-1], kind="twice")
    tell(run, run.wanted)
    run.whole = False
    return [finding.shown(run.values.get(finding.name, "")) for finding in run.found.values()]


def tell(run: Run, wanted: Mapping[str, str]) -> None:
    """What is shown stands in the address, and is known to stand there."""
    one_run.write(run, {name: [text] for name, text in wanted.items()})
    for name, text in run.values.items():
        st.session_state[f"address_{name}"] = text
    st.session_state[WROTE] = dict(wanted)
