"""The front page: Streamlit's own, in the reader's language and told where its server is."""

import json
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import HTMLResponse

from lsk_metrics.language import LANGUAGES

TITLE = "LSK Metrics"


async def front(request: Request) -> HTMLResponse:
    """Streamlit's page with its title and language set, and without its guess where the server is.

    The small program in `steps.js` keeps the way back short: Streamlit makes a step of every change of the address.

    Left alone, a page opened by its own address asks for its health below that address first, gets two 404s, and only
    then tries the root (streamlit/streamlit#7074).
    """
    html = files("streamlit").joinpath("static/index.html").read_text(encoding="utf-8")
    asked = request.query_params.get("lang", "en")
    base = str(request.base_url).rstrip("/")
    # Streamlit's own dialogs are in English; the page says itself what they would (screen/states.py).
    host = {"blockErrorDialogs": True}
    told = json.dumps({"BACKEND_BASE_URL": base, "MAIN_PAGE_BASE_URL": base, "HOST_CONFIG": host})
    html = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    html = html.replace('<html lang="en">', f'<html lang="{asked if asked in LANGUAGES else "en"}">')
    steps = files("lsk_metrics.api").joinpath("steps.js").read_text(encoding="utf-8")
    html = html.replace("<head>", f"<head><script>window.__streamlit = {told};</script><script>{steps}</script>", 1)
    return HTMLResponse(html.replace('"./', '"/'), headers={"Cache-Control": "no-cache"})
