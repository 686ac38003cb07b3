"""Files are read as text, so that no cell is lost to a guessed type."""

from pathlib import Path

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import outlines, tables


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8"))
    return path


def test_every_cell_is_text_and_an_empty_one_is_none(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'teryt,name,value\n0201,"Kraków, city",1.50\n0202,,\n')
    assert tables.read(path) == [
        {"teryt": "0201", "name": "Kraków, city", "value": "1.50"},
        {"teryt": "0202", "name": None, "value": None},
    ]


def test_a_mark_at_the_beginning_and_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "\ufeffyear,value\r\n2018, 95 \r\n")
    assert tables.read(path) == [{"year": "2018", "value": "95"}]


def test_a_row_of_the_wrong_length_is_named_by_its_line_in_the_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'year,note\n2018,"two\nlines"\n2019,1,5\n')
    with pytest.raises(SourceError, match=r"a\.csv, line 4: 3 cells where the header has 2\."):
        tables.read(path)


def test_an_empty_file_is_named_and_one_with_only_a_header_has_no_rows(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.csv is empty"):
        tables.read(written(tmp_path / "a.csv", ""))
    assert tables.read(written(tmp_path / "b.csv", "year,value\n")) == []


def test_outlines_keep_their_geometry_and_take_their_layer_from_the_file_s_name(tmp_path: Path) -> None:
    feature = ('{"type":"Feature","properties":{"code":"XX1","name":"Near"},'
               '"geometry":{"type":"Point","coordinates":[20.5, 50.5]}}')  # fmt: skip
    path = written(tmp_path / "home.geojson", f'{{"type":"FeatureCollection","features":[{feature}]}}')
    assert outlines.read(path) == [
        {"layer": "home", "code": "XX1", "name": "Near", "geometry_json": '{"type":"Point","coordinates":[20.5,50.5]}'}
    ]


@pytest.mark.parametrize("text", ["not json", "[]", '{"features":[{"properties":{"code":"XX1"}}]}'])
def test_outlines_that_are_none_are_named(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"home\.geojson is not GeoJSON with a code and a name for each feature"):
        outlines.read(written(tmp_path / "home.geojson", text))
