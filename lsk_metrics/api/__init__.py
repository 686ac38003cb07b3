"""What the application answers beside the dashboard itself: the front page, and the program of the pages."""

from starlette.routing import Route

from lsk_metrics import paths
from lsk_metrics.api.assets import asset
from lsk_metrics.api.front import front


def routes() -> list[Route]:
    """The front page under every page's address, and the files it asks for."""
    names = sorted(path.stem for path in (paths.house() / "pages").glob("*.py"))
    return [Route("/", front), *(Route(f"/{name}", front) for name in names), Route("/static/{path:path}", asset)]
