"""What an aftermath costs: the first in a process, and the next.

    python -m benchmarks.aftermath [FOLDER]

FOLDER holds the published files that `studies/aftermath` lists; `../shared/data` unless said.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from studies.aftermath.__main__ import FILES

from benchmarks.medians import median_seconds
from foedus.datasets.importing import imported
from foedus.repercussions.aftermath import aftermath, pact_of
from foedus.treaties.instruments import register

__all__ = ["what_followed"]

DATA = Path(__file__).resolve().parent.parent.parent / "shared/data"
CASE = "rus-prk-2024"
MANY = ("au-2005", ("GHA", "ETH"))
RUNS = 3


def what_followed(data: Path = DATA) -> Iterator[tuple[str, str, str]]:
    """Yield the seconds of one aftermath, cold and warm, and of one among pacts of many parties."""
    before = os.environ.get("FOEDUS_DATA")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOEDUS_DATA"] = folder
        for file, dataset in FILES.items():
            imported(dataset, data / file)
        pact, many = pact_of(register()[CASE]), pact_of(register()[MANY[0]], MANY[1])
        cold = _seconds(lambda: aftermath(pact))
        warm = median_seconds(lambda: aftermath(pact), RUNS)
        rows = aftermath(many).analogues.num_rows
        often = median_seconds(lambda: aftermath(many), RUNS)
    if before is None:
        del os.environ["FOEDUS_DATA"]
    else:
        os.environ["FOEDUS_DATA"] = before
    yield "aftermath of one pact, first in a process", f"{cold:.1f} s", ""
    yield "the same, warm", f"{warm:.2f} s", "at most 2 s"
    yield f"aftermath with {rows:,} analogues, warm", f"{often:.2f} s", ""


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    for row in what_followed(*map(Path, sys.argv[1:])):
        print(f"{row[0]:62} {row[1]:>10}  {row[2]}", flush=True)
