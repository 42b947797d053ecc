r"""Changes in the rate of a long series: found by PELT, each then given its interval and effect.

PELT (Killick, Fearnhead & Eckley 2012, "Optimal detection of changepoints with a linear
computational cost", *Journal of the American Statistical Association* 107(500), 1590-1598), as
`ruptures` has it, finds the places :math:`\tau` that make the cost of all stretches plus a penalty
for each change least. The cost of a stretch with sums S and E is minus twice its greatest Poisson
log likelihood over the overdispersion :math:`\varphi`, but for what no place changes:
:math:`-2\,(S \log(S/E) - S) / \varphi`.

The penalty is what a change must gain to count. A change has two unknowns, its place and a rate.
"sic" (Schwarz): :math:`2 \log n`. "mbic" (after Zhang & Siegmund 2007, "A modified Bayes
information criterion …", *Biometrics* 63(1), 22-32, whose term for the lengths of the stretches is
left out): :math:`3 \log n`, for a place in a long series is found by searching, and costs more.
A number is taken as it is. With the larger penalty fewer changes are found, and fewer in error.

:math:`\varphi` is estimated from neighbours, which a few changes hardly touch: of two counts
:math:`y_1, y_2` over equal exposures :math:`(y_1 - y_2)^2 / (y_1 + y_2)` is 1 on the average if
Poisson; sums are taken over all pairs, and :math:`\varphi` is at least 1.

PELT gives bare places. Around each, `change_points` finds the exact posterior of one change in the
window that reaches half way to the next change on either side, at most 1,000 covered periods.
Places are tried every n / 2,000 periods in a series longer than that; the exact posterior then
refines them, but two changes closer together than two such steps are taken for one.
"""

from dataclasses import dataclass, replace
from math import log
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.levels.changes import Change, change_points
from foedus.relations.measures.levels.covered_series import checked_series
from foedus.relations.measures.levels.segments import Floats

__all__ = ["LongChanges", "long_change_points", "overdispersion"]

PLACES_TRIED = 2_000
WINDOW = 1_000
PENALTIES = {"sic": 2.0, "mbic": 3.0}


@dataclass(frozen=True, slots=True)
class LongChanges:
    """The changes of a long series, in order of time, each as the exact posterior has it.

    `changes` are as in `Changes`, their indices those of the whole series, but that `posterior`
    covers only the window of the change; `windows` are the first and last index of each, within
    which exactly one change is supposed. `penalty` is what was paid per change, `overdispersion`
    the estimate it was paid in, `step` how many covered periods lie between places tried.
    """

    changes: tuple[Change, ...]
    windows: tuple[tuple[int, int], ...]
    penalty: float
    overdispersion: float
    step: int


def long_change_points(
    counts: ArrayLike,
    exposures: ArrayLike | None = None,
    *,
    penalty: Literal["sic", "mbic"] | float = "mbic",
) -> LongChanges:
    """Return the changes in the rate of a long series of counts, each with interval and effect.

    `counts` (n) and `exposures` (n) are as for `change_points`, which is exact and better up to a
    few thousand periods. Raises ValueError as it does, and for a penalty that is not positive or
    has another name. A series of fewer than four covered periods has no change.
    """
    values, lengths = checked_series(counts, exposures)
    covered = np.nonzero(lengths > 0)[0]
    values, lengths = values[covered], lengths[covered]
    lengths = lengths / lengths.mean()
    n = len(covered)
    paid = _paid(penalty, n)
    spread = overdispersion(values, lengths)
    step = -(-n // PLACES_TRIED)
    places = _pelt(values, lengths, paid * spread, step) if n >= 4 * step else []
    bounds = [0, *places, n]
    changes, windows = [], []
    for before, place, after in zip(bounds, places, bounds[2:], strict=False):
        first = max((before + place) // 2 if before else 0, place - WINDOW // 2)
        last = min((place + after + 1) // 2 if after < n else n, place + WINDOW // 2)
        window = slice(int(covered[first]), int(covered[last - 1]) + 1)
        changes.append(_refined(counts, exposures, window))
        windows.append((window.start, window.stop - 1))
    return LongChanges(tuple(changes), tuple(windows), paid, spread, step)


def overdispersion(counts: Floats, exposures: Floats) -> float:
    """Return variance over mean of counts about a rate that seldom changes, at least 1."""
    both = exposures[:-1] + exposures[1:]
    pairs = counts[:-1] + counts[1:]
    expected = pairs * exposures[:-1] * exposures[1:] / both**2
    if expected.sum() == 0:
        return 1.0
    apart = counts[:-1] - pairs * exposures[:-1] / both
    return max(1.0, float((apart**2).sum() / expected.sum()))


def _paid(penalty: str | float, n: int) -> float:
    if isinstance(penalty, str):
        if penalty not in PENALTIES:
            raise ValueError(f"penalty '{penalty}' is neither a number nor one of sic, mbic")
        return PENALTIES[penalty] * float(np.log(n))
    if not penalty > 0:
        raise ValueError(f"a penalty is positive, not {penalty}")
    return float(penalty)


def _refined(counts: ArrayLike, exposures: ArrayLike | None, window: slice) -> Change:
    within = np.asarray(counts, dtype=float)[window]
    lengths = None if exposures is None else np.asarray(exposures, dtype=float)[window]
    (found,) = change_points(within, lengths, family="counts", most=1).supposing(1)
    return replace(
        found,
        first=found.first + window.start,
        last=found.last + window.start,
        mode=found.mode + window.start,
    )


def _pelt(counts: Floats, exposures: Floats, penalty: float, step: int) -> list[int]:
    """Return the first period of each new stretch; `penalty` in units of Poisson deviance."""
    # Half a second to import, and for long series only.
    from ruptures.base import BaseCost  # noqa: PLC0415
    from ruptures.detection.pelt import Pelt  # noqa: PLC0415

    class PoissonDeviance(BaseCost):
        model = "poisson"
        min_size = 1

        def fit(self, signal: NDArray[np.float64]) -> "PoissonDeviance":
            self.signal = signal
            self._sums = np.concatenate([[0.0], np.cumsum(counts)]).tolist()
            self._times = np.concatenate([[0.0], np.cumsum(exposures)]).tolist()
            return self

        def error(self, start: int, end: int) -> float:
            events = self._sums[end] - self._sums[start]
            if events == 0:
                return 0.0
            rate = events / (self._times[end] - self._times[start])
            return 2.0 * events * (1.0 - log(rate))

    pelt: Any = Pelt
    search = pelt(custom_cost=PoissonDeviance(), min_size=1, jump=step)
    *places, _ = search.fit(counts[:, None]).predict(pen=penalty)
    return [int(place) for place in places]
