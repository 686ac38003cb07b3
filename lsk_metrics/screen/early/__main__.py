"""Draws the pages that are not there yet: begun by the server beside itself, ended with the last page or with it."""

import os
import sys
from pathlib import Path

from lsk_metrics.screen.early.keeping import make

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(19)
    make(Path(sys.argv[1]), sys.argv[2])
