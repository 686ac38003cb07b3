"""Draws the pages that are not there yet: begun by the server beside itself, ended with the last page or with it."""

import os
import sys
from pathlib import Path

from lsk_metrics.screen.early.turn import alone, wanted

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(19)
    folder = Path(sys.argv[1])
    with alone(folder, wanted(folder, os.getppid())) as is_mine:
        if is_mine:
            # A server's worth of imports: who only waits does without.
            from lsk_metrics.screen.early.keeping import make

            make(folder, sys.argv[2])
