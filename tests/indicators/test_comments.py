"""What a board said of a criterion stands under the name that the criterion has in the snapshot that is shown."""

from pathlib import Path

import pytest

from lsk_metrics.indicators import comments
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import comments as written
from tools.editions import edition


def test_a_criterion_is_named_as_in_the_snapshot_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    copies = [edition(word, tmp_path) for word in ("former", "latter")]
    built = []
    for copy in copies:
        monkeypatch.setenv("LSK_DATA", str(copy))
        built.append(build().snapshot)
    written.add("s3_body", "Named in May.", "The board")
    titles = [comments.on(snapshot=snapshot)[0].title for snapshot in [*built, None]]
    assert [title.split()[-1] for title in titles] == ["former", "latter", "latter"]
