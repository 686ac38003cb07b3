"""A dashboard at which editors can sign in, and clients that do not keep to its pages."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access.raw import SECRET
from tools.server import serving

CLIENT_SECRET = "c1ient-5ecret-0f-no-importance"


@pytest.fixture(scope="session")
def own(home: Path, snapshot: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state of that dashboard, with one editor on its list."""
    folder = tmp_path_factory.mktemp("access") / "home"
    shutil.copytree(home, folder)
    settings = f"""
        [publishing]
        editors = ["editor@example.org"]
        [auth]
        redirect_uri = "http://localhost:8501/oauth2callback"
        cookie_secret = "{SECRET}"
        client_id = "lsk"
        client_secret = "{CLIENT_SECRET}"
        server_metadata_url = "http://localhost:9/.well-known/openid-configuration"
    """
    (folder / "secrets.toml").write_text(settings, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def base(own: Path) -> Iterator[str]:
    with serving(own) as address:
        yield address


def published(home: Path) -> list[str]:
    """By whom, oldest first."""
    records = sorted((home / "register" / "received").glob("*.json"))
    return [json.loads(path.read_bytes())["by"] for path in records]
