"""A row of choices of which some are not to be had: those stay in sight and in reach, each with its reason below."""

from collections.abc import Mapping

import streamlit as st

from lsk_metrics.language import listing

# A button that Streamlit disables is passed over by the keyboard and says nothing to a screen reader. Here it is
# marked as disabled, can be reached, and is described by the reason that everybody sees.
_row = st.components.v2.component(
    "row_of_choices",
    css="""
.label { font-size: 0.875rem; margin: 0 0 0.25rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.3rem; }
button { font: inherit; font-size: 0.95rem; color: var(--st-text-color); background: transparent;
  PAD
button:hover { border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
button[aria-pressed="true"] { background: var(--st-primary-color); border-color: var(--st-primary-color);
  color: light-dark(#fff, #12191c); font-weight: 600; }
button[aria-disabled="true"] { border-style: dashed; color: color-mix(in srgb, var(--st-text-color) 72%, transparent);
  cursor: not-allowed; }
button[aria-disabled="true"]:hover { border-color: color-mix(in srgb, var(--st-text-color) 35%, transparent); }
ul { list-style: none; margin: 0.4rem 0 0; padding: 0; font-size: 0.82rem; line-height: 1.4;
  color: color-mix(in srgb, var(--st-text-color) 80%, transparent); }
li { margin: 0; }
b { font-weight: 600; }
""",
    js="""export default ({ data, parentElement, setTriggerValue }) => {
  const root = parentElement.getRootNode();
  const focused = root.activeElement && root.activeElement.dataset ? root.activeElement.dataset.code : null;
  let house = parentElement.querySelector(".choices");
  if (!house) {
    house = document.createElement("div");
    house.className = "choices";
    parentElement.append(house);
  }
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text || "" });
  const label = Object.assign(make("p", data.label), { className: "label", id: "label" });
  const row = Object.assign(make("div"), { className: "row" });
  row.setAttribute("role", "group");
  row.setAttribute("aria-labelledby", "label");
  for (const each of data.options) {
    const button = make("button", each.name);
    button.type = "button";
    button.dataset.code = each.code;
    button.setAttribute("aria-pressed", String(each.code === data.chosen));
    if (each.reason) {
      button.setAttribute("aria-disabled", "true");
      button.setAttribute("aria-describedby", `reason-${each.at}`);
    } else {
      button.onclick = () => setTriggerValue("chosen", each.code);
    }
    row.append(button);
  }
  const reasons = make("ul");
  for (const each of data.reasons) {
    const line = Object.assign(make("li"), { id: `reason-${each.at}` });
    line.append(make("b", `${each.names}: `), each.reason);
    reasons.append(line);
  }
  house.replaceChildren(label, row, ...(data.reasons.length ? [reasons] : []));
  const again = focused && row.querySelector(`[data-code="${focused}"]`);
  if (again) again.focus();
};""",
)


def choose(name: str, label: str, options: Mapping[str, str], reasons: Mapping[str, str], chosen: str) -> None:
    """The row, with what is chosen now; pressing another makes it the wish of this name, and runs the page again.

    Reasons say of each option why it cannot be had; it can where the reason is empty.
    """
    key = f"row_{name}"

    def take() -> None:
        st.session_state[name] = st.session_state[key]["chosen"]

    _row(data=told(label, options, reasons, chosen), key=key, on_chosen_change=take)


def told(label: str, options: Mapping[str, str], reasons: Mapping[str, str], chosen: str) -> dict[str, object]:
    """The row as plain data; options that share a reason share its line."""
    lines = list(dict.fromkeys(reason for reason in map(reasons.get, options) if reason))
    said = [
        {
            "at": at,
            "names": listing([name for code, name in options.items() if reasons.get(code) == reason]),
            "reason": reason,
        }
        for at, reason in enumerate(lines)
    ]
    row = [
        {
            "code": code,
            "name": name,
            "reason": reasons.get(code, ""),
            "at": lines.index(reasons[code]) if reasons.get(code) else 0,
        }
        for code, name in options.items()
    ]
    return {"label": label, "options": row, "reasons": said, "chosen": chosen}
