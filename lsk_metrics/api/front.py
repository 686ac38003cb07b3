"""The front page: Streamlit's own, in the reader's language, with the page drawn already where it asks for nothing."""

import gzip
import hashlib
import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lsk_metrics.api import chunks, early, policy
from lsk_metrics.api.guarding import is_secure
from lsk_metrics.language import LANGUAGES, gettext, use

TITLE = "LSK Metrics"
WINDOW = re.compile(r"(\d{2,5})x(light|dark)")
USUAL = 1440
SHEET = r'<link rel="stylesheet"[^>]*>'
PROGRAM = r'<script type="module"[^>]*src="([^"]+)"[^>]*></script>'
VARY = "Accept-Encoding, Accept-Language, Cookie, Sec-CH-Prefers-Color-Scheme"


async def front(request: Request) -> Response:
    """Streamlit's page with its title and language set, and without its guess where the server is.

    The small program in `steps.js` keeps the way back short: Streamlit makes a step of every change of the address.

    Left alone, a page opened by its own address asks for its health below that address first, gets two 404s, and only
    then tries the root (streamlit/streamlit#7074).
    """
    lang = language_of(request)
    path = await run_in_threadpool(drawn_for, request, lang)
    chosen = request.query_params.get("lang") in LANGUAGES
    # A proxy that speaks https for us says so; whoever says so without need is sent a page that only they cannot use.
    scheme = "https" if is_secure(request.scope) else request.url.scheme
    base = str(request.base_url.replace(scheme=scheme)).rstrip("/")
    body, tag, scripts = await run_in_threadpool(packed, lang, chosen, base, path)
    headers = {"Cache-Control": "no-cache", "ETag": tag, "Vary": VARY, "Content-Security-Policy": policy.page(scripts)}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(body, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(body), media_type="text/html", headers=headers)


async def variant(request: Request) -> Response:
    """The page drawn early for another window than was thought, by itself."""
    asked = request.path_params
    path = await run_in_threadpool(found, asked["lang"], asked["page"], asked["scheme"], int(asked["width"]))
    if path is None:
        return Response(status_code=404, headers={"Cache-Control": "no-cache"})
    body = await run_in_threadpool(early.text, path)
    return Response(body, 200 if body else 404, {"Cache-Control": "no-cache"}, "text/html")


def language_of(request: Request) -> str:
    """What the address says, else the browser's first, as the app itself will choose."""
    asked = request.query_params.get("lang", "")
    if asked:
        return asked if asked in LANGUAGES else "en"
    first = request.headers.get("accept-language", "en").split(",")[0].split(";")[0].split("-")[0].strip().lower()
    return first if first in LANGUAGES else "en"


def drawn_for(request: Request, lang: str) -> Path | None:
    """The early page for this request: only where the address says nothing but the language."""
    if set(request.query_params) - {"lang"} or request.query_params.get("lang", "en") not in LANGUAGES:
        return None
    said = WINDOW.fullmatch(request.cookies.get("lsk_window", ""))
    scheme = said[2] if said else request.headers.get("sec-ch-prefers-color-scheme", "light").strip('"')
    page = request.url.path.strip("/") or "overview"
    return found(lang, page, "dark" if scheme == "dark" else "light", int(said[1]) if said else USUAL)


def found(lang: str, page: str, scheme: str, width: int) -> Path | None:
    place = early.folder()
    if place is None or lang not in LANGUAGES or scheme not in ("light", "dark") or not page.isidentifier():
        return None
    early.ensure(place)
    return early.nearest(place, lang, page, scheme, width)


@lru_cache(maxsize=64)
def packed(lang: str, chosen: bool, base: str, path: Path | None) -> tuple[bytes, str, tuple[str, ...]]:
    """The page as it is sent, compressed once, its checksum, and the scripts in it that are ours."""
    html, scripts = written(lang, chosen, base, path)
    body = gzip.compress(html.encode(), 6, mtime=0)
    return body, f'"{hashlib.sha256(body).hexdigest()[:20]}"', scripts


def written(lang: str, chosen: bool, base: str, path: Path | None) -> tuple[str, tuple[str, ...]]:
    # Streamlit's own dialogs are in English; the page says itself what they would (screen/states.py).
    host = {"blockErrorDialogs": True}
    told = json.dumps({"BACKEND_BASE_URL": base, "MAIN_PAGE_BASE_URL": base, "HOST_CONFIG": host})
    html = shell().replace('<html lang="en">', f'<html lang="{lang}">')
    drawn, served = early.text(path) if path is not None else "", None
    if path is not None and drawn:
        page, scheme, width = path.stem.rsplit("-", 2)
        served = {"lang": lang, "chosen": chosen, "languages": list(LANGUAGES), "page": page, "scheme": scheme}
        served["width"] = int(width)
        html = behind(html, drawn)
    script = resource("early.js").replace("SERVED", json.dumps(served))
    scripts = (f"window.__streamlit = {told};{script}", resource("steps.js"))
    head = "".join(f"<script>{each}</script>" for each in scripts) + chunks.preloaded(drawn)
    html = html.replace("<head>", f"<head>{head}", 1).replace("<noscript></noscript>", unaided(lang, bool(drawn)), 1)
    # Whatever a page drawn early carries, no script in it is among these.
    return html, (*scripts, *policy.shells())


def behind(html: str, drawn: str) -> str:
    """The early page in front of Streamlit's: painted before its style sheet has come and before its program begins."""
    sheets = "".join(re.findall(SHEET, html))
    begins = re.search(PROGRAM, html)
    html = re.sub(SHEET, "", html)
    if begins:
        preload = f'<link id="program" rel="modulepreload" crossorigin href="{begins[1]}">'
        html = html.replace(begins[0], preload, 1)
    return html.replace('<div id="root">', f'{drawn}{sheets}<div id="root" inert style="visibility:hidden">', 1)


def unaided(lang: str, drawn: bool) -> str:
    """For a reader without JavaScript and without an early page, in the page's language."""
    use(lang)
    words = gettext("The dashboard needs JavaScript: switch it on in the browser and load the page anew.")
    return "" if drawn else f"<noscript><p>{words}</p></noscript>"


@cache
def shell() -> str:
    """Streamlit's page with our title, its paths made whole, and without its words to readers without JavaScript."""
    html = files("streamlit").joinpath("static/index.html").read_text(encoding="utf-8")
    html = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>").replace('"./', '"/')
    return re.sub(r"<noscript>.*?</noscript>", "<noscript></noscript>", html, flags=re.DOTALL)


@cache
def resource(name: str) -> str:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return re.sub(r"^\s*//.*$|^\s+", "", text, flags=re.MULTILINE)
