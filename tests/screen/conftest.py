"""Pages run without a browser, and read as a reader would: every word on them, as it stands."""

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime import context
from streamlit.testing.v1 import AppTest, local_script_runner

from lsk_metrics import language
from lsk_metrics.screen import states
from tests.screen.pictures import figures, questions, seen, sentences, spaced, unescaped

ROOT = Path(__file__).parents[2]
SECONDS = 60


@pytest.fixture(autouse=True)
def unforeseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw stays an exception, for tests to find; for readers it would be a box with a number."""
    monkeypatch.setattr(states, "stand_by", lambda: None)


@pytest.fixture(autouse=True, scope="module")
def nobody_looking() -> Iterator[None]:
    """What early pages put in a browser's place holds to the end of their process, which here has other tests to do."""
    before = context._get_client_context, local_script_runner.parse_tree_from_messages
    yield
    context._get_client_context, local_script_runner.parse_tree_from_messages = before  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Reading:
    """What one reader found on one page; `said` is the Markdown as written, `text` the words as they are seen."""

    titles: list[str]
    questions: list[str]
    said: list[str]
    text: str
    refusals: list[str]
    exceptions: list[str]


def words(element: Any) -> str:
    """The words of one element: Markdown without its escapes, HTML without its tags, tables cell by cell."""
    match element.type:
        case "html":
            return seen(element.value)
        case "bidi_component" if element.proto.component_name == "drawing":
            told = json.loads(element.proto.json)
            return seen(told["head"] + told["below"])
        case "table" | "dataframe":
            rows = [list(element.value.columns), *element.value.astype(str).to_numpy().tolist()]
            return "\n".join(" ".join(unescaped(str(cell)) for cell in row) for row in rows)
        case "title" | "header" | "subheader" | "markdown" | "caption" | "error" | "info" | "warning" | "success":
            return unescaped(element.value)
        case "code":
            return str(element.value)
    return ""


def reading(page: AppTest) -> Reading:
    return Reading(
        titles=[unescaped(each.value) for each in page.title],
        questions=questions(page),
        said=[each.value for each in page.markdown] + sentences(page) + [each.value for each in page.caption],
        text=spaced("\n".join(words(each) for each in page.main)),
        refusals=[unescaped(each.value) for each in page.error],
        exceptions=[each.message for each in page.exception],
    )


def opened(lang: str, **asked: str) -> AppTest:
    """The front page, as a new reader gets it."""
    language.use(lang)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    page.query_params["lang"] = lang
    for name, value in asked.items():
        page.query_params[name] = value
    return page.run()


def in_front(page: str, folder: Path) -> Path:
    """The front door with this page in front: reached by way of another, AppTest would drop what is pressed there."""
    door = (ROOT / "app.py").read_text(encoding="utf-8")
    door = door.replace(", default=True", "").replace('"pages/', f'"{ROOT}/pages/')
    path = folder / "front.py"
    path.write_text(
        re.sub(rf'("[^"]*pages/{page}\.py", title=_\("[^"]+"\))[^)]*', r"\1, default=True", door), encoding="utf-8"
    )
    return path


def with_boxes_open(page: AppTest) -> AppTest:
    """The page once a reader has opened each box whose contents are computed only then."""
    keys = [each.proto.id.split("-", 2)[2] for each in page.expander if each.proto.id]
    keys += [f"open_{key}" for key in figures(page)]
    for key in keys:
        page.session_state[key] = True
    return page.run() if keys else page


@pytest.fixture(scope="session")
def read(snapshot: str) -> Callable[..., Reading]:
    """Reads a page by its file's name, in a language, with the sample or without; each only once."""
    kept: dict[tuple[str, str, bool], Reading] = {}

    def reads(page: str, lang: str = "en", real: bool = False) -> Reading:
        language.use(lang)
        if (page, lang, real) not in kept:
            found = opened(lang, **({"real": "true"} if real else {}))
            kept[page, lang, real] = reading(with_boxes_open(found.switch_page(f"pages/{page}.py").run()))
        return kept[page, lang, real]

    return reads


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Reading]]:
    """Opens the dashboard on an installation without any snapshot yet."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "state"))
    yield lambda lang: reading(opened(lang))


HEADER = "id;name;type;area;value_chain;town;joined;left\n"
THREE = HEADER + "".join(f"N{at};Firm {at};sme;BioF;;Tarnow;1.05.201{at};\n" for at in range(3))
SECRETS = {
    "publishing": {"editors": ["Anna@Example.org", "piotr@example.org"]},
    "auth": {
        "redirect_uri": "http://localhost:8501/oauth2callback",
        "cookie_secret": "k" * 48,
        "client_id": "lsk",
        "client_secret": "s",
        "server_metadata_url": "http://localhost:9400/.well-known/openid-configuration",
    },
}


def who(email: str, **claims: Any) -> dict[str, Any]:
    """A reader as the provider describes one who has just signed in."""
    return {"is_logged_in": True, "email": email, "email_verified": True, "exp": time.time() + 3600, **claims}


@dataclass
class Desk:
    """The Import page before one reader, on an installation of its own."""

    page: AppTest
    home: Path

    def hand_in(self, text: str = THREE, name: str = "members.csv", table: str = "members") -> "Desk":
        self.page.file_uploader(key=f"file_{table}").set_value((name, text.encode("utf-8"), "text/csv"))
        self.page.run()
        return self

    def buttons(self) -> list[str]:
        """What may be pressed, by what it does: publish, sign_in, sign_out."""
        return [each.key.partition("_")[0] if "publish" in each.key else each.key for each in self.page.button]

    def press_publish(self) -> None:
        [button] = [each for each in self.page.button if each.key.startswith("publish_")]
        button.click().run()

    def text(self) -> str:
        said = [*self.page.info, *self.page.warning, *self.page.success, *self.page.error]
        return spaced("\n".join([reading(self.page).text, *(unescaped(each.value) for each in said)]))

    def records(self) -> list[dict[str, Any]]:
        """What the installation says was published from files, oldest first."""
        return [json.loads(path.read_bytes()) for path in sorted((self.home / "register" / "received").glob("*.json"))]


@pytest.fixture
def desk(home: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    """Opens the Import page; where sign-in is set up, as the reader given."""
    own = tmp_path / "home"
    shutil.copytree(home, own)
    monkeypatch.setenv("LSK_HOME", str(own))
    front = in_front("register", tmp_path)

    def opens(lang: str = "en", user: dict[str, Any] | None = None, secrets: Any = None) -> Desk:
        language.use(lang)
        page = AppTest.from_file(str(front), default_timeout=SECONDS)
        page.query_params["lang"] = lang
        page.secrets = {} if secrets is None else secrets
        page.user = user or {}
        return Desk(page.run(), own)

    return opens
