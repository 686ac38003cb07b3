"""CITATION.cff is held against what version 1.2.0 of its format allows, and BibTeX against a strict reader.

The lists of keys are those of the format's own schema, of objects that allow no other key.
"""

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml

from lsk_metrics.exports import citation
from lsk_metrics.indicators import Answer, answer

OWN = {
    "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords",
    "license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact",
    "repository-code", "title", "type", "url", "version",
}  # fmt: skip
# Those keys of a reference that are no names of people, pages or legal matters.
REFERENCE = {
    "abstract", "authors", "copyright", "data-type", "database", "date-accessed", "date-downloaded", "date-published",
    "date-released", "doi", "edition", "filename", "format", "institution", "keywords", "languages", "license",
    "license-url", "medium", "month", "notes", "publisher", "scope", "status", "title", "type", "url", "version",
    "year",
}  # fmt: skip
ENTITY = {"address", "alias", "city", "country", "date-end", "date-start", "email", "fax", "location", "name", "orcid",
          "post-code", "region", "tel", "website"}  # fmt: skip
ADDRESS = re.compile(r"(https|http|ftp|sftp)://.+")
DAY = re.compile(r"\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])")
HOSTILE = 'He said: "50% of R&D" \\ {a} # $x_1 ~ ^ @misc{key, title = {no }\n- name: x\t€ ł – „tak”'


class AsWritten(yaml.SafeLoader):
    """YAML whose dates stay text, as the format asks of those who check it."""


AsWritten.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def cff(found: Answer) -> dict[str, Any]:
    said = yaml.load(citation.cff(found), AsWritten)
    assert isinstance(said, dict)
    return said


def held(said: dict[str, Any], known: set[str], required: set[str]) -> None:
    """No key but the known, none of the required missing, every text a text that says something."""
    assert required <= set(said) <= known
    for key, value in said.items():
        assert isinstance(value, list if key in ("authors", "references") else int if key == "year" else str), key
        assert value, key
    if "url" in said:
        assert ADDRESS.fullmatch(said["url"])
    for author in said["authors"]:
        assert {"name"} <= set(author) <= ENTITY
        assert isinstance(author["name"], str)
        assert author["name"].strip()


def test_citation_cff_has_what_version_1_2_0_requires_and_nothing_it_does_not_know(found: Answer) -> None:
    said = cff(found)
    held(said, OWN, {"cff-version", "message", "title", "authors"})
    assert (said["cff-version"], said["type"], said["version"]) == ("1.2.0", "dataset", found.snapshot)
    assert DAY.fullmatch(said["date-released"])
    assert [(each["type"], each["year"]) for each in said.get("references", [])] == [
        ("data", int(citation.year_of(card))) for card in found.sources
    ]
    for each in said.get("references", []):
        held(each, REFERENCE, {"type", "title", "authors"})
    whole = [repr(each) for each in said.get("references", [])]
    assert len(set(whole)) == len(whole)  # the format allows none twice


def entries(text: str) -> dict[str, dict[str, str]]:
    """Fields by entry: `@misc{key,` then `  field = {…},` one a line, then `}`; anything else is no BibTeX of ours."""
    found: dict[str, dict[str, str]] = {}
    for block in re.split(r"\n(?=@)", text.strip() + "\n"):
        head, *lines, last = block.strip().split("\n")
        opened = re.fullmatch(r"@misc\{([A-Za-z0-9:._-]+),", head)
        assert opened, head
        assert last == "}"
        assert opened[1] not in found
        fields = found[opened[1]] = {}
        for line in lines:
            field = re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line)
            assert field, line
            assert field[1] not in fields
            assert balanced(field[2]), line
            fields[field[1]] = field[2]
    return found


def balanced(text: str) -> bool:
    """Braces as BibTeX counts them, which does not know that one is escaped."""
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0


def test_a_bibliography_is_read_by_a_reader_that_forgives_nothing(found: Answer) -> None:
    read = entries(citation.bibtex(found))
    assert list(read) == [citation.key(found), *(f"lsk:source:{card.id}" for card in found.sources)]
    for fields in read.values():
        assert {"author", "title", "year", "note"} <= set(fields)
        assert re.fullmatch(r"\d{4}", fields["year"])
        for name, value in fields.items():  # what TeX would take for a comment, a table or mathematics
            assert name == "url" or not re.search(r"(?<!\\)[%&#$_^]", value), value


@pytest.fixture
def spoilt(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """An answer whose source card says all that could end a text early."""
    known = answer("gerd_share_of_gdp", {"places": "PL21"}, snapshot)
    [card] = known.sources
    bad = replace(card, producer=HOSTILE, title=HOSTILE, licence=HOSTILE, url="https://example.org/a{b}?c=%7B#d_e")
    monkeypatch.setattr(Answer, "sources", property(lambda _self: [bad]))
    return known


def test_words_of_a_card_cannot_break_out_of_either(spoilt: Answer) -> None:
    said = cff(spoilt)
    held(said["references"][0], REFERENCE, {"type", "title", "authors"})
    assert said["references"][0]["title"] == said["authors"][0]["name"] == HOSTILE
    read = entries(citation.bibtex(spoilt))
    assert list(read)[1] == f"lsk:source:{spoilt.sources[0].id}"
    assert read[list(read)[1]]["url"] == "https://example.org/a%7Bb%7D?c=%7B#d_e"


def test_an_answer_without_sources_is_cited_as_the_programs(snapshot: str) -> None:
    none = answer("students", {"first_year": "2050"}, snapshot)
    assert none.sources == []
    said = cff(none)
    assert said["authors"] == [{"name": "LSK Metrics"}]
    assert "references" not in said  # an empty list is not allowed
