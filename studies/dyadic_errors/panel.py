"""Non-directed dyad-years: the onset of a militarized dispute, and what is said to explain it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from foedus.datasets.importing import imported
from foedus.panels import panel

__all__ = ["COLUMNS", "FILES", "Onset", "onset_panel", "peace_years"]

FILES = {
    "cow/states2016.parquet": "cow-states",
    "cow/gml_v2.2.1_directed_dyad_years.parquet": "gml",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/nmc_v7.0.parquet": "nmc",
    "atop/atop5_1_ddyr.parquet": "atop",
}
"""Files under the folder of data, and the dataset that each is imported as."""

COLUMNS = (
    "constant",
    "land border",
    "one major power",
    "two major powers",
    "log capability ratio",
    "defence pact",
    "peace years",
    "peace years²",
    "peace years³",
)
YEARS = (1816, 2010)
LAND = 1
TEN_YEARS = 10.0


@dataclass(frozen=True, slots=True)
class Onset:
    """Rows of a logit: `onset` (n,), `regressors` (n, 9) by `COLUMNS`, the two states' codes.

    Of `dyad_years` rows, `ongoing` were left out for a dispute that goes on, `unknown` for
    capabilities that nobody knows.
    """

    onset: np.ndarray
    regressors: np.ndarray
    one: np.ndarray
    two: np.ndarray
    dyad_years: int
    ongoing: int
    unknown: int


def onset_panel(data: Path) -> Onset:
    """Import the files into the folder that FOEDUS_DATA names, and return the rows of the model.

    Left out are years in which a dispute went on and none began, as usual, and those in which a
    state's capabilities are unknown. Peace years count from the last year with a dispute, or from
    the dyad's first year, in tens.
    """
    for file, dataset in FILES.items():
        imported(dataset, data / file)
    rows = panel(
        "dyad-year",
        directed=False,
        years=YEARS,
        add=("gml", "contiguity", "majors", "nmc", "atop"),
    ).to_pyarrow()
    one, two, year = (_of(rows, name) for name in ("ccode1", "ccode2", "year"))
    began, went_on = _of(rows, "gmlmidonset"), _of(rows, "gmlmidongoing")
    peace = peace_years(one, two, year, (began + went_on) > 0) / TEN_YEARS
    majors = _of(rows, "cowmaj1") + _of(rows, "cowmaj2")
    cinc = np.column_stack([_of(rows, "cinc1"), _of(rows, "cinc2")])
    known = (cinc > 0).all(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log(cinc.max(axis=1) / cinc.min(axis=1))
    regressors = np.column_stack(
        [
            np.ones(len(one)),
            _of(rows, "conttype") == LAND,
            majors == 1,
            majors == 2,
            ratio,
            _of(rows, "atop_defense"),
            peace,
            peace**2,
            peace**3,
        ]
    )
    in_dispute = (went_on > 0) & (began == 0)
    kept = known & ~in_dispute
    return Onset(
        began[kept],
        regressors[kept],
        one[kept].astype(int),
        two[kept].astype(int),
        len(one),
        int(in_dispute.sum()),
        int((~known & ~in_dispute).sum()),
    )


def _of(rows: pa.Table, name: str) -> np.ndarray:
    """A column as numbers, NaN where it is missing."""
    return rows[name].cast(pa.float64()).to_numpy(zero_copy_only=False)


def peace_years(
    one: np.ndarray, two: np.ndarray, year: np.ndarray, dispute: np.ndarray
) -> np.ndarray:
    """Return years since the last with a dispute: 0 in the year after it, and the dyad's first."""
    order = np.lexsort((year, two, one))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(one[order]) != 0) | (np.diff(two[order]) != 0)
    restart = first.copy()
    restart[1:] |= dispute[order][:-1]
    began = np.maximum.accumulate(np.where(restart, np.arange(len(order)), 0))
    peace = np.empty(len(order))
    peace[order] = year[order] - year[order][began]
    return peace
