"""Every sentence of an error that can reach a page is said there in the reader's language."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.api.data.parameters import CALLED
from lsk_metrics.errors import FigureUnknown, LskError, NameUnknown, SnapshotBroken, SnapshotLacks
from lsk_metrics.indicators import answer, kept, refusals
from lsk_metrics.indicators.parameters import SINGULAR
from lsk_metrics.warehouse import comparison, read, snapshots
from tools import messages

PACKAGE = Path(refusals.__file__).parents[1]
# Rooms whose errors can come up to a page: those that raise in English, and those that speak the reader's language.
ALONE = PACKAGE / "exports" / "packs" / "opening.py"  # only the command line opens a pack
SPEAKING = [
    path
    for room in ("api", "exports", "figures", "screen")
    for path in sorted((PACKAGE / room).rglob("*.py"))
    if path not in (ALONE, *messages.rooms_of_errors())
]
NBSP = "\N{NO-BREAK SPACE}"


def raised(path: Path, kinds: set[str]) -> Iterator[ast.Call]:
    """Every error of these kinds that is made in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
            yield node


CATALOGUE = messages.catalogue()


def polish(message: str) -> bool:
    entry = CATALOGUE.get(message)
    return entry is not None and bool(entry.string)


@pytest.mark.parametrize(
    "path", [*messages.rooms_of_errors(), *SPEAKING], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_error_that_a_page_may_tell_is_put_together_in_english(path: Path) -> None:
    kinds = messages.errors()
    for call in raised(path, kinds):
        assert call.args
        assert not isinstance(call.args[0], ast.JoinedStr), ast.unparse(call)
        if path in SPEAKING and isinstance(call.args[0], ast.Constant):
            pytest.fail(f"{ast.unparse(call)} is said in English")


def test_every_sentence_raised_in_english_has_its_polish() -> None:
    said = {text for path in messages.rooms_of_errors() for text in messages.in_errors(path.read_text("utf-8"))}
    assert len(said) > 25
    assert {text for text in said if not polish(text)} == set()


def test_whatever_a_name_is_the_name_of_has_its_polish() -> None:
    literal = {
        call.args[0].value
        for path in [*messages.rooms_of_errors(), *SPEAKING]
        for call in raised(path, {"NameUnknown"})
        if isinstance(call.args[0], ast.Constant)
    }
    assert {*literal, *SINGULAR.values(), *CALLED.values()} == set(refusals.kinds())
    assert [kind for kind in refusals.kinds() if not polish(kind)] == []


Act = Callable[[], object]
ASKED: list[tuple[Act, str, str]] = [
    (lambda: answer("membres"), "There is no indicator called “membres”. Did you mean “members”?",
     "Nieznana nazwa: „membres” (wskaźnik). Czy chodziło o „members”?"),
    (lambda: answer("members", {"places": "Xyzzy"}), "There is no place called “Xyzzy”. There are: ",
     "Nieznana nazwa: „Xyzzy” (miejsce). Dostępne nazwy: "),
    (lambda: answer("members", {"areas": "Roads"}), "There is no area called “Roads”. ",
     "Nieznana nazwa: „Roads” (obszar). "),
    (lambda: answer("members", {"colour": "red"}), "There is no parameter called “colour”. ",
     "Nieznana nazwa: „colour” (parametr). "),
    (lambda: answer("gerd_eur_m", {"view": "rankng"}), "There is no view called “rankng”. Did you mean “ranking”?",
     "Nieznana nazwa: „rankng” (widok). Czy chodziło o „ranking”?"),
    (lambda: answer("members", {"first_year": "soon"}), "first_year takes a year such as 2018, not “soon”.",
     "Parametr first_year przyjmuje rok, na przykład 2018, a nie „soon”."),
    (lambda: answer("members", {"first_year": "2018", "last_year": "2006"}),
     "The period ends (2006) before it begins (2018).", "Okres kończy się (2006), zanim się zacznie (2018)."),
    (lambda: answer("members", {"illustrative": "perhaps"}), "illustrative takes yes or no, not “perhaps”.",
     "Parametr illustrative przyjmuje wartość yes lub no, a nie „perhaps”."),
    (lambda: answer("powiat_wages", {"measure": "per_head"}),
     "“Wages by powiat” is no total of a place, so it is not divided by the population.", "„"),
    (lambda: kept.meant("2"), "“2” may be any of ", "„2” może oznaczać: "),
    (lambda: kept.meant("1999"), "There is no snapshot called “1999”. ", "Nieznana nazwa: „1999” (migawka). "),
    (lambda: snapshots.file("gone"), "Snapshot “gone” is not in ", "Migawki „gone” nie ma w folderze "),
    (lambda: read.rows("DELETE FROM members"), "Only one question at a time can be asked of a snapshot: a SELECT.",
     "Do migawki można skierować tylko jedno zapytanie naraz: SELECT."),
    (lambda: comparison.tables(read.version(), read.version(), "membres"), "There is no table called “membres”. ",
     "Nieznana nazwa: „membres” (tabela). "),
]  # fmt: skip


@pytest.mark.parametrize(("act", "english", "polish"), ASKED, ids=[english[:40] for _act, english, _pl in ASKED])
def test_what_is_refused_is_told_in_both_languages(
    act: Act, english: str, polish: str, snapshot: str, home: Path
) -> None:
    twin = home / "snapshots" / "20180507-deadbeef.duckdb"  # so that “2” may be either of two
    twin.write_bytes((home / "snapshots" / f"{snapshot}.duckdb").read_bytes())
    try:
        for lang, said in (("en", english), ("pl", polish)):
            language.use(lang)
            with pytest.raises(LskError) as reason:
                act()
            told = refusals.told(reason.value).replace(NBSP, " ")
            assert told.startswith(said)
            assert "{" not in told
            assert lang == "pl" or told == str(reason.value)
    finally:
        twin.unlink()


def test_parts_are_never_taken_for_placeholders() -> None:
    """A reader may type braces: they come back as they are."""
    reason = NameUnknown("indicator", "{name}", [])
    assert refusals.told(reason) == "There is no indicator called “{name}”. There are: none."
    with pytest.raises(LskError) as year:
        answer("members", {"first_year": "{text}"})
    assert refusals.told(year.value) == "first_year takes a year such as 2018, not “{text}”."
    assert refusals.told(LskError("Said already: {of what}")) == "Said already: {of what}"


def test_errors_that_say_it_otherwise_to_a_reader_do_so_in_polish() -> None:
    language.use("pl")
    said = [
        refusals.told(reason).replace(NBSP, " ")
        for reason in (
            SnapshotBroken("20180507-deadbeef"), SnapshotLacks("20180507-deadbeef", "events", "0.0.9"),
            FigureUnknown("layout.barmode=group"),
        )
    ]  # fmt: skip
    assert said[0].startswith("Plik migawki 20180507-deadbeef jest uszkodzony")
    assert said[1].startswith("W migawce 20180507-deadbeef nie ma elementu „events”")
    assert said[2] == "Tego wykresu nie można narysować. Jego dane są w tabeli i w plikach pod nią."
