"""Citations are read by the programs they are written for, and say the same as the source cards."""

import json
import re

import bibtexparser
from pylatexenc.latex2text import LatexNodes2Text

from lsk_metrics import language
from lsk_metrics.exports import citation
from lsk_metrics.exports.latex import escaped
from lsk_metrics.indicators import Answer, answer

PANGRAM = "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ Skåne Łódź Größe naïve Č ő"


def read(text: str) -> str:
    """What TeX would set."""
    return LatexNodes2Text(keep_comments=True).latex_to_text(text).replace("\N{NO-BREAK SPACE}", " ")


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_every_polish_letter_is_plain_ascii_and_comes_back() -> None:
    assert escaped(PANGRAM).isascii()
    assert read(escaped(PANGRAM)) == PANGRAM


def test_what_tex_would_act_on_is_harmless_and_comes_back() -> None:
    hostile = r"50% of R&D: $1 #2 a_b {x} \input{y} ~ ^"
    assert read(escaped(hostile)).replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^") == hostile
    assert r"\input" not in escaped(hostile)


def test_each_entry_of_a_bibliography_is_read_back(found: Answer) -> None:
    text = citation.bibtex(found)
    assert text.isascii()
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert [entry.entry_type for entry in library.entries] == ["misc"] * (1 + len(found.sources))
    own = library.entries[0].fields_dict
    assert plain(read(own["title"].value)) == plain(citation.title(found))
    assert found.snapshot in own["note"].value
    for entry, card in zip(library.entries[1:], found.sources, strict=True):
        said = entry.fields_dict
        title = card.title_pl if language.spoken() == "pl" else card.title
        assert plain(read(said["title"].value)) == plain(title)
        assert said["year"].value == (card.published or card.retrieved)[:4]
        assert ("url" in said) == bool(card.url)


def test_csl_json_has_the_fields_that_reference_managers_need(found: Answer) -> None:
    items = json.loads(json.dumps(citation.csl(found)))
    assert len({item["id"] for item in items}) == len(items) == 1 + len(found.sources)
    for item in items:
        assert item["type"] == "dataset"
        assert item["title"]
        assert all(set(author) == {"literal"} and author["literal"] for author in item["author"])
        parts = item["issued"]["date-parts"][0]
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)


def test_the_text_names_producers_year_title_and_snapshot_and_no_address_of_the_dashboard(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp", {"places": "PL21"}, snapshot)
    year = snapshot[:4]
    first = citation.text(found).splitlines()[0]
    assert first == f"Eurostat ({year}). R&D expenditure (GERD), 2013–2023. LSK Metrics 0.1.0. Snapshot {snapshot}."
    assert not re.search("localhost|https?:", first)


def test_what_is_made_up_is_cited_as_such(snapshot: str) -> None:
    assert "Illustrative: made-up figures" in citation.bibtex(answer("members", {}, snapshot))
    assert "made-up" not in citation.text(answer("members", {"illustrative": "no"}, snapshot))
