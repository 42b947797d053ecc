"""Fit MID onset on dyad-years, put four kinds of errors side by side, and check ours two ways.

    python -m studies.dyadic_errors [FOLDER]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless
said. Exit code 1 when our errors differ from those of R's dyadRobust on
its data, or from the published decomposition on the panel, by more than `TOLERANCE`.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from foedus import measures
from studies.dyadic_errors.decomposition import (
    by_dyad,
    by_observation,
    by_the_decomposition,
    conventional,
)
from studies.dyadic_errors.panel import COLUMNS, Onset, onset_panel
from studies.dyadic_errors.r_package import PRINTED, drawn

TOLERANCE = 1e-9


def main(folder: str = "../shared/data") -> int:
    """Compare and print; return the exit code."""
    with tempfile.TemporaryDirectory() as held:
        os.environ["FOEDUS_DATA"] = held
        rows = onset_panel(Path(folder))
    differs = max(_against_r(), _onset(rows))
    agree = differs <= TOLERANCE
    print(f"\nLargest relative difference {differs:.1e}, tolerance {TOLERANCE:.0e}: ", end="")
    print("agrees" if agree else "DOES NOT AGREE")
    return 0 if agree else 1


def _against_r() -> float:
    print("Least squares on R's data: our error, dyadRobust's")
    worst = 0.0
    for name, rows in drawn():
        one, two, x, y = rows.T
        fit = measures.regression(y, np.column_stack([np.ones(len(x)), x]), "linear")
        ours = measures.dyadic_covariance(fit, one.astype(int), two.astype(int)).standard_errors
        for column, mine, theirs in zip(("constant", "x"), ours, PRINTED[name], strict=True):
            print(f"  {name:20} {column:9} {mine:.15f}  {theirs:.15f}")
            worst = max(worst, abs(mine / theirs - 1))
    return worst


def _onset(rows: Onset) -> float:
    print(
        f"\nMID onset (GML 2.2.1): {rows.dyad_years:,} non-directed dyad-years, less "
        f"{rows.ongoing:,} of a dispute that goes on and {rows.unknown:,} without capabilities"
    )
    begin = time.process_time()
    fit = measures.regression(rows.onset, rows.regressors, "logit")
    fitted = time.process_time()
    found = measures.dyadic_covariance(fit, rows.one, rows.two)
    done = time.process_time()
    kinds = {
        "conventional": conventional(fit.bread),
        "robust": by_observation(fit.scores, fit.bread),
        "by dyad": by_dyad(fit.scores, fit.bread, rows.one, rows.two),
        "dyadic": found.standard_errors,
    }
    print(
        f"Logit of {found.observations:,} rows, {int(rows.onset.sum()):,} onsets, "
        f"{found.members} states, {found.dyads:,} dyads; "
        f"{fitted - begin:.2f} s for the fit, {done - fitted:.2f} s for the errors\n"
    )
    print(f"{'':22}{'coefficient':>12}" + "".join(f"{kind:>14}" for kind in kinds), end="")
    print(f"{'conv./dyadic':>14}{'95 % interval, dyadic':>25}")
    for row, name in enumerate(COLUMNS):
        errors = [each[row] for each in kinds.values()]
        low, high = found.intervals()[row]
        print(f"{name:22}{fit.coefficients[row]:12.4f}", end="")
        print("".join(f"{error:14.4f}" for error in errors), end="")
        print(f"{errors[0] / errors[-1]:14.2f}{low:13.3f} to {high:8.3f}")
    for kind in ("conventional", "by dyad"):
        ratio = np.mean((kinds[kind] / kinds["dyadic"])[1:])
        print(f"\nMean of {kind} to dyadic, the constant left out: {ratio:.2f}", end="")
    print()
    if found.repaired:
        print(
            "The covariance had a negative eigenvalue and was repaired; the errors are not of it."
        )
    theirs = by_the_decomposition(fit.scores, fit.bread, rows.one, rows.two)
    differs = np.abs(found.standard_errors / theirs - 1).max()
    print(f"Against the published decomposition, member by member: {differs:.1e}")
    return float(differs)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
