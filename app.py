"""The front door: which pages there are, in which language, and nothing else."""

import streamlit as st

from lsk_metrics import language
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import as_of, blocks, body, editors, filters, first_start, foot, link, reader, states

st.set_page_config(page_title="LSK Metrics", layout="wide", initial_sidebar_state="auto")
reader.speak()
states.stand_by()
first_start.ensure_snapshot()
reader.settle()
pages = [
    st.Page("pages/overview.py", title=_("Overview"), default=True),
    st.Page("pages/board.py", title=_("Targets and status"), url_path="board"),
    st.Page("pages/members.py", title=_("Members"), url_path="members"),
    st.Page("pages/investment.py", title=_("Investment"), url_path="investment"),
    st.Page("pages/startups.py", title=_("Start-ups"), url_path="startups"),
    st.Page("pages/ecosystem.py", title=_("Ecosystem"), url_path="ecosystem"),
    st.Page("pages/peers.py", title=_("Peers"), url_path="peers"),
    st.Page("pages/explore.py", title=_("Explore"), url_path="explore"),
    st.Page("pages/projects.py", title=_("European projects"), url_path="projects"),
    st.Page("pages/map.py", title=_("Map"), url_path="map"),
    st.Page("pages/since.py", title=_("Since the last review"), url_path="since"),
    st.Page("pages/governance.py", title=_("S3 governance"), url_path="governance"),
    st.Page("pages/review.py", title=_("Review pack"), url_path="review"),
    st.Page("pages/data.py", title=_("Data"), url_path="data"),
    st.Page("pages/ask.py", title=_("Ask the tables"), url_path="ask"),
    st.Page("pages/register.py", title=_("Import"), url_path="register"),
    # In no menu: each page ends with a line that leads to them.
    st.Page("pages/privacy.py", title=_("Privacy"), url_path="privacy", visibility="hidden"),
    st.Page("pages/accessibility.py", title=_("Accessibility"), url_path="accessibility", visibility="hidden"),
]
# All pages stay in sight: Streamlit’s button for those beyond the twelfth speaks English alone.
page = st.navigation([*pages, *states.nowhere(pages)], expanded=True)
blocks.dress()
reader.announce()
as_of.banner(reader.snapshot())
link.copy(language.spoken(), reader.snapshot())
with st.sidebar:
    reader.choose_language()
    filters.kinds_switch()
    filters.events_switch()
    editors.signed()
editors.come_back(page, "pages/register.py")
body.turn_to(page)
foot.links(pages)
