"""An indicator's passport: the TOML in the leading comment of its SQL file, beside the SELECT it describes."""

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lsk_metrics.errors import LskError, NameUnknown
from lsk_metrics.indicators.themes import THEMES
from lsk_metrics.paths import PACKAGE

FOLDER = PACKAGE / "indicators" / "sql"
METHODS = PACKAGE / "indicators" / "methods"


class PassportError(LskError):
    """An indicator file whose passport is missing, incomplete or has keys nobody reads."""


@dataclass(frozen=True)
class Indicator:
    """What an indicator is; texts are English message ids.

    definition: what exactly is counted, by whom and at which moment, what is in and out, and what of this is not known;
    why: why it matters in a review of a regional strategy; theme: the field it belongs to; direction: whether more,
    less or neither is better; role: context, result or output indicator of a smart specialisation strategy; additive:
    over which of time, place, group its values may be summed; sources: the tables it rests on (each row names its own
    source card); places, series: the label list that names them; filters: the groups its rows can be narrowed to;
    narrowed_caveats: what must be known of narrowed rows, in place of caveats;
    fetch: the service its figures come from, where no copy of them is shipped.
    A method puts other indicators together: variables are those it takes unless others are asked for, among "all" that
    it looks at every region and not at a set of peers.
    """

    id: str
    sql: str
    title: str
    question: str
    definition: str
    why: str
    theme: str
    unit: str
    direction: str
    role: str
    additive: tuple[str, ...]
    sources: tuple[str, ...]
    caveats: tuple[str, ...]
    chart: str
    owner: str
    sentence: dict[str, str] = field(hash=False)
    decimals: int = 0
    years: str = "calendar"
    places: str | None = None
    series: str | None = None
    names: dict[str, str] = field(default_factory=dict, hash=False)
    filters: tuple[str, ...] = ()
    narrowed_caveats: tuple[str, ...] = ()
    fetch: str | None = None
    variables: tuple[str, ...] = ()
    among: str = ""


OPTIONAL = {
    "decimals", "years", "places", "series", "names", "filters", "narrowed_caveats", "fetch", "variables", "among",
}  # fmt: skip
REQUIRED = {each.name for each in fields(Indicator)} - {"id", "sql"} - OPTIONAL
CHOICES = {"direction": ("more", "less", "neither"), "role": ("context", "result", "output"), "theme": THEMES}


@cache
def load(path: Path) -> Indicator:
    """One indicator file; raises PassportError with the key that is wrong."""
    return described(path.stem, *opened(path))


def described(name: str, given: dict[str, Any], body: str) -> Indicator:
    """An indicator by what its passport says; raises PassportError with the key that is wrong."""
    if missing := sorted(REQUIRED - set(given)):
        raise PassportError("The passport of {file} lacks: {keys}.", file=f"{name}.sql", keys=", ".join(missing))
    if strange := sorted(set(given) - {each.name for each in fields(Indicator)}):
        words = "The passport of {file} has keys nobody reads: {keys}."
        raise PassportError(words, file=f"{name}.sql", keys=", ".join(strange))
    for key, allowed in CHOICES.items():
        if given[key] not in allowed:
            words = "The passport of {file}: {key} is one of {choices}."
            raise PassportError(words, file=f"{name}.sql", key=key, choices=", ".join(allowed))
    lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    return Indicator(**{**given, **lists, "id": name, "sql": body})


def opened(path: Path) -> tuple[dict[str, Any], str]:
    """The head of an SQL file, and the query below it."""
    head, closed, body = path.read_text(encoding="utf-8").partition("*/")
    if not closed or not head.startswith("/*"):
        raise PassportError("{file} should open with its passport in a /* … */ comment.", file=path.name)
    return head_of(path.name, head.removeprefix("/*")), body.strip()


def head_of(name: str, text: str) -> dict[str, Any]:
    """What a head says, which is TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise PassportError("The passport of {file} is not valid TOML: {why}.", file=name, why=reason) from reason


def parts(path: Path, known: set[str], spare: set[str]) -> dict[str, Any]:
    """What a view or a measure is made of: its head, its id and its query; raises PassportError for a wrong head.

    known are the keys there are, spare those of them that may be left out.
    """
    given, body = opened(path)
    if missing := sorted(known - {"id", "sql"} - spare - set(given)):
        raise PassportError("The head of {file} lacks: {keys}.", file=path.name, keys=", ".join(missing))
    if strange := sorted(set(given) - known):
        words = "The head of {file} has keys nobody reads: {keys}."
        raise PassportError(words, file=path.name, keys=", ".join(strange))
    lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    return {**given, **lists, "id": path.stem, "sql": body}


def indicators() -> list[Indicator]:
    """The catalogue, in alphabetical order of ids."""
    return [load(path) for path in found_in(FOLDER).values()]


def methods() -> list[Indicator]:
    """The methods that put indicators together, in alphabetical order of ids."""
    return [load(path) for path in found_in(METHODS).values()]


def indicator(name: str) -> Indicator:
    """One indicator or method by its id; raises NameUnknown with the nearest one."""
    known = found_in(FOLDER).get(name) or found_in(METHODS).get(name)
    if known is None:
        raise NameUnknown("indicator", name, [*found_in(FOLDER), *found_in(METHODS)])
    return load(known)


def found_in(folder: Path) -> dict[str, Path]:
    """The SQL files of a folder by their ids, in alphabetical order; looked for anew once the folder has changed."""
    return listed(folder, folder.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def listed(folder: Path, _changed_ns: int) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.sql"))}


@cache
def caveat_words() -> dict[str, str]:
    """The named warnings about methods, by name; English message ids."""
    text = (PACKAGE / "indicators" / "caveats.toml").read_text(encoding="utf-8")
    return {name: entry["words"] for name, entry in tomllib.loads(text).items()}
