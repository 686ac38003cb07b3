"""Errors in the reader's language: an error is raised in English, where nothing of ours is known, and told here."""

from __future__ import annotations

from lsk_metrics.errors import FigureUnknown, LskError, NameUnknown, SnapshotBroken, SnapshotLacks, WarehouseUnreachable
from lsk_metrics.language import gettext as _


def told(reason: LskError) -> str:
    """The sentence of an error as a page says it; what was said in the reader's language already stays as it is."""
    match reason:
        case NameUnknown():
            return unknown(reason)
        case SnapshotBroken():
            return broken(reason)
        case SnapshotLacks():
            words = _(
                "Snapshot {snapshot} has no “{what}”: version {program} of the program, which made it, did not know it."
            )
            return words.format(snapshot=reason.snapshot, what=reason.what, program=reason.program)
        case WarehouseUnreachable():
            words = _(
                "The warehouse at {address} cannot be reached. What was read before is still shown; everything else is "
                "back as soon as it answers."
            )
            return words.format(address=reason.address)
        case FigureUnknown():
            return _("This picture cannot be drawn. Its figures are in the table and in the files below it.")
    words = _(reason.words)
    return words.format(**reason.parts) if reason.parts else words


def broken(reason: SnapshotBroken) -> str:
    gone, damaged = (
        _("The file of snapshot {snapshot} has gone."),
        _("The file of snapshot {snapshot} is damaged and cannot be read."),
    )
    do = _("Whoever runs the dashboard makes it anew with “lsk build”, or shows another one with “lsk rollback ID”.")
    return f"{(gone if reason.gone else damaged).format(snapshot=reason.snapshot)} {do}"


def unknown(reason: NameUnknown) -> str:
    """Which name does not exist, of what, and the nearest one; else all there are."""
    said = _("There is no {what} called “{name}”.").format(what=kinds().get(reason.what, reason.what), name=reason.name)
    if reason.near:
        return f"{said} " + _("Did you mean “{name}”?").format(name=reason.near)
    return f"{said} " + _("There are: {names}.").format(names=", ".join(reason.known) or _("none"))


def kinds() -> dict[str, str]:
    """What a name can be the name of, as errors call it, in the reader's language."""
    return {
        "address": _("address"),
        "area": _("area"),
        "board": _("board"),
        "claim": _("claim"),
        "field of science": _("field of science"),
        "format": _("format"),
        "framework programme": _("framework programme"),
        "indicator": _("indicator"),
        "indicator or criterion": _("indicator or criterion"),
        "indicator of regions": _("indicator of regions"),
        "kind of investment": _("kind of investment"),
        "language": _("language"),
        "measure": _("measure"),
        "member type": _("member type"),
        "parameter": _("parameter"),
        "place": _("place"),
        "rule": _("rule"),
        "review": _("review"),
        "set of peers": _("set of peers"),
        "snapshot": _("snapshot"),
        "story": _("story"),
        "status of a start-up": _("status of a start-up"),
        "table": _("table"),
        "target": _("target"),
        "value": _("value"),
        "value chain": _("value chain"),
        "variable": _("variable"),
        "view": _("view"),
        "way to take groups": _("way to take groups"),
    }
