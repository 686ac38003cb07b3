"""Data: what was said in public and whether it holds, where figures come from, what is checked, which snapshots."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import differences, history, imports, registers, routes
from lsk_metrics.screen.tabs import tabs

st.title(_("Data"))
registers.summary()
registers.kinds_explained()
titles = {
    "statements": _("Published statements"),
    "sources": _("Sources"),
    "rules": _("Rules"),
    "snapshots": _("Snapshots"),
    "boundaries": _("Boundaries"),
}
said, cards, rules, kept, outlines = tabs("tab", titles)
with said:
    for topic in registers.topics():
        registers.claims(topic)
with cards:
    registers.sources()
    routes.listed()
with rules:
    registers.rules()
with kept:
    history.listed()
    history.choose()
    differences.compare()
    history.roll_back()
with outlines:
    imports.boundaries()
