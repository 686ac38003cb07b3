"""Answers of Eurostat are read as text, number by number; what has changed in them is said."""

import csv
from pathlib import Path

import pytest

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import source
from lsk_metrics.ingest.importers import flags, sdmx

ASKED = {
    "filters": {"freq": ["A"], "sectperf": ["TOTAL"], "unit": ["PC_GDP"]},
    "rows": {"dataset": "rd_e_gerdreg", "breakdown": "{sectperf}", "unit": "{unit}"},
}
HEADER = "freq,sectperf,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    return tmp_path / "answer.sdmx.csv"


def rows(answer: Path, *lines: str, header: str = HEADER) -> list[tuple[str | None, ...]]:
    """Region, year, value and flag of each row that is read."""
    answer.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return [(row["region"], row["year"], row["value"], row["flag"]) for row in sdmx.read(answer, ASKED)]


def test_the_real_answer_gives_the_embedded_figures_number_by_number(shared: Path) -> None:
    card = source.fetchable("eurostat")["eurostat_gerd"]
    read = {
        (row["region"], row["year"]): row
        for row in sdmx.read(shared / "samples" / "eurostat_tgs00042.sdmx.csv", card.fetch)
    }
    with (paths.data() / "raw" / "eurostat_gerd" / "observations.csv").open(encoding="utf-8", newline="") as file:
        embedded = list(csv.DictReader(file))
    home = {row["year"]: row["value"] for row in embedded if row["region"] == "PL21"}
    assert home == {"2013": "1.32", "2014": "1.4", "2015": "1.49", "2016": "2.17", "2017": "1.85", "2018": "2.14",
                    "2019": "2.23", "2020": "2.41", "2021": "2.51", "2022": "2.54", "2023": "2.75"}  # fmt: skip
    assert {year: read["PL21", year]["value"] for year in home} == home
    assert len([place for place, _ in read if place == "PL21"]) == 11
    both = [(row, read[row["region"], row["year"]]) for row in embedded if (row["region"], row["year"]) in read]
    assert len(both) == 49
    for row, new in both:
        assert (float(row["value"]), row["flag"]) == (float(new["value"] or "nan"), new["flag"])
        assert (row["dataset"], row["breakdown"], row["unit"]) == (new["dataset"], new["breakdown"], new["unit"])
    assert {(row["value"], row["flag"]) for row in read.values() if row["region"] == "NL41"} == {(None, "c")}


def test_codes_and_labels_in_one_cell_are_read_like_codes_alone(answer: Path) -> None:
    header = ("STRUCTURE,freq: Time frequency,sectperf: Sector,unit: Unit of measure,geo: Place,TIME_PERIOD: Time,"
              "OBS_VALUE: Value,OBS_FLAG: Flag,CONF_STATUS: Confidential\n")  # fmt: skip
    line = "dataflow,A: Annual,TOTAL: All sectors,PC_GDP: Percentage,PL21: Region,2020,2.41,p: provisional,"
    assert rows(answer, line, header=header) == [("PL21", "2020", "2.41", "p")]


def test_what_is_missing_is_never_zero_and_a_zero_stays_one(answer: Path) -> None:
    read = rows(answer, "A,TOTAL,PC_GDP,PL21,2019,,,", "A,TOTAL,PC_GDP,PL21,2020,:,u,", "A,TOTAL,PC_GDP,PL21,2021,0,,")
    assert read == [("PL21", "2019", None, ""), ("PL21", "2020", None, "u"), ("PL21", "2021", "0", "")]


def test_an_older_answer_without_a_column_for_confidentiality_is_read(answer: Path) -> None:
    header = "freq,sectperf,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    assert rows(answer, "A,TOTAL,PC_GDP,PL21,2020,,c", header=header) == [("PL21", "2020", None, "c")]


def test_other_sectors_units_and_regions_are_left_out(answer: Path) -> None:
    assert rows(answer, "A,BES,PC_GDP,PL21,2020,1,,", "A,TOTAL,EUR_HAB,PL21,2020,9,,", "A,TOTAL,PC_GDP,XX99,2020,1,,",
                "A,TOTAL,PC_GDP,ES21,2020,2.2,,") == [("ES21", "2020", "2.2", "")]  # fmt: skip


def test_old_codes_of_the_same_territory_become_the_present_ones(answer: Path) -> None:
    read = rows(answer, "A,TOTAL,PC_GDP,PL11,2012,0.7,,", "A,TOTAL,PC_GDP,SE04,2001,4.5,,")
    assert read == [("PL71", "2012", "0.7", ""), ("SE22", "2001", "4.5", "")]


def test_parts_of_a_partner_region_are_read_only_where_the_whole_is_not_given(answer: Path) -> None:
    parts = ["A,TOTAL,PC_GDP,DEA1,2020,1.5,,", "A,TOTAL,PC_GDP,NL41,2020,3,,"]
    assert [row[0] for row in rows(answer, *parts)] == ["DEA1", "NL41"]
    assert [row[0] for row in rows(answer, *parts, "A,TOTAL,PC_GDP,DEA,2020,,,")] == ["DEA1", "NL41", "DEA"]
    assert [row[0] for row in rows(answer, *parts, "A,TOTAL,PC_GDP,DEA,2019,2,,")] == ["NL41", "DEA"]


def test_a_region_the_card_leaves_out_is_left_out(answer: Path) -> None:
    rows(answer, "A,TOTAL,PC_GDP,DEA1,2021,1.95,,", "A,TOTAL,PC_GDP,PL21,2021,2.51,,")
    found = sdmx.read(answer, {**ASKED, "leave_out": ["DEA1"]})
    assert [row["region"] for row in found] == ["PL21"]


def test_a_present_code_goes_before_an_old_one_whichever_comes_first(answer: Path) -> None:
    for lines in (["PL11,2012,0.7", "PL71,2012,0.8"], ["PL71,2012,0.8", "PL11,2012,0.7"]):
        assert rows(answer, *(f"A,TOTAL,PC_GDP,{line},," for line in lines)) == [("PL71", "2012", "0.8", "")]


def test_an_old_code_of_another_territory_is_kept_out_and_said(answer: Path) -> None:
    rows(answer, "A,TOTAL,PC_GDP,PL12,2011,1,,", "A,TOTAL,PC_GDP,PL12,2012,1.1,,", "A,TOTAL,PC_GDP,PL21,2012,1.2,,")
    found = sdmx.reading(answer, ASKED)
    assert [row["region"] for row in found.rows] == ["PL21"]
    assert found.remarks == ["PL12 (NUTS 2013) is not the territory of any present region: 2 figures are left out."]


@pytest.mark.parametrize(
    ("status", "confidential", "letters"),
    [("", "", ""), ("b", "", "b"), ("bep", "", "bpe"), ("E", "", "e"), ("A", "F", ""), ("B P", "", "bp"),
     ("i", "", "s"), ("s", "", "s"), ("m", "", "z"), ("z", "", "z"), ("M", "", "z"), ("", "C", "c"), ("c", "", "c"),
     ("", "N", "c"), ("", "P", "c"), ("p", "P", "pc")],
)  # fmt: skip
def test_old_and_new_flags_become_the_same_letters(status: str, confidential: str, letters: str) -> None:
    assert flags.letters(status, confidential) == letters


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        (HEADER.replace("OBS_VALUE", "VALUE"), "A,TOTAL,PC_GDP,PL21,2020,1,,",
         "lacks the column OBS_VALUE; it has: freq,"),
        (HEADER.replace("geo", "place").replace("sectperf", "sector"), "A,TOTAL,PC_GDP,PL21,2020,1,,",
         "lacks the columns geo, sectperf; it has: freq, sector, unit, place,"),
        (HEADER, "A,TOTAL,PC_GDP,PL21,2020,1,y,", "line 2: the flag “y” is none that is known"),
        (HEADER, "A,TOTAL,PC_GDP,PL21,2020,1,,Z", "line 2: the flag “Z” is none that is known"),
        (HEADER, "A,TOTAL,PC_GDP,PL21,2020-Q1,1,,", "line 2: “2020-Q1” is no year."),
        (HEADER, "A,TOTAL,PC_GDP,PL21,2020,1 234,,", "line 2: “1 234” is no number."),
        (HEADER, "A,TOTAL,PC_GDP,PL21,2020,inf,,", "line 2: “inf” is no number."),
        (HEADER, "A,TOTAL,PC_GDP,PL2", "line 2: 4 cells where the header has 8."),
        (HEADER, "A,TOTAL,PC_GDP,XX99,2020,1,,", "holds no figure for any region of regions.csv"),
        (HEADER, "", "holds no figure for any region of regions.csv"),
        ("", "<?xml version='1.0'?><S:Fault><faultstring>ERR_NOT_FOUND_4: gone</faultstring></S:Fault>",
         "is no table but a message of the service: ERR_NOT_FOUND_4: gone"),
        ("", "<env:Envelope><ns0:syncResponse><queued/></ns0:syncResponse></env:Envelope>",
         "is no table but a message of the service: the answer is still being prepared; ask again in some minutes"),
        ("", "<a/>", "is no table but a message of the service."),
    ],
)  # fmt: skip
def test_an_answer_that_has_changed_is_told_in_a_sentence(header: str, line: str, said: str, answer: Path) -> None:
    with pytest.raises(SourceError) as reason:
        rows(answer, *([line] if line else []), header=header)
    assert said in str(reason.value)
    assert str(reason.value).startswith("answer.sdmx.csv")


def test_a_dimension_the_filters_leave_open_is_named(answer: Path) -> None:
    header = "freq,sectperf,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    with pytest.raises(
        SourceError, match=r"line 3: PL21 has more than one figure for 2020\..*one code of: sex \(F, M\)\."
    ):
        rows(answer, "A,TOTAL,PC_GDP,F,PL21,2020,1,", "A,TOTAL,PC_GDP,M,PL21,2020,2,", header=header)


def test_every_card_of_eurostat_says_how_to_make_the_rows_that_are_shipped() -> None:
    cards = source.fetchable("eurostat")
    assert len(cards) == 13
    for card in cards.values():
        with card.path().open(encoding="utf-8", newline="") as file:
            shipped = {(row["dataset"], row["breakdown"], row["unit"]) for row in csv.DictReader(file)}
        told, picked = card.fetch["rows"], card.fetch["filters"]
        options = [picked[told[name][1:-1]] if told[name].startswith("{") else [told[name]] for name in told]
        assert list(told) == ["dataset", "breakdown", "unit"], card.id
        assert shipped <= {(one, two, three) for one in options[0] for two in options[1] for three in options[2]}, (
            card.id
        )
