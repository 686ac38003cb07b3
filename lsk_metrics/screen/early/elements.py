"""Elements as HTML: words and drawings whole, controls as look-alikes of the same size that do nothing."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from lsk_metrics.screen.early import markdown, own
from lsk_metrics.screen.early.icons import icon
from lsk_metrics.screen.early.own import HIDDEN
from lsk_metrics.screen.early.tree import Node, is_sheet


def drawn(node: Node) -> str | None:
    """The element's HTML; None where the browser shows nothing of it. What is not known gets room, and no words."""
    if is_sheet(node):
        return None
    known = BY_KIND.get(node.kind)
    return known(node.inner) if known else room(node.proto)


def room(proto: Any) -> str:
    """An empty place as high as the element will be, where it says so."""
    height = proto.height_config.pixel_height or 40
    return f'<div style="height:{int(height)}px"></div>'


def label(text: str) -> str:
    return markdown.line(text)


def heading(proto: Any) -> str:
    tag = proto.tag if proto.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else "h3"
    # Streamlit keeps room for the sign of an anchor, which may bring a word into the next line.
    sign = "" if proto.hide_anchor else "<i></i>"
    return f'<div class="e-text"><{tag}><span>{label(proto.body)}</span>{sign}</{tag}></div>'


def text(proto: Any) -> str:
    part = ' data-part="stCaptionContainer"' if proto.element_type == proto.Type.Value("CAPTION") else ""
    return f'<div data-part="stMarkdown"><div class="e-text"{part}>{markdown.block(proto.body)}</div></div>'


def own_html(proto: Any) -> str:
    """HTML of our own pages, as it is: what came from data in it was escaped where it was written."""
    return str(proto.body)


def button(words: str, kind: str = "secondary", sign: str = "") -> str:
    drawn_sign = icon(sign) if sign else ""
    return f'<div class="e-button e-{escape(kind)}" {HIDDEN}>{drawn_sign}<span>{label(words)}</span></div>'


def of_button(proto: Any) -> str:
    return button(proto.label, getattr(proto, "type", "") or "secondary", proto.icon)


def page_link(proto: Any) -> str:
    """A link that works without a script."""
    address = escape(f"/{proto.page}{'?' if proto.query_string else ''}{proto.query_string}", quote=True)
    return f'<div class="e-link" data-part="stPageLink"><a href="{address}">{label(proto.label)}</a></div>'


def titled(proto: Any, control: str) -> str:
    """A control under its label, as far as that is seen."""
    seen = proto.label_visibility.value == 0 and proto.label
    above = f'<div class="e-label">{label(proto.label)}</div>' if seen else ""
    return f"<div {HIDDEN}>{above}{control}</div>"


def choices(proto: Any) -> str:
    on = set(proto.raw_values) or {proto.options[at].content for at in proto.default}
    kind = "pills" if proto.style == proto.Style.Value("PILLS") else "segments"
    words = "".join(
        f"<span{' class=e-on' if each.content in on else ''}>{label(each.content)}</span>" for each in proto.options
    )
    return titled(proto, f'<div class="e-{kind}">{words}</div>')


def switch(proto: Any) -> str:
    kind = "switch" if proto.type == proto.StyleType.Value("TOGGLE") else "tick"
    on = " e-on" if (proto.value if proto.set_value else proto.default) else ""
    sign = icon("help") if proto.help else ""
    return f'<div class="e-{kind}{on}" {HIDDEN}><b></b><span>{label(proto.label)}</span>{sign}</div>'


def select(proto: Any) -> str:
    options = list(proto.options)
    chosen = proto.raw_value or (options[proto.default] if proto.HasField("default") and options else "")
    return titled(
        proto, f'<div class="e-select"><span>{escape(chosen or proto.placeholder)}</span>{icon("expand_more")}</div>'
    )


def several(proto: Any) -> str:
    on = list(proto.raw_values) or [proto.options[at] for at in proto.default]
    tags = "".join(f'<span class="e-tag">{escape(each)}</span>' for each in on)
    return titled(proto, f'<div class="e-select e-several">{tags or f"<span>{escape(proto.placeholder)}</span>"}</div>')


def slider(proto: Any) -> str:
    return titled(proto, '<div class="e-slider"><b></b></div>')


def field(proto: Any) -> str:
    said = proto.value if proto.set_value else proto.default
    return titled(proto, f'<div class="e-select"><span>{escape(said or proto.placeholder)}</span></div>')


def alert(proto: Any) -> str:
    sign = icon(proto.icon) if proto.icon else ""
    words = f'<div class="e-text">{markdown.block(proto.body)}</div>'
    return f'<div class="e-alert" data-part="stAlertContainer">{sign}{words}</div>'


def table(proto: Any) -> str:
    """A table whole: its cells are words already."""
    frame = convert_arrow_bytes_to_pandas_df(proto.arrow_data.data)
    head = "".join(f"<th><div>{label(str(name))}</div></th>" for name in frame.columns)
    cells = ["".join(f"<td><div>{label(str(cell))}</div></td>" for cell in row) for row in frame.to_numpy()]
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<div data-part="stTable"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def code(proto: Any) -> str:
    return f"<pre>{escape(proto.code_text)}</pre>"


def closed_box(words: str, inside: str) -> str:
    """A box that opens, shut, with its name; where it stands open at first, with what is in it."""
    below = f'<div class="e-column">{inside}</div>' if inside else ""
    name = f'<div class="e-name" {HIDDEN}><span>{label(words)}</span>{icon("chevron_right")}</div>'
    return f'<div class="e-shut">{name}{below}</div>'


BY_KIND: dict[str, Callable[[Any], str | None]] = {
    "heading": heading,
    "markdown": text,
    "html": own_html,
    "bidi_component": own.component,
    "button": of_button,
    "download_button": of_button,
    "page_link": page_link,
    "button_group": choices,
    "checkbox": switch,
    "selectbox": select,
    "multiselect": several,
    "slider": slider,
    "text_input": field,
    "alert": alert,
    "code": code,
    "table": table,
    "empty": lambda _: None,
}
