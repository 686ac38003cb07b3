"""Where things are: the house (front door, pages), the data beside it, and the state the program keeps."""

import os
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parent


def house() -> Path:
    """The folder with app.py and pages/: beside the package in a checkout, inside it once installed."""
    beside = PACKAGE.parent
    return beside if (beside / "app.py").is_file() else PACKAGE / "house"


def resolved(named: str) -> Path:
    """A folder by its full name, which of a full one is worked out once: pages ask for it some twenty times."""
    path = Path(named).expanduser()
    return full(path) if path.is_absolute() else path.resolve()


@lru_cache(maxsize=16)
def full(path: Path) -> Path:
    return path.resolve()


def data() -> Path:
    """Source cards, raw files and reference tables; the setting LSK_DATA names another cluster's folder."""
    named = os.environ.get("LSK_DATA")
    return resolved(named) if named else house() / "data"


def home() -> Path:
    """State of this installation, snapshots above all; the setting LSK_HOME moves it."""
    named = os.environ.get("LSK_HOME")
    return resolved(named) if named else data().parent / ".lsk"


def warehouse() -> str | None:
    """The engine that holds the snapshots, where the setting LSK_WAREHOUSE names one; else none but our own files."""
    return os.environ.get("LSK_WAREHOUSE") or None


def cache() -> Path:
    """What can be made again at any time, with the state unless the setting LSK_CACHE moves it."""
    named = os.environ.get("LSK_CACHE")
    return resolved(named) if named else home()
