"""Text on a page stands there as written: names and notes are never taken for Markdown, HTML or a link."""

import pytest

from lsk_metrics import language
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.screen.words import badges, link, plain, verbatim


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert\(1\)\>"),
        ("[x](javascript:alert(1))", "\\[x\\]\\(javascript\\:\N{WORD JOINER}alert\\(1\\)\\)"),
        ("$a$", r"\$a\$"),
        (":red[x]", "\\:\N{WORD JOINER}red\\[x\\]"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("&lt;", r"\&lt;"),
        ("**bold** _italic_ ~~gone~~", r"\*\*bold\*\* \_italic\_ \~\~gone\~\~"),
        ("`code`", r"\`code\`"),
        ("# heading", r"\# heading"),
        ("a | b", r"a \| b"),
        (r"C:\new", r"C\:\\new"),
        ("http://x.pl www.x.pl", "http\\:\N{WORD JOINER}//x.pl www\N{WORD JOINER}.x.pl"),
        ("anna@x.pl", "anna@\N{WORD JOINER}x.pl"),
    ],
)
def test_marks_lose_their_meaning(text: str, safe: str) -> None:
    assert plain(text) == safe


@pytest.mark.parametrize("text", ["Małopolska, 2018", "Selvita S.A. 47%", "€207m", "2014–2020"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_a_link_leads_to_its_address() -> None:
    assert link("UIIN", "https://uiin.org/2018") == "[UIIN](https://uiin.org/2018)"


def test_a_link_cannot_be_broken_out_of() -> None:
    assert link("a](b)", "https://x.org/(1) 2") == r"[a\]\(b\)](https://x.org/%281%29%202)"


@pytest.mark.parametrize("address", [None, "", "javascript:alert(1)", "data:text/html,x", "//x.org", "file:///etc"])
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert link("a [name]", address) == r"a \[name\]"


def test_each_kind_of_truth_has_a_badge_of_its_own() -> None:
    found = {kind: badges([kind]) for kind in ("published", "derived", "register", "illustrative")}
    assert found["published"] == ":green-badge[Published]"
    assert found["illustrative"] == ":orange-badge[Illustrative]"
    assert len(set(found.values())) == 4


def test_badges_stand_side_by_side() -> None:
    assert badges(["illustrative", "published"]) == ":orange-badge[Illustrative] :green-badge[Published]"


def test_kinds_are_said_in_polish_as_well() -> None:
    language.use("pl")
    assert kind_name("illustrative") == "Przykładowe"
    assert kind_name("published") == "Opublikowane"


def test_what_is_set_apart_cannot_leave_its_place() -> None:
    assert verbatim("a`b @x.pl") == "`ab @x.pl`"
    assert verbatim("") == "`–`"
