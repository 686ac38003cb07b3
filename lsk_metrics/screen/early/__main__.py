"""Draws the pages that are not there yet; started by the server beside itself, and ended with the last page."""

import os
import sys
from pathlib import Path

from lsk_metrics.screen.early.keeping import make

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(19)
    make(Path(sys.argv[1]), sys.argv[2])
