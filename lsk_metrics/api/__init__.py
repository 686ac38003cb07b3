"""What the application answers beside the dashboard itself: the front page, and the program of the pages."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.middleware import Middleware
from starlette.routing import Route

from lsk_metrics import paths
from lsk_metrics.api.ahead import Ahead
from lsk_metrics.api.assets import Assets
from lsk_metrics.api.data.counting import COUNTED, Counting
from lsk_metrics.api.data.serving import Data
from lsk_metrics.api.elsewhere import Elsewhere
from lsk_metrics.api.embed import embed
from lsk_metrics.api.front import front, variant
from lsk_metrics.api.guarding import Guarding
from lsk_metrics.api.pacing import Pacing
from lsk_metrics.api.present import present


def pages() -> list[str]:
    """The address of every page."""
    return ["/", *(f"/{path.stem}" for path in sorted((paths.house() / "pages").glob("*.py")))]


def routes() -> list[Route]:
    """The front page under every page's address, what is drawn early of a page for another window, and the show."""
    early = Route("/early/{lang}/{scheme}/{width:int}/{page}", variant)
    alone = [early, Route("/present", present), Route("/embed/{indicator}", embed)]
    return [*(Route(page, front) for page in pages()), *alone]


async def nothing(_asked: Mapping[str, str]) -> None:
    """For an application whose pages are not asked what they have shown."""


def middleware(
    sessions: Callable[[], int | None] = lambda: None,
    has: Callable[[str], bool] = lambda session: True,
    shown: Callable[[Mapping[str, str]], Awaitable[bytes | None]] = nothing,
) -> list[Middleware]:
    """What is asked before Streamlit is: it keeps routes below /static/ for itself, and packs and checks the others.

    The data routes stand here, so that each of their answers is theirs alone. `sessions` tells how many are open, `has`
    whether a certain one is, `shown` what readers of a page were shown before.
    """
    COUNTED.sessions = sessions
    counting = Middleware(Counting, pages=frozenset(pages()))
    ahead, elsewhere = Middleware(Ahead, found=shown), Middleware(Elsewhere, has=has)
    return [Middleware(Guarding), counting, ahead, Middleware(Pacing), Middleware(Data), elsewhere, Middleware(Assets)]
