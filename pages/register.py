"""Import: a table of the foundation's own register, checked, compared and published; boundaries for the map."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import editors, imports
from lsk_metrics.screen.tabs import tabs

st.title(_("Bring in your register"))
register, outlines = tabs("tab", {"register": _("Tables of the register"), "boundaries": _("Boundaries")})
with register:
    asked = imports.table()
    editors.panel(f"lsk import {asked} FILE")
    imports.template(asked)
    given = imports.file(asked)
    if given:
        imports.show(given)
with outlines:
    imports.boundaries()
