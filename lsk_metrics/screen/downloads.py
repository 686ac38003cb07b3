"""A file that was made for a reader stays for as long as a browser may take to fetch it."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.runtime.media_file_manager import MediaFileMetadata

KEPT_S = 60.0


def keep() -> None:
    """For all pages of this process.

    Streamlit tells the browser where the file is that it has asked for, and takes it away at the end of the second run
    after that, whoever's run it is: where many read, or what may come next is run beforehand, before it is fetched.
    """
    from streamlit.runtime.media_file_manager import MediaFileMetadata

    MediaFileMetadata.mark_for_delete = left  # type: ignore[assignment,method-assign]
    MediaFileMetadata.is_marked_for_delete = property(is_over)  # type: ignore[assignment,method-assign]


def left(file: MediaFileMetadata) -> None:
    """No page leads to it any more."""
    vars(file).setdefault("left_at", monotonic())


def is_over(file: MediaFileMetadata) -> bool:
    left_at: float = vars(file).get("left_at", inf)
    return monotonic() - left_at >= KEPT_S
