"""A drawing as PNG: as large as asked for, the same bytes each time, in the program's own typeface."""

from io import BytesIO

import pytest
from PIL import Image

from lsk_metrics import language
from lsk_metrics.errors import FigureUnknown
from lsk_metrics.exports.png import fonts, png
from lsk_metrics.figures import picture, standalone
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import FONT, LIGHT
from lsk_metrics.indicators import answer


def read(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGBA")


def sheet(letter: str, weight: int = 400, family: str = FONT) -> Image.Image:
    """A letter by itself, large."""
    return read(
        png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40" '
            f'font-family=\'{family}\'><text x="5" y="30" font-size="24" font-weight="{weight}">{letter}</text></svg>'
        )
    )


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_picture_has_scale_dots_for_each_pixel(scale: float, snapshot: str) -> None:
    assert read(png(picture(lines, answer("gerd_share_of_gdp"), LIGHT, 700), scale)).size == (700 * scale, 400 * scale)


def test_the_same_drawing_gives_the_same_bytes(snapshot: str) -> None:
    language.use("pl")
    svg = standalone(growth, answer("members"), LIGHT)
    assert png(svg) == png(svg)


def test_a_sheet_is_opaque_and_a_picture_lets_the_ground_through(snapshot: str) -> None:
    found = answer("members")
    assert read(png(standalone(growth, found, LIGHT))).getpixel((2, 2)) == (253, 252, 249, 255)
    assert read(png(picture(growth, found, LIGHT, 700))).getpixel((2, 2))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("letter", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–„”€−")
def test_every_polish_letter_is_in_the_typeface_in_both_weights(letter: str) -> None:
    missing = sheet("\ue000").tobytes()
    for weight in (400, 700):
        assert sheet(letter, weight).tobytes() not in (missing, sheet(" ").tobytes())
    assert sheet(letter, 400).tobytes() != sheet(letter, 700).tobytes()


def test_a_typeface_of_the_machine_is_not_looked_at() -> None:
    assert sheet("a", family="DejaVu Sans").tobytes() != sheet("a").tobytes()
    assert sheet("a", family="DejaVu Sans").tobytes() == sheet("a", family="no such typeface").tobytes()
    assert {path.name for path in fonts().glob("*-Regular.ttf")} == {"SourceSansPro-Regular.ttf"}


def test_a_drawing_without_a_width_is_refused() -> None:
    with pytest.raises(FigureUnknown, match="without a width"):
        png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
