"""Two reviews, the zip of each, and the files in it."""

import io
from zipfile import ZipFile

import pytest

from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators.reviews import Review, review

DOCUMENT = {"board-en.txt": b"a document"}
# The same step twice, and two that differ in nothing but a filter: their files must not be called alike.
FIGURES = (
    "members,members_by_area;areas=Med,members,members_by_area;areas=BioF,gerd_share_of_gdp;view=pace,similar_regions"
)


@pytest.fixture(scope="module", params=["board", "own"])
def told(request: pytest.FixtureRequest, snapshot: str) -> Review:
    if request.param == "own":
        return review(figures=FIGURES, told="Własny", on="2026-05-21", snapshot=snapshot)
    return review(request.param, snapshot=snapshot)


@pytest.fixture(scope="module")
def made(told: Review) -> bytes:
    return zip_file(told, ("pl", "en"), DOCUMENT)


@pytest.fixture(scope="module")
def files(made: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        found = packed.namelist()
        assert found == sorted(set(found))
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: packed.read(name) for name in found}
