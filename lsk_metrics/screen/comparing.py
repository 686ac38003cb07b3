"""The Peers page's parts: one comparison after another, how the peers were chosen, and the composite."""

from __future__ import annotations

import streamlit as st

from lsk_metrics.figures import Draw
from lsk_metrics.indicators import Answer, comparisons, indicator, indicators
from lsk_metrics.indicators.asking import MOST_VARIABLES
from lsk_metrics.indicators.peers import ALIKE
from lsk_metrics.indicators.views import refusal, view
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number
from lsk_metrics.screen import address, blocks, registers, room, states, tables
from lsk_metrics.screen.peering import COUNTS, FIRST, SECOND, WEIGHTS, Given, of_regions, pick, slide
from lsk_metrics.screen.words import plain


def compare(name: str, draw: Draw, given: Given, top: Given | None = None) -> None:
    """An indicator through a view, whole, below the ranking at the top; where it cannot have the view, why not."""
    wanted = view(given["view"])
    part = f"compared-{wanted.id}"
    if said := refusal(indicator(name), wanted):
        blocks.absent(comparisons.asked(blocks.asked(name), _(wanted.question)), wanted.id, said, part)
        return
    blocks.show(name, draw, given, said_above(name, given, top), "regions", part=part)


def said_above(name: str, given: Given, top: Given | None) -> list[str]:
    """What the ranking at the top has said; a course over years says again what must be known of these data."""
    if not top:
        return []
    ranking = blocks.asked(name, top)
    of_data = ranking.data_caveats if given.get("view") in ("change", "pace") else []
    return [words for words in ranking.caveats if words not in of_data]


def course(name: str, draw: Draw, given: Given, top: Given) -> None:
    """The indicator over years; of a single year there is no course to draw."""
    found = blocks.asked(name, given)
    if len({row.year for row in found.rows}) > 1:
        blocks.show(name, draw, given, said_above(name, given, top), part="compared")
    else:
        why = _("The data hold a single year, so there is no course over years.")
        blocks.absent(found.question, "course", why, "compared")


def distances_to(name: str, draw: Draw, given: Given, top: Given) -> None:
    """The distance to the leader, and beside it that to the Union; below it where one of them cannot be drawn."""
    leader, union = {**given, "view": "gap_leader"}, {**given, "view": "gap_union"}
    both = not any(refusal(indicator(name), view(each["view"])) for each in (leader, union))
    with st.container(key="distances"):  # `style.css` puts the columns one below the other
        left, right = room.halves(apart=both and bool(blocks.asked(name, union).rows))
    with left:
        compare(name, draw, leader, top)
    with right:
        compare(name, draw, union, top)


def beside(name: str, draw: Draw, given: Given) -> None:
    """The indicator against a second one."""
    options = {code: title for code, title in of_regions().items() if code != name}
    second = pick("second", _("Second indicator"), options, SECOND if name != SECOND else FIRST)
    blocks.show("two_indicators", draw, {**given, "indicators": f"{second},{name}"}, narrows="regions")


def choice_explained(given: Given) -> None:
    """How the peers were chosen: the list, or the method with its weights and distances."""
    if given.get("peers") == "similar":
        alike(given)
        return
    st.subheader(_("How were these regions chosen?"), anchor="chosen")
    if given.get("peers") == "partners":
        registers.partners()
        registers.statements(["vanguard_participation"])
    else:
        st.caption(plain(blocks.asked(FIRST, {**given, "view": "ranking"}).peers))


def alike(given: Given) -> None:
    """Number, country and weights to choose, and the distance of every region, variable by variable."""
    found = blocks.asked(ALIKE, {name: given[name] for name in ("likeness", "own_country")})
    blocks.heading(found)
    left, right = st.columns(2)
    with left:
        slide("number", _("Number of regions"), COUNTS, "5")
    with right:
        countries = {"yes": _("may take part"), "no": _("are left out")}
        pick("own_country", _("Regions of the same country"), countries, "yes")
    variables = indicator(ALIKE).variables
    for column, name in zip(st.columns(len(variables)), variables, strict=True):
        with column:
            slide(f"weight_{name}", _("Weight: {title}").format(title=_(indicator(name).title)), WEIGHTS, "1")
    distances(found)
    blocks.footing(found)


def distances(found: Answer) -> None:
    """A line a region: its distance, and each variable in standard deviations."""
    lines: dict[str, dict[str, str]] = {}
    for row in found.rows:
        if row.value is not None:
            heading = found.series_name(row.series) if row.series else _("Distance")
            line = lines.setdefault(row.place, {_("Region"): plain(found.place(row.place))})
            line[heading] = number(row.value, 2)
    if lines:
        tables.of_rows(list(lines.values()), alt=found.sentence)


def composite(draw: Draw, given: Given) -> None:
    """Indicators chosen, put together, with the range of ranks under other weights."""
    options = {
        each.id: _(each.title) for each in indicators() if each.places == "regions" and each.direction != "neither"
    }
    usual = indicator("composite_rank").variables
    address.recall_several("parts", list(options), ",".join(usual))
    chosen = st.multiselect(
        _("Indicators put together"),
        list(options),
        format_func=options.__getitem__,
        key="parts",
        max_selections=MOST_VARIABLES,
        placeholder=_("at least two"),
    )
    address.write("parts", list(options), ",".join(usual))
    if len(chosen) < 2:
        states.empty(_("A composite takes at least two indicators."), _("Choose another one above."))
        return
    blocks.show("composite_rank", draw, {**given, "indicators": ",".join(chosen)}, narrows="regions")


def title() -> str:
    """The page's question, with the home region named in it."""
    return plain(_("How does {home} compare?").format(home=comparisons.home(blocks.asked(FIRST))))
