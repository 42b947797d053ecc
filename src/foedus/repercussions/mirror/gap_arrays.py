"""Gaps between what an importer and an exporter report of one flow, on arrays.

**Gap.** The importer counts cost, insurance and freight (c.i.f.), the exporter does not (f.o.b.),
so `m` received and `x` sent agree where `m = x (1 + f)` with a margin of freight `f`. With `f`
known only to lie from `f_low` to `f_high`, the gap `m - x (1 + f)` lies from `m - x (1 + f_high)`
to `m - x (1 + f_low)`: more arrived than was sent where both ends are above 0, less where both are
below. The margin is at least the 6 % that the International Monetary Fund uses where one side is
to be estimated from the other (*Direction of Trade Statistics Yearbook 2017*, introduction); its
upper end, 10 %, is our assumption. It differs by route and good, which no single range catches:
give your own where you know better.

**Ordinary gaps.** Reports differ for many reasons that are no evasion. How unusual a gap is, is
told against the others of the same table: the share of flows, itself counted, whose `log(m / x)`
lies at least as far from the median (a rank among all; where no flow is special, a p-value). Below
`LEAST` flows with both reports it is not told.

**Goods by way of others.** An exporter records the last destination it knows, an importer where the
goods were made. What `x` sent to a third country and was cleared elsewhere shows as less arriving
there and more here. `by_others` is the most of a gap that this could explain: all that the same
exporter's other flows of that period and product are out of balance the other way.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["FREIGHT", "LEAST", "by_others", "gap_bounds", "rarity"]

FREIGHT = (0.06, 0.10)
"""The margin of freight and insurance, as a share of the value without it: from, to."""
LEAST = 20
"""Flows with both reports below which a gap is not called usual or unusual."""


def gap_bounds(
    received: NDArray[np.float64],
    sent: NDArray[np.float64],
    freight: tuple[float, float] = FREIGHT,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the greatest gap of each flow, NaN where a report is NaN.

    Raises ValueError for a margin that is negative or ends before it begins.
    """
    low, high = freight
    if not 0 <= low <= high:
        raise ValueError(f"a margin of freight goes from 0 up, not from {low} to {high}")
    return received - sent * (1 + high), received - sent * (1 + low)


def rarity(received: NDArray[np.float64], sent: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each flow the share of flows that are as far from the ordinary, itself counted.

    NaN where a report is NaN or 0, and everywhere when fewer than `LEAST` flows have both.
    """
    both = (received > 0) & (sent > 0)
    found = np.full(len(received), np.nan)
    if both.sum() < LEAST:
        return found
    ratio = np.log(received[both] / sent[both])
    far = np.abs(ratio - np.median(ratio))
    nearer = np.searchsorted(np.sort(far), far * (1 - 1e-12), side="left")
    found[both] = (len(far) - nearer) / len(far)
    return found


def by_others(
    exporter: NDArray[np.int64], low: NDArray[np.float64], high: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the most of each gap that the same exporter's other flows could explain, in value.

    `exporter` numbers exporter, period and product together; a gap that may be none has 0, one that
    is not known NaN.
    """
    most_short = np.clip(np.nan_to_num(-low), 0.0, None)
    most_over = np.clip(np.nan_to_num(high), 0.0, None)
    groups = int(exporter.max(initial=-1)) + 1
    short = np.bincount(exporter, most_short, groups)[exporter] - most_short
    over = np.bincount(exporter, most_over, groups)[exporter] - most_over
    found = np.where(low > 0, np.minimum(short, high), 0.0)
    found = np.where(high < 0, np.minimum(over, -low), found)
    return np.where(np.isnan(low), np.nan, found)
