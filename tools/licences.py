"""Whether every package the dashboard is installed with may be used as it is: its licence is on a list, with why.

python -m tools.licences prints each package with its licence; it exits with 1 where one is unknown or not on the list.
"""

import sys

from tools.locked import RUN, licence, packages

PERMISSIVE = "permissive: use and pass on freely, keeping the notice"
ALLOWED = {
    "0BSD": "as good as public domain",
    "Apache-2.0": "permissive, with a grant of patents; keep the notice",
    "BSD-2-Clause": PERMISSIVE,
    "BSD-3-Clause": PERMISSIVE,
    "CC0-1.0": "public domain",
    "ISC": PERMISSIVE,
    "MIT": PERMISSIVE,
    "MIT-0": "permissive, without even a notice",
    "MIT-CMU": PERMISSIVE,
    "MPL-2.0": "copyleft of single files: used unchanged, so nothing of ours is touched",
    "OFL-1.1": "typefaces: may be embedded and passed on, not sold by themselves",
    "PSF-2.0": "Python's own, permissive",
    "Unlicense": "public domain",
    "Zlib": PERMISSIVE,
}
# What a package does not say in a form a program can read: looked up in the file it brings.
LOOKED_UP: dict[str, tuple[str, str]] = {}


def parts(expression: str) -> list[list[str]]:
    """An expression as choices (OR) of what must hold together (AND)."""
    bare = expression.replace("(", "").replace(")", "")
    return [[each.strip() for each in choice.split(" AND ")] for choice in bare.split(" OR ")]


def is_allowed(expression: str) -> bool:
    return bool(expression) and any(all(each in ALLOWED for each in choice) for choice in parts(expression))


def said(name: str) -> str:
    return LOOKED_UP[name][0] if name in LOOKED_UP else licence(name)


def troubles(names: list[str]) -> list[str]:
    """One line a package whose licence is unknown or not on the list."""
    return [f"{name}: {said(name) or 'no licence is known'}" for name in names if not is_allowed(said(name))]


def main() -> int:
    names = sorted({each.name for each in packages(RUN)})
    for name in names:
        print(f"{name:32} {said(name)}")
    found = troubles(names)
    print("\n".join(["Not allowed:", *found]) if found else f"{len(names)} packages, each with an allowed licence.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
