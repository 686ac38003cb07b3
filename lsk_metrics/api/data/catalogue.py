"""The way in: what there is under /api/v1/, and the catalogue of indicators."""

from __future__ import annotations

from typing import Any

from lsk_metrics import __version__
from lsk_metrics.api.data.answers import places
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.pages import as_json, page
from lsk_metrics.api.data.problems import KINDS, PLACE, titles
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import Indicator, answer, indicators, methods, themes, units
from lsk_metrics.indicators.offers import offers
from lsk_metrics.language import gettext as _

PARTS = ("indicators", "snapshots", "sources", "claims", "schemas", "problems")


def index(asked: Asked) -> Made:
    """What there is, and where."""
    links = {each: f"/api/v1/{each}" for each in PARTS}
    links |= {
        "datapackage": "/api/v1/datapackage.json",
        "openapi": "/api/v1/openapi.json",
        "health": "/health",
        "metrics": "/metrics",
        "dashboard": f"/?lang={asked.lang}",
    }
    title = _("Data of the dashboard, as open as its pages")
    said = {"title": title, "version": __version__, "snapshot": asked.snapshot, "links": links}
    return Made(as_json(said), "application/json")


def listing(asked: Asked) -> Made:
    """Every indicator and method, with the forms and measures it can be had in."""
    return page(asked, [*indicators(), *methods()], lambda each: told(each, asked))


def told(found: Indicator, asked: Asked) -> dict[str, Any]:
    query = {name: text for name, text in asked.query.items() if name in ("lang", "snapshot")}
    return {
        "id": found.id,
        "title": _(found.title),
        "question": _(found.question),
        "unit": units.name(found.unit),
        "theme": found.theme,
        "theme_name": themes.names()[found.theme],
        "role": found.role,
        "places": found.places,
        **offered(found, asked.snapshot),
        "links": places(found.id, query),
    }


def offered(found: Indicator, snapshot: str) -> dict[str, Any]:
    """The kind of its figures and what can be asked of it; nothing of what an older snapshot cannot answer."""
    try:
        kind, can = answer(found.id, snapshot=snapshot).kind, offers(found, snapshot)
    except LskError:
        return {"kind": None, "forms": [], "measures": [], "views": [], "filters": [], "years": []}
    return {
        "kind": kind,
        "forms": can.possible("forms"),
        "measures": can.possible("measures"),
        "views": can.possible("views"),
        "filters": can.possible("filters"),
        "years": [can.years[0], can.years[-1]] if can.years else [],
    }


def problems(_asked: Asked) -> Made:
    """Every kind of problem: what `type` in an error says."""
    words = titles()
    said = [{"type": f"{PLACE}#{name}", "status": status, "title": words[name]} for name, status in KINDS.items()]
    return Made(as_json({"total": len(said), "items": said}), "application/json")
