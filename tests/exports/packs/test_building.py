"""The files of a review come one by one, with how many are done, and whoever stops listening stops the rest."""

import io
from zipfile import ZipFile

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.packs.building import building, names
from lsk_metrics.exports.packs.forms import FORMS, chosen, mime
from lsk_metrics.indicators.reviews import review

NUMBERS = ("value", "low", "high")


def test_files_come_one_by_one_and_leave_the_language_as_it_was(snapshot: str) -> None:
    told = review("glance", snapshot=snapshot)
    parts = building(told, ("pl", "en"), ["xlsx"])
    first = next(parts)
    assert language.spoken() == "en"
    assert first[::2] == (f"{told.id}-en.xlsx", 1, True)
    with speaking("pl"):
        second = next(parts)
        assert language.spoken() == "pl"
    assert (second.name, second.at, second.of) == (f"{told.id}-pl.xlsx", 2, 2)
    assert second.content != first.content
    assert list(parts) == []


def test_a_pack_in_both_languages_is_nine_files_the_zip_last(snapshot: str) -> None:
    told = review("s3", snapshot=snapshot)
    found = names(told)
    assert len(found) == 9
    assert found[0] == f"{told.id}-en.pptx"
    assert found[-1] == f"{told.id}.zip"
    assert names(told, ("pl",), ["zip"]) == [f"{told.id}.zip"]
    assert [mime(name) for name in found[1:3]] == ["application/pdf", "text/html"]


def test_what_there_is_no_form_or_language_for_is_refused_with_the_nearest(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no format called “ppt”. Did you mean “pptx”?"):
        chosen(["ppt"])
    with pytest.raises(NameUnknown, match="There is no language called “de”."):
        names(review("s3", snapshot=snapshot), ("de",))
    assert chosen(["zip", "pdf", "zip"]) == ["pdf", "zip"]
    assert list(FORMS) == ["pptx", "pdf", "html", "xlsx"]


def test_the_zip_of_a_pack_holds_every_document_of_it(snapshot: str) -> None:
    told = review(figures="members,investment_by_kind", snapshot=snapshot)
    parts = list(building(told, ("pl",)))
    assert [part.name for part in parts] == names(told, ("pl",))
    assert [(part.at, part.of) for part in parts] == [(at, 5) for at in range(1, 6)]
    with ZipFile(io.BytesIO(parts[-1].content)) as packed:
        for part in parts[:-1]:
            assert packed.read(part.name) == part.content
    alone = list(building(told, ("pl",), ["zip"]))
    assert [part.asked for part in alone] == [False, False, False, False, True]
    assert alone[-1].content == parts[-1].content
