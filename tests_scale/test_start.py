"""Where the other engine is installed and not asked, nothing of it is read: the command starts as before."""

import subprocess
import sys

from tools.server import ROOT

HEAVY = ("pyspark", "sqlglot", "grpc", "lsk_metrics.warehouse.spark")
LOADED = "import sys; print([name for name in {heavy} if name in sys.modules])"
SHOW = "from lsk_metrics.__main__ import main; main(['show', 'members', '--format', 'csv'])"


def loaded(*statements: str) -> str:
    code = "; ".join([*statements, LOADED.format(heavy=HEAVY)])
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_the_package_the_command_and_an_answer_read_none_of_it(snapshot: str) -> None:
    assert loaded("import lsk_metrics") == "[]"
    assert loaded(SHOW) == "[]"


def test_it_is_there_to_be_read() -> None:
    assert loaded("import pyspark, sqlglot, grpc, lsk_metrics.warehouse.spark") == str(list(HEAVY))
