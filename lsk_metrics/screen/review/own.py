"""Figures of a reader's own choice, and their order."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import Indicator, indicator, indicators
from lsk_metrics.indicators.offers import view_names
from lsk_metrics.indicators.reviews import OWN
from lsk_metrics.indicators.reviews.step import MOST, Step, read
from lsk_metrics.indicators.status.board import statuses
from lsk_metrics.indicators.views import refusal, view
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, reader, states
from lsk_metrics.screen.heard import heard

FIRST = ("members", "gerd_share_of_gdp")

# The list in its order: each line can go up, down and away, by mouse and by key; what was pressed keeps the focus.
_order = st.components.v2.component(
    "order",
    js="""export default ({ data, parentElement, setTriggerValue }) => {
  const held = parentElement.contains(document.activeElement) ? document.activeElement : null;
  const focused = held && [held.dataset.code, held.dataset.way];
  let house = parentElement.querySelector("ol");
  if (!house) {
    house = document.createElement("ol");
    house.className = "order";
    parentElement.append(house);
  }
  house.setAttribute("aria-label", data.label);
  const line = (each, at) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("span"), { textContent: each.name }));
    for (const [way, sign, words] of data.ways) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
      button.ariaLabel = `${words}: ${each.name}`;
      button.title = words;
      button.dataset.code = each.code;
      button.dataset.way = way;
      button.disabled = (way === "up" && at === 0) || (way === "down" && at === data.items.length - 1);
      button.onclick = () => setTriggerValue("moved", `${way} ${each.code}`);
      item.append(button);
    }
    return item;
  };
  house.replaceChildren(...data.items.map(line));
  if (!focused) return;
  const buttons = [...house.querySelectorAll("button:enabled")];
  const same = buttons.filter((each) => each.dataset.code === focused[0]);
  (same.find((each) => each.dataset.way === focused[1]) ?? same[0] ?? buttons[0])?.focus();
};""",
    isolate_styles=False,
)


def begin(steps: Sequence[str]) -> None:
    """A button that takes a ready story's figures over, to leave some out, add others and put them in another order."""

    def take() -> None:
        st.session_state["story"], st.session_state["figures"] = OWN, list(steps)
        st.session_state["address_figures"] = ",".join(FIRST)  # the bare address is no news: what was taken stays

    label = _("Change figures and order")
    st.button(label, key="review_change", type="tertiary", icon=":material/edit:", on_click=take)


def figures() -> str:
    """The list to choose from and the order of what is chosen, as the address says it; empty where nothing is."""
    options = named()
    known = [*options, *(code for code in arrived() if code not in options)]
    address.recall_several("figures", known, ",".join(FIRST))
    chosen = st.multiselect(
        _("Figures"), known, format_func=lambda code: options.get(code, code), key="figures", max_selections=MOST,
        placeholder=_("choose figures"),
    )  # fmt: skip
    address.write("figures", known, ",".join(FIRST))
    if not chosen:
        states.empty(_("No figure is chosen."), _("Take one from the list above, or choose a ready story."))
        st.stop()
    ordered(chosen, options)
    return ",".join(chosen)


def ordered(chosen: Sequence[str], options: dict[str, str]) -> None:
    """The chosen figures in their order."""
    ways = [["up", "↑", _("Move up")], ["down", "↓", _("Move down")], ["away", "×", _("Leave out")]]
    items = [{"code": code, "name": options.get(code, code)} for code in chosen]
    _order(data={"items": items, "ways": ways, "label": _("Order of the figures")}, key="order", on_moved_change=moved)


def moved() -> None:
    """A press on one of the list's buttons: the figure goes one place up or down, or away."""
    way, _space, code = heard("order", "moved").partition(" ")
    there = list(st.session_state["figures"])
    if code not in there:
        return
    at = there.index(code)
    there.pop(at)
    if way != "away":
        there.insert(max(0, at + (-1 if way == "up" else 1)), code)
    st.session_state["figures"] = there


def arrived() -> list[str]:
    """Figures that a link asks for in ways which the list does not offer, such as certain places."""
    found = []
    for words in address.said("figures").split(","):
        try:
            found += [each.written() for each in read(words)]
        except LskError:
            continue  # the list puts aside what it does not know, and the note at the top says so
    return list(dict.fromkeys(found))


def named() -> dict[str, str]:
    """Every figure there is to choose: indicators, their views where they have any, and the ways to targets."""
    found: dict[str, str] = {}
    for each in indicators():
        found[each.id] = _(each.title)
        found |= {Step(each.id, (("view", name),)).written(): words for name, words in viewed(each).items()}
    for status in statuses(reader.snapshot()):
        code = Step(status.indicator.id, (("target", status.target.id),)).written()
        found[code] = _("{title}: path to the target").format(title=status.named)
    return found


def viewed(of: Indicator) -> dict[str, str]:
    """Views an indicator can have, with what the figure is called then."""
    if of.places != "regions":
        return {}
    said = {name: f"{_(of.title)}: {words[:1].lower()}{words[1:]}" for name, words in view_names().items()}
    return {name: words for name, words in said.items() if not refusal(indicator(of.id), view(name))}
