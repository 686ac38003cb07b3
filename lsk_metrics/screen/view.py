"""By what a page is known that may be shown to anybody who comes to the same."""

from __future__ import annotations

from dataclasses import dataclass

Page = tuple[str, str, str]  # its part of the address, the snapshot, the language


@dataclass(frozen=True)
class View:
    """All that the figures of a page depend on."""

    page: Page
    is_dark: bool
    is_narrow: bool
    width: int
    address: frozenset[tuple[str, str]]
