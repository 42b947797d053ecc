"""An event study on every dyad-year, against the same fit with plain errors, and with dummies."""

import logging
import time
import warnings
from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.medians import median_seconds
from foedus.repercussions.movements.event_study import event_study

__all__ = ["event_studies"]

MEMBERS, FIRST, LAST = 190, 1970, 2014
"""190 states make 17,955 dyads: 807,975 dyad-years."""
LEADS, LAGS = 6, 6
RUNS = 3
FEW = 24
"""Members of the panel that a matrix of dummies can hold."""
ARRAYS = ("outcome", "unit", "period", "treated_from", "one", "two")


def event_studies() -> Iterator[tuple[str, str, str]]:
    """Yield what an event study costs, by rows, and what the peers take in the same run."""
    whole = made_panel(MEMBERS)
    rows = len(whole["outcome"])
    ours = median_seconds(partial(_asked, whole, ("two-way",)), RUNS)
    yield (
        f"event study, two-way effects, {rows:,} dyad-years, dyadic errors",
        f"{ours:.2f} s",
        ("at most 5 s"),
    )
    every = median_seconds(
        partial(_asked, whole, ("two-way", "cohort-weighted", "imputation")), RUNS
    )
    yield "the same by three estimators", f"{every:.2f} s", ""
    half = made_panel(round(MEMBERS / 2**0.5))
    less = median_seconds(partial(_asked, half, ("two-way",)), RUNS)
    share = (ours / rows) / (less / len(half["outcome"]))
    yield "cost of a dyad-year, twice as many of them", f"{share:.2f}", "near 1"
    peer = _pyfixest(whole)
    if peer is not None:
        yield "pyfixest, the same coefficients, errors clustered by dyad", f"{peer:.2f} s", ""
    few = made_panel(FEW)
    small = median_seconds(partial(_asked, few, ("two-way",)), RUNS)
    dummies = _statsmodels(few)
    if dummies is not None:
        words = f"{dummies:.2f} s beside {small:.3f} s"
        yield f"statsmodels with dummies, {len(few['outcome']):,} dyad-years", words, ""


def made_panel(members: int) -> dict[str, np.ndarray]:
    """Return dyads of so many members through the years, a tenth treated at one of four times."""
    rng = np.random.default_rng(1)
    pairs = np.column_stack(np.triu_indices(members, 1))
    years = np.arange(FIRST, LAST + 1)
    unit, column = (each.ravel() for each in np.indices((len(pairs), len(years))))
    treated = rng.random(len(pairs)) < 0.1
    start = np.where(treated, rng.choice([1985, 1991, 1999, 2004], len(pairs)), np.nan)
    of_member = rng.normal(size=(members, len(years)))
    outcome = rng.normal(size=len(unit)) + rng.normal(size=len(pairs))[unit]
    outcome += of_member[pairs[unit, 0], column] + of_member[pairs[unit, 1], column]
    outcome += 0.3 * (years[column] >= np.where(treated, start, np.inf)[unit])
    return {
        "outcome": outcome,
        "unit": unit,
        "period": years[column],
        "treated_from": start[unit],
        "one": pairs[unit, 0],
        "two": pairs[unit, 1],
    }


def _asked(panel: dict[str, np.ndarray], methods: tuple[str, ...]) -> object:
    return event_study(*(panel[name] for name in ARRAYS), leads=LEADS, lags=LAGS, methods=methods)


def _frame(panel: dict[str, np.ndarray]):
    import pandas as pd  # noqa: PLC0415

    rows = pd.DataFrame({name: panel[name] for name in ("outcome", "unit", "period")})
    since = panel["period"] - panel["treated_from"]
    rows["since"] = np.where(np.isnan(since), -1, since).astype(int)
    return rows[np.isnan(since) | ((since >= -LEADS) & (since <= LAGS))]


def _pyfixest(panel: dict[str, np.ndarray]) -> float | None:
    try:
        import pyfixest as pf  # noqa: PLC0415
    except ImportError:
        return None
    logging.disable(logging.WARNING)
    rows = _frame(panel)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = partial(
            pf.feols, "outcome ~ i(since, ref=-1) | unit + period", rows, vcov={"CRV1": "unit"}
        )
        fit()
        taken = median_seconds(fit, RUNS)
    logging.disable(logging.NOTSET)
    return taken


def _statsmodels(panel: dict[str, np.ndarray]) -> float | None:
    try:
        import statsmodels.formula.api as smf  # noqa: PLC0415
    except ImportError:
        return None
    rows = _frame(panel)
    formula = "outcome ~ C(since, Treatment(-1)) + C(unit) + C(period)"
    begin = time.perf_counter()
    smf.ols(formula, rows).fit(cov_type="cluster", cov_kwds={"groups": rows["unit"]})
    return time.perf_counter() - begin
