"""The look can be read: text stands out 4.5 : 1 and marks 3 : 1, on both grounds, in figures and around them."""

import tomllib
from itertools import combinations

import pytest

from lsk_metrics import paths
from lsk_metrics.figures import theme
from lsk_metrics.figures.theme import DARK, LIGHT, Look

BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
SETTINGS = tomllib.loads((paths.house() / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (lighter + 0.05) : (darker + 0.05)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("part", ["ink", "muted", "accent", "warning"])
def test_text_stands_out_from_the_page(part: str, look: Look) -> None:
    assert contrast(getattr(look, part), look.ground) >= 4.5


@BOTH
def test_marks_stand_out_from_the_page(look: Look) -> None:
    marks = {"accent": look.accent, "peer": look.peer, "muted": look.muted, **dict(enumerate(look.six))}
    assert {name: round(contrast(colour, look.ground), 2) for name, colour in marks.items()
            if contrast(colour, look.ground) < 3} == {}  # fmt: skip


@BOTH
def test_the_six_categories_are_six_and_the_first_is_the_accent(look: Look) -> None:
    assert len(set(look.six)) == 6
    assert look.six[0] == look.accent


# Viénot, Brettel and Mollon (1999): what is left of linear red, green and blue.
BLINDNESS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritanopia": ((1.0, 0.14461, -0.14461), (0.0, 0.85924, 0.14076), (0.0, 0.85924, 0.14076)),
}


def lab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    """CIE L*a*b* of linear sRGB, white D65."""
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    channels = [linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5)]
    red, green, blue = (max(0.0, sum(a * b for a, b in zip(row, channels, strict=True))) for row in matrix)
    return lab(red, green, blue)


@BOTH
@pytest.mark.parametrize("kind", BLINDNESS)
def test_no_two_categories_look_alike_to_the_colour_blind(kind: str, look: Look) -> None:
    eyes = BLINDNESS[kind]
    near = {}
    for one, other in combinations(look.six, 2):
        a, b = seen(one, eyes), seen(other, eyes)
        distance = sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5
        if distance < 10:
            near[one, other] = round(distance, 1)
    assert near == {}


@BOTH
def test_the_page_has_the_ground_the_ink_and_the_accent_of_the_figures(look: Look) -> None:
    page = SETTINGS[look.name]
    assert (page["backgroundColor"], page["textColor"], page["primaryColor"]) == (look.ground, look.ink, look.accent)


@BOTH
def test_what_streamlit_writes_can_be_read_as_well(look: Look) -> None:
    page = SETTINGS[look.name]
    grounds = [page["backgroundColor"], page["secondaryBackgroundColor"], page["sidebar"]["backgroundColor"]]
    inks = [page["textColor"], page["linkColor"], page["grayTextColor"]]
    faint = {(ink, ground) for ink in inks for ground in grounds if contrast(ink, ground) < 4.5}
    badges = {colour: round(contrast(page[f"{colour}TextColor"], page[f"{colour}BackgroundColor"]), 2)
              for colour in ("green", "blue", "orange", "gray", "violet") if f"{colour}TextColor" in page}  # fmt: skip
    assert faint == set()
    assert {colour: ratio for colour, ratio in badges.items() if ratio < 4.5} == {}


@BOTH
def test_every_badge_has_colours_of_its_own(look: Look) -> None:
    """Streamlit's own colours are not made for this page; the kinds of truth are green, blue, violet and orange."""
    page = SETTINGS[look.name]
    wanted = {
        f"{colour}{part}Color" for colour in ("green", "blue", "violet", "orange") for part in ("Text", "Background")
    }
    assert wanted - set(page) == set()


@BOTH
def test_kinds_of_truth_have_a_shape_and_not_only_a_colour(look: Look) -> None:
    shapes = {kind: theme.hatch(kind, look)["shape"] for kind in ("published", "register", "derived", "illustrative")}
    assert shapes == {"published": "", "register": "", "derived": ".", "illustrative": "/"}
