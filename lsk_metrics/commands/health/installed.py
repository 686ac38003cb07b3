"""The installation: Python, packages, languages, letters, the port, who may sign in."""

from __future__ import annotations

import asyncio
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lsk_metrics import language, paths
from lsk_metrics.commands.health.finding import BROKEN, NOTE, OK, Finding
from lsk_metrics.language import gettext as _

LEAST = (3, 11)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(\s*;)?", re.MULTILINE)
SHOWN = 3


def python() -> Finding:
    found = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < LEAST:
        return Finding(_("Python"), BROKEN, found, _("Install Python 3.11 or newer."))
    return Finding(_("Python"), OK, found)


def packages() -> Finding:
    """Versions held against the lock file, where there is one: an installed package comes without."""
    lock = paths.house() / "requirements.lock"
    if not lock.is_file():
        return Finding(_("Packages"), NOTE, _("There is no requirements.lock to hold them against."))
    missing, others, count = [], [], 0
    for name, pinned, only_somewhere in PINNED.findall(lock.read_text(encoding="utf-8")):
        try:
            here = version(name)
        except PackageNotFoundError:
            missing += [] if only_somewhere else [name]
            continue
        count += 1
        others += [f"{name} {here} ({pinned})"] if here != pinned else []
    do = _("“pip install -r requirements.lock” installs the versions that were tested.")
    if missing:
        return Finding(_("Packages"), BROKEN, _("missing: {names}").format(names=some(missing)), do)
    if others:
        return Finding(_("Packages"), NOTE, _("not as in the lock: {names}").format(names=some(others)), do)
    return Finding(_("Packages"), OK, _("packages: {n}, each as in the lock").format(n=count))


def some(names: list[str]) -> str:
    more = f" … (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def languages() -> Finding:
    spoken = language.spoken()
    try:
        language.use("pl")
        whole = language.gettext("Members") != "Members" and language.number(1.5, 1) == "1,5"
    finally:
        language.use(spoken)
    if not whole:
        return Finding(_("Languages"), BROKEN, _("The Polish texts are missing."), _("Install the program anew."))
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        found = _("this terminal writes {encoding}").format(encoding=sys.stdout.encoding)
        return Finding(_("Languages"), NOTE, found, _("Set PYTHONUTF8=1, or Polish letters may be lost."))
    return Finding(_("Languages"), OK, "en, pl")


def letters() -> Finding:
    """The typeface that pictures and PDFs are set in; without it no file of a review can be made."""
    from lsk_metrics.exports import typeface

    try:
        lacking = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ") - typeface.letters()
    except (ImportError, OSError, StopIteration):
        lacking = {"*"}
    if lacking:
        return Finding(_("Letters for files"), BROKEN, _("Source Sans cannot be read."), _("Install the program anew."))
    return Finding(_("Letters for files"), OK, typeface.FAMILY)


def port(number: int) -> Finding:
    async def bound() -> None:
        (await asyncio.start_server(lambda reader, writer: None, "localhost", number)).close()

    try:
        asyncio.run(bound())
    except (OSError, OverflowError):
        do = _("If it is not the dashboard itself: “lsk run --port {port}” takes another.").format(port=number + 1)
        return Finding(_("Port"), NOTE, _("{port} is taken").format(port=number), do)
    return Finding(_("Port"), OK, _("{port} is free").format(port=number))


def signing_in() -> Finding:
    """Whether an editor can sign in; without it pages are for reading, and the command line publishes."""
    from lsk_metrics.screen import editors, server

    file = next((path for path in map(Path, server.secrets()) if path.is_file()), None)
    if file is None:
        return Finding(_("Signing in"), OK, _("not set up: registers are published by the command line alone"))
    given = server.read_settings(file)
    section = given.get("publishing")
    listed = isinstance(section, dict) and bool(section.get("editors"))
    if not editors.is_sound(given.get("auth")) or not listed:
        do = _("Hold it against docs/register.md; until then nobody can sign in to publish.")
        return Finding(_("Signing in"), BROKEN, _("{file} is not complete").format(file=file), do)
    if file.stat().st_mode & 0o077 and sys.platform != "win32":
        do = _("“chmod 600 {file}” keeps its secrets to the one who runs the dashboard.").format(file=file)
        return Finding(_("Signing in"), NOTE, _("others on this machine can read {file}").format(file=file), do)
    return Finding(_("Signing in"), OK, _("set up"))
