"""A drawing needs none of the large libraries."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_drawing_is_made_without_plotly_pandas_or_streamlit(snapshot: str) -> None:
    program = (
        "import sys\n"
        "from lsk_metrics.figures import picture\n"
        "from lsk_metrics.figures.lines import lines\n"
        "from lsk_metrics.figures.theme import LIGHT\n"
        "from lsk_metrics.indicators import answer\n"
        "print(len(picture(lines, answer('gerd_share_of_gdp'), LIGHT, 700)) > 5000)\n"
        "print([name for name in ('plotly', 'pandas', 'numpy', 'streamlit', 'pydeck', 'typst') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.stdout.split("\n")[:2] == ["True", "[]"], done.stderr
