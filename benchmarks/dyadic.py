"""Dyadic-robust errors on every dyad-year, against a loop over members; series of many events."""

import statistics
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
from studies.dyadic_errors.decomposition import by_the_decomposition
from studies.dyadic_errors.panel import onset_panel

from benchmarks.events import SHARED, data_folder_in, synthetic_store
from benchmarks.medians import median_seconds
from foedus.datasets.importing import imported
from foedus.ledger.engines import engine_at
from foedus.relations.measures import dyadic_covariance, regression
from foedus.relations.series.event_series import Unit, event_series

__all__ = ["errors", "series"]

ROWS = 841_137
COLUMNS = 9
MEMBERS = 216
MILLIONS = (1, 2, 4)
RUNS = 5


def errors() -> Iterator[tuple[str, str, str]]:
    """Yield what errors cost with and without the fit, by rows and members, and what a loop does.

    On the dyad-years of `studies.dyadic_errors` where its files are at hand, else on made-up ones
    of the same size.
    """
    y, x, one, two, of_what = _dyad_years()
    size = f"{len(y):,} {of_what}, {x.shape[1]} columns"
    for kind in ("linear", "logit", "poisson"):
        fit = partial(regression, y, x, kind)
        took = _seconds(fit) + _seconds(partial(dyadic_covariance, fit(), one, two))
        yield f"dyadic-robust errors, {size}, {kind} fit included", f"{took:.2f} s", "at most 1 s"
    yield "memory of a logit and its errors, beyond its rows", _peak(y, x, one, two), "under 2 GB"
    # Of the extra `regression`: the series of this file are measured without it.
    import statsmodels.api as sm  # noqa: PLC0415
    from statsmodels.stats.sandwich_covariance import cov_cluster  # noqa: PLC0415

    for name, fit in (
        ("OLS", sm.OLS(y, x).fit),
        ("Logit", partial(sm.Logit(y, x).fit, disp=0)),
    ):
        took = _seconds(fit, 3) + _seconds(partial(dyadic_covariance, fit(), one, two), 3)
        yield f"the same, {name} by statsmodels", f"{took:.2f} s", ""
    found = regression(y, x, "logit")
    alone = _seconds(partial(dyadic_covariance, found, one, two))
    loop = _seconds(partial(by_the_decomposition, found.scores, found.bread, one, two), 1)
    yield "the errors alone", f"{alone * 1e3:.0f} ms", ""
    yield "NumPy loop over members, times as long", f"{loop / alone:.0f}", ""
    pair = np.minimum(one, two) * 1000 + np.maximum(one, two)
    clustered = _seconds(partial(cov_cluster, sm.OLS(y, x).fit(), pair), 1)
    yield "clustered by dyad alone, statsmodels, times as long", f"{clustered / alone:.1f}", ""
    for rows in (50_000, 200_000, 800_000, 3_200_000):
        yield _grown(rows, MEMBERS)
    for members in (50, 200, 800, 3_200):
        yield _grown(800_000, members)


def series() -> Iterator[tuple[str, str, str]]:
    """Yield what series cost from stores of one to four million events, of a pair and of all."""
    with tempfile.TemporaryDirectory() as folder, data_folder_in(folder):
        imported("cameo", SHARED / "plover/CAMEO2PLOVER-2021.txt")
        made = 0
        for millions in MILLIONS:
            synthetic_store(made, millions)
            made = millions
            for what, ask in (
                ("a pair by day", partial(_pair, "day")),
                ("a pair by month", partial(_pair, "month")),
                ("all dyads by month", _everybody),
            ):
                took = statistics.median([_seconds(ask, runs=1) for _ in range(3)])
                rows = ask()
                yield (
                    f"series of {what}, {millions} million events",
                    f"{took:.2f} s, {rows:,} rows",
                    "",
                )


def _pair(by: Unit) -> int:
    with engine_at() as engine:
        pairs = [("RUS", "USA"), ("USA", "RUS")]
        return int(engine.to_pyarrow(event_series(engine, ["gdelt"], by=by, dyads=pairs)).num_rows)


def _everybody() -> int:
    with engine_at() as engine:
        return int(engine.to_pyarrow(event_series(engine, ["gdelt"])).num_rows)


def _dyad_years() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, str]:
    if (SHARED / "cow/gml_v2.2.1_directed_dyad_years.parquet").exists():
        with tempfile.TemporaryDirectory() as folder, data_folder_in(folder):
            found = onset_panel(Path(SHARED))
        return found.onset, found.regressors, found.one, found.two, "dyad-years"
    x, one, two = _made(ROWS, MEMBERS)
    chance = np.random.default_rng(2)
    y = (chance.random(ROWS) < 1 / (1 + np.exp(5 - x[:, 1]))).astype(float)
    return y, x, one, two, "made-up dyad-years"


def _made(rows: int, members: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(1)
    one = chance.integers(0, members, rows)
    two = (one + chance.integers(1, members, rows)) % members
    x = chance.normal(size=(rows, COLUMNS))
    x[:, 0] = 1
    return x, one, two


def _peak(y: np.ndarray, x: np.ndarray, one: np.ndarray, two: np.ndarray) -> str:
    tracemalloc.start()
    dyadic_covariance(regression(y, x, "logit"), one, two)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"{most / 1e9:.2f} GB"


def _grown(rows: int, members: int) -> tuple[str, str, str]:
    scores, one, two = _made(rows, members)
    took = _seconds(partial(dyadic_covariance, scores, one, two, bread=np.eye(COLUMNS)))
    return f"errors from {rows:,} scores of {members:,} members", f"{took * 1e3:.0f} ms", ""


def _seconds(action: Callable[[], object], runs: int = RUNS) -> float:
    return median_seconds(action, runs)


if __name__ == "__main__":
    for measured in (errors, series):
        for what, value, aim in measured():
            print(f"{what}: {value}" + (f" ({aim})" if aim else ""), flush=True)
