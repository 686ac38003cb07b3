"""The axes of a chart and the unit above them; an axis says its ends and its step, so that no program chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.exports.slides import fitting, places
from lsk_metrics.exports.slides.ink import NO_LINE, chart_text, letters, line
from lsk_metrics.exports.xlsx import number_format
from lsk_metrics.figures import axes
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.language import number, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

ACROSS, UPWARDS = 111111111, 222222222
AIR = 3.0  # between two labels, beside what the reckoned widths have to spare
# The language whose signs for decimals and thousands are meant, as number formats name it.
SPOKEN = {"en": "[$-809]", "pl": "[$-415]"}


class Scale(NamedTuple):
    """Ends, step and decimals of an axis of values."""

    low: float
    high: float
    step: float
    places: int

    def part(self, value: float) -> float:
        """How far up the axis a value stands, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    @property
    def widest(self) -> float:
        """Points that its longest number takes."""
        return max(fitting.width(number(end, self.places), places.SMALL) for end in (self.low, self.high))


def local(written: str) -> str:
    """A number format with the signs of the language spoken, and a true minus before what is below zero."""
    return f'{SPOKEN[spoken()]}{written};{SPOKEN[spoken()]}"\N{MINUS SIGN}"{written}'


def scale(low: float, high: float, whole: bool = False) -> Scale:
    """Round ends around what must be seen."""
    told = axes.decimal(low, high, whole)
    ticks, said = told["tickvals"], told["ticktext"]
    step = ticks[1] - ticks[0] if len(ticks) > 1 else (high - low) or 1.0
    digits = max((len(text.partition("," if spoken() == "pl" else ".")[2]) for text in said), default=0)
    least = (low // step) * step
    most = -(-round(high / step, 9) // 1) * step
    return Scale(round(least, 9), round(most, 9), round(step, 9), digits)


def layout(left: float, top: float, wide: float, tall: float, inner: bool = False) -> str:
    """A place within the chart, in parts of it."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    ends = f'<c:w val="{wide:.4f}"/><c:h val="{tall:.4f}"/>' if wide else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{left:.4f}"/>'
        f'<c:y val="{top:.4f}"/>{ends}</c:manualLayout></c:layout>'
    )


def title(words: str, where: str = "") -> str:
    """A name, lying; of values it stands at the head of the chart."""
    look, run = letters("defRPr", places.SMALL, LIGHT.muted), letters("rPr", places.SMALL, LIGHT.muted)
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:r>{run}'
        f'<a:t>{safe(words)}</a:t></a:r></a:p></c:rich></c:tx>{where}<c:overlay val="0"/></c:title>'
    )


def grid_lines() -> str:
    return f"<c:majorGridlines><c:spPr>{line(LIGHT.grid, 0.75)}</c:spPr></c:majorGridlines>"


def values(
    found: Scale,
    at: int,
    other: int,
    side: str,
    unit: str,
    *,
    named: str = "",
    hidden: bool = False,
    down: bool = False,
    crosses: str = "between",
) -> str:
    """An axis of values at `side` (l or b); hidden where every bar says its own; down: the parts run downwards, so that
    its foot is where they end."""
    labels = "none" if hidden else "high" if down else "low"
    lines = "" if hidden else grid_lines()
    return (
        f'<c:valAx><c:axId val="{at}"/><c:scaling><c:orientation val="minMax"/><c:max val="{found.high!r}"/>'
        f'<c:min val="{found.low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>{lines}'
        f'{title(unit, named)}<c:numFmt formatCode="{safe(local(number_format(found.places)))}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{chart_text(places.SMALL, LIGHT.muted)}"
        f'<c:crossAx val="{other}"/><c:crosses val="{"max" if down else "autoZero"}"/><c:crossBetween val="{crosses}"/>'
        f'<c:majorUnit val="{found.step!r}"/></c:valAx>'
    )


def categories(
    side: str, size: float, *, down: bool = False, skip: int = 1, broken: bool = False, shade: str = LIGHT.muted
) -> str:
    """An axis of years or parts; parts run from the first down; broken: labels may stand in two lines."""
    skipped = f'<c:tickLblSkip val="{skip}"/>' if skip > 1 else ""
    way = "maxMin" if down else "minMax"
    text = chart_text(size, shade, turned=f' rot="{0 if broken else -60000000}" vert="horz"')
    return (
        f'<c:catAx><c:axId val="{ACROSS}"/><c:scaling><c:orientation val="{way}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{line(LIGHT.muted, 0.75)}</c:spPr>'
        f'{text}<c:crossAx val="{UPWARDS}"/>'
        f'<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>{skipped}'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


class Labels(NamedTuple):
    """The size of labels side by side, each how many-th of them has room, and whether they may be broken."""

    size: float
    skip: int = 1
    broken: bool = False

    @property
    def tall(self) -> float:
        return 26.0 if not self.broken else 40.0

    def axis(self) -> str:
        return categories("b", self.size, skip=self.skip, broken=self.broken)


def years(said: Sequence[object], wide: float) -> Labels:
    """How the labels of an axis so many points wide are written; academic years break at their stroke where they must,
    for programs that do not leave any out."""
    room = wide / max(1, len(said) - 1)
    for size in (places.READ, places.SMALL, places.LEAST):
        longest = max((fitting.width(str(each), size) for each in said), default=0.0)
        if longest + AIR <= room:
            return Labels(size)
    return Labels(places.SMALL, max(2, -int(-(longest + AIR) // room)), any("/" in str(each) for each in said))
