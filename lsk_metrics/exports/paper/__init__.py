"""A review on paper: a tagged PDF (PDF/UA-1) that typst sets from the review's answers, told to it as data."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import ExportRefused
from lsk_metrics.exports.paper.contents import contents, pictures
from lsk_metrics.exports.typeface import FAMILY, fonts, shown

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Review

LAYOUT = Path(__file__).parent


def pdf_file(review: Review) -> bytes:
    """The whole review in the language spoken; equal reviews give equal bytes. Raises ExportRefused."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in LAYOUT.glob("*.typ"):
            Path(folder, each.name).write_bytes(each.read_bytes())
        for file, drawing in pictures(review).items():
            Path(folder, file).write_text(shown(drawing), encoding="utf-8")
        told = {**contents(review), "family": FAMILY}
        Path(folder, "review.json").write_text(json.dumps(plain(told), ensure_ascii=False), encoding="utf-8")
        return typeset(folder, review.on)


def typeset(folder: Path, on: str) -> bytes:
    """What typst makes of the folder; the day of the review stands for the time of writing. Raises ExportRefused."""
    import typst

    moment = datetime.fromisoformat(on).replace(tzinfo=UTC)
    try:
        held = typst.compile(
            Path(folder, "review.typ"),
            root=folder,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=moment,
            font_paths=[fonts()],
            ignore_system_fonts=True,
        )
    except typst.TypstError as reason:
        raise ExportRefused(
            "The PDF of this review could not be set: {reason}. Its other files hold the same figures.",
            reason=reason.message,
        ) from reason
    return bytes(held or b"")


def plain(value: Any) -> Any:
    """The same data with every text in letters that the typeface has."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value
