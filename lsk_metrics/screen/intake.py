"""A file on its way into the register: checked by the command line, offered once to one editor, published as shown."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import streamlit as st

from lsk_metrics.errors import CommandUnfinished
from lsk_metrics.indicators import shown
from lsk_metrics.screen import command, editors

TABLES = ("members", "investments", "startups", "targets", "evidence")
CHECK_S, PUBLISH_S = 120.0, 300.0
# A replayed message may run beside the first; whoever takes the offer first has it.
_taking = Lock()
# Between the last look at the snapshot and the new one, no other page of this server publishes.
_publishing = Lock()


@dataclass
class Intake:
    """One file as it was checked: for which table, against which snapshot, shown to whom.

    document is what `lsk import --dry-run --format json` says of it; empty where it could say nothing, then failure
    does. nonce names the offer to publish it, which is good once; refusal says why publishing was not done."""

    table: str
    name: str
    content: bytes = field(repr=False)
    snapshot: str
    editor: str | None
    document: Mapping[str, Any]
    failure: str = ""
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    offered: bool = True
    published: str = ""
    refusal: str = ""
    reason: str = ""

    @property
    def fits(self) -> bool:
        return bool(self.document.get("fits"))

    def is_of(self, table: str, content: bytes) -> bool:
        return self.table == table and self.content == content

    def is_current(self) -> bool:
        """Whether nothing has changed since: data, reader, and whether the offer is still open."""
        return self.offered and self.snapshot == shown().snapshot and self.editor == editors.editor()

    def take(self) -> bool:
        """Have the offer, once; whoever comes later has none."""
        with _taking:
            open_, self.offered = self.offered, False
        return open_


def checked(table: str, name: str, content: bytes) -> Intake:
    """The file as it was checked in this session; anew where it, the data or the reader is another."""
    known = st.session_state.get("intake")
    if isinstance(known, Intake) and known.is_of(table, content) and (known.published or known.is_current()):
        return known
    found = check(table, command.file_name(name), content)
    if isinstance(known, Intake) and known.is_of(table, content):
        # Whoever presses just then is not left without a word.
        late = "stale" if known.offered and known.snapshot != found.snapshot else ""
        found.refusal, found.reason = known.refusal or late, known.reason
    st.session_state["intake"] = found
    return found


def check(table: str, name: str, content: bytes) -> Intake:
    """Have a file checked and compared; nothing is written but a folder that goes away again."""
    snapshot, editor = shown().snapshot, editors.editor()
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            done = command.run(
                "import", table, str(path), "--dry-run", "--format", "json", seconds=CHECK_S, hidden=Path(folder)
            )
        document, failure = read(done.printed), done.said
    except CommandUnfinished as reason:
        document, failure = {}, str(reason)
    return Intake(table, name, content, snapshot, editor, document, "" if document else failure or "–")


def read(printed: str) -> dict[str, Any]:
    """The document a command printed; nothing where it printed none."""
    try:
        found = json.loads(printed)
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def rows(printed: str) -> list[dict[str, Any]]:
    """The rows a command printed."""
    found = json.loads(printed)
    return list(found) if isinstance(found, list) else []


def publish(given: Intake, nonce: str) -> None:
    """Publish what was shown, if this very reader may, now; a message that comes twice does nothing.

    What came of it stands in the intake. Nothing here waits on the page: a run that is cut short loses no word."""
    if not secrets.compare_digest(given.nonce, nonce) or not given.take():
        return
    who = editors.editor()
    if who is None or who != given.editor:
        given.refusal = "editor"
        return
    with _publishing:
        if shown().snapshot != given.snapshot or sha256(given.content).hexdigest() != given.document.get("sha256"):
            given.refusal = "stale"
            return
        try:
            done = handed_over(given, who)
        except CommandUnfinished as reason:
            given.refusal, given.reason = "unfinished", str(reason)
            return
    published = read(done.printed).get("published") if done.code == 0 else None
    if published:
        given.published, given.refusal, given.reason = str(published["snapshot"]), "", ""
    else:
        given.refusal, given.reason = ("stale" if shown().snapshot != given.snapshot else "failed"), done.said


def handed_over(given: Intake, who: str) -> command.Done:
    """The command that publishes, bound by its token to the file and the data that were shown."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / given.name
        path.write_bytes(given.content)
        said = (f"--token={given.document['token']}", f"--by={who}", "--format", "json")
        return command.run("import", given.table, str(path), *said, seconds=PUBLISH_S, hidden=Path(folder))


def marked(given: Intake) -> bytes:
    """The workbook with every problem marked; made when it is asked for."""
    with TemporaryDirectory() as folder:
        path, copy = Path(folder) / given.name, Path(folder) / "marked-copy.xlsx"
        path.write_bytes(given.content)
        asked = ("import", given.table, str(path), "--dry-run", "--format", "json", "--marked", str(copy))
        done = command.run(*asked, seconds=CHECK_S, hidden=Path(folder))
        if not copy.is_file():
            raise CommandUnfinished(done.said)
        return copy.read_bytes()


def template(table: str, ending: str, lang: str) -> bytes:
    """A file to fill in; made when it is asked for, because its lists of choices are those of the data now."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{table}.{ending}"
        done = command.run("template", table, str(path), "--lang", lang, seconds=CHECK_S, hidden=Path(folder))
        if not path.is_file():
            raise CommandUnfinished(done.said)
        return path.read_bytes()


@lru_cache(maxsize=len(TABLES))
def headings(table: str) -> Mapping[str, tuple[str, str]]:
    """Columns of a table by name: what they are called in English and in Polish."""
    done = command.run("template", table, "--schema", seconds=CHECK_S)
    if done.code:
        raise CommandUnfinished(done.said)
    return {each["name"]: (each["title"], each["title_pl"]) for each in read(done.printed)["fields"]}
