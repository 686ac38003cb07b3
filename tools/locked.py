"""The lock files as lists: which packages are installed, in which version, known by which checksums."""

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUN, DEV, SCALE = (ROOT / f"requirements{name}.lock" for name in ("", "-dev", "-scale"))
PINNED = re.compile(r"([A-Za-z0-9][\w.-]*)==(\S+)(?: ; (.+?))?")
HASHED = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# What packages say in classifiers or in words of their own, by its SPDX name.
SPOKEN = {
    "MIT License": "MIT",
    "MIT": "MIT",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
    "The Unlicense (Unlicense)": "Unlicense",
}


@dataclass(frozen=True)
class Locked:
    """One line of a lock: `where` is the condition under which it is installed, empty for everywhere."""

    name: str
    version: str
    where: str
    hashes: tuple[str, ...]


def packages(lock: Path = RUN) -> list[Locked]:
    """All packages of a lock file, in its order. Raises ValueError for a line that pins none."""
    found = []
    for line in lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        pinned = PINNED.fullmatch(line.partition("--hash")[0].strip())
        if not pinned:
            raise ValueError(f"{lock.name}: this line pins no version: {line[:80]}")
        found.append(Locked(pinned[1], pinned[2], pinned[3] or "", tuple(HASHED.findall(line))))
    return found


def licence(name: str) -> str:
    """The licence an installed package says it has, as an SPDX expression where it is known; empty where it says none.

    Where it is not installed here (a package for another system), the answer is empty too.
    """
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    if expression := said.get_all("License-Expression"):
        return str(expression[0])
    classes = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or [] if each.startswith("License ::")]
    words = [each for each in classes if each != "OSI Approved"] or [
        str(each).split("\n")[0].strip() for each in said.get_all("License") or []
    ]
    return " OR ".join(sorted({SPOKEN.get(each, each) for each in words if each}))
