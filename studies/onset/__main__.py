"""Fit the field's logit of dispute onset, then forecast 1991-2010 with nothing learnt after 1990.

    python -m studies.onset [FOLDER] [--before]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless said.
With --before no outcome after 1990 is even read: it prints what the choices were made on. Exit code
1 when AUC or slope differ from those that README.md records by more than `TOLERANCE`.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from foedus import measures
from foedus.datasets.importing import imported
from foedus.ledger.engines import engine_at
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts import scores
from foedus.repercussions.forecasts.pool import WAYS
from foedus.repercussions.forecasts.reliability import reliability
from foedus.repercussions.forecasts.rolling import (
    FoldForecasts,
    Rows,
    fold_forecasts,
    mixture_at,
    way_at,
)
from foedus.repercussions.forecasts.targets import FIELD, target_years

FILES = {
    "cow/states2016.parquet": "cow-states",
    "cow/gml_v2.2.1_directed_dyad_years.parquet": "gml",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/nmc_v7.0.parquet": "nmc",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/capitals.parquet": "capitals",
}
CUT, SPAN = 1990, 20
ORIGINS = range(1920, CUT, 5)
JUDGED = range(1950, CUT, 5)
LEAST_AUC, SLOPE = 0.93, (0.9, 1.1)
ANEW = range(CUT, CUT + SPAN, 5)
RECORDED = {"the field's logit": (0.936, 1.288), "the mixture": (0.977, 1.155)} | {
    "learnt anew every five years": (0.976, 1.042)
}
"""AUC and slope of 1991-2010 as README.md has them."""
TOLERANCE = 0.01


def main(*arguments: str) -> int:
    """Print the study; return the exit code."""
    only_before = "--before" in arguments
    folder = next((one for one in arguments if not one.startswith("-")), "../shared/data")
    with tempfile.TemporaryDirectory() as held:
        os.environ["FOEDUS_DATA"] = held
        for file, dataset in FILES.items():
            imported(dataset, Path(folder) / file)
        last = CUT if only_before else None
        years = target_years(HeldTables(engine_at()), "onset", "gml", last=last)
    rows = years.rows(0)
    found = {}
    if not only_before:
        _in_sample(rows)
        found["the field's logit"] = _plain(rows)
    begin = time.perf_counter()
    folds = fold_forecasts(rows, ORIGINS, SPAN)
    print(f"\nFolds from {ORIGINS[0]} to {ORIGINS[-1]}: {time.perf_counter() - begin:.0f} s")
    _choices(rows, folds)
    if only_before:
        return 0
    found["the mixture"] = _ours(rows, folds)
    found["learnt anew every five years"] = _anew(rows, folds)
    return _compared(found)


def field_regressors(rows: Rows) -> np.ndarray:
    """Return the regressors of the field's logit alone."""
    return rows.regressors[:, : len(FIELD)]


def _in_sample(rows: Rows) -> None:
    known = np.isfinite(rows.outcome)
    x, y = field_regressors(rows)[known], rows.outcome[known]
    fit = measures.regression(y, x, "logit")
    found = measures.dyadic_covariance(fit, rows.one[known], rows.two[known])
    said = scores.probability_of(x @ fit.coefficients)
    print(f"In sample: {len(y):,} dyad-years, {int(y.sum()):,} onsets, ", end="")
    print(f"AUC {scores.area_under_curve(said, y):.4f}")
    for name, at, error, ends in zip(
        FIELD, fit.coefficients, found.standard_errors, found.intervals(), strict=True
    ):
        print(f"  {name:22}{at:9.3f}{error:9.3f}{ends[0]:12.3f} to {ends[1]:7.3f}")


def _plain(rows: Rows) -> tuple[float, float]:
    taught, asked = rows.taught_by(CUT), rows.asked_at(CUT, SPAN)
    x = field_regressors(rows)
    fit = measures.regression(rows.outcome[taught], x[taught], "logit")
    said = scores.probability_of(x[asked] @ fit.coefficients)
    return _told("the field's logit", rows, asked, said)


def _choices(rows: Rows, folds: FoldForecasts) -> None:
    """Print what each way of pooling would have scored at origins before the cut."""
    print(f"\nForecasts from {JUDGED[0]} to {JUDGED[-1]}, judged by {CUT}: log score, and slopes")
    judged = folds.come_by(rows, CUT)
    for way in WAYS:
        lost, slopes = [], []
        for origin in JUDGED:
            here = judged.origin == origin
            came = rows.outcome[judged.rows[here]]
            odds = folds.pool(rows, origin, way).odds(judged.odds[here])
            said = scores.probability_of(odds)
            lost.append(scores.log_score(said, came))
            slopes.append(scores.calibration_line(said, came).slope)
        weights = "even" if way.even else "learnt"
        told = " ".join(f"{one:.2f}" for one in slopes)
        print(f"  {weights:7} half-life {way.half_life:4.0f}: {np.mean(lost):.6f}  {told}")


def _ours(rows: Rows, folds: FoldForecasts) -> tuple[float, float]:
    way = way_at(rows, folds, CUT)
    asked = rows.asked_at(CUT, SPAN)
    mixture = mixture_at(rows, CUT, asked, folds, way)
    print(f"\nChosen by then: {way}; intercept {mixture.pool.intercept:.3f}, weights ", end="")
    print(" ".join(f"{one:.3f}" for one in mixture.pool.weights))
    for member in ("logit", "boosting"):
        _told(f"{member} alone", rows, asked, mixture.alone(member))
    found = _told("the mixture", rows, asked, mixture.probability)
    print("\n     said     came   of which within chance    forecasts  onsets")
    for one in reliability(mixture.probability, rows.outcome[asked]):
        print(
            f"{one.said:9.5f}{one.came:9.5f}   {one.low:.5f} to {one.high:.5f}"
            f"{one.forecasts:13,}{one.events:8,}"
        )
    auc, slope = found
    reached = auc >= LEAST_AUC and SLOPE[0] <= slope <= SLOPE[1]
    print(f"AUC at least {LEAST_AUC} and slope {SLOPE[0]} to {SLOPE[1]}: ", end="")
    print("reached" if reached else "NOT REACHED")
    return found


def _anew(rows: Rows, folds: FoldForecasts) -> tuple[float, float]:
    """Print the same years forecast as one would: learnt anew every five years."""
    fresh = fold_forecasts(rows, ANEW, 5)
    both = FoldForecasts(
        *(
            np.concatenate([getattr(one, name) for one in (folds, fresh)])
            for name in ("rows", "origin", "odds")
        )
    )
    asked, said = [], []
    for origin in ANEW:
        here = fresh.origin == origin
        pool = both.pool(rows, origin, way_at(rows, both, origin))
        asked.append(fresh.rows[here])
        said.append(scores.probability_of(pool.odds(fresh.odds[here])))
    print()
    name = "learnt anew every five years"
    return _told(name, rows, np.concatenate(asked), np.concatenate(said))


def _compared(found: dict[str, tuple[float, float]]) -> int:
    differs = max(
        abs(mine - theirs)
        for name, recorded in RECORDED.items()
        for mine, theirs in zip(found[name], recorded, strict=True)
    )
    agree = differs <= TOLERANCE
    print(f"\nLargest difference from what is recorded {differs:.3f}: ", end="")
    print("agrees" if agree else "DOES NOT AGREE")
    return 0 if agree else 1


def _told(name: str, rows: Rows, asked: np.ndarray, said: np.ndarray) -> tuple[float, float]:
    came = rows.outcome[asked]
    line = scores.calibration_line(said, came, rows.one[asked], rows.two[asked])
    auc = scores.area_under_curve(said, came)
    low, high = line.slope_interval
    print(
        f"{CUT + 1}-{CUT + SPAN}, {name}: AUC {auc:.4f}, Brier {scores.brier(said, came):.5f}, "
        f"log score {scores.log_score(said, came):.5f}, slope {line.slope:.3f} "
        f"({low:.2f} to {high:.2f}), intercept {line.intercept:.2f}, "
        f"said/came {line.ratio:.2f}"
    )
    return auc, line.slope


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
