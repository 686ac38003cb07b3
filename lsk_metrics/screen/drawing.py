"""A figure drawn on the server and put onto the page as it is: read at once, pointed at, clicked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

# Streamlit's own ways to show an SVG strip it or shut it off from the page's fonts. The text in it is escaped.
# A mark says what it stands for beside the pointer; of points the nearest is meant, as in an interactive chart.
_drawing = st.components.v2.component(
    "drawing",
    js="""export default ({ data, parentElement, setTriggerValue }) => {
  let house = parentElement.querySelector(".drawing");
  if (!house) {
    house = document.createElement("div");
    parentElement.append(house);
  }
  house.className = `drawing ${data.kind}`;
  if (house.drawn !== data.svg) house.innerHTML = house.drawn = data.svg;
  const near = (event) => {
    let best = event.target.closest("[data-tip]"), far = 20;
    if (best && !best.matches(".spot, .row")) return best;
    for (const each of house.querySelectorAll(".spot")) {
      const box = each.getBoundingClientRect();
      const off = Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
      if (off < far) [best, far] = [each, off];
    }
    return best;
  };
  const hide = () => house.querySelector(".tip")?.remove();
  house.onpointermove = house.onpointerdown = (event) => {
    const mark = near(event);
    house.style.cursor = mark?.dataset.code && data.clicks ? "pointer" : "";
    if (!mark) return hide();
    const tip = house.querySelector(".tip") ?? house.appendChild(document.createElement("div"));
    tip.className = "tip";
    tip.setAttribute("aria-hidden", "true");
    if (tip.textContent !== mark.dataset.tip) tip.textContent = mark.dataset.tip;
    const edge = house.getBoundingClientRect(), x = event.clientX - edge.x, y = event.clientY - edge.y;
    tip.style.left = `${Math.max(0, Math.min(x + 14, edge.width - tip.offsetWidth))}px`;
    tip.style.top = `${y - tip.offsetHeight - 12 < -40 ? y + 18 : y - tip.offsetHeight - 12}px`;
  };
  house.onpointerleave = hide;
  house.onclick = (event) => {
    const mark = near(event);
    if (data.clicks && mark?.dataset.code) setTriggerValue("chosen", mark.dataset.code);
  };
};""",
    isolate_styles=False,
)


def place(svg: str, key: str, kind: str = "chart", chosen: Callable[[str], None] | None = None) -> None:
    """An SVG made by this program. `chosen` is called with the code of the mark that was clicked, before the page runs
    again. The kind, chart or map, is how it is laid out."""

    def clicked() -> None:
        code = st.session_state[key]["chosen"]
        if chosen and code:
            chosen(str(code))

    _drawing(
        data={"svg": svg, "kind": kind, "clicks": chosen is not None},
        key=key,
        on_chosen_change=clicked if chosen else lambda: None,
    )
