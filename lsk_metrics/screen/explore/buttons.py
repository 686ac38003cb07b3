"""A row of choices of which some are not to be had: those stay in sight and in reach, each with its reason below."""

from collections.abc import Mapping

import streamlit as st

from lsk_metrics.language import listing
from lsk_metrics.screen.heard import heard

# A button that Streamlit disables is passed over by the keyboard and says nothing to a screen reader. Here it is
# marked as disabled, can be reached, and is described by the reason that everybody sees.
_row = st.components.v2.component(
    "row_of_choices",
    js="""export default ({ data, parentElement, setTriggerValue }) => {
  const focused = parentElement.contains(document.activeElement) ? document.activeElement.dataset.code : null;
  let house = parentElement.querySelector(".choices");
  if (!house) {
    house = document.createElement("div");
    house.className = "choices";
    parentElement.append(house);
  }
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text || "" });
  const label = Object.assign(make("p", data.label), { className: "label", id: `${data.name}-label` });
  const row = Object.assign(make("div"), { className: "row" });
  row.setAttribute("role", "group");
  row.setAttribute("aria-labelledby", label.id);
  for (const each of data.options) {
    const button = make("button", each.name);
    button.type = "button";
    button.dataset.code = each.code;
    button.setAttribute("aria-pressed", String(each.code === data.chosen));
    if (each.reason) {
      button.setAttribute("aria-disabled", "true");
      button.setAttribute("aria-describedby", `${data.name}-reason-${each.at}`);
    } else {
      button.onclick = () => setTriggerValue("chosen", each.code);
    }
    row.append(button);
  }
  const reasons = make("ul");
  for (const each of data.reasons) {
    const line = Object.assign(make("li"), { id: `${data.name}-reason-${each.at}` });
    line.append(make("b", `${each.names}: `), each.reason);
    reasons.append(line);
  }
  house.replaceChildren(label, row, ...(data.reasons.length ? [reasons] : []));
  const again = focused && row.querySelector(`[data-code="${focused}"]`);
  if (again) again.focus();
};""",
    isolate_styles=False,
)


def choose(name: str, label: str, options: Mapping[str, str], reasons: Mapping[str, str], chosen: str) -> None:
    """The row, with what is chosen now; pressing another makes it the wish of this name, and runs the page again.

    Reasons say of each option why it cannot be had; it can where the reason is empty.
    """
    key = f"row_{name}"

    def take() -> None:
        if code := heard(key, "chosen"):
            st.session_state[name] = code

    _row(data=told(name, label, options, reasons, chosen), key=key, on_chosen_change=take)


def told(
    name: str, label: str, options: Mapping[str, str], reasons: Mapping[str, str], chosen: str
) -> dict[str, object]:
    """The row as plain data; options that share a reason share its line."""
    lines = list(dict.fromkeys(reason for reason in map(reasons.get, options) if reason))
    said = [
        {
            "at": at,
            "names": listing([word for code, word in options.items() if reasons.get(code) == reason]),
            "reason": reason,
        }
        for at, reason in enumerate(lines)
    ]
    row = [
        {
            "code": code,
            "name": word,
            "reason": reasons.get(code, ""),
            "at": lines.index(reasons[code]) if reasons.get(code) else 0,
        }
        for code, word in options.items()
    ]
    return {"name": name, "label": label, "options": row, "reasons": said, "chosen": chosen}
