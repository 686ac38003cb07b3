"""A review as a show under an address of its own: the file that is handed out, with a way back to the dashboard."""

import gzip
from functools import lru_cache
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lsk_metrics.api import policy
from lsk_metrics.api.front import language_of
from lsk_metrics.errors import LskError
from lsk_metrics.exports.present import show, show_file
from lsk_metrics.indicators import refusals
from lsk_metrics.indicators.reviews import Review, opened
from lsk_metrics.language import gettext as _
from lsk_metrics.language import use


async def present(request: Request) -> Response:
    """The show that the address asks for; what cannot be shown is said in a sentence, with status 400."""
    lang = language_of(request)
    status, body = await run_in_threadpool(shown, lang, tuple(request.query_params.items()))
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding, Accept-Language"}
    said = f"{show.policy()}; {policy.ancestors()}" if status == 200 else policy.still()
    headers["Content-Security-Policy"] = said
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body), status, headers, "text/html")
    return Response(body, status, headers | {"Content-Encoding": "gzip"}, "text/html")


def shown(lang: str, said: tuple[tuple[str, str], ...]) -> tuple[int, bytes]:
    """Status and compressed page."""
    use(lang)
    try:
        return 200, packed(opened(dict(said)), lang)
    except LskError as reason:
        return 400, gzip.compress(refused(reason, lang).encode("utf-8"))


@lru_cache(maxsize=8)
def packed(review: Review, lang: str) -> bytes:
    use(lang)
    return gzip.compress(show_file(review, back=review.link), 6, mtime=0)


def refused(reason: LskError, lang: str) -> str:
    words, back = escape(refusals.told(reason)), escape(_("Back to the dashboard"))
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>LSK Metrics</title>'
        '<meta name="color-scheme" content="light dark">'
        f'<body style="font:1.2rem/1.5 sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem">'
        f'<p>{words}</p><p><a href="/review?lang={lang}">{back}</a></p></body></html>'
    )
