"""What a PNG shows: a picture as large as its drawing, in the house's colours, with bars as long as their values."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageColor

from lsk_metrics import language
from lsk_metrics.exports.chart import png_file, svg_file
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import Answer, answer

Colour = tuple[int, ...]
ACCENT, GROUND = ImageColor.getrgb(LIGHT.accent), ImageColor.getrgb(LIGHT.ground)
CASES = [
    ("gerd_share_of_gdp", {}),
    ("gerd_share_of_gdp", {"view": "ranking"}),
    ("gerd_eur_m", {"measure": "per_head"}),
    ("students", {"measure": "index"}),
    ("members", {}),
    ("members_joined", {"measure": "change"}),
    ("students_by_institution", {}),
    ("powiat_wages", {}),
    ("members_by_town", {}),
    ("two_indicators", {}),
]


def read(found: Answer) -> Image.Image:
    return Image.open(BytesIO(png_file(found))).convert("RGB")


def counted(picture: Image.Image) -> dict[Colour, int]:
    return {colour: count for count, colour in picture.getcolors(picture.width * picture.height) or []}  # type: ignore[misc]


def runs(picture: Image.Image, colour: Colour) -> dict[int, int]:
    """The longest stretch of a colour in each line of pixels that has it for more than 40 of them."""
    found, pixels = {}, picture.load()
    for y in range(picture.height):
        longest = run = 0
        for x in range(picture.width):
            run = run + 1 if pixels[x, y] == colour else 0  # type: ignore[index]
            longest = max(longest, run)
        if longest > 40:
            found[y] = longest
    return found


@pytest.mark.parametrize(("name", "given"), CASES, ids=["-".join([name, *given.values()]) for name, given in CASES])
@pytest.mark.parametrize("lang", ["en", "pl"], indirect=True)
def test_a_picture_is_as_large_as_its_drawing_not_blank_and_in_the_houses_colours(
    name: str, given: dict[str, str], lang: str, snapshot: str
) -> None:
    found = answer(name, given, snapshot)
    size = re.match(r'<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"', svg_file(found).decode())
    assert size
    picture = read(found)
    assert picture.size == (round(2 * float(size[1])), pytest.approx(2 * float(size[2]), abs=1))
    colours = counted(picture)
    whole = picture.width * picture.height
    assert 0.5 < colours[GROUND] / whole < 0.99 or name in ("members_by_town", "powiat_wages")
    assert colours[ACCENT] > 500
    assert len(colours) > 50  # letters and lines have soft edges
    # Each of its four quarters down shows something: question, picture, and the sources below it.
    for quarter in range(4):
        part = picture.crop((0, quarter * picture.height // 4, picture.width, (quarter + 1) * picture.height // 4))
        assert len(counted(part)) > 10


@pytest.mark.parametrize("name", ["gerd_share_of_gdp", "members"])
def test_the_two_languages_are_two_pictures_with_the_same_accent(name: str, snapshot: str) -> None:
    pictures = []
    for lang in language.LANGUAGES:
        language.use(lang)
        pictures.append(read(answer(name, {}, snapshot)))
    assert pictures[0].tobytes() != pictures[1].tobytes()
    english, polish = (counted(each)[ACCENT] for each in pictures)
    assert english == pytest.approx(polish, rel=0.1)  # the same lines; the numbers beside them differ by a sign


@pytest.mark.parametrize("lang", ["en", "pl"], indirect=True)
def test_bars_in_the_picture_are_as_long_as_their_values(lang: str, snapshot: str) -> None:
    found = answer("students_by_institution", {"first_year": "2023"}, snapshot)
    values = sorted((row.value or 0.0 for row in found.rows), reverse=True)
    assert values[:2] == [33549, 18074]
    lengths = sorted(set(runs(read(found), ACCENT).values()), reverse=True)
    assert lengths[1] / lengths[0] == pytest.approx(18074 / 33549, rel=0.01)


def test_what_is_made_up_is_marked_across_the_picture(snapshot: str) -> None:
    made_up, real = (counted(read(answer("members", given, snapshot))) for given in ({}, {"illustrative": "no"}))
    marks = {colour: count for colour, count in made_up.items() if count > 5000 and colour not in real}
    assert marks  # a colour that covers much of the one and none of the other
