"""The review pack: choose a story, show it, hand it out."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen.review import choosing, listing, making

choosing.reopen()
head = st.container()
found = choosing.review()
with head:
    listing.head(found)
making.show(found)
making.files(found)
listing.figures(found)
st.header(_("The same again"))
listing.again(found)
