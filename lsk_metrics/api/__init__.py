"""What the application answers beside the dashboard itself: the front page, and the program of the pages."""

from starlette.middleware import Middleware
from starlette.routing import Route

from lsk_metrics import paths
from lsk_metrics.api.assets import Assets
from lsk_metrics.api.embed import Framing, embed
from lsk_metrics.api.front import front, variant
from lsk_metrics.api.present import present


def routes() -> list[Route]:
    """The front page under every page's address, what is drawn early of a page for another window, and the show."""
    names = sorted(path.stem for path in (paths.house() / "pages").glob("*.py"))
    pages = [Route("/", front), *(Route(f"/{name}", front) for name in names)]
    early = Route("/early/{lang}/{scheme}/{width:int}/{page}", variant)
    return [*pages, early, Route("/present", present), Route("/embed/{indicator}", embed)]


def middleware() -> list[Middleware]:
    """What is asked before Streamlit is: it keeps routes below /static/ for itself."""
    return [Middleware(Framing), Middleware(Assets)]
