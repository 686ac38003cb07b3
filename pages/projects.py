"""European projects: how much the region wins of the Union's research money, who wins it, and with which partners."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.network import network
from lsk_metrics.figures.towns import towns
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, projects, registers, room
from lsk_metrics.screen.blocks import asked, show
from lsk_metrics.screen.headlines import headlines

QUESTIONS = (
    "joint_projects",
    "ec_contribution_by_year",
    "participations_by_year",
    "ec_contribution_by_organisation",
    "projects_by_field",
    "participations_by_town",
)
st.title(_("European projects"))
if projects.fetched("joint_projects"):
    narrowing.choose("fields", "programmes")
    headlines(
        [
            projects.total(asked("ec_contribution_by_year"), _("from the European Commission")),
            projects.total(asked("participations_by_year"), _("participations in projects")),
            projects.most(asked("joint_projects"), _("joint projects with {name}")),
        ]
    )
    show("joint_projects", network)
    left, right = room.halves()
    with left:
        show("ec_contribution_by_year", columns, narrows="programmes")
    with right:
        show("participations_by_year", columns, narrows="programmes")
    show("ec_contribution_by_organisation", bars)
    left, right = room.halves()
    with left:
        show("projects_by_field", bars, narrows="fields")
    with right:
        show("participations_by_town", towns)
    projects.left_out()
    with st.expander(_("What others have published"), key="published"):
        registers.claims("horizon")
else:
    headlines(projects.published())
    projects.invitation(QUESTIONS)
    registers.claims("horizon")
