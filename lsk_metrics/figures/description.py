"""A figure's description: plain data in Plotly's words, for plotly.js in a browser and `drawing` without one."""

from __future__ import annotations

from typing import Any, TypeAlias, TypedDict

Trace: TypeAlias = dict[str, Any]
Layout: TypeAlias = dict[str, Any]


class Description(TypedDict):
    """What plotly.js takes: traces from the ground up, and the layout. Nothing in it needs the library `plotly`."""

    data: list[Trace]
    layout: Layout


def bar_trace(**properties: Any) -> Trace:
    return {"type": "bar", **properties}


def scatter_trace(**properties: Any) -> Trace:
    return {"type": "scatter", **properties}


def merged(base: Layout, more: Layout) -> Layout:
    """One layout over another, part by part: what the second says holds, what it leaves open stays."""
    found = dict(base)
    for name, value in more.items():
        below = found.get(name)
        found[name] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return found
