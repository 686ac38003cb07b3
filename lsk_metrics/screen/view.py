"""By what a page is known that may be shown to anybody who comes to the same."""

from __future__ import annotations

from dataclasses import dataclass

Page = tuple[str, str, str]  # its part of the address, the snapshot, the language
Where = tuple[Page, frozenset[tuple[str, str]], bool, bool, int]


@dataclass(frozen=True)
class View:
    """All that the figures of a page depend on."""

    page: Page
    is_dark: bool
    is_narrow: bool
    width: int
    address: frozenset[tuple[str, str]]
    figures: frozenset[str]  # where a page has others, they cannot take each other's place

    def where(self) -> Where:
        """All but the figures, which nobody knows before the page has run."""
        return self.page, self.address, self.is_dark, self.is_narrow, self.width
