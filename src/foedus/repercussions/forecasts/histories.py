"""What a dyad's and a state's past says of the next year, each year only from years before it."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["faded_counts", "peace_years"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


def peace_years(dyad: Places, year: Places, dispute: NDArray[np.bool_]) -> Floats:
    """Return years since the dyad's last with a dispute, or its first: 0 in the year after it.

    Rows (n,) are dyad-years, each once. N. Beck, J. N. Katz and R. Tucker, American Journal of
    Political Science 42, 1998, 1260-1288; D. B. Carter and C. S. Signorino, Political Analysis 18,
    2010, 271-292, for its cube.
    """
    order = np.lexsort((year, dyad))
    restart = np.ones(len(order), dtype=bool)
    restart[1:] = (np.diff(dyad[order]) != 0) | dispute[order][:-1]
    began = np.maximum.accumulate(np.where(restart, np.arange(len(order)), 0))
    peace = np.empty(len(order))
    peace[order] = year[order] - year[order][began]
    return peace


def faded_counts(owners: Places, year: Places, event: Floats, half_life: float) -> Floats:
    """Return (n, k): entering each year, each owner's events of years before, fading.

    `owners` (n, k) are those that share a row's event: the dyad, or its two states. An event of the
    year before counts whole, and half as much for every `half_life` years more.
    """
    _, who = np.unique(owners, return_inverse=True)
    who = who.reshape(owners.shape)
    standing = np.zeros(int(who.max(initial=-1)) + 1)
    found = np.zeros(owners.shape)
    order = np.argsort(year, kind="stable")
    years, starts = np.unique(year[order], return_index=True)
    fading = 0.5 ** (1 / half_life)
    before = int(years[0]) - 1 if len(years) else 0
    for this, rows in zip(years.tolist(), np.split(order, starts[1:]), strict=False):
        standing *= fading ** (this - before - 1)
        before = this
        found[rows] = standing[who[rows]]
        standing *= fading
        fresh = rows[event[rows] > 0]
        for column in range(owners.shape[1]):
            np.add.at(standing, who[fresh, column], event[fresh])
    return found
