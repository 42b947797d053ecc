r"""When did the level of a series change, how often, and by how much? Exact, no sampling.

Model: the series falls into stretches of one level each; :mod:`segments` has the three families
(Poisson and negative binomial counts over exposures, a continuous normal series) and
:mod:`segmentation` the sum over all sets of places. Prior: one half for no change; each further
change half as likely as the one before it, up to `most`; given the number, all places are equally
likely. With `most` = 1 this is the model of Raftery & Akman 1986, "Bayesian analysis of a Poisson
process with a change-point", *Biometrika* 73(1), 85-89, for yearly counts as in Carlin, Gelfand &
Smith 1992, "Hierarchical Bayesian analysis of changepoint problems", *Applied Statistics* 41(2),
389-405, and costs n, not n². The spread that the negative binomial and the normal family share
among stretches is integrated by quadrature (:mod:`dispersions`).

Conventions: index 0 is the first period; a change "at" index k means that k is the first period of
the new level. Missing data: a period with exposure 0, or with a count that is NaN, says nothing. A
change within a run of such periods is equally likely anywhere in it, and there is at most one in
it; before the first and after the last covered period nothing can be said, and the chance is 0.
Range: probabilities 0 to 1, ratios above 0.

Limits: stretches are level, periods within them independent. A trend, or a season, is cut into
steps. Where `probabilities[-1]` is not small, `most` was too few.
"""

from dataclasses import dataclass, field, replace
from math import exp
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.levels.change_effects import Node, effect_quantiles
from foedus.relations.measures.levels.covered_series import NARROWEST, checked_series
from foedus.relations.measures.levels.dispersions import Weighed, segmentations
from foedus.relations.measures.levels.segmentation import LOT, Segmentation, TooManyChanges
from foedus.relations.measures.levels.segments import Floats

__all__ = ["MASS", "Change", "Changes", "change_points", "shortest_run"]

MASS = 0.9
"""What every interval holds."""
PROBABILITY_OF_NO_CHANGE = 0.5
MOST = 12
_NEGLIGIBLE = 1e-5

Family = Literal["poisson", "negative binomial", "normal", "counts"]


@dataclass(frozen=True, slots=True)
class Change:
    """One of the changes of a series, supposing the number of changes it was asked for.

    `first` and `last` are the ends, both included, of the shortest run of indices that holds the
    first period of the new level with at least 90 %, `mode` the likeliest of them (the first if
    several tie). `probability` is the chance that there was a change within that run at all,
    whatever their number. `effect` is the posterior median of the new level over the old (of new
    minus old for the normal family), `effect_low` and `effect_high` its 5 % and 95 % quantiles;
    both levels are those of the stretches next to the change. `posterior` (n) is the chance that
    each index is the first of the new level.
    """

    first: int
    last: int
    mode: int
    probability: float
    effect: float
    effect_low: float
    effect_high: float
    posterior: Floats


@dataclass(frozen=True, slots=True)
class Changes:
    """How often, when and by how much the level of a series changed.

    `family` is the model used: "poisson", "negative binomial" or "normal"; where either of the
    first two was allowed the likelier, while all else is averaged over both. `probabilities`
    (K + 1) are those of 0 … K changes, `no_change` the first of them; `number` is 0 where that is
    one half or more, else the likeliest of 1 … K. `marginal` (n) is the chance that each period is
    the first of a new level, whatever the number of changes; 0 for index 0 and outside coverage.
    `dispersion` is the posterior mean of 1/r (variance = mean + dispersion · mean² for an exposure
    of one; 0 for the Poisson share), or of the variance within stretches of the normal family; None
    for Poisson alone. `overdispersed` is the chance of the negative binomial against the Poisson
    family where `family` was "counts", else None. `log_evidence` is log P(series).
    """

    family: str
    probabilities: Floats
    number: int
    marginal: Floats
    dispersion: float | None
    overdispersed: float | None
    log_evidence: float
    weighed: tuple[Weighed, ...] = field(repr=False)
    joint: Floats = field(repr=False)
    covered: NDArray[np.int64] = field(repr=False)

    @property
    def no_change(self) -> float:
        """Return the chance that the level never changed."""
        return float(self.probabilities[0])

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return `number` changes, in order of time."""
        return self.supposing(self.number)

    def supposing(self, number: int) -> tuple[Change, ...]:
        """Return the changes supposing that there were `number` of them, in order of time.

        Raises ValueError for a number that was not considered, or has no chance in floats.
        """
        if not 0 <= number < len(self.probabilities):
            raise ValueError(
                f"{number} changes; 0 to {len(self.probabilities) - 1} were considered"
            )
        if number == 0:
            return ()
        if not self.probabilities[number] > 0:
            raise ValueError(f"{number} changes have no chance that floats could tell from 0")
        weights = self.joint[:, number] / self.joint[:, number].sum()
        nodes = [
            (weight, one)
            for weight, (_, one, _) in zip(weights.tolist(), self.weighed, strict=True)
            if weight > 1e-3 or len(weights) == 1
        ]
        total = sum(weight for weight, _ in nodes)
        nodes = [(weight / total, one) for weight, one in nodes]
        places = sum(weight * one.places(number) for weight, one in nodes)
        return tuple(self._change(nodes, each, number, place) for each, place in enumerate(places))

    def _change(self, nodes: list[Node], each: int, number: int, place: Floats) -> Change:
        posterior = _spread_over_gaps(place, self.covered, len(self.marginal))
        first, last = shortest_run(posterior, MASS)
        low, middle, high = effect_quantiles(nodes, each, number, MASS)
        return Change(
            first,
            last,
            int(posterior.argmax()),
            self._within(first, last),
            *(
                (middle, low, high)
                if self.family == "normal"
                else (exp(middle), exp(low), exp(high))
            ),
            posterior,
        )

    def _within(self, first: int, last: int) -> float:
        """Return the chance of a change at any index of a run, from that of a stretch across it."""
        if len(self.probabilities) == 2:
            return float(self.marginal[first : last + 1].sum())
        begin, end = np.searchsorted(self.covered, [first, last]).tolist()
        begin = max(begin, 1)
        # A run may begin or end among periods not covered, of which its first and last boundary
        # then count by the share that is inside.
        inside = [self._share_inside(boundary, first, last) for boundary in (begin, end)]
        if begin == end:
            ways = [(begin, end, inside[0])]
        else:
            ways = [
                (begin + (one < 0), end - (other < 0), abs(one * other))
                for one in (inside[0], inside[0] - 1)
                for other in (inside[1], inside[1] - 1)
            ]
        without = 1 - sum(share for *_, share in ways)
        for low, high, share in ways:
            if share > 0:
                without += share * self._unchanged(low, high)
        return min(1.0, max(0.0, 1 - without))

    def _share_inside(self, boundary: int, first: int, last: int) -> float:
        """Return the share of the periods a boundary stands for that lie in `first` … `last`."""
        before, after = self.covered[boundary - 1 : boundary + 1].tolist()
        return (min(after, last) - max(before + 1, first) + 1) / (after - before)

    def _unchanged(self, begin: int, end: int) -> float:
        """Return the chance of no change at any boundary from `begin` to `end`; 1 for none."""
        if begin > end:
            return 1.0
        return sum(
            _across(one, joint, begin, end)
            for joint, (_, one, _) in zip(self.joint, self.weighed, strict=True)
            if joint.sum() > _NEGLIGIBLE
        )


def change_points(
    counts: ArrayLike,
    exposures: ArrayLike | None = None,
    *,
    family: Family = "poisson",
    most: int = MOST,
) -> Changes:
    """Return the posterior of up to `most` changes in the level of a series, in order of time.

    `counts` (n) are whole numbers, NaN where unknown; `exposures` (n) the length of each period, or
    the volume of sources, in any one unit: 1 for each unless given, 0 where nothing was covered.
    `family` "counts" averages over the Poisson and the negative binomial family, both equally
    likely beforehand; "normal" takes any numbers, each the mean of `exposures` observations.

    A series of one covered period, or `most` 0, has no change. A constant series, or one of zeros
    only, has probably none, as the model has it. Raises ValueError for no covered period, different
    lengths, a negative, infinite or fractional count, more than 10¹² events, an exposure that is
    negative, infinite or NaN, exposures that differ more than 10¹² times, a count in a period
    without exposure, another family, `most` below zero or not whole, a series of the normal family
    that is constant or nearly so, and (seldom) far more changes than `most`, whose chances no float
    holds.
    """
    if family not in get_args(Family):
        raise ValueError(f"'{family}' is no family; there are {', '.join(get_args(Family))}")
    if not most >= 0 or most != int(most):
        raise ValueError(f"the most changes are a whole number from 0, not {most}")
    values, lengths = checked_series(counts, exposures, whole=family != "normal")
    covered, n = np.nonzero(lengths > 0)[0], len(lengths)
    values, lengths, gaps = values[covered], lengths[covered], np.diff(covered)
    most = min(int(most), len(gaps))
    if family == "normal":
        _check_spread(values)
    if family != "counts":
        weighed = segmentations(family, values, lengths, gaps, most)
        return _changes(family, weighed, covered, n)
    bunched = segmentations("negative binomial", values, lengths, gaps, most)
    try:
        plain = segmentations("poisson", values, lengths, gaps, most)
    except TooManyChanges:  # of a rate without bunches: no chance beside the other family
        plain = []
    weighed = [(weight / 2, one, spread) for weight, one, spread in (*plain, *bunched)]
    found = _changes("poisson", weighed, covered, n)
    overdispersed = float(1 - found.joint[: len(plain)].sum())
    likelier = "negative binomial" if overdispersed > 0.5 else "poisson"
    return replace(found, family=likelier, overdispersed=overdispersed)


def _check_spread(values: Floats) -> None:
    """Refuse a series whose variance is none, or none that floats could tell from rounding."""
    spread = float(np.ptp(values))
    if spread == 0:
        raise ValueError("a constant series does not say what its spread is")
    if spread < max(NARROWEST, 1e-12 * float(np.abs(values).max())):
        raise ValueError("the values differ by less than floats can tell: take another unit")


def shortest_run(probabilities: Floats, mass: float) -> tuple[int, int]:
    """Return the ends of the shortest run with at least `mass`; of equals, the most probable."""
    summed = np.concatenate([[0.0], np.cumsum(probabilities)])
    # A hair's breadth of rounding must not lengthen the run.
    wanted = summed[:-1] + mass - 1e-12
    ends = np.searchsorted(summed, wanted)
    lengths = np.where(ends < len(summed), ends - np.arange(len(probabilities)), len(summed))
    best = np.nonzero(lengths == lengths.min())[0]
    masses = summed[best + lengths[best]] - summed[best]
    first = int(best[masses.argmax()])
    return first, first + int(lengths[first]) - 1


def _changes(family: str, weighed: list[Weighed], covered: NDArray[np.int64], n: int) -> Changes:
    logs = np.array([one.log_evidence + np.log(weight) for weight, one, _ in weighed])
    logs += np.log(_prior(logs.shape[1] - 1))
    evidence = float(np.logaddexp.reduce(logs, axis=None))
    joint = np.exp(logs - evidence)
    probabilities = joint.sum(axis=0)
    marginal = np.zeros(len(covered) + 1)
    for shares, (_, one, _) in zip(joint, weighed, strict=True):
        for number in range(1, len(shares)):
            if shares[number] > 0:
                marginal += shares[number] * one.places(number).sum(axis=0)
    spreads = [spread or 0.0 for _, _, spread in weighed]
    return Changes(
        family=family,
        probabilities=probabilities,
        number=0 if probabilities[0] >= 0.5 else 1 + int(probabilities[1:].argmax()),
        marginal=_spread_over_gaps(marginal, covered, n),
        dispersion=float(joint.sum(axis=1) @ spreads) if len(weighed) > 1 else None,
        overdispersed=None,
        log_evidence=evidence,
        weighed=tuple(weighed),
        joint=joint,
        covered=covered,
    )


def _prior(most: int) -> Floats:
    if most == 0:
        return np.ones(1)
    further = 0.5 ** np.arange(most)
    further *= (1 - PROBABILITY_OF_NO_CHANGE) / further.sum()
    return np.concatenate([[PROBABILITY_OF_NO_CHANGE], further])


def _spread_over_gaps(boundaries: Floats, covered: NDArray[np.int64], n: int) -> Floats:
    """Return what stands at boundaries (covered + 1) as it stands at periods (n)."""
    found = np.zeros(n)
    gaps = np.diff(covered)
    found[covered[0] + 1 : covered[-1] + 1] = np.repeat(boundaries[1:-1] / gaps, gaps)
    return found


def _across(one: Segmentation, joint: Floats, begin: int, end: int) -> float:
    """Return the chance that one stretch holds all boundaries from `begin` to `end`."""
    n = one.before.shape[1] - 1
    left, right = one.before[:, :begin], one.pairs(joint) @ one.after
    starts = np.arange(begin)
    found = 0.0
    for at in range(end + 1, n + 1, LOT):
        ends = np.arange(at, min(at + LOT, n + 1))
        chain = one.chain(starts[None, :], ends[:, None])
        found += float(((chain @ left.T) * right[:, ends].T).sum())
    return found
