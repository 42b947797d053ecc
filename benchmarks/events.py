"""Speed and size of the event side: GDELT parsed, and millions of its rows made into dyad-months.

Rows are drawn at run time from the real files beside the checkout; nothing of them is kept.
"""

import contextlib
import functools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from foedus.datasets.event_parquet import WRITING
from foedus.datasets.event_store import events_stored, store_folder
from foedus.datasets.gdelt_lines import SCHEMA, event_rows, sound_lines, width_of
from foedus.datasets.importing import imported
from foedus.reading.datasets.gdelt import DTYPES, FIELDS
from foedus.sources.data_folder import DATA_FOLDER_VARIABLE

SHARED = Path(__file__).resolve().parent.parent.parent / "shared/data"
QUARTERS = 4 * 96
"""Files of a quarter of an hour in four days: what is parsed."""
ROWS_OF_A_QUARTER = 2_113
"""Rows of a file: what the two real ones have."""
MILLIONS = (1, 2, 5, 10, 20, 50)
ROWS_OF_A_FILE = 1_000_000
DAYS = 240
"""Days over which synthetic rows are spread: GDELT adds about 50 million in as many."""

Measured = Iterator[tuple[str, str, str]]

AGGREGATED = """
import re, time
from pathlib import Path
from foedus.datasets.events import dyad_months, events
from foedus.ledger.engines import engine_at
begin = time.perf_counter()
with engine_at() as engine:
    rows = engine.to_pyarrow(dyad_months(events(engine, ("gdelt",))))
took = time.perf_counter() - begin
print()
# getrusage would count what the process that started this one holds.
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(took, int(peak[1]) * 1024 / 1e9, rows.num_rows,
      sum(rows["events"].to_pylist()))
"""


def real_files() -> list[Path]:
    """Return the real files of GDELT beside the checkout; empty where there are none."""
    return sorted((SHARED / "gdelt").glob("*.export.CSV"))


def parsing(pairs: int = 3) -> Measured:
    """Yield how many times faster GDELT becomes Parquet than pandas reads the same zipped files.

    All 61 columns in both. pandas writes nothing; foedus also looks at every line, adds the two
    clocks and the place of the row, and writes Parquet. pandas is asked in three ways: for the
    types of the codebook, for text throughout, and left to guess, which is quickest and spoils the
    codes ("042" becomes 42).
    """
    text = {name: str for name, dtype in DTYPES.items() if dtype == "string"}
    ways = {"the types of the codebook": text, "text throughout": str, "types guessed": None}
    with tempfile.TemporaryDirectory() as folder:
        files = zipped_quarters(Path(folder), QUARTERS)
        rounds = [_one_round(files, folder, ways) for _ in range(pairs)]
    ours = [seconds for seconds, _ in rounds]
    for way, types in ways.items():
        ratio = statistics.median(slow[way] / seconds for seconds, slow in rounds)
        aim = "at least 5" if types is text else ""
        yield f"GDELT to Parquet against pandas.read_csv, {way}: times as fast", f"{ratio:.1f}", aim
    rate = QUARTERS * ROWS_OF_A_QUARTER / statistics.median(ours)
    yield "GDELT to Parquet, rows a second", f"{rate:,.0f}", ""


def aggregation() -> Measured:
    """Yield seconds and memory of dyad-months, from one to fifty million rows, by whole process."""
    took: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder, data_folder_in(folder):
        imported("cameo", SHARED / "plover/CAMEO2PLOVER-2021.txt")
        made = 0
        for millions in MILLIONS:
            synthetic_store(made, millions)
            made = millions
            runs = [aggregated() for _ in range(3)]
            took[millions] = statistics.median(seconds for seconds, *_ in runs)
            memory = max(gigabytes for _, gigabytes, *_ in runs)
            _, _, months, counted = runs[0]
            aim = "at most 10 s, under 4 GB" if millions == MILLIONS[-1] else ""
            yield (
                f"dyad-months of {millions} million GDELT rows",
                f"{took[millions]:.2f} s, {memory:.2f} GB, {months:,.0f} rows "
                f"of {counted:,.0f} events",
                aim,
            )
    first, last = MILLIONS[-3], MILLIONS[-1]
    growth = (took[last] / last) / (took[first] / first)
    yield f"cost of a row at {last} million, against {first} million", f"{growth:.2f}", "near 1"


def zipped_quarters(folder: Path, count: int) -> list[Path]:
    """Return new GDELT files: lines of the real ones, with ids and addresses of their own."""
    chance = random.Random(1)
    lines = [line.split(b"\t") for file in real_files() for line in file.read_bytes().splitlines()]
    files = []
    for number in range(count):
        text = b"".join(_line(chance, lines, number * 10_000 + n) for n in range(ROWS_OF_A_QUARTER))
        name = f"20240101{number // 4:02d}{number % 4 * 15:02d}00.export.CSV"
        files.append(folder / f"{name}.zip")
        with zipfile.ZipFile(files[-1], "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, text)
    return files


def read_by_pandas(files: list[Path], types: object) -> int:
    """Return how many rows pandas reads from the files, with these types."""
    return sum(
        len(
            pd.read_csv(
                file,
                sep="\t",
                header=None,
                names=FIELDS,
                dtype=types,
                quoting=3,
                keep_default_na=False,
                na_values=[""],
            )
        )
        for file in files
    )


def synthetic_store(begin: int, end: int) -> None:
    """Write the millions of rows from `begin` to `end` as Parquet files of the event store.

    Rows are real ones drawn at random, with numbers of their own. The time added is spread over
    `DAYS`; the event lies as many days before it as in the row drawn.
    """
    real = _real_rows()
    store_folder().mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda number: _write_million(real, number), range(begin, end)))


def aggregated() -> tuple[float, float, float, float]:
    """Return seconds, most GB held, rows and events of the dyad-months, in a new process."""
    run = subprocess.run(
        [sys.executable, "-c", AGGREGATED], capture_output=True, text=True, check=True
    )
    seconds, gigabytes, rows, events = map(float, run.stdout.splitlines()[-1].split())
    return seconds, gigabytes, rows, events


@contextlib.contextmanager
def data_folder_in(folder: str) -> Iterator[Path]:
    """Keep foedus' data in a new folder below `folder` while the block runs."""
    before = os.environ.get(DATA_FOLDER_VARIABLE)
    with tempfile.TemporaryDirectory(dir=folder) as data:
        os.environ[DATA_FOLDER_VARIABLE] = data
        try:
            yield Path(data)
        finally:
            if before is None:
                del os.environ[DATA_FOLDER_VARIABLE]
            else:
                os.environ[DATA_FOLDER_VARIABLE] = before


def _one_round(
    files: list[Path], folder: str, ways: dict[str, object]
) -> tuple[float, dict[str, float]]:
    with data_folder_in(folder):
        ours = _seconds(lambda: events_stored(files))
    return ours, {
        way: _seconds(functools.partial(read_by_pandas, files, types))
        for way, types in ways.items()
    }


def _line(chance: random.Random, lines: list[list[bytes]], number: int) -> bytes:
    fields = [*chance.choice(lines)]
    fields[0] = b"%d" % (10**9 + number)
    fields[-1] += b"?%d" % chance.randrange(10**6)
    return b"\t".join(fields) + b"\n"


def _real_rows() -> pa.Table:
    tables = []
    for file in real_files():
        data = pa.py_buffer(file.read_bytes())
        blocks = sound_lines(file.name, data, width_of(data) or 0)
        tables.append(event_rows([lines for lines, _ in blocks])[0])
    return pa.concat_tables(tables).unify_dictionaries().combine_chunks()


def _write_million(real: pa.Table, number: int) -> None:
    chance = np.random.default_rng(number)
    drawn = real.take(pa.array(chance.integers(0, real.num_rows, ROWS_OF_A_FILE)))
    lag = drawn["added"].to_numpy().astype("M8[D]") - drawn["day"].to_numpy().astype("M8[D]")
    # A store's files follow each other in time.
    span = DAYS * 96 // MILLIONS[-1]
    quarters = np.sort(chance.integers(number * span, (number + 1) * span, ROWS_OF_A_FILE))
    added = np.datetime64("2024-01-01T00:00:00") + quarters * np.timedelta64(15, "m")
    day = added.astype("M8[D]") - lag
    first = 10**9 + number * ROWS_OF_A_FILE
    new = {
        "GLOBALEVENTID": np.arange(first, first + ROWS_OF_A_FILE),
        "SQLDATE": _as_number(day),
        "DATEADDED": _as_number(added.astype("M8[D]")) * 10**6,
        "day": day,
        "added": added,
        "row": np.arange(1, ROWS_OF_A_FILE + 1),
    }
    for name, values in new.items():
        place = SCHEMA.get_field_index(name)
        drawn = drawn.set_column(
            place, SCHEMA.field(name), pa.array(values, SCHEMA.field(name).type)
        )
    pq.write_table(
        drawn, store_folder() / f"{number:04d}.parquet", row_group_size=100_000, **WRITING
    )


def _as_number(days: np.ndarray) -> np.ndarray:
    year = days.astype("M8[Y]").astype(int) + 1970
    month = days.astype("M8[M]").astype(int) % 12 + 1
    return year * 10_000 + month * 100 + (days - days.astype("M8[M]")).astype(int) + 1


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    for measured in (parsing, aggregation):
        for what, value, aim in measured():
            print(f"{what}: {value}" + (f" ({aim})" if aim else ""), flush=True)
