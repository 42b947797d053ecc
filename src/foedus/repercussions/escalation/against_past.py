"""An index against a pair's own past, which says what it does not know: arithmetic on arrays.

Each part is measured against itself: the share of the months before it, covered by the same source,
in which the part was lower, months alike counted half (the percentile rank of a month among the
pair's own past). A part is then between 0 and 1 whatever its unit; one half is as usual, 1 more
than in any month before. The index of a month is the weighted mean of its parts.

A part that is not known in a month is not zero. What is known bounds the index: `low` supposes
every unknown part at 0, `high` at 1, and `middle`, between them, is the mean of the known parts
alone. Percentile ranks rather than standard scores, as a score has no bounds, so that nothing could
be said of an index with a part missing, and as counts of threats or tests are far from normal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["LEAST", "PAST", "IndexRange", "index_range", "rank_in_past"]

PAST = 120
"""Months looked back at: ten years."""
LEAST = 24
"""Covered months of a past below which nothing is said of a part."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IndexRange:
    """The index of each month (n): its range, and the mean of the parts that are known.

    `low` and `high` bound it whatever the unknown parts are; `middle` is NaN where no part is
    known. `known` (n) is the share of all weight that the known parts have.
    """

    low: Floats
    high: Floats
    middle: Floats
    known: Floats


def rank_in_past(values: ArrayLike, *, past: int = PAST, least: int = LEAST) -> Floats:
    """Return of each month (n) the share of its past in which the value was lower, ties half.

    NaN in `values` is a month nobody covers: it has no rank and is in nobody's past. A month with
    fewer than `least` covered ones among the `past` before it has none. Raises ValueError for an
    infinite value, and for no past.
    """
    series = np.asarray(values, float)
    if np.isinf(series).any() or not 0 < least <= past:
        raise ValueError("a part is finite or unknown, and held against at least one month")
    found = np.full(len(series), np.nan)
    for month in range(len(series)):
        before = series[max(0, month - past) : month]
        before = before[~np.isnan(before)]
        if np.isnan(series[month]) or len(before) < least:
            continue
        lower, alike = (before < series[month]).sum(), (before == series[month]).sum()
        found[month] = (lower + alike / 2) / len(before)
    return found


def index_range(ranks: ArrayLike, weights: ArrayLike) -> IndexRange:
    """Return the index of each month from the ranks of its parts (parts, n) and their weights.

    Raises ValueError for no part, a weight that is not above 0, or a rank outside 0 to 1.
    """
    parts, weight = np.atleast_2d(np.asarray(ranks, float)), np.asarray(weights, float)
    if not len(weight) or len(parts) != len(weight) or not (weight > 0).all():
        raise ValueError("an index has at least one part, and each part a weight above 0")
    if ((parts < 0) | (parts > 1)).any():
        raise ValueError("a rank lies between 0 and 1")
    share = (weight / weight.sum())[:, None]
    unknown = np.isnan(parts)
    low = (share * np.where(unknown, 0.0, parts)).sum(axis=0)
    missing = (share * unknown).sum(axis=0)
    known = 1 - missing
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = np.where(unknown.all(axis=0), np.nan, low / known)
    return IndexRange(low, np.minimum(low + missing, 1.0), middle, known)
