"""Periods in which a pair that had an incident may climb: outcome tables on plain arrays.

Time is counted in months since year 0 (`12 * year + month - 1`). An incident begins in some month
from `first` to `last`, both included, the same where the month is known, and stands on a rung. A
pair is at risk at the end of a period when an incident has surely begun by then, none is on the
highest rung, and the latest lies no more than `memory` months back. It climbs within h months when
an incident on a higher rung than the latest begins in the h months after the period.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["RiskPeriods", "month_of", "risk_periods"]

TOP = 5


@dataclass(frozen=True, slots=True)
class RiskPeriods:
    """One row per period at risk of one pair, in order of time.

    `ends` (n) is the last month of the period, `level` (n) the rung of the latest incident (the
    highest where several begin at once), `since` (n) the months from it to `ends`, `incidents` (n)
    how many have surely begun. `climbs` (n, horizons) is 1 where a higher rung is surely reached
    within the horizon, 0 where it surely is not, NaN where the record does not reach so far or an
    uncertain month leaves it open.
    """

    ends: NDArray[np.int64]
    level: NDArray[np.int64]
    since: NDArray[np.int64]
    incidents: NDArray[np.int64]
    climbs: NDArray[np.float64]


def month_of(year: int, month: int) -> int:
    """Return a calendar month (1 to 12) of a year as a number that goes up by one each month."""
    return 12 * year + month - 1


def risk_periods(
    first: ArrayLike,
    last: ArrayLike,
    levels: ArrayLike,
    *,
    covered: tuple[int, int],
    step: int,
    horizons: Sequence[int],
    memory: int = 120,
) -> RiskPeriods:
    """Return the periods of `step` months in which one pair is at risk of a higher rung.

    `first`, `last` and `levels` (k) are those of its incidents, in any order. `covered` are the
    first and last month that the record surely lists; periods are those of the calendar (a step of
    6 gives half-years) that lie wholly in it. No incident gives no period. Raises ValueError for
    lengths that differ, an incident that ends before it begins or lies outside the record, a level
    outside 1 to 5, and a step or horizon below one month.
    """
    begins, sure, rung = (np.asarray(one, np.int64) for one in (first, last, levels))
    _check(begins, sure, rung, covered, (step, *horizons))
    order = np.lexsort((rung, sure))
    begins, sure, rung = begins[order], sure[order], rung[order]
    ends = np.arange(covered[0] - covered[0] % step + step - 1, covered[1] + 1, step)
    ends = ends[ends - step + 1 >= covered[0]]
    begun = np.searchsorted(sure, ends, side="right")
    # The latest has the highest rung of those that begin in its month, as they are sorted.
    latest = np.maximum(begun - 1, 0)
    if not len(rung):
        ends, begun, latest = ends[:0], begun[:0], latest[:0]
    since = ends - sure[latest]
    at_risk = (begun > 0) & (since <= memory) & (rung[latest] < TOP)
    ends, begun, level, since = ends[at_risk], begun[at_risk], rung[latest][at_risk], since[at_risk]
    climbs = np.column_stack(
        [_climbs(begins, sure, rung, ends, level, each, covered[1]) for each in horizons]
        or [np.empty((len(ends), 0))]
    )
    return RiskPeriods(ends, level, since, begun, climbs)


def _climbs(
    begins: NDArray[np.int64],
    sure: NDArray[np.int64],
    rung: NDArray[np.int64],
    ends: NDArray[np.int64],
    level: NDArray[np.int64],
    horizon: int,
    covered: int,
) -> NDArray[np.float64]:
    higher = rung[None, :] > level[:, None]
    after, until = ends[:, None] + 1, ends[:, None] + horizon
    surely = (higher & (begins >= after) & (sure <= until)).any(axis=1)
    maybe = (higher & (sure >= after) & (begins <= until)).any(axis=1)
    seen = ends + horizon <= covered
    return np.where(surely, 1.0, np.where(~maybe & seen, 0.0, np.nan))


def _check(
    begins: NDArray[np.int64],
    sure: NDArray[np.int64],
    rung: NDArray[np.int64],
    covered: tuple[int, int],
    lengths: Sequence[int],
) -> None:
    if not len(begins) == len(sure) == len(rung):
        raise ValueError("incidents have as many first months as last months and levels")
    if (begins > sure).any():
        raise ValueError("an incident's last possible month comes before its first")
    if len(rung) and not ((rung >= 1) & (rung <= TOP)).all():
        raise ValueError("a rung is a hostility level from 1 to 5")
    if (begins < covered[0]).any() or (sure > covered[1]).any():
        raise ValueError("an incident lies outside the months that its record covers")
    if min(lengths) < 1:
        raise ValueError("a step and a horizon are one month or more")
