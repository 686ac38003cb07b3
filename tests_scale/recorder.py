"""Writes down every question that tests put to a snapshot: `pytest -p tests_scale.recorder` with LSK_RECORD=FILE."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.warehouse import read

SEEN: set[str] = set()
asked_rows = read.rows


def rows(
    sql: str,
    parameters: Mapping[str, Any] | None = None,
    snapshot: str | None = None,
    beginning: read.Beginning | None = None,
) -> read.Rows:
    """What `read.rows` gives; once it has given it, the question stands in the file."""
    found = asked_rows(sql, parameters, snapshot, beginning)
    line = json.dumps([str(paths.home()), snapshot or read.version(), sql, dict(parameters or {})], sort_keys=True)
    if line not in SEEN:
        SEEN.add(line)
        with Path(os.environ["LSK_RECORD"]).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    return found


read.rows = rows
