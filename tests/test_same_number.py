"""The command in a passport gives the same rows, sentence and snapshot, to the last digit, in either language."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.indicators import Answer, Indicator, answer, indicators, measures, methods
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.parameters import SETS
from lsk_metrics.indicators.views import View, refusal, views

NAMES = [each.id for each in [*indicators(), *methods()]]
OF_REGIONS = [each for each in indicators() if each.places == "regions"]
ASKED = [
    ("members", {"illustrative": "no"}),
    ("members", {"first_year": "2010", "last_year": "2014"}),
    ("members_by_town", {"areas": "R&D,Med", "member_types": "sme"}),
    ("members_by_town", {"places": "nowy sacz", "value_chains": "health"}),
    ("startups_by_town", {"areas": "BioF", "places": "Kraków,Nowy Targ"}),
    ("joint_projects", {"places": "Skåne,North Rhine-Westphalia"}),
    ("gdp_per_head_pps", {"places": "PL21,PL"}),
    ("gdp_per_head_pps", {"view": "ranking", "places": "ES21,ITC4"}),
    ("employment_rate", {"view": "pace", "target_year": "2035", "peers": "similar", "number": "3"}),
    ("employment_rate", {"view": "change", "first_year": "2021", "peers": "similar", "own_country": "no",
                         "likeness": "population:0,gdp_per_head_pps:2.5"}),
    ("similar_regions", {"likeness": "population:0,tertiary_attainment:0.5"}),
    ("similar_regions", {"own_country": "no"}),
    ("composite_rank", {"indicators": "gerd_share_of_gdp,employment_rate", "weights": "employment_rate:0.125"}),
    ("composite_rank", {"weights": "employment_rate:0", "peers": "domestic"}),
    ("two_indicators", {"indicators": "gdp_per_head_pps,employment_rate", "peers": "domestic"}),
]  # fmt: skip
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)
Same = Callable[[Answer], None]


@pytest.fixture
def same(capsys: pytest.CaptureFixture[str]) -> Same:
    """Runs the command as it stands, parted into words as a shell parts them, and compares."""

    def compares(found: Answer) -> None:
        program, *words = shlex.split(command(found))
        assert program == "lsk"
        assert main([*words, "--format", "json"]) == 0
        told(found, capsys.readouterr().out)

    return compares


def told(found: Answer, said: str) -> None:
    """Rows, sentence and snapshot in JSON are those of the answer behind the figure."""
    document = json.loads(said)
    assert document["rows"] == json.loads(json.dumps(found.document()["rows"]))
    assert (document["sentence"], document["snapshot"]) == (found.sentence, found.snapshot)
    assert document["parameters"] == json.loads(json.dumps(found.document()["parameters"]))
    assert document["command"] == command(found)


@both_languages
@pytest.mark.parametrize("name", NAMES)
def test_the_command_of_every_indicator_gives_the_same(name: str, lang: str, snapshot: str, same: Same) -> None:
    language.use(lang)
    same(answer(name, {}, snapshot))


@pytest.mark.parametrize("view", views(), ids=lambda each: each.id)
@pytest.mark.parametrize("each", OF_REGIONS, ids=lambda each: each.id)
def test_the_command_of_every_view_gives_the_same(each: Indicator, view: View, snapshot: str, same: Same) -> None:
    if refusal(each, view):
        pytest.skip("it cannot have this view")
    language.use("pl")
    same(answer(each.id, {"view": view.id}, snapshot))


@pytest.mark.parametrize("measure", measures.measures(), ids=lambda each: each.id)
@pytest.mark.parametrize("each", indicators(), ids=lambda each: each.id)
def test_the_command_of_every_measure_gives_the_same(
    each: Indicator, measure: measures.Measure, snapshot: str, same: Same
) -> None:
    if measures.refusal(each, measure, snapshot):
        pytest.skip("it cannot have this measure")
    language.use("pl")
    same(answer(each.id, {"measure": measure.id}, snapshot))


@pytest.mark.parametrize("peers", SETS)
@pytest.mark.parametrize("name", ["gerd_share_of_gdp", "composite_rank", "two_indicators", "unemployment_rate"])
def test_the_command_of_every_set_of_peers_gives_the_same(name: str, peers: str, snapshot: str, same: Same) -> None:
    same(answer(name, {"peers": peers}, snapshot))


@both_languages
@pytest.mark.parametrize(("name", "given"), ASKED, ids=[f"{name} {list(given)}" for name, given in ASKED])
def test_the_command_keeps_every_parameter(
    name: str, given: dict[str, str], lang: str, snapshot: str, same: Same
) -> None:
    language.use(lang)
    same(answer(name, given, snapshot))


@pytest.mark.parametrize("name", [each.id for each in indicators() if each.fetch])
def test_the_command_gives_the_same_where_projects_have_been_fetched(name: str, projects: str, same: Same) -> None:
    found = answer(name, {}, projects)
    assert found.rows
    same(found)


def test_what_a_shell_would_read_otherwise_stands_in_quotes(snapshot: str) -> None:
    asked = {"areas": "R&D,Med", "places": "Nowy Sącz", "first_year": "2010"}
    assert command(answer("members_by_town", asked, snapshot)) == (
        f"lsk show members_by_town --with first_year=2010 --with 'places=Nowy Sącz' --with 'areas=R&D,Med' "
        f"--lang en --snapshot {snapshot}"
    )


SHELLS = [shell for shell in ("sh", "bash", "dash", "pwsh") if shutil.which(shell)]


@pytest.mark.skipif(not SHELLS, reason="there is no shell here")
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("name", "given"), [("gerd_share_of_gdp", {"view": "gap_leader"}), *ASKED[2:6:2], ASKED[9]], ids=str
)
def test_the_command_runs_as_it_is_pasted_into_a_shell(
    shell: str, name: str, given: dict[str, str], snapshot: str, tmp_path: Path
) -> None:
    program = tmp_path / "lsk"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m lsk_metrics "$@" --format json\n')
    program.chmod(0o755)
    language.use("pl")
    found = answer(name, given, snapshot)
    there = {
        **os.environ,
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONUTF8": "1",
    }
    ran = subprocess.run(
        [shell, "-c", command(found)], env=there, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    told(found, ran.stdout)


def test_the_last_line_of_the_answer_in_a_terminal_is_its_command(
    snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "investment_by_kind", "--lang", "pl"]) == 0
    *_before, card, checksum, last = capsys.readouterr().out.rstrip().splitlines()
    assert card.startswith("  > University Industry Innovation Network")
    [found] = answer("investment_by_kind", {}, snapshot).sources
    assert checksum == f"    {found.sha256}  reference/claims.csv"
    assert last == f"  $ lsk show investment_by_kind --lang pl --snapshot {snapshot}"
