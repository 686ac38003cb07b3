"""Nothing a reader can meet is left untranslated."""

from babel.messages.catalog import Catalog

from tools import messages


def test_every_message_of_code_passports_caveats_and_rules_has_its_polish() -> None:
    assert messages.troubles() == []


def test_messages_are_found_wherever_they_stand() -> None:
    found = set(messages.texts())
    assert "How fast has the cluster grown?" in found  # a passport's question
    assert ("{n} member", "{n} members") in found  # a plural in code
    assert "p: provisional value; its mark on a line is hollow." in found  # a caveat
    assert any(str(text).startswith("Losing half the members in a year") for text in found)  # a rule's reason


def test_calls_of_gettext_are_read_from_code_wherever_they_stand() -> None:
    def said(source: str) -> list[object]:
        return list(messages.in_code(source))

    assert said('st.title(_("A new page"))') == ["A new page"]
    assert said("f\"{_('inside a text')}\"") == ["inside a text"]
    assert said('ngettext("{n} year", "{n} years", n)') == [("{n} year", "{n} years")]


def test_four_forms_are_written_for_every_plural() -> None:
    catalogue: Catalog = messages.catalogue()
    plurals = [message for message in catalogue if message.pluralizable]
    assert len(plurals) > 5
    assert [message.id for message in plurals if len(message.string) != catalogue.num_plurals] == []
