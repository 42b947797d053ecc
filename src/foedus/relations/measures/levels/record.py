r"""Whether the last of a series of counts is a record, and how surprising if nothing changed.

A record strictly exceeds every earlier count that is known; a count as high as the highest equals
it, and is no record. Counts are compared as they stand, not rates; that a period was longer, or
better covered, is in the chances. The question "would this period be a record by chance?" has two
answers, each under a model in which nothing changed:

`chance`: before any count is looked at, that the last exceeds all others; `chance_tied` that it
equals the highest of them. `exceeds`: the earlier counts known, that the last exceeds the highest
of them; `as_high`: that it reaches what it did. Small means: more than a constant rate explains.

Models, for counts :math:`x_i` over exposures :math:`e_i` (years; below one for a year partly
covered; or the volume of sources):

"multinomial". Given only the total :math:`N = \sum x_i`, the counts are multinomial with
probabilities :math:`e_i / \sum e_j`, whatever the Poisson rate: no prior. `chance` and
`chance_tied` sum over every way to deal out N, up to 100,000, to 1e-12; `exceeds` and `as_high` are
those of "poisson".

"poisson". One rate with Jeffreys' prior :math:`\lambda^{-1/2}`. Given the earlier counts it is
Gamma with shape :math:`\alpha = 1/2 + \sum_{i<n} x_i` and rate :math:`\beta = \sum_{i<n} e_i`, so
:math:`x_n` is negative binomial with size :math:`\alpha` and chance
:math:`\beta / (\beta + e_n)` (Gelman et al., *Bayesian Data Analysis*, 3rd ed., 2013, sections 2.6
and 2.8). For `chance` the rate is that which all counts speak for, by quadrature over 16 nodes.

"negative binomial". As in :mod:`segments`: mean :math:`\lambda e`, variance
:math:`\lambda e (1 + \text{dispersion} \cdot \lambda)`. The dispersion is given, or integrated over
(:mod:`dispersions`) with the rate.

"continuous". Independent draws of one continuous distribution, each period the highest of so many
of them as its exposure says: `chance` is :math:`e_n / \sum e`, 1/n for equal exposures, and there
are no ties. Any numbers will do; the distribution is not needed.

By quadrature `chance`, `chance_tied` and `stands_over_gaps` are right to about 0.002; `exceeds` and
`as_high` are exact for a given dispersion.

"counts" takes the Poisson or the negative binomial model, whichever the series speaks for.

With equal exposures `chance` cannot be more than 1/n: the last of few years is easily a record.

Missing data: a period whose count is NaN was not covered at all; it is left out of all of the
above. `stands_over_gaps` is the chance that none of these periods had as many as the last: whether
the record would stand if all were known. A count of zero is a zero.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from foedus.relations.measures.levels.constant_rates import (
    LEAST_DISPERSION,
    bunched_rates,
    likelier_family,
    plain_rate,
)
from foedus.relations.measures.levels.covered_series import checked_series
from foedus.relations.measures.levels.segments import Floats

__all__ = ["MODELS", "Record", "record_probability"]

MODELS = ("continuous", "multinomial", "poisson", "negative binomial", "counts")
NEGLIGIBLE = 1e-20
MOST_DEALT = 100_000

Model = Literal["continuous", "multinomial", "poisson", "negative binomial", "counts"]


@dataclass(frozen=True, slots=True)
class Record:
    """Where the last count stands among all that are known, and the chances of that.

    `standing` is "record" when the last strictly exceeds every earlier one, "equalled" when it is
    as high as the highest, "below" otherwise. `periods` is how many are known, the last included;
    `exposure` their sum. `model` is the one used; `dispersion` its 1/size (posterior mean where it
    was not given), None but for the negative binomial. All chances are between 0 and 1:
    `chance` and `chance_tied` before any count is seen, `exceeds` and `as_high` given the earlier
    ones, `stands_over_gaps` None where no period is unknown, or where a continuous series has no
    record.
    """

    standing: str
    highest_before: float
    periods: int
    exposure: float
    model: str
    dispersion: float | None
    chance: float
    chance_tied: float
    exceeds: float
    as_high: float
    stands_over_gaps: float | None


def record_probability(
    counts: ArrayLike,
    exposures: ArrayLike | None = None,
    *,
    model: Model = "poisson",
    dispersion: float | None = None,
) -> Record:
    """Return how the last of `counts` (n) stands, and how likely that was by chance.

    `counts` are in order of time, NaN where a period was not covered, the last known; `exposures`
    (n) are all above zero, 1 unless given, and for a period not covered what it would have had.
    `dispersion` is for the negative binomial: 1/size per unit of exposure.

    Raises ValueError for fewer than two known counts, a last count that is unknown, different
    lengths, a negative or fractional count (but for "continuous"), an exposure that is not
    positive, another `model`, a `dispersion` outside 1e-9 to 1e9, or more than 100,000 events for
    "multinomial".
    """
    if model not in MODELS:
        raise ValueError(f"'{model}' is no model of records; there are {', '.join(MODELS)}")
    if dispersion is not None and not LEAST_DISPERSION <= dispersion <= 1 / LEAST_DISPERSION:
        raise ValueError(
            f"a dispersion is above zero, from 1e-9 to 1e9, not {dispersion}; 0 is the model "
            "'poisson'"
        )
    values, lengths, gaps = _checked(counts, exposures, whole=model != "continuous")
    if model == "continuous":
        return _continuous(values, lengths, gaps)
    if model == "counts":
        model = likelier_family(values, lengths)
    if model == "negative binomial":
        before, whole = (
            list(bunched_rates(values[:end], lengths[:end], dispersion)) for end in (-1, None)
        )
    else:
        before, whole = ([plain_rate(values[:end], lengths[:end])] for end in (-1, None))
    last, highest = int(values[-1]), int(values[:-1].max())
    if model == "multinomial":
        strict, reached = (_dealt(int(values.sum()), lengths, tied) for tied in (False, True))
    else:
        chances = np.sum([each.weight * each.highest(lengths) for each in whole], axis=0)
        strict, reached = chances.tolist()
    below = [
        sum(each.weight * each.predicted_below(count, float(lengths[-1])) for each in before)
        for count in (highest + 1, last)
    ]
    return Record(
        standing=_standing(last, highest),
        highest_before=highest,
        periods=len(values),
        exposure=float(lengths.sum()),
        model=model,
        dispersion=(
            sum(each.weight / each.size for each in whole if each.size) if whole[0].size else None
        ),
        chance=float(strict),
        chance_tied=max(0.0, float(reached - strict)),
        exceeds=_within_one(1 - below[0]),
        as_high=_within_one(1 - below[1]),
        stands_over_gaps=(
            float(sum(each.weight * each.all_below(last, gaps) for each in whole))
            if len(gaps)
            else None
        ),
    )


def _checked(
    counts: ArrayLike, exposures: ArrayLike | None, *, whole: bool
) -> tuple[Floats, Floats, Floats]:
    given = np.array(counts, dtype=float)
    lengths = np.ones(given.shape) if exposures is None else np.array(exposures, dtype=float)
    if lengths.shape == given.shape and (lengths == 0).any():
        raise ValueError("an exposure is zero; a period not covered has the count NaN")
    checked_series(given, lengths, whole=whole)
    known = ~np.isnan(given)
    if known.sum() < 2 or not known[-1]:
        raise ValueError(
            f"{int(known.sum())} counts with an exposure are known; two or more are needed, and "
            "the last"
        )
    return given[known], lengths[known], lengths[~known]


def _standing(last: float, highest: float) -> str:
    if last > highest:
        return "record"
    return "equalled" if last == highest else "below"


def _within_one(chance: float) -> float:
    return min(1.0, max(0.0, float(chance)))


def _continuous(values: Floats, lengths: Floats, gaps: Floats) -> Record:
    whole, highest = float(lengths.sum()), float(values[:-1].max())
    share = float(lengths[-1]) / whole
    standing = _standing(float(values[-1]), highest)
    over_gaps = whole / (whole + float(gaps.sum())) if standing == "record" else None
    return Record(
        standing=standing,
        highest_before=highest,
        periods=len(values),
        exposure=whole,
        model="continuous",
        dispersion=None,
        chance=share,
        chance_tied=0.0,
        exceeds=share,
        as_high=share + float(lengths[:-1][values[:-1] >= values[-1]].sum()) / whole,
        stands_over_gaps=over_gaps if len(gaps) else None,
    )


def _dealt(total: int, exposures: Floats, tied: bool) -> float:
    """Return P(last > all others | total), or P(last ≥ all others | total) where `tied`.

    Poisson counts with means N e_i / sum(e) stand in for the multinomial's: given their sum they
    have its law. For each last count the joint chance that all others stay below it and make up the
    rest is read off their truncated characteristic functions, which grow with it count by count, at
    so many points that no other sum within floating range falls on the same place.
    """
    if total == 0:
        return float(tied)
    if total > MOST_DEALT:
        raise ValueError(
            f"{total} events are too many to deal out, more than {MOST_DEALT}; the model 'poisson' "
            "answers the same question"
        )
    means = total * exposures / exposures.sum()
    others, times = np.unique(means[:-1], return_counts=True)
    points = int(15 * np.sqrt(total)) + 60
    angles = 2 * np.pi * np.arange(points) / points
    counts = np.arange(total + 1)
    weights = _poisson(counts, means[-1])
    lasts = counts[weights > NEGLIGIBLE]
    masses = _poisson(counts[: int(lasts[-1]) + 1, None], others)
    truncated = np.zeros((len(others), points), complex)
    below, chance = 0, 0.0
    for last in lasts.tolist():
        while below < last + tied:
            shares = masses[below]
            if (shares > NEGLIGIBLE).any():
                truncated += shares[:, None] * np.exp(1j * angles * below)
            below += 1
        product = (truncated ** times[:, None]).prod(axis=0)
        rest = float((product * np.exp(-1j * angles * (total - last))).mean().real)
        chance += float(weights[last]) * max(rest, 0.0)
    return min(1.0, chance / float(_poisson(np.array(total), float(total))))


def _poisson(counts: NDArray[np.int64], means: Floats | float) -> Floats:
    found: Floats = np.exp(special.xlogy(counts, means) - means - special.gammaln(counts + 1))
    return found
