"""What an answer says is made once for each language, however many readers look at it."""

from dataclasses import dataclass, replace

from lsk_metrics import language
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.once import Once


@dataclass(frozen=True)
class Thing:
    name: str
    asked: list[str]

    @Once
    def words(self) -> str:
        """What it is called."""
        self.asked.append(language.spoken())
        return f"{language.spoken()} {self.name}"


def test_words_are_made_once_for_each_language() -> None:
    thing = Thing("a", [])
    told = []
    for lang in ("en", "pl", "en", "pl"):
        language.use(lang)
        told.append(thing.words)
    language.use("en")
    assert told == ["en a", "pl a", "en a", "pl a"]
    assert thing.asked == ["en", "pl"]


def test_another_thing_has_words_of_its_own() -> None:
    first = Thing("a", [])
    assert first.words == "en a"
    assert replace(first, name="b").words == "en b"
    assert first == Thing("a", first.asked)


def test_an_answer_says_the_same_again_in_the_language_of_the_moment(snapshot: str) -> None:
    found = answer("members", {}, snapshot)
    english = (found.sentence, list(found.caveats))
    language.use("pl")
    polish = (found.sentence, list(found.caveats))
    language.use("en")
    assert english[0] != polish[0] and english[1] != polish[1]
    assert (found.sentence, list(found.caveats)) == english
    assert found.sentence is found.sentence
