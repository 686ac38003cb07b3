"""The colours of the settings file and Streamlit's typefaces, as CSS for a page that Streamlit has not reached yet."""

from functools import cache
from importlib.resources import files

from lsk_metrics.screen.server import settings

NAMES = ("green", "blue", "violet", "orange", "gray")
FACES = {
    "Source Sans": ("SourceSansVF-Upright", "normal"),
    "Source Serif": ("SourceSerifVariable-Roman", "normal"),
}


# Until Streamlit's files have come: what every machine has, made as wide as these, so that lines break where they will.
STAND_INS = {
    "Early Sans": ("Arial", "Liberation Sans", "92.5%"),
    "Early Serif": ("Times New Roman", "Liberation Serif", "104.7%"),
}


def sheet(scheme: str) -> str:
    """Colours as custom properties, each under its name in the settings; and where the typefaces are."""
    found = settings()
    of = {name.rpartition(".")[2]: value for name, value in found.items() if name.startswith(f"theme.{scheme}.")}
    side = {name: found[f"theme.{scheme}.sidebar.{name}"] for name in ("backgroundColor", "secondaryBackgroundColor")}
    of |= {name: found[f"theme.{scheme}.{name}"] for name in side}
    said = [f"--{name}:{value}" for name, value in sorted(of.items())]
    said += [f"--side-{name}:{value}" for name, value in side.items()]
    said += [f"--st-primary-color:{of['primaryColor']}", f"--st-text-color:{of['textColor']}"]
    said += [f"--st-background-color:{of['backgroundColor']}", f"--st-border-color:{of['borderColor']}"]
    said += [f"color-scheme:{scheme}"]
    words = "".join(
        f"#early .e-word.{name}{{color:var(--{name}TextColor)}}"
        f"#early .e-word.{name}-badge{{color:var(--{name}TextColor);background:var(--{name}BackgroundColor)}}"
        for name in NAMES
    )
    other = {each: found[f"theme.{each}.backgroundColor"] for each in ("light", "dark")}
    waiting = "".join(f"html.early-{each} #early{{background:{colour}}}" for each, colour in other.items())
    return f"{faces()}#early{{{';'.join(said)}}}{words}{waiting}"


@cache
def faces() -> str:
    """Streamlit's files, whose names carry a checksum; found by how they begin."""
    media = files("streamlit").joinpath("static/static/media")
    names = sorted(each.name for each in media.iterdir())
    stand_ins = "".join(
        f'@font-face{{font-family:"{name}";src:local("{first}"),local("{second}");size-adjust:{size}}}'
        for name, (first, second, size) in STAND_INS.items()
    )
    return stand_ins + "".join(
        f'@font-face{{font-family:"{family}";font-style:{slant};font-weight:100 900;font-display:swap;'
        f"src:url(/static/media/{name})}}"
        for family, (start, slant) in FACES.items()
        for name in names
        if name.startswith(start) and name.endswith(".woff2")
    )
