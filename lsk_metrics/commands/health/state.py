"""The state that is kept: the home folder, the snapshots in it, what came in later, what a killed process left."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from lsk_metrics import paths
from lsk_metrics.commands.health.finding import BROKEN, NOTE, OK, Finding
from lsk_metrics.commands.health.installed import some
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import refusals
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment, number

if TYPE_CHECKING:
    from lsk_metrics.ingest import source

TIGHT_MB, FULL_MB = 500, 50
OLD_DAYS = 400  # the services that are asked publish once a year


def home() -> Finding:
    folder = paths.home()
    here = next(each for each in (folder, *folder.parents) if each.exists())
    do = _("LSK_HOME may name a folder of your own.")
    try:
        with tempfile.TemporaryFile(dir=here) as probe:
            probe.write(b"x" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as reason:
        words = _("{folder} cannot be written to: {why}").format(folder=folder, why=reason.strerror)
        return Finding(_("Home folder"), BROKEN, words, do)
    left = shutil.disk_usage(here).free / 1e6
    found = _("{folder}, {n} MB left").format(folder=folder, n=number(left))
    if left < TIGHT_MB:
        do = _("Make room: “lsk snapshots” lists what can be removed.")
        return Finding(_("Home folder"), BROKEN if left < FULL_MB else NOTE, found, do)
    return Finding(_("Home folder"), OK, found)


def current() -> list[Finding]:
    """The snapshot that readers see, and whether they are held at it."""
    from lsk_metrics.warehouse import pointers, snapshots, standing

    try:
        seen, why = standing.shown()
        found = snapshots.meant(seen)
    except LskError as reason:
        do = _("“lsk build” makes one from the data folder.")
        return [Finding(_("Current snapshot"), BROKEN, refusals.told(reason), do)]
    if why is not None:
        do = _("Pages go on with {snapshot}. “lsk build” makes a new one.").format(snapshot=seen)
        return [Finding(_("Current snapshot"), BROKEN, refusals.told(why), do)]
    now = datetime.now(UTC).replace(tzinfo=None)
    days = (now - found.built_at).days
    words = _("{snapshot}, built {moment} (days ago: {n}) by version {program}").format(
        snapshot=seen, moment=moment(found.built_at), n=days, program=found.program
    )
    findings = [Finding(_("Current snapshot"), OK, words)]
    if any(each.built_at > now for each in snapshots.listing()):
        do = _("Hold the clock of this machine against another; what readers see does not depend on it.")
        findings = [Finding(_("Current snapshot"), NOTE, words, do)]
    if pointers.pinned() is not None:
        do = _("“lsk rollback --forward” ends it.")
        findings.append(Finding(_("Roll-back"), NOTE, _("readers are held at {snapshot}").format(snapshot=seen), do))
    return findings


def kept() -> Finding:
    """Every row of every snapshot is read."""
    from lsk_metrics.warehouse import snapshots, standing

    found = snapshots.listing()
    damaged = [each.id for each in found if not standing.intact(each)]
    if damaged:
        do = _("“lsk snapshots --remove ID” removes it; “lsk restore PACK.zip” makes one of a review again.")
        return Finding(_("Kept snapshots"), BROKEN, _("damaged: {names}").format(names=some(damaged)), do)
    size = number(sum(each.bytes for each in found) / 1e6, 1)
    return Finding(_("Kept snapshots"), OK, _("snapshots: {n}, all whole, {size} MB").format(n=len(found), size=size))


def leftovers() -> Finding:
    """What a killed process left, and whether one is at work; the system itself gives a lock back."""
    from lsk_metrics.errors import SnapshotError
    from lsk_metrics.warehouse import snapshots, turn

    left = [path.name for path in snapshots.leftovers()]
    if paths.home().is_dir():
        try:
            with turn.taken(seconds=0):
                pass
        except SnapshotError:
            return Finding(_("Locks and leftovers"), NOTE, _("a build or import is at work, or the lock cannot be had"))
    if left:
        do = _("The next “lsk build” removes them.")
        words = _("left by a killed build: {names}").format(names=some(left))
        return Finding(_("Locks and leftovers"), NOTE, words, do)
    return Finding(_("Locks and leftovers"), OK, _("none"))


def data() -> list[Finding]:
    """Each file held against the checksum of its card, and all of them against the last build."""
    from lsk_metrics.ingest import build, source
    from lsk_metrics.warehouse import snapshots

    wrong, count = [], 0
    for root, folders in ((paths.data(), ("sources",)), (paths.home(), source.IMPORTED)):
        for card in (path for folder in folders for path in sorted((root / folder).glob("*.toml"))):
            count += 1
            try:
                source.verify(source.load(card, root))
            except LskError as reason:
                wrong.append(f"{card.name} – {refusals.told(reason)}")
            except OSError as reason:
                words = _("{file} cannot be read: {why}").format(file=card, why=reason.strerror)
                wrong.append(f"{card.name} – {words}")
    if wrong or not count:
        do = _(
            "Bring the file back, or import or fetch it again. Until then nothing new is built; readers lose nothing."
        )
        return [Finding(_("Data files"), BROKEN, some(wrong) or _("There are no source cards."), do)]
    findings = [Finding(_("Data files"), OK, _("files: {n}, each as its card says").format(n=count))]
    last = snapshots.find(snapshots.latest() or "")
    if last and last.data_sha256 != build.inputs_sha256():
        do = _("“lsk build” publishes what has changed.")
        findings.append(Finding(_("Last build"), NOTE, _("the data or the program have changed since"), do))
    return findings


def brought() -> list[Finding]:
    """Boundaries, and the copies of services with their age."""
    from lsk_metrics.ingest import source

    try:
        cards = source.cards()
    except LskError:
        return []  # what is wrong with the files has been said
    layers = sorted(card.id for card in cards if card.id.startswith("boundaries_"))
    do = _("“lsk import boundaries FILE” draws the map with official boundaries; without, it shows tiles.")
    found = Finding(_("Boundaries"), OK, ", ".join(layers)) if layers else Finding(
        _("Boundaries"), OK, _("none imported"), do
    )  # fmt: skip
    services = sorted({str(card.fetch.get("service", "")) for card in cards} - {""})
    return [found, *(aged(name, cards) for name in services)]


def aged(service: str, cards: list[source.Source]) -> Finding:
    """How old the oldest copy of a service is, and how many of its tables have been fetched since they were shipped."""
    own = [card for card in cards if card.fetch.get("service") == service]
    oldest = min(card.retrieved for card in own)
    days = (datetime.now(UTC).date() - date.fromisoformat((oldest + "-01-01")[:10])).days
    fetched = sum(card.shipped is not None for card in own)
    found = _("tables: {n}, fetched here: {fetched}; the oldest copy is of {day}").format(
        n=len(own), fetched=fetched, day=oldest
    )
    name = _("Service {name}").format(name=service)
    if days > OLD_DAYS:
        return Finding(name, NOTE, found, _("“lsk fetch {name}” gets fresh copies.").format(name=service))
    return Finding(name, OK, found)
