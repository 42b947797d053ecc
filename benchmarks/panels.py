"""How long the large panel takes, and how much memory, beside pandas doing the same joins.

    python -m benchmarks.panels [FOLDER]

FOLDER holds the published files that `studies/peacesciencer` lists; `../shared/data` unless said.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from studies.peacesciencer.panel import ADDED, FILES

from foedus.datasets.importing import imported

__all__ = ["large_panel"]

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = REPOSITORY.parent / "shared/data"
RUNS = 3

_MEASURED = """
import json, time
from benchmarks.peaks import peak_bytes
begin = time.perf_counter()
{work}
seconds = time.perf_counter() - begin
peak = peak_bytes() / 1e9
print(json.dumps(dict(seconds=seconds, rows=rows, gigabytes=peak)))
"""
_ARROW = """
from foedus.panels import panel
rows = panel("dyad-year", years=(1816, 2016), add={added!r}).to_pyarrow().num_rows
"""
_PARQUET = """
import pyarrow.parquet as pq
from foedus.panels import panel
made = panel("dyad-year", years=(1816, 2016), add={added!r})
rows = pq.read_metadata(made.to_parquet({file!r})).num_rows
"""
_ONE_DYAD = """
from foedus.panels import panel
rows = panel("dyad-year", add={added!r}).of("365", "731").head(10).num_rows
"""
_PANDAS = """
from pathlib import Path
from studies.peacesciencer.reference import reference_panel
rows = len(reference_panel(Path({data!r})))
"""


def large_panel(data: Path = DATA) -> Iterator[tuple[str, str, str]]:
    """Yield the seconds and the memory of all directed dyad-years with eight additions."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "FOEDUS_DATA": folder}
        os.environ["FOEDUS_DATA"] = folder
        for file, dataset in FILES.items():
            imported(dataset, data / file)
        arrow = _median(_ARROW.format(added=ADDED), environment)
        written = str(Path(folder) / "panel.parquet")
        parquet = _median(_PARQUET.format(added=ADDED, file=written), environment)
        few = _median(_ONE_DYAD.format(added=ADDED), environment)
        pandas = _run(_PANDAS.format(data=str(data)), environment)
    what = f"{arrow['rows']:,.0f} dyad-years with eight additions"
    yield f"{what}, cold process, to Arrow", f"{arrow['seconds']:.1f} s", "at most 2 s"
    yield "peak memory of it", f"{arrow['gigabytes']:.2f} GB", "at most 1.5 GB"
    yield "the same with the start of Python", f"{arrow['whole']:.1f} s", ""
    yield "the same, to Parquet", f"{parquet['seconds']:.1f} s", ""
    yield "peak memory of that", f"{parquet['gigabytes']:.2f} GB", "at most 1.5 GB"
    yield "pandas, the same joins", f"{pandas['seconds']:.1f} s", ""
    yield "peak memory of pandas", f"{pandas['gigabytes']:.2f} GB", ""
    yield "times as fast as pandas", f"{pandas['seconds'] / arrow['seconds']:.1f}", ""
    yield "ten rows of one pair, cold process", f"{few['seconds']:.1f} s", ""


def _median(work: str, environment: dict[str, str]) -> dict[str, float]:
    runs = [_run(work, environment) for _ in range(RUNS)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _run(work: str, environment: dict[str, str]) -> dict[str, float]:
    """Run it in a process of its own: seconds without and with (`whole`) the start of Python."""
    command = [sys.executable, "-c", _MEASURED.format(work=work)]
    begin = time.perf_counter()
    found = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=REPOSITORY
    )
    whole = time.perf_counter() - begin
    measured: dict[str, float] = {**json.loads(found.stdout.splitlines()[-1]), "whole": whole}
    return measured


if __name__ == "__main__":
    for row in large_panel(*map(Path, sys.argv[1:])):
        print(f"{row[0]:62} {row[1]:>10}  {row[2]}", flush=True)
