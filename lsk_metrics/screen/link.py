"""The buttons that copy a link to what is shown, in this language and as of this very snapshot, or a frame with it."""

import streamlit as st

from lsk_metrics.language import gettext as _

# The link is made of the address bar at the moment of the press. A page served over plain http, but not from this
# machine, may not use the clipboard's door; it takes the old way, and where that is shut too, shows the link to copy.
_copy = st.components.v2.component(
    "copy_link",
    html="""<button type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 14a4 4 0 0 0 6 .5l3-3a4.2
4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5"/></svg><span></span></button>
<button type="button" class="frame"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m8 7-5 5 5 5m8-10 5 5-5 5"/>
</svg><span></span></button><span class="told" role="status"></span><input readonly hidden>""",
    css=""":host { display: block; }
div { display: flex; gap: 0.4rem; }
@media (max-width: 40rem) { .frame { display: none; } }
button { font: inherit; font-size: 0.875rem; line-height: 1.2; display: inline-flex; gap: 0.4em; align-items: center;
  padding: 0.4rem 0.7rem; cursor: pointer; color: var(--st-text-color); background: transparent;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.25rem); }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
svg { width: 1.1em; height: 1.1em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
input { font: inherit; font-size: 0.8rem; width: 16rem; max-width: 60vw; margin-left: 0.5rem; color: inherit;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); padding: 0.3rem; }""",
    js="""export default ({ data, parentElement }) => {
  const [told, field] = [".told", "input"].map((each) => parentElement.querySelector(each));
  const old = (link, button) => {
    const area = document.createElement("textarea");
    area.value = link;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    return done;
  };
  const address = () => {
    const link = new URL(location.href);
    link.hash = "";
    link.searchParams.set("lang", data.lang);
    link.searchParams.set("snapshot", data.snapshot);
    return link;
  };
  const framed = () => {
    const link = address(), heading = document.querySelector("h1")?.innerText ?? document.title;
    link.searchParams.set("embed", "true");
    const written = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    return `<iframe src="${written(link.href)}" title="${written(heading)}" width="100%" height="900" ` +
      `style="border:0" loading="lazy"></iframe>`;
  };
  const set = (button, label, help, text) => {
    const say = (words, aloud) => { button.querySelector("span").textContent = words; told.textContent = aloud; };
    button.title = help;
    button.onclick = async () => {
      let done = false;
      try {
        await navigator.clipboard.writeText(text());
        done = true;
      } catch {
        done = old(text(), button);
      }
      field.hidden = done;
      field.value = text();
      field.ariaLabel = label;
      if (!done) field.select();
      say(done ? data.copied : label, done ? data.copied : "");
      clearTimeout(button.wait);
      if (done) button.wait = setTimeout(() => say(label, ""), 2500);
    };
    if (!button.wait || !told.textContent) say(label, "");
  };
  const [copy, frame] = parentElement.querySelectorAll("button");
  set(copy, data.label, data.help, () => address().href);
  set(frame, data.embed, data.about, framed);
};""",
)


def copy(lang: str, snapshot: str) -> None:
    """Near the top of every page, on a phone too."""
    words = {
        "label": _("Copy link"),
        "embed": _("Embed"),
        "about": _("The code by which another site shows this page"),
        "copied": _("Copied"),
        "help": _("A link to this view, in this language and with these very figures"),
    }
    with st.container(key="copy_link"):
        _copy(data={**words, "lang": lang, "snapshot": snapshot}, key="copy")
