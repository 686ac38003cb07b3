"""What the `lsk` command costs from a cold shell, against a Python that does nothing."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from side_by_side import compare, processor

from lsk_metrics.ingest.build import build


def main() -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["LSK_HOME"] = folder
        build()
        compare(
            "command, processor time",
            {
                "python -c pass": lambda: processor("-c", "pass"),
                "python -c 'import duckdb'": lambda: processor("-c", "import duckdb"),
                "lsk --help": lambda: processor("-m", "lsk_metrics", "--help"),
                "lsk list": lambda: processor("-m", "lsk_metrics", "list", home=home),
                "lsk show members": lambda: processor("-m", "lsk_metrics", "show", "members", home=home),
                "lsk show members --lang pl": lambda: processor(
                    "-m", "lsk_metrics", "show", "members", "--lang", "pl", home=home
                ),
            },
            rounds=7,
        )


if __name__ == "__main__":
    main()
