"""Files that came in later, each with its card: laid into the home folder whole, where the next build takes them.

A fetched file lies at raw/<id>/<beginning of its checksum>/<file>, its card at raw/<id>.toml. The card is what counts:
it is replaced in one step, and the one before stays at raw/<id>/before.toml, so that a step back loses nothing."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest.source import Source, load
from lsk_metrics.warehouse import turn

FOLDER = "raw"
ASIDE = "aside.toml"  # there only while two cards change places


def keep(card: Mapping[str, Any], content: bytes | Path) -> Path:
    """Take a fetched file: its bytes, or the path of a finished file, which stays.

    The card's `file` is the name the file shall have; where it lies, its checksum and today's date are filled in."""
    content_sha256 = sha256(content)
    folder = paths.home() / FOLDER / str(card["id"])
    place = folder / content_sha256[:12] / str(card["file"])
    now, before = folder.with_suffix(".toml"), folder / "before.toml"
    try:
        recover(folder)
        if not now.is_file():
            # Before this one the shipped copy counted; what was set aside then is no step back.
            before.unlink(missing_ok=True)
        elif load(now, paths.home()).sha256 != content_sha256:
            beside(before, now.read_bytes()).replace(before)
    except OSError as reason:
        raise unwritten(folder, reason) from reason
    lay(content, place, now, {**card, "retrieved": today(), "sha256": content_sha256})
    forget(folder)
    return place


def holds(name: str, content: bytes | Path, folder: str = FOLDER) -> bool:
    """Whether the card that counts now is of just this file."""
    card = (paths.home() / folder / name).with_suffix(".toml")
    return card.is_file() and load(card, paths.home()).sha256 == sha256(content)


def renewed(source: Source, **changes: Any) -> dict[str, Any]:
    """A source's card for a fresh copy: its words and its way of being fetched stay; notes and dates do not."""
    kept = asdict(source)
    for name in ("root", "sha256", "retrieved", "published", "shipped", "note", "note_pl"):
        del kept[name]
    return {**kept, **changes}


def undo(name: str) -> str:
    """Change places with the copy before: the one fetched earlier, else the shipped one. A second undo undoes it.

    Gives a sentence that says which copy counts now."""
    folder = paths.home() / FOLDER / name
    now, before = folder.with_suffix(".toml"), folder / "before.toml"
    known = {path.stem for path in folder.parent.glob("*.toml")} | {
        path.parent.name for path in folder.parent.glob("*/before.toml")
    }
    if name not in known:
        raise NameUnknown("fetched source", name, known)
    try:
        with turn.taken():
            recover(folder)
            swap(now, before)
    except OSError as reason:
        raise unwritten(folder, reason) from reason
    if now.is_file():
        return f"“{name}” is the copy fetched on {load(now, paths.home()).retrieved} again."
    return f"“{name}” is the shipped copy again; the fetched one stays, and a second --undo brings it back."


def swap(now: Path, before: Path) -> None:
    """Let two cards change places. Whenever this is cut short, one of the two counts, and `recover` finds the other."""
    if now.is_file() and before.is_file():
        aside = before.with_name(ASIDE)
        beside(aside, now.read_bytes()).replace(aside)
        before.replace(now)
        aside.replace(before)
    elif now.is_file():
        now.replace(before)
    else:
        before.replace(now)


def recover(folder: Path) -> None:
    """What an undo that was cut short has set aside is the copy before, unless it still stands where it was."""
    aside, before = folder / ASIDE, folder / "before.toml"
    if aside.is_file():
        if before.is_file():
            aside.unlink()
        else:
            aside.replace(before)


def forget(folder: Path) -> None:
    """Drop the copies that neither the card nor the card before names."""
    cards = [card for card in (folder.with_suffix(".toml"), folder / "before.toml") if card.is_file()]
    named = {load(card, paths.home()).path().parent for card in cards}
    for copy in folder.iterdir():
        if copy.is_dir() and copy not in named:
            shutil.rmtree(copy, ignore_errors=True)


def lay(content: bytes | Path, place: Path, card_place: Path, card: Mapping[str, Any]) -> None:
    """Write a file and then its card, in place of the one there was; raises SourceError where that cannot be done.

    The card's `file` and `sha256` become those of the file. A file counts through its card, and its name says what is
    in it: the file that the card before names is never touched, so that whenever this is cut short one of both counts.
    """
    content_sha256 = sha256(content)
    about = {**card, "file": place.relative_to(paths.home()).as_posix(), "sha256": content_sha256}
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with turn.taken():  # no build reads half of it
            if not place.is_file() or sha256(place) != content_sha256:
                put(place, content)
            put(card_place, described(about))
    except OSError as reason:
        raise unwritten(place.parent, reason) from reason


def put(place: Path, content: bytes | Path) -> None:
    """A file in its place, by one rename."""
    written = beside(place, content)
    written.replace(place)
    # Two names of one file are not renamed into each other; the first then stays.
    written.unlink(missing_ok=True)


def unwritten(folder: Path, reason: OSError) -> SourceError:
    return SourceError(f"{folder} cannot be written to: {reason.strerror}. LSK_HOME may name a folder of your own.")


def beside(place: Path, content: bytes | Path) -> Path:
    """The content in a hidden file that has only to be renamed."""
    written = place.with_name(f".{place.name}.part")
    if isinstance(content, Path):
        written.unlink(missing_ok=True)
        try:
            # The same file under a second name: a large one need not lie on the disk twice.
            written.hardlink_to(content)
        except OSError:
            shutil.copyfile(content, written)
    else:
        with written.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    return written


def sha256(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def described(card: Mapping[str, Any]) -> bytes:
    """The card, in TOML."""
    lines = [f"{key} = {toml(value)}\n" for key, value in card.items() if value not in (None, {})]
    return "".join(lines).encode("utf-8")


def toml(value: Any) -> str:
    """A value as TOML writes it: strings and numbers of JSON are such as well."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(part) for part in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d}"
