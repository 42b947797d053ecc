r"""A lower CUSUM of counts: the alarm for a speaker that has fallen quiet, with its run length.

After each period :math:`C \leftarrow \max(0, C + k - x)`; the alarm sounds when :math:`C \ge h`.
The reference k lies between the mean :math:`\mu` and the mean it is to find quickest,
:math:`m \mu`: the value at which the likelihood ratio of the two is 1 (Lucas 1985, "Counted data
CUSUM's", *Technometrics* 27(2)),

.. math:: k = \mu (1 - m) / \log(1 / m), \qquad
          k = \frac{\mu}{\phi} \frac{\log\frac{1 + \phi}{1 + m \phi}}
              {\log\frac{1 + m \phi}{m (1 + \phi)}}

for Poisson counts, and for negative binomial ones of variance :math:`(1 + \phi) \mu`. k is rounded
to a fraction, so that C moves on a lattice and is a finite Markov chain: the average run length is
the solution of :math:`(I - Q) L = 1`, exactly, from C = 0 (Brook & Evans 1972, "An approach to the
probability distribution of CUSUM run length", *Biometrika* 59(3), 539-549). h is the lowest that
runs as long as wished while nothing has changed.

Limits: the run length holds for a constant volume of documents, the mean and excess given, and
independent counts. `runs` may be asked for other means, such as the ends of the rate's interval.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

__all__ = ["QuietChart", "quiet_chart"]

LONGEST = 1e7
_PARTS = 5
_MOST_STATES = 2000
_LEAST_EXCESS = 1e-9


@dataclass(frozen=True, slots=True)
class QuietChart:
    """A lower CUSUM for counts of one mean per period.

    `reference` is k and `threshold` h, both multiples of 1 / `parts`, in mentions. `run_length` is
    the average number of periods to a false alarm at `mean`, at least the wished one;
    `found_after` the average number until the alarm once the mean has fallen to `factor` of it.
    """

    mean: float
    excess: float
    factor: float
    parts: int
    reference: float
    threshold: float
    run_length: float
    found_after: float

    def runs(self, mean: float) -> float:
        """Return the average run length, in periods, when the mean is another, above 0 and finite.

        Infinite where it is beyond what floats can solve.
        """
        if not 0 < mean < math.inf:
            raise ValueError(f"a mean is above zero and finite, not {mean}")
        return _run_length(
            mean,
            self.excess,
            round(self.reference * self.parts),
            round(self.threshold * self.parts),
            self.parts,
        )

    def path(self, counts: ArrayLike, shares: ArrayLike) -> NDArray[np.float64]:
        """Return C after each period (n); `shares` (n) are volumes over that of the mean.

        A period without documents (share 0) leaves C where it was. The alarm sounds in a period
        after which C is `threshold` or more; the chart then begins again from 0. Raises ValueError
        for counts and shares of different lengths, negative, NaN or infinite.
        """
        said, volumes = np.asarray(counts, dtype=float), np.asarray(shares, dtype=float)
        if said.ndim != 1 or said.shape != volumes.shape:
            raise ValueError(f"counts {said.shape} and shares {volumes.shape}: one of each")
        if not ((said >= 0) & (volumes >= 0) & np.isfinite(said + volumes)).all():
            raise ValueError("a count or a share is negative, NaN or infinite")
        levels = np.zeros(len(said))
        level = 0.0
        pairs = zip(said.tolist(), volumes.tolist(), strict=True)
        for each, (count, share) in enumerate(pairs):
            level = max(0.0, level + self.reference * share - count)
            levels[each] = level
            # C and h are on one lattice; rounding must not let the alarm pass.
            if level >= self.threshold - 1e-9:
                levels[each] = max(level, self.threshold)
                level = 0.0
        return levels


def quiet_chart(
    mean: float, wished_run: float, *, excess: float = 0.0, factor: float = 0.25
) -> QuietChart:
    """Return the chart that sounds a false alarm every `wished_run` periods or later, on average.

    `mean` is that of the counts of one period, `excess` their variance over it, less 1; `factor`
    the share of the mean that a silence leaves. Raises ValueError for a mean or run that is not
    positive and finite, a factor outside 0 to 1, or a mean so small or so large that no chart of
    the wished run can be computed.
    """
    if not (0 < mean < math.inf and 1 <= wished_run <= LONGEST and 0 <= excess < math.inf):
        raise ValueError(
            f"a mean of {mean}, an excess of {excess} and a run of {wished_run} periods: the mean "
            f"must be positive, the excess not negative, the run from 1 to {LONGEST:.0f}"
        )
    if not 0 < factor < 1:
        raise ValueError(f"a silence leaves a share of the mean between 0 and 1, not {factor}")
    reference = _reference(mean, excess, factor)
    parts = math.ceil(_PARTS / min(reference, 1))
    step = max(1, round(reference * parts))
    low, high = 0, step
    if high > _MOST_STATES:
        raise ValueError(f"{mean} mentions a period are too many for a chart; take shorter periods")
    while _run_length(mean, excess, step, high, parts) < wished_run:
        low, high = high, 2 * high
        if high > 2 * _MOST_STATES:
            raise ValueError(
                f"with {mean} mentions a period, a chart that runs {wished_run:.0f} periods needs "
                "too many states; take longer periods"
            )
    while high - low > 1:
        middle = (low + high) // 2
        if _run_length(mean, excess, step, middle, parts) < wished_run:
            low = middle
        else:
            high = middle
    return QuietChart(
        mean=mean,
        excess=excess,
        factor=factor,
        parts=parts,
        reference=step / parts,
        threshold=high / parts,
        run_length=_run_length(mean, excess, step, high, parts),
        found_after=_run_length(mean * factor, excess, step, high, parts),
    )


def _reference(mean: float, excess: float, factor: float) -> float:
    if excess <= _LEAST_EXCESS:
        return mean * (1 - factor) / -math.log(factor)
    whole, left = 1 + excess, 1 + factor * excess
    return mean / excess * math.log(whole / left) / math.log(left / (factor * whole))


def _run_length(mean: float, excess: float, step: int, states: int, parts: int) -> float:
    """Return the average periods from 0 until the chain on 0 … states - 1 leaves upwards."""
    top = (states - 1 + step) // parts + 1
    chances = _chances(top, mean, excess)
    above = 1 - np.concatenate([[0.0], np.cumsum(chances)])
    moves = np.zeros((states, states))
    here = np.arange(states)
    for count in range(top + 1):
        there = here + step - parts * count
        inside = (there > 0) & (there < states)
        moves[here[inside], there[inside]] += chances[count]
    # From a state all counts from the first that brings C to 0 or below lead to 0.
    moves[:, 0] += np.maximum(above[(here + step + parts - 1) // parts], 0.0)
    lengths = np.linalg.solve(np.eye(states) - moves, np.ones(states))
    # The first entry grows without bound with h; past the precision of floats it is meaningless.
    return float(lengths[0]) if lengths[0] > 0 else math.inf


def _chances(top: int, mean: float, excess: float) -> NDArray[np.float64]:
    counts = np.arange(top + 1)
    if excess <= _LEAST_EXCESS:
        logs = special.xlogy(counts, mean) - mean - special.gammaln(counts + 1)
    else:
        size = mean / excess
        logs = (
            special.gammaln(counts + size)
            - special.gammaln(size)
            - special.gammaln(counts + 1)
            - size * math.log1p(excess)
            + counts * math.log(excess / (1 + excess))
        )
    return np.asarray(np.exp(logs))
