"""What readers do on pages over Streamlit's own protocol, and what a browser is given that asks where it leads."""

from __future__ import annotations

import asyncio
import gzip
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from streamlit.proto.Common_pb2 import StringArray

if TYPE_CHECKING:
    from tools.heard import Run
    from tools.session import Session

SME, LARGE = "Small and medium-sized enterprises", "Large enterprises"
Act = tuple[str, str, dict[str, Any]]  # the key of a control, what is clicked of it, and how a browser tells it
PILL: Act = ("narrow_member_types", SME, {"string_array_value": StringArray(data=[LARGE])})
SECOND: Act = ("narrow_member_types", SME, {"string_array_value": StringArray(data=[LARGE, SME])})
CHIP: Act = ("chip_member_types_sme", "Type: small and medium-sized enterprises ×", {"trigger_value": True})
CLEAR: Act = ("clear_all", "Clear all", {"trigger_value": True})
PATENTS = "Patent applications"
OTHER: Act = ("indicator", PATENTS, {"string_value": PATENTS})
BAR: Act = ("drawing_members_by_type", "large", {"chosen": "large"})


def figures(session: Session) -> dict[str, Any]:
    """What a browser is told of each figure on the page."""
    told = {key: each.told for key, each in session.controls.items() if key.startswith("drawing_")}
    return {f"st-key-{key}": json.loads(each.json) for key, each in told.items()}


async def asked(session: Session, key: str, clicked: str, **other: str) -> dict[str, Any] | None:
    """What a browser is given that asks where an act leads."""
    about = {"snapshot": "", "lang": "en", "scheme": "light", "narrow": "false", "width": "980", "page": "/members"}
    about |= {"said": f"?{session.address}", "has": ",".join(figures(session))}
    about |= {"place": f"st-key-{key}", "what": clicked}
    host, port = urlsplit(session.base).hostname, urlsplit(session.base).port
    answers, asks = await asyncio.open_connection(host, port)
    line = f"GET /ahead?{urlencode(about | other)} HTTP/1.1\r\nHost: {host}\r\n"
    asks.write(f"{line}Accept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode())
    head, _, said = (await answers.read()).partition(b"\r\n\r\n")
    asks.close()
    assert b"cache-control: no-store" in head.lower()
    assert head.split()[1] == (b"200" if said else b"204")
    return json.loads(gzip.decompress(said)) if said else None


async def done(session: Session, act: Act) -> Run:
    """A reader does it."""
    key, _what, said = act
    return await (session.tell(key, "chosen", said["chosen"]) if "chosen" in said else session.act(key, **said))
