"""Files of a data folder damaged at random: each is loaded, or refused in a sentence; its questions reach no file."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsk_metrics.errors import LskError, RowError, SourceError
from lsk_metrics.ingest import claims, importers, source
from lsk_metrics.warehouse.draft import Draft, Text, draft
from tests.fuzzing import TEXTS, damaged, encoded, tries
from tests.warehouse.conftest import ROWS

CLAIM = ("id,topic,statement,statement_pl,value,unit,qualifier,year,source,seed,check_sql,sort\n"
         "c1,members,Three.,Trzy.,3,members,exact,2012,office,true,SELECT count(*) FROM members,1\n"
         "c2,region,Almost 2%.,Prawie 2%.,2,%,almost,2019,office,true,SELECT 1.9,2\n")  # fmt: skip
FILES = {
    "claims": CLAIM,
    "criteria": "code,board,name,name_pl,lacks,lacks_pl,indicator,at_least,source,sort\n"
    "body,s3,A body,Instytucja,The act.,Akt.,,,office,1\nmost,cluster,Members,Członkowie,,,members,30,office,2\n",
    "evidence": "id,criterion,type,indicator,claim\ne1,body,indicator,members,\ne2,most,statement,,c1\n",
    "targets": "id,indicator,place,direction,rule,baseline_year,baseline_value,milestone_1_year,milestone_1_value,"
    "target_year,target_value,owner,document,adopted,source,kind\n"
    "t1,members,,more,R1,2012,68,2022,110.5,2030,150,Office,Strategy,2015-01-01,office,register\n",
    "events": "id,kind,begins,ends,title,title_pl,short,short_pl,source,claim,tables,indicators,places\n"
    "e1,cluster,2006-05,,Founded,Założenie,Founded,Założony,office,,members,members,\n",
    "regions": "code,name,name_pl,role,peer,peer_pl,country,nuts_version,sort\n"
    "YY1,Far,Daleko,peer,Far,Daleko,YY,2021,2\n",
    "observations": "dataset,breakdown,unit,region,year,value,flag,source,kind\n"
    "rd_e_gerdreg,TOTAL,PC_GDP,XX1,2019,1.95,p,office,published\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def table() -> Iterator[Draft]:
    with draft() as made:
        for name, row in ROWS:
            made.load(name, [row], f"{name}.csv")
        yield made


def taken(table: Draft, name: str, content: bytes, folder: Path) -> None:
    """Loaded and checked, or refused in words that are not endless; the draft is as it was afterwards."""
    path = folder / f"fuzzed-{name}.csv"
    path.write_bytes(content)
    table.connection.execute("BEGIN")
    try:
        for part, rows in importers.parts(path, {}, name).items():
            table.load(part, rows, path.name)
        claims.check(table)
    except LskError as reason:
        assert str(reason).strip()
        assert len(str(reason)) < 20_000
    finally:
        table.connection.execute("ROLLBACK")


@tries(120)
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_a_file_with_bytes_changed(
    data: st.DataObject, name: str, table: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    taken(table, name, data.draw(damaged(FILES[name].encode())), tmp_path_factory.getbasetemp())


@tries(150)
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_a_file_with_anything_in_its_cells(
    data: st.DataObject, name: str, table: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = list(csv.reader(io.StringIO(FILES[name])))
    for _at in range(data.draw(st.integers(1, 3))):
        line = data.draw(st.sampled_from(lines))
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(TEXTS)
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(lines)
    taken(table, name, encoded(written.getvalue()), tmp_path_factory.getbasetemp())


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT content FROM read_text('{file}')", "cannot be asked: "),
        ("SELECT count(*) FROM '{file}'", "cannot be asked: "),
        ("COPY (SELECT 1) TO '{file}'", "is no question: it should be one SELECT"),
        ("ATTACH '{file}' AS other", "is no question"),
        ("SELECT 1; DROP TABLE members", "is no question"),
        ("SELECT 'many'", "gives “many”, which is no number"),
        ("SELECT 'nan'::DOUBLE", "gives nan, which is no number to compare with"),
        ("SELECT 1, 2", "should give one number"),
        ("SELECT range FROM range(1000000000)", "should give one number"),
        ("SELEC 1", "cannot be asked: "),
        ("", "is no question"),
        ("SELECT 1/0 FROM nowhere", "cannot be asked: "),
    ],
)
def test_the_check_of_a_claim_is_one_question_that_reaches_no_file(
    sql: str, said: str, table: Draft, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("word\ntreasure\n", encoding="utf-8")
    row: Text = {
        **next(csv.DictReader(io.StringIO(CLAIM))),
        "check_sql": sql.format(file=tmp_path / "secret.csv") or " ",
    }
    table.connection.execute("BEGIN")
    try:
        table.load("claims", [row], "claims.csv")
        with pytest.raises((RowError, SourceError)) as reason:
            claims.check(table)
    finally:
        table.connection.execute("ROLLBACK")
    assert said in str(reason.value) and "claim “c1”" in str(reason.value)
    assert "treasure" not in str(reason.value)
    assert (tmp_path / "secret.csv").read_text(encoding="utf-8") == "word\ntreasure\n"


def test_a_check_that_never_ends_is_ended(table: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lsk_metrics.warehouse.draft.ASKED_S", 0.2)
    with pytest.raises(RowError, match=r"The check has no answer within 0\.2 s"):
        table.asked("SELECT sum(a.range * b.range) FROM range(1000000000) a, range(1000000000) b", "The check")
    assert table.asked("SELECT 1", "The next one") == [(1,)]


CARD = ('id = "office"\nproducer = "Office"\nproducer_pl = "Urząd"\ntitle = "Yearbook"\ntitle_pl = "Rocznik"\n'
        'kind = "published"\nlicence = "free"\nretrieved = "2020-05"\nfile = "raw/a.csv"\nsha256 = "00"\n'
        'table = "observations"\n[fetch]\nservice = "eurostat"\n')  # fmt: skip


@tries(150)
@given(data=st.data())
def test_a_card_with_bytes_changed_is_read_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    path.write_bytes(data.draw(damaged(CARD.encode())))
    try:
        source.verify(source.load(path, path.parent))
    except SourceError as reason:
        assert str(reason).strip()
