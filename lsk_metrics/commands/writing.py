"""A file written by a command: whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from lsk_metrics.errors import ExportRefused

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it; raises ExportRefused."""
    draft = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as reason:
        raise ExportRefused(f"{path} cannot be written: {reason.strerror or reason}.") from reason
    finally:  # also where it was stopped in the middle
        with suppress(OSError):
            draft.unlink(missing_ok=True)
