"""What the drawing understands of Plotly's words; anything else is refused, so that it cannot be missing unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import FigureUnknown

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description

# A name leads to what may stand below it: ANY value, one of some values, or names in their turn.
ANY: tuple[Any, ...] = ()
FONT = {"family": ANY, "size": ANY, "color": ANY}
# What a reader points at: plotly.js alone has it, a drawing does not move.
POINTED = dict.fromkeys(
    ("hoverinfo", "hovertext", "hovertemplate", "hoveron", "customdata", "selected", "unselected"), ANY
)
AXIS = {
    "range": ANY, "domain": ANY, "visible": (True, False), "side": ("top",), "fixedrange": (True,),
    "showgrid": (True, False), "gridcolor": ANY, "showline": (False,), "ticks": ("",), "tickangle": (0,),
    "zeroline": (True, False), "zerolinewidth": (1,), "zerolinecolor": ANY,
    "showticklabels": (True, False), "tickvals": ANY, "ticktext": ANY, "tickfont": FONT,
    "automargin": (True,), "title": {"text": ANY, "font": FONT, "standoff": ANY},
}  # fmt: skip
LAYOUT = {
    "height": ANY, "font": FONT, "margin": dict.fromkeys("lrtb", ANY), "template": ({},), "dragmode": (False,),
    "paper_bgcolor": ("rgba(0,0,0,0)",), "plot_bgcolor": ("rgba(0,0,0,0)",),
    "hoverlabel": {"bgcolor": ANY, "bordercolor": ANY, "font": FONT}, "hovermode": ANY,
    "barmode": ("stack",), "bargap": ANY, "xaxis": AXIS, "yaxis": AXIS,
    "showlegend": (True, False),
    "legend": {
        "orientation": ("h",), "x": (0,), "xanchor": ("left",), "y": ANY, "yanchor": ("bottom",),
        "traceorder": ("normal",), "font": FONT, "bgcolor": ("rgba(0,0,0,0)",),
        "itemclick": (False,), "itemdoubleclick": (False,),
    },
    "annotations": {
        "text": ANY, "font": FONT, "showarrow": (False,), "x": ANY, "y": ANY, "xref": ("x", "paper"),
        "yref": ("y", "paper"), "xanchor": ("left", "center", "right"), "yanchor": ("bottom", "middle", "top"),
        "xshift": ANY, "yshift": ANY, "align": ("left",), "textangle": (0, -90),
    },
    "shapes": {
        "type": ("line", "rect"), "x0": ANY, "x1": ANY, "y0": ANY, "y1": ANY, "yref": ("y domain",),
        "layer": ("below",), "fillcolor": ANY,
        "line": {"color": ANY, "width": ANY, "dash": ("solid", "dash", "dot")},
    },
}  # fmt: skip
LINE = {"color": ANY, "width": ANY, "dash": ("solid", "dash", "dot"), "simplify": (False,)}
TRACES: dict[str, dict[str, Any]] = {
    "bar": {
        "type": ANY, "x": ANY, "y": ANY, "orientation": ("h",), "width": ANY, "name": ANY,
        "text": ANY, "textposition": ("outside", "none"), "textfont": FONT, "cliponaxis": (False,),
        "marker": {
            "color": ANY, "line": {"color": ANY, "width": ANY},
            "pattern": {"shape": ANY, "size": ANY, "solidity": ANY, "fillmode": ("overlay",), "fgcolor": ANY},
        },
        **POINTED,
    },
    "scatter": {
        "type": ANY, "x": ANY, "y": ANY, "mode": ("lines", "markers", "lines+markers+text"), "name": ANY,
        "text": ANY, "textposition": ("top center",), "textfont": FONT, "cliponaxis": (False,), "opacity": ANY,
        "connectgaps": (False,), "line": LINE, "fill": ("toself",), "fillcolor": ANY,
        "marker": {"color": ANY, "size": ANY, "opacity": ANY, "symbol": ANY, "line": {"color": ANY, "width": ANY}},
        **POINTED,
    },
}  # fmt: skip


def check(description: Description) -> None:
    """Raises FigureUnknown for the first word that the drawing does not know."""
    for name in description:
        if name not in ("data", "layout"):
            raise FigureUnknown(name)
    for trace in description["data"]:
        if trace["type"] not in TRACES:
            raise FigureUnknown(f"type={trace['type']}")
        below(trace, TRACES[trace["type"]], trace["type"])
    below(description["layout"], LAYOUT, "layout")


def below(given: dict[str, Any], known: dict[str, Any], path: str) -> None:
    for name, value in given.items():
        if name not in known:
            raise FigureUnknown(f"{path}.{name}")
        words = known[name]
        if isinstance(words, dict):
            for each in value if isinstance(value, list) else [value]:
                below(each, words, f"{path}.{name}")
        elif words and value not in words:
            raise FigureUnknown(f"{path}.{name}={value}")
