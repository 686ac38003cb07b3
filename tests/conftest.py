"""One state folder for all tests, one snapshot of the real data in it, and English before each test."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsk_metrics import language, paths
from lsk_metrics.ingest import fetched
from lsk_metrics.ingest.build import build
from lsk_metrics.ingest.services import cordis
from lsk_metrics.warehouse import read
from tests import made_up_cordis
from tests.hostile_home import hostile_home

# Files of a few long tests: begun first, so that nobody waits at the end for one of them alone.
FIRST = (
    "ingest/test_killed_builds.py", "screen/test_who_may_publish.py",
    "browser/test_every_page.py", "browser/test_reflow.py", "browser/test_addresses.py", "browser/test_map_places.py",
    "browser/test_map_years.py", "browser/test_explore.py", "browser/test_publishing.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    places = {here / name: at for at, name in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.path, len(FIRST)))


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An LSK_HOME of the tests' own: nothing that is tested touches the state of this installation."""
    folder = tmp_path_factory.mktemp("lsk_home")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(folder))
        settings.delenv("LSK_DATA", raising=False)
        yield folder


@pytest.fixture(scope="session")
def snapshot(home: Path) -> str:
    """The id of a snapshot of the data folder as it is committed."""
    return build().snapshot


@pytest.fixture(scope="session")
def projects_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose snapshot holds the made-up projects of both programmes, as if they had been fetched."""
    folder = tmp_path_factory.mktemp("projects")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(folder))
        for card in cordis.descriptions().values():
            fetched.keep({**card, "url": "https://example.org/"}, made_up_cordis.zips()[card["file"]])
        build()
    return folder


@pytest.fixture
def projects(projects_home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The snapshot with the made-up projects, which readers see during this test."""
    monkeypatch.setenv("LSK_HOME", str(projects_home))
    return read.version()


@pytest.fixture(scope="session")
def harmed_home(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home in which every name means harm, and its data folder, by the settings that name them."""
    return hostile_home(tmp_path_factory.mktemp("harmed"))


@pytest.fixture
def harmed(harmed_home: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The snapshot of that home, which readers see during this test."""
    for name, value in harmed_home.items():
        monkeypatch.setenv(name, value)
    return read.version()


@pytest.fixture
def snapshot_file(home: Path, snapshot: str) -> Path:
    return home / "snapshots" / f"{snapshot}.duckdb"


@pytest.fixture(autouse=True)
def spoken_english() -> None:
    language.use("en")


@pytest.fixture(autouse=True)
def heard() -> None:
    """What an earlier test's early pages silenced is heard again: each of them is a process of its own elsewhere."""
    logging.disable(logging.NOTSET)


@pytest.fixture
def shared() -> Path:
    """The folder of compiled facts that lies beside the checkout where the project is worked on."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"the compiled facts are not in {folder}")
    return folder


@pytest.fixture
def raw() -> Path:
    return paths.data() / "raw"
