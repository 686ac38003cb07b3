"""What one run of a page knows of its address: what arrived, what the controls hold, what was put aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from lsk_metrics.screen.put_aside import Finding

WROTE = "address_wrote"
# Names that links of older versions and of the command line use, and what they are called now.
RENAMED = {"language": "lang", "first_year": "from", "last_year": "to", "target_year": "target"}


@dataclass
class Run:
    """One run of a page: what the address said at its beginning, what the controls made of it, what it is to say."""

    arrived: dict[str, list[str]]
    whole: bool = True
    values: dict[str, str] = field(default_factory=dict)  # as each control has it, default or not
    wanted: dict[str, str] = field(default_factory=dict)
    found: dict[tuple[str, str], Finding] = field(default_factory=dict)

    def ours(self, name: str) -> bool:
        """Whether the address says of this what we wrote there ourselves, so that nothing need be said of it."""
        wrote: Mapping[str, str] = st.session_state.get(WROTE, {})
        return name in wrote and self.arrived.get(name) == [wrote[name]]


def read(whole: bool) -> Run:
    arrived = {name: st.query_params.get_all(name) for name in st.query_params}
    for old, new in RENAMED.items():
        if old in arrived and new not in arrived:
            arrived[new] = arrived.pop(old)
    return Run(arrived, whole)
