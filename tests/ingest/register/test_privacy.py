"""The register is public: columns and cells that look like persons' data are refused, and not repeated."""

import pytest

from lsk_metrics.ingest.register import privacy
from tests.ingest.register.conftest import M1, MEMBERS, Check, places


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("PESEL", "pesel"), ("E-mail", "e-mail"), ("adres e-mail", "e-mail"), ("Telefon", "phone"),
     ("Tel. komórkowy", "phone"), ("Imię i nazwisko", "name"), ("Osoba kontaktowa", "name"), ("Contact", "name"),
     ("Data urodzenia", "birth"), ("Adres zamieszkania", "address"), ("Nr dowodu", "document")],
)  # fmt: skip
def test_a_heading_that_announces_persons_data_is_refused_with_the_reason(
    heading: str, kind: str, check: Check
) -> None:
    assert privacy.of_heading(heading) == kind
    [problem] = check(MEMBERS.replace("\n", f",{heading}\n") + M1.replace("\n", ",x\n")).problems
    assert (problem.row, problem.column, problem.rule) == (1, "I", "person_column")
    assert problem.problem.endswith("The register is public and holds organisations only.")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("44051401359", "pesel"), ("Jan 44051401359", "pesel"), ("02070803628", "pesel"), ("jan@example.org", "e-mail"),
     ("Alfa (biuro@alfa.pl)", "e-mail"), ("600 700 800", "phone"), ("600-700-800", "phone"),
     ("600\u00a0700\u00a0800", "phone"),
     ("+48 600700800", "phone"), ("tel. 12 345 67 89", "phone"), ("0048 12 345 67 89", "phone")],
)  # fmt: skip
def test_a_cell_with_persons_data_is_refused_and_masked(cell: str, kind: str, check: Check) -> None:
    assert privacy.of_cell(cell.replace("\u00a0", " ")) == kind
    [problem] = check(MEMBERS + M1.replace("Alfa", f'"{cell}"')).problems
    assert (problem.row, problem.column, problem.rule) == (2, "B", "person_cell")
    assert problem.value is not None and problem.value[2:].strip("•") == "" and cell not in problem.sentence("en")


@pytest.mark.parametrize(
    "cell",
    ["44051401358", "44991401359", "12345678901", "Alfa 2018", "351234567", "526-10-40-828", "0000123456",
     "Fundacja 1 2 3", "ul. Podole 60", "2007-2013", "Programme 2014-2020", "@home", "ISO 13485:2016"],
)  # fmt: skip
def test_numbers_of_organisations_years_and_names_are_no_persons_data(cell: str) -> None:
    assert privacy.of_cell(cell) is None


def test_persons_data_are_found_in_coded_cells_and_below_unknown_headings_too(check: Check) -> None:
    text = MEMBERS.replace("\n", ",x1\n") + "M1,Alfa,sme,R&D,,jan@example.org,2018-05-03,,600 700 800\n"
    assert places(check(text).problems) == [
        (1, "I", "column_unknown"), (2, "F", "person_cell"), (2, "I", "person_cell")]  # fmt: skip


def test_the_programmes_own_columns_announce_no_person() -> None:
    from lsk_metrics.ingest.register.schema import TABLES, table

    for name in TABLES:
        for field in table(name).fields:
            assert [title for title in field.names()[:3] if privacy.of_heading(title)] == []
