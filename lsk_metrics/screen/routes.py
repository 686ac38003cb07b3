"""Where programs get what pages show: the routes beside them, as of the snapshot shown and in its reader's language."""

from urllib.parse import urlencode

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken
from lsk_metrics.screen import reader, server


def listed() -> None:
    """Links into the data routes; nothing where pages are served without them, as under `streamlit run`."""
    if not server.routed():
        return
    asked = urlencode({"lang": spoken(), "snapshot": reader.snapshot()})
    places = {
        "": _("All that can be asked for"),
        "datapackage.json": _("All indicators as a data package (Frictionless)"),
        "catalog.jsonld": _("All indicators as a catalogue of open data (DCAT-AP)"),
        "openapi.json": _("The description of the routes (OpenAPI)"),
    }
    st.subheader(_("The same data for programs"), anchor="routes")
    with st.container(horizontal=True, gap="small", key="routes"):
        for name, words in places.items():
            query = "" if name == "openapi.json" else f"?{asked}"
            st.link_button(words, f"/api/v1/{name}{query}", type="tertiary", icon=":material/data_object:")
