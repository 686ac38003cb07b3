"""Every control a reader has, what is done to it and what the address says then; a home where all are there."""

import csv
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from lsk_metrics import paths
from lsk_metrics.ingest import boundaries
from lsk_metrics.ingest.boundaries import Credit
from lsk_metrics.ingest.build import build

Act = Literal["choose", "press", "slide", "spin", "switch", "tab", "run", "type", "unfold"]
EARLIER = "earlier"  # stands for the id of the earlier of the two snapshots


@dataclass(frozen=True)
class Control:
    """`opened` is the address in which it is met; `expected` is what the address says under its name afterwards."""

    page: str
    opened: str
    key: str
    act: Act
    what: str
    expected: str
    name: str = ""

    @property
    def parameter(self) -> str:
        return self.name or self.key


def rows(page: str, opened: str, *controls: tuple[str, ...]) -> list[Control]:
    return [Control(page, opened, *each) for each in controls]  # type: ignore[arg-type]


CONTROLS = [
    *rows(
        "members",
        "",
        ("real", "switch", "Published and register only", "true"),
        ("events", "switch", "Events", "false"),
        ("lang_choice", "press", "Polski", "pl", "lang"),
    ),
    *rows(
        "board",
        "",
        ("sort", "choose", "by name", "name"),
        ("goal", "choose", "Unemployment rate – 2.0% by 2030", "sample-unemployment"),
    ),
    *rows("ecosystem", "", ("indicator", "choose", "Patent applications", "patents_per_million")),
    *rows(
        "peers",
        "",
        ("indicator", "choose", "GDP per head in purchasing power standards", "gdp_per_head_pps"),
        ("year", "choose", "2020", "2020"),
        ("from", "choose", "2010", "2010"),
        ("to", "choose", "2021", "2021"),
        ("target", "choose", "2035", "2035"),
        ("second", "choose", "Employment rate", "employment_rate"),
        ("parts", "choose", "Patent applications", "+patents_per_million"),
        ("peers", "choose", "Regions of the country", "domestic"),
    ),
    *rows(
        "peers",
        "peers=similar",
        ("number", "slide", "ArrowLeft", "4"),
        ("own_country", "choose", "are left out", "no"),
        ("weight_gdp_per_head_pps", "slide", "ArrowLeft", "0.5"),
        ("weight_tertiary_attainment", "slide", "ArrowRight", "2"),
        ("weight_hightech_employment_share", "slide", "ArrowRight", "2"),
        ("weight_population", "slide", "ArrowLeft", "0.5"),
    ),
    *rows("peers", "peers=own", ("places", "choose", "Flanders", "BE2")),
    *rows(
        "explore",
        "",
        ("theme", "unfold", "Economy and wages", "economy"),
        ("kind", "unfold", "Published", "published"),
        ("source", "unfold", "per head in purchasing power standards by region", "eurostat_gdp_per_head"),
    ),
    *rows(
        "explore",
        "indicator=employment_rate",
        ("choose_find", "type", "gdp", "gdp", "find"),
        ("choose_indicator", "choose", "GDP per head in purchasing power standards", "gdp_per_head_pps", "indicator"),
        ("choose_from", "choose", "2010", "2010", "from"),
        ("choose_to", "choose", "2021", "2021", "to"),
        ("peers", "choose", "Regions of the country", "domestic"),
    ),
    *rows("explore", "form=scatter", ("choose_second", "choose", "Employment rate", "employment_rate", "second")),
    *rows("explore", "peers=own", ("places", "choose", "Flanders", "BE2")),
    *rows(
        "explore",
        "indicator=members_by_town",
        ("towns", "choose", "Kraków", "Kraków"),
        ("groups", "choose", "Healthcare", "Med"),
        ("areas", "choose", "Healthcare", "Med"),
        ("value_chains", "choose", "Health and quality of life", "health"),
        ("member_types", "choose", "Public institutions", "public"),
    ),
    *rows("explore", "indicator=powiat_wages", ("powiats", "choose", "Tarnów", "1263")),
    *rows(
        "map",
        "",
        ("layer", "choose", "Investment by town", "investment_by_town"),
        ("years", "slide", "ArrowLeft", "2017", "year"),
        ("areas", "choose", "Healthcare", "Med"),
        ("value_chains", "choose", "Health and quality of life", "health"),
        ("member_types", "choose", "Public institutions", "public"),
        ("place", "choose", "Kraków", "Kraków"),
        ("streets", "switch", "Street map (online)", "true"),
    ),
    *rows("map", "layer=powiat_density", ("shape", "press", "Tiles of one size", "tiles")),
    *rows(
        "data",
        "",
        ("tab", "tab", "Snapshots", "snapshots"),
        ("before", "choose", EARLIER, EARLIER),
        ("after", "choose", EARLIER, EARLIER),
    ),
    *rows("data", "tab=snapshots", ("as_of_choice", "choose", EARLIER, EARLIER, "snapshot")),
    *rows("since", "", ("since", "choose", EARLIER, EARLIER), ("until", "choose", EARLIER, EARLIER)),
    *rows(
        "review",
        "",
        ("story", "choose", "Board meeting", "board"),
        ("choose_name", "type", "Supervisory board, May", "Supervisory board, May", "name"),
        ("peers", "choose", "Regions of the country", "domestic"),
    ),
    *rows("review", "date=2026-05-21", ("choose_date", "spin", "ArrowUp", "2026-05-22", "date")),
    *rows("review", "story=own", ("figures", "choose", "Students by town", "+students_by_town")),
    *rows(
        "ask",
        "",
        ("ask_sql", "run", "SELECT 6 * 7 AS answer", "SELECT 6 * 7 AS answer", "q"),
        ("table", "choose", "startups", "startups"),
    ),
    *rows("register", "", ("table", "press", "Investments", "investments"), ("tab", "tab", "Boundaries", "boundaries")),
]


def furnished(folder: Path) -> tuple[Path, str]:
    """A home with two snapshots, the first with a caveat fewer, and made-up outlines of all powiats; the first's id."""
    home = folder / "home"
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(home))
        shutil.copytree(paths.data(), folder / "data")
        caveats = folder / "data" / "reference" / "caveats.csv"
        caveats.write_text("".join(caveats.read_text("utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
        settings.setenv("LSK_DATA", str(folder / "data"))
        first = build().snapshot
        settings.delenv("LSK_DATA")
        with (paths.data() / "reference" / "powiats.csv").open(encoding="utf-8", newline="") as opened:
            codes = [row["teryt"] for row in csv.DictReader(opened)]
        squares = {"type": "FeatureCollection", "features": [square(at, code) for at, code in enumerate(codes)]}
        (folder / "squares.geojson").write_text(json.dumps(squares), encoding="utf-8")
        boundaries.keep(boundaries.read(folder / "squares.geojson"), Credit(producer="Made up", producer_pl="Zmyślone"))
        build()
    return home, first


def square(at: int, code: str) -> dict[str, object]:
    west, south = 19.5 + at % 6 * 0.25, 49.55 + at // 6 * 0.2
    east, north = west + 0.25, south + 0.2
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"teryt": code}, "geometry": geometry}
