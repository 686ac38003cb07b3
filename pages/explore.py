"""Explore: any indicator in any form it can have, opened on its answer and kept in the address."""

import streamlit as st

from lsk_metrics.screen.explore import choosing, finder, view

name = finder.choose()
above = st.container()
choice = choosing.choose(name)
found = view.asked(choice)
with above:
    view.heading(choice, found)
view.picture(choice, found)
