"""Bringing in what the program does not ship: boundaries, through the command line's door."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain

HERE = ("localhost", "127.0.0.1", "::1")


def boundaries() -> None:
    """Take a GeoJSON file of official boundaries; offered only where the dashboard is served to its own machine."""
    words = _(
        "The map draws powiats as tiles until their official outlines are imported. "
        "Any GeoJSON file with the region's powiats (TERYT codes) or its NUTS 3 regions will do."
    )
    st.markdown(plain(words))
    if st.get_option("server.address") not in HERE:
        st.info(
            _("Files can be imported on the machine that runs the dashboard: “lsk import boundaries FILE.geojson”.")
        )
        return
    given = st.file_uploader(_("Boundaries (GeoJSON)"), type=["geojson", "json"], key="boundaries")
    if given and st.button(_("Check and import"), type="primary", key="import_boundaries"):
        taken(given.name, given.getvalue())


def taken(name: str, content: bytes) -> None:
    """Import a file and say what came of it: the reading wing never writes, a process of its own does."""
    with TemporaryDirectory() as folder, st.spinner(_("Checking …")):
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        command = [sys.executable, "-m", "lsk_metrics", "import", "boundaries", str(path), "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().replace(str(path), name)
        st.error("  \n".join(plain(line.removeprefix("lsk: ")) for line in said.splitlines()[-20:]))
        return
    [row] = json.loads(done.stdout)
    words = _("{n} outlines are taken; the snapshot is now {snapshot}.")
    st.success(plain(words.format(n=row["units"], snapshot=row["snapshot"])))
    if row["held"]:
        words = _("Readers will see it when the roll-back ends; now they see snapshot {snapshot}.")
        st.info(plain(words.format(snapshot=row["held"])))
