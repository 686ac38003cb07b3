"""The blocks of the Import page: choose a table, take its template, hand in a file, see what it changes, publish."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from lsk_metrics import language
from lsk_metrics.errors import CommandUnfinished, LskError
from lsk_metrics.indicators import kept
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, command, editors, history, intake, reader, report, states
from lsk_metrics.screen.intake import Intake
from lsk_metrics.screen.words import plain

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOUNDARIES_S = 300.0


def table() -> str:
    """The table that is to come in."""
    reader.snapshot()  # a page opened by its address as the very first enters by the front door
    names = {
        "members": _("Members"),
        "investments": _("Investments"),
        "startups": _("Start-ups"),
        "targets": _("Targets"),
        "evidence": _("Evidence"),
    }
    first = list(names)[address.recall("table", list(names), "members")]
    st.segmented_control(
        _("Which table?"), list(names), format_func=names.__getitem__, default=first, key="table", required=True
    )
    address.write("table", list(names), "members")
    return str(st.session_state["table"])


def template(asked: str) -> None:
    """An empty file with the right columns, as a workbook or as CSV, in the reader's language."""
    lang = language.spoken()
    st.markdown(
        plain(
            _(
                "The template has one example row, lists to choose from and a sheet that explains each column. "
                "A file of your own will do as well: Polish or English headings, dates and decimal marks as you "
                "write them. The register is public and lists organisations; data of persons are refused."
            )
        )
    )
    with st.container(horizontal=True):
        for ending, label, mime in (
            ("xlsx", _("Template as a workbook (.xlsx)"), WORKBOOK),
            ("csv", _("Template as CSV"), "text/csv"),
        ):
            st.download_button(
                label,
                partial(intake.template, asked, ending, lang),
                on_click="ignore",
                file_name=f"{asked}.{ending}",
                mime=mime,
                key=f"template_{ending}",
            )


def file(asked: str) -> Intake | None:
    """The file that was handed in, checked and compared; None as long as there is none."""
    given = st.file_uploader(_("Filled-in file (.xlsx or .csv)"), type=["xlsx", "csv"], key=f"file_{asked}")
    if given is None:
        return None
    with states.waiting(_("The file is being checked and compared with the register.")):
        return intake.checked(asked, given.name, given.getvalue())


def show(given: Intake) -> None:
    """What came of it so far, then problems or difference, and last, where this reader may, the way to publish."""
    outcome(given)
    if given.failure:
        states.refused(_("The file could not be checked."), given.failure)
        return
    if not given.fits:
        report.problems(given)
        marked_copy(given)
        report.notes(given)
        return
    try:
        report.difference(given)
    except CommandUnfinished as reason:
        states.refused_by(reason)
        return
    report.headlines(given)
    report.notes(given)
    if not given.published:
        offer(given)


def marked_copy(given: Intake) -> None:
    if report.can_be_marked(given):
        st.download_button(
            _("Copy of the workbook with the problems marked"),
            lambda: intake.marked(given),
            on_click="ignore",
            file_name=f"{Path(given.name).stem}-{given.table}.xlsx",
            mime=WORKBOOK,
            key="marked",
        )


def offer(given: Intake) -> None:
    """The button for an editor. That it is not drawn for others protects nothing: intake.publish asks again."""
    if editors.editor() is None:
        return
    st.markdown(plain(_("All readers will see these figures. The file is kept with your address and the time.")))
    if st.button(_("Publish"), type="primary", key=f"publish_{given.nonce}", icon=":material/publish:"):
        with states.waiting(_("The register is being published: a new snapshot is built and held against the rules.")):
            intake.publish(given, given.nonce)
        st.rerun()


def outcome(given: Intake) -> None:
    """Whether it was published, or why not."""
    if given.published:
        words = _("It is published: the table is the register’s now, in snapshot {snapshot}.")
        st.success(plain(words.format(snapshot=given.published)))
        if held := next((each for each in kept.history() if each.pinned), None):
            st.info(plain(history.held_at(held)))
        st.page_link("pages/overview.py", label=_("See it on the Overview"), icon=":material/arrow_forward:")
    elif given.refusal:
        st.warning(plain(" ".join(filter(None, (refusal(given.refusal), given.reason)))))


def refusal(why: str) -> str:
    return {
        "editor": _("Nothing was published: you are not signed in as the editor to whom this was shown."),
        "stale": _(
            "Nothing was published: the data have changed since this was shown. Below is the difference "
            "as it is now; read it and publish again."
        ),
        "failed": _("Nothing was published."),
        "unfinished": _("Publishing did not come to its end. The Data page says which snapshot is shown now."),
    }[why]


def boundaries() -> None:
    """Take a GeoJSON file of official boundaries, from an editor: every reader's map is drawn with them."""
    words = _(
        "The map draws powiats as tiles until their official outlines are imported. "
        "Any GeoJSON file with the region's powiats (TERYT codes) or its NUTS 3 regions will do."
    )
    st.markdown(plain(words))
    if editors.editor() is None:
        command_line = _("An editor can import them here; on the machine that runs the dashboard, “{command}” does.")
        st.info(plain(command_line.format(command="lsk import boundaries FILE.geojson")))
        return
    given = st.file_uploader(_("Boundaries (GeoJSON)"), type=["geojson", "json"], key="boundaries")
    if given and st.button(_("Check and import"), type="primary", key="import_boundaries"):
        taken(given.name, given.getvalue())


def taken(name: str, content: bytes) -> None:
    """Import a file and say what came of it, if the reader may, now."""
    if editors.editor() is None:
        states.refused(refusal("editor"))
        return
    try:
        words = _("The outlines are being checked and a new snapshot is built.")
        with TemporaryDirectory() as folder, states.waiting(words):
            path = Path(folder) / command.file_name(name)
            path.write_bytes(content)
            asked = ("import", "boundaries", str(path), "--format", "json")
            done = command.run(*asked, seconds=BOUNDARIES_S, hidden=Path(folder))
    except LskError as reason:
        states.refused_by(reason)
        return
    if done.code:
        states.refused(*done.said.split("\n", 1))
        return
    [row] = intake.rows(done.printed)
    words = _("{n} outlines are taken; the snapshot is now {snapshot}.")
    st.success(plain(words.format(n=row["units"], snapshot=row["snapshot"])))
    if row["held"]:
        words = _("Readers will see it when the roll-back ends; now they see snapshot {snapshot}.")
        st.info(plain(words.format(snapshot=row["held"])))
