"""The look, once: colours, type and the shapes that tell the kinds of truth apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.description import merged

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description, Trace

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Noto Sans", sans-serif'
# Hues after Okabe and Ito, moved until each stands out from its ground (3 : 1) and no two meet in the eyes of those who
# see no red, no green or no blue; the tests calculate both.
SIX_LIGHT = ("#0b6666", "#b14d23", "#417bbf", "#9b7e08", "#9c4a8d", "#394042")
SIX_DARK = ("#63c7bf", "#ea8946", "#8197ee", "#e4c967", "#d888ce", "#e1e4e5")


@dataclass(frozen=True)
class Look:
    """Colours for one ground, whether the page is narrow, whether events are marked, and the codes a reader has chosen
    among those drawn. tall: of its usual height, the part that a chart gets whose height follows no number of rows.

    A test holds the contrast: text 4.5 : 1, marks 3 : 1.
    """

    name: str
    ground: str
    ink: str
    muted: str
    grid: str
    peer: str
    accent: str
    accent_soft: str
    warning: str
    land: str
    home: str
    border: str
    six: tuple[str, ...]
    narrow: bool = False
    events: bool = False
    chosen: tuple[str, ...] = ()
    tall: float = 1.0

    @property
    def marked(self) -> str:
        """The colour of a place chosen among others, beside the home region's accent."""
        return self.six[1]

    def height(self, usual: int) -> int:
        """How high a chart is that would usually be this high, in pixels."""
        return round(usual * self.tall)

    def passed_over(self, code: str) -> bool:
        """Whether a part steps back because others are chosen."""
        return bool(self.chosen) and code not in self.chosen


LIGHT = Look(
    "light",
    "#fdfcf9",
    "#1d2528",
    "#5b6468",
    "#e6e2d7",
    "#899195",
    "#0b6666",
    "#9cc7c3",
    "#8a4b08",
    "#efece3",
    "#dfeae6",
    "#c9c4b5",
    SIX_LIGHT,
)
DARK = Look(
    "dark",
    "#12191c",
    "#e6ebea",
    "#a9b4b7",
    "#2b363b",
    "#75828a",
    "#63c7bf",
    "#2f6f6d",
    "#f2bd7e",
    "#1d272b",
    "#1d3537",
    "#3d4a50",
    SIX_DARK,
)


def figure(traces: Sequence[Trace], look: Look, height: int, **layout: Any) -> Description:
    """A description with the house's type, margins and axes; height in pixels, width that of its place."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"color": look.muted, "size": 13},
    }
    written = {"family": FONT, "size": 14, "color": look.ink}
    base = {
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "template": {},  # none of Plotly's own
        "dragmode": False,
        "font": written,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "showlegend": False,
        "hoverlabel": {"bgcolor": look.ground, "bordercolor": look.border, "font": written},
        "xaxis": {**axis, "tickangle": 0},
        "yaxis": {
            **axis,
            "showgrid": True,
            "gridcolor": look.grid,
            "zeroline": True,
            "zerolinewidth": 1,
            "zerolinecolor": look.muted,
        },
    }
    return {"data": list(traces), "layout": merged(base, layout)}


def untouched(look: Look) -> dict[str, Any]:
    """For marks that can be chosen: Plotly's own way to pale what is not chosen is put out, colours say it."""
    kept = {"marker": {"opacity": 1}, "textfont": {"color": look.ink}}
    return {"selected": kept, "unselected": kept}


def strong(text: str, chosen: bool) -> str:
    return f"<b>{text}</b>" if chosen else text


def blend(one: str, other: str, part: float) -> str:
    """A colour on the way from one to another; part runs from 0 to 1."""
    mixed = [round((1 - part) * int(one[at : at + 2], 16) + part * int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def hatch(kind: str, look: Look) -> dict[str, Any]:
    """How a bar of this kind is filled: illustrative hatched, derived pale, the rest solid."""
    if kind == "illustrative":
        return {"shape": "/", "size": 6, "solidity": 0.35, "fillmode": "overlay", "fgcolor": look.ground}
    return {"shape": "." if kind == "derived" else "", "size": 5, "solidity": 0.3, "fgcolor": look.ground}


def legend(look: Look) -> dict[str, Any]:
    """A legend above the picture, for stacked parts that cannot be labelled where they stand."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1.02,
        "yanchor": "bottom",
        "traceorder": "normal",
        "font": {"size": 13, "color": look.ink},
        "bgcolor": "rgba(0,0,0,0)",
        "itemclick": False,
        "itemdoubleclick": False,
    }
