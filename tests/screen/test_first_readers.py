"""Two readers who come first of all, at the same moment, both get their page."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Plotly asks whether pandas and numpy are loaded; one that another thread is still loading counts, and then breaks it.
READERS = """
import threading
from lsk_metrics.screen import blocks, filters, first_start, reader, tables
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer
import plotly.graph_objects

found = answer("investment_by_kind")
gate = threading.Barrier(2)
broken = []

def watched(work):
    gate.wait()
    try:
        work()
    except AttributeError as reason:
        broken.append(str(reason))

def draw():
    tables.pandas()
    for _ in range(100):
        plotly.graph_objects.Figure(bars(found, LIGHT))

readers = [threading.Thread(target=watched, args=[work]) for work in (draw, lambda: tables.frame(found))]
for each in readers:
    each.start()
for each in readers:
    each.join()
print("; ".join(broken) or "whole")
"""


def test_a_chart_and_a_table_may_come_first_together(snapshot: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READERS], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("whole", 0), done.stderr
