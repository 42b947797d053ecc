r"""Has the rate of a series just changed? Watched period by period, with what is known by then.

Bayesian online detection of changes (Adams & MacKay 2007, "Bayesian online changepoint detection",
arXiv:0710.3742). Before each period a new run begins with chance h = 1 / `expected_run`; within a
run the counts are Poisson with a Gamma posterior, or negative binomial with a Beta posterior, in
the forms of :mod:`segments`. Let :math:`w_s` be the weight of the run that began at period s and
:math:`\pi_s(y)` its predictive chance of the new count:

.. math:: w_s \leftarrow (1 - h)\, w_s\, \pi_s(y) \quad (s < t), \qquad
          w_t \leftarrow h \textstyle\sum_s w_s \; \pi_t(y).

The prior of a run is worth one event at the mean rate of all periods before it (of the first
period, for the first run), so nothing is used that was not yet known. Runs whose probability falls
below 1e-10 are dropped for good; `dropped` adds them up.

Conventions: a period with exposure 0 or an unknown count (NaN) lets time pass and says nothing.
Range: probabilities 0 to 1. Limits: `expected_run` and `dispersion` are given, not learnt; a
watcher who looks daily and acts above a threshold will be wrong at the rate that the threshold and
`expected_run` imply, if the model is right. For the places of past changes `change_points` is
better: it knows what came after.
"""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from foedus.relations.measures.levels.changes import MASS, shortest_run
from foedus.relations.measures.levels.constant_rates import LEAST_DISPERSION
from foedus.relations.measures.levels.covered_series import checked_series
from foedus.relations.measures.levels.quantiles import quantile
from foedus.relations.measures.levels.segments import Floats

__all__ = ["ChangeWatch", "Watched", "change_watch"]

EXPECTED_RUN = 100.0
DROPPED_BELOW = 1e-10


@dataclass(frozen=True, slots=True)
class ChangeWatch:
    """What is known of the present run of a series after some periods; `after` adds one.

    `begins` (runs) are the periods at which the run may have begun (0 is the first one watched) and
    `probabilities` (runs) their chances, which sum to one. `periods` is how many were watched,
    `dropped` the sum of the chances of runs no longer followed. `events`, `times`, `prior_rate`
    (runs) are the sums of each run and the weight of its prior; `all_events` and `all_times` those
    of all periods. `dispersion` is 1 / size, 0 for Poisson.
    """

    expected_run: float = EXPECTED_RUN
    dispersion: float = 0.0
    periods: int = 0
    begins: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, np.int64))
    probabilities: Floats = field(default_factory=lambda: np.ones(1))
    events: Floats = field(default_factory=lambda: np.zeros(1))
    times: Floats = field(default_factory=lambda: np.zeros(1))
    prior_rate: Floats = field(default_factory=lambda: np.zeros(1))
    all_events: float = 0.0
    all_times: float = 0.0
    dropped: float = 0.0

    def after(self, count: float, exposure: float = 1.0) -> Self:
        """Return what is known after one more period.

        Raises ValueError for a count or an exposure that `change_points` refuses.
        """
        values, lengths = (
            ([0.0], [0.0]) if exposure == 0 and not count > 0 else _one(count, exposure)
        )
        return self._after(float(values[0]), float(lengths[0]))

    def _after(self, count: float, exposure: float) -> Self:
        fresh = self._fresh_prior(count, exposure)
        if self.all_times == 0:
            begins, weights = self.begins, self.probabilities
            events, times, prior = np.zeros(1), np.zeros(1), np.full(1, fresh)
            if self.periods == 0 or exposure == 0:
                begins, weights = np.zeros(1, np.int64), np.ones(1)
        else:
            hazard = 1 / self.expected_run
            begins = np.append(self.begins, self.periods)
            weights = np.append(self.probabilities * (1 - hazard), hazard)
            events, times = np.append(self.events, 0.0), np.append(self.times, 0.0)
            prior = np.append(self.prior_rate, fresh)
        if exposure > 0:
            logs = np.log(weights) + self._predictive(count, exposure, events, times, prior)
            weights = np.exp(logs - logs.max())
            weights /= weights.sum()
        kept = weights >= DROPPED_BELOW
        return type(self)(
            self.expected_run,
            self.dispersion,
            self.periods + 1,
            begins[kept],
            weights[kept] / weights[kept].sum(),
            events[kept] + count,
            times[kept] + exposure,
            prior[kept],
            self.all_events + count,
            self.all_times + exposure,
            self.dropped + float(weights[~kept].sum()),
        )

    def changed_within(self, periods: int) -> float:
        """Return the chance that the present run began within the last `periods` periods."""
        recent = (self.begins > 0) & (self.begins >= self.periods - periods)
        return float(self.probabilities[recent].sum())

    def last_change(self) -> tuple[int, int] | None:
        """Return the shortest run of periods that holds the last change with 90 %.

        Supposing that there was one; None while no run but the first is followed.
        """
        by_period = np.zeros(self.periods)
        by_period[self.begins] = self.probabilities
        by_period[0] = 0
        whole = by_period.sum()
        return shortest_run(by_period / whole, MASS) if whole > 0 else None

    def effect(self) -> tuple[float, float, float] | None:
        """Return the present rate over that of all periods before the last change.

        Posterior median, 5 % and 95 % quantile, supposing a change; None while none is followed.
        With dispersion both rates count as known from fewer events, by 1 + dispersion times rate.
        """
        later = (self.begins > 0) & (self.all_times > self.times) & (self.times > 0)
        if not later.any():
            return None
        weights = self.probabilities[later] / self.probabilities[later].sum()
        new, new_time = 1 + self.events[later], self.prior_rate[later] + self.times[later]
        old = 1 + self.all_events - self.events[later]
        old_time = self.prior_rate[later] + self.all_times - self.times[later]
        offset = np.log(new_time) - np.log(old_time)
        widened = 1 + self.dispersion * new / new_time
        centres = special.digamma(new) - special.digamma(old) - offset
        spreads = np.sqrt(special.polygamma(1, new) + special.polygamma(1, old))

        def below(value: float) -> float:
            at = special.expit(value + offset)
            return float(weights @ special.betainc(new / widened, old / widened, at))

        centre = float(weights @ centres)
        spread = float(np.sqrt(weights @ (spreads**2 + (centres - centre) ** 2)))
        low, middle, high = (
            float(np.exp(quantile(below, level, centre, spread)))
            for level in ((1 - MASS) / 2, 0.5, (1 + MASS) / 2)
        )
        return middle, low, high

    def _fresh_prior(self, count: float, exposure: float) -> float:
        if self.all_times > 0:
            return self.all_times / (self.all_events + 0.5)
        return exposure / (count + 0.5)

    def _predictive(
        self, count: float, exposure: float, events: Floats, times: Floats, prior: Floats
    ) -> Floats:
        """Return the log chance of a count in each run, but for what all runs share."""
        shape, rate = 1 + events, prior + times
        if self.dispersion == 0:
            found: Floats = (
                special.gammaln(shape + count)
                - special.gammaln(shape)
                + shape * (np.log(rate) - np.log(rate + exposure))
                - count * np.log(rate + exposure)
            )
            return found
        sizes = 1 + rate / self.dispersion
        more = exposure / self.dispersion
        wide: Floats = special.betaln(sizes + more, shape + count) - special.betaln(sizes, shape)
        return wide


@dataclass(frozen=True, slots=True)
class Watched:
    """How a series looked on each of its n periods to somebody who knew no later one.

    `changed` (n) is the chance, after each period, of a change within the last `recent` periods,
    that period included; `likeliest` (n) the likeliest beginning of the run it belonged to, 0 for
    the first run. `now` is what is known at the end, to which further periods can be added.
    """

    recent: int
    changed: Floats
    likeliest: NDArray[np.int64]
    now: ChangeWatch


def change_watch(
    counts: ArrayLike,
    exposures: ArrayLike | None = None,
    *,
    recent: int = 7,
    expected_run: float = EXPECTED_RUN,
    dispersion: float = 0.0,
) -> Watched:
    """Return how likely a recent change was after each period of a series, in order of time.

    `counts` (n) and `exposures` (n) are as for `change_points`. `recent` is how many periods count
    as recent, `expected_run` how many periods a rate lasts on the average, `dispersion` 1/size of
    the negative binomial (`Changes.dispersion`), 0 for Poisson.

    Raises ValueError as `change_points` does, and for an `expected_run` not above 1 or infinite, a
    `dispersion` that is neither 0 nor between 1e-9 and 1e9, or a `recent` below 1.
    """
    if not 1 < expected_run < np.inf or not recent >= 1:
        raise ValueError(
            f"expected_run {expected_run} must be above 1 and finite, recent {recent} at least 1"
        )
    if dispersion != 0 and not LEAST_DISPERSION <= dispersion <= 1 / LEAST_DISPERSION:
        raise ValueError(f"a dispersion is 0, or from 1e-9 to 1e9, not {dispersion}")
    values, lengths = checked_series(counts, exposures)
    watch = ChangeWatch(expected_run=expected_run, dispersion=dispersion)
    changed, likeliest = np.zeros(len(values)), np.zeros(len(values), np.int64)
    for period, (count, exposure) in enumerate(zip(values, lengths, strict=True)):
        watch = watch._after(float(count), float(exposure))
        changed[period] = watch.changed_within(recent)
        likeliest[period] = watch.begins[watch.probabilities.argmax()]
    return Watched(recent, changed, likeliest, watch)


def _one(count: float, exposure: float) -> tuple[Floats, Floats]:
    if np.isnan(count) and np.isfinite(exposure) and exposure >= 0:
        return np.zeros(1), np.zeros(1)
    return checked_series([count], [exposure])
