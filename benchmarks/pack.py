"""What a pack of 20 figures in both languages costs, form by form: time, peak memory, bytes; and its restoring."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from side_by_side import ROOT

FIGURES = ",".join((
    "gerd_share_of_gdp", "gerd_share_of_gdp;view=ranking", "gerd_share_of_gdp;view=pace", "business_rd_share_of_gdp",
    "rd_personnel", "patents_per_million", "regional_innovation_index", "hrst_share", "tertiary_attainment",
    "hightech_employment_share", "employment_rate", "gdp_per_head_pps", "members", "members_by_area", "members_by_town",
    "members_by_type", "investment_by_year", "investment_cumulative", "startups_cumulative", "students_by_town",
))  # fmt: skip
ROUNDS = 3
STEPS = {
    "answers": "the answers alone",
    "pptx": "pptx, both languages",
    "pdf": "pdf, both languages",
    "html": "html, both languages",
    "xlsx": "xlsx, both languages",
    "zip": "zip, with all it is made of",
    "restore": "restored from the zip",
}
# One form at a time in a process of its own: what one needs must not be counted to the next.
STEP = """
import json, resource, sys, time
from pathlib import Path
step, figures, path = sys.argv[1:4]
begun = time.perf_counter()
size = 0
if step == "restore":
    from lsk_metrics.__main__ import main
    from lsk_metrics.warehouse import snapshots
    from lsk_metrics.exports.packs.opening import opened
    found = opened(Path(path))
    (snapshots.folder() / f"{found.snapshot}.duckdb").unlink()
    begun = time.perf_counter()
    assert main(["restore", path, "--format", "json"]) == 0
    size = Path(path).stat().st_size
else:
    from lsk_metrics.exports.packs.building import building
    from lsk_metrics.indicators.reviews import review
    told = review(figures=figures)
    if step == "answers":
        told.answers
    else:
        for part in building(told, forms=[step]):
            if part.asked:
                size += len(part.content)
                if step == "zip":
                    Path(path).write_bytes(part.content)
print(json.dumps([time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size]),
      file=sys.stderr)
"""


def measured(step: str, home: Path) -> tuple[float, float, int]:
    """Seconds on the clock from the first import, megabytes at the peak, bytes of the files."""
    env = {**os.environ, "LSK_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STEP, step, FIGURES, str(home / "pack.zip")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    seconds, megabytes, size = json.loads(done.stderr.splitlines()[-1])
    return seconds, megabytes, size


def main() -> None:
    with TemporaryDirectory() as name:
        home = Path(name)
        os.environ["LSK_HOME"] = name
        from lsk_metrics.ingest.build import build

        build()
        print(f"{len(FIGURES.split(','))} figures, two languages; median of {ROUNDS}, each in a process of its own")
        print(f"{'':<28}  {'seconds':>8}  {'peak MB':>8}  {'MB':>6}")
        for step in sys.argv[1:] or STEPS:
            rounds = [measured(step, home) for _round in range(ROUNDS)]
            seconds, megabytes, size = (median(each) for each in zip(*rounds, strict=True))
            print(f"{STEPS[step]:<28}  {seconds:>8.2f}  {megabytes:>8.0f}  {size / 1e6:>6.2f}")


if __name__ == "__main__":
    main()
