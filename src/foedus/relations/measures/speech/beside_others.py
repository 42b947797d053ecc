r"""Did the others speak more of it while this one did not? One speaker's change beside another's.

Each speaker's change is the rate of the spell over that of its own baseline,
:math:`\theta = \lambda_1 / \lambda_0`; the difference in differences is
:math:`\theta / \theta'`, this speaker's change over the other's, on the scale of ratios. Its
posterior is that of independent speakers, each with the model of :mod:`speech_rate`.

`so_few` is exact and needs no rate: given how much each said in all and how much both said in the
spell, this speaker's mentions in the spell follow Fisher's noncentral hypergeometric law with odds
:math:`(d_1 / D_0) / (d'_1 / D'_0)`, if both changed alike and counts are Poisson (Agresti,
*Categorical Data Analysis*, 3rd ed., 2013, on exact inference for 2 × 2 tables). Bursts make it too
small; the interval of the ratio allows for them.

Missing data: periods without documents are left out, each speaker's own. A spell in which the other
speaker has no document gives no comparison.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from foedus.relations.measures.speech.speech_rate import Floats, RatePosterior, weighted_quantiles

__all__ = ["Beside", "change_of_rate", "set_beside"]

_POINTS = 240


@dataclass(frozen=True, slots=True)
class Beside:
    """How one speaker's change stands beside another's.

    `observed` and `expected` are the other's mentions in the spell and what its own baseline let
    expect. `change` is its rate in the spell over its baseline's (posterior median, `change_low` to
    `change_high` 90 %); `spoke_more` the chance that this is above 1. `relative` is the silent
    speaker's change over this one's, below 1 where it fell behind. None for a ratio, or its upper
    end, whose denominator no mention bounds from below. `so_few` is the chance, both changing
    alike, of so few mentions by the first, given the totals of both (Poisson).
    """

    observed: int
    expected: float
    change: float | None
    change_low: float
    change_high: float | None
    spoke_more: float
    relative: float | None
    relative_low: float
    relative_high: float | None
    so_few: float


def set_beside(
    mine: tuple[RatePosterior, RatePosterior], other: tuple[RatePosterior, RatePosterior]
) -> Beside:
    """Return the comparison of two speakers, each given as (baseline, spell)."""
    before, during = other
    theirs, ours = change_of_rate(before, during), change_of_rate(*mine)
    ratios = np.sort((ours[:, None] - theirs[None, :]).ravel())
    change, change_low, change_high = ratio_ends(theirs, during.mentions, before.mentions)
    top = mine[1].mentions * before.mentions
    relative, low, high = ratio_ends(ratios, top, mine[0].mentions * during.mentions)
    return Beside(
        observed=during.mentions,
        expected=before.mean_of(during.documents),
        change=change,
        change_low=change_low,
        change_high=change_high,
        spoke_more=float((theirs > 0).mean()),
        relative=relative,
        relative_low=low,
        relative_high=high,
        so_few=_so_few(mine, other),
    )


def change_of_rate(before: RatePosterior, during: RatePosterior) -> Floats:
    """Return equally likely values of log(rate in the spell / rate of the baseline), ascending."""
    return _spread(_points(during)[:, None] - _points(before)[None, :])


def ratio_ends(logs: Floats, above: int, below: int) -> tuple[float | None, float, float | None]:
    """Return median, 5 % and 95 % of a ratio from its logarithms.

    Without a mention `above` the line its lower end is 0; without one `below`, nothing bounds it
    from above, and median and upper end are None.
    """
    low, middle, high = np.exp(np.quantile(logs, [0.05, 0.5, 0.95])).tolist()
    if not above:
        low = 0.0
    return (None, low, None) if not below else (middle, low, high)


def _points(posterior: RatePosterior) -> Floats:
    levels = (np.arange(_POINTS) + 0.5) / _POINTS
    logs = np.log(posterior.rates).ravel()
    return weighted_quantiles(logs, posterior.weights.ravel(), levels)


def _spread(differences: Floats) -> Floats:
    levels = (np.arange(_POINTS) + 0.5) / _POINTS
    return np.asarray(np.quantile(differences, levels))


def _so_few(
    mine: tuple[RatePosterior, RatePosterior], other: tuple[RatePosterior, RatePosterior]
) -> float:
    (one_before, one), (two_before, two) = mine, other
    odds = one.documents / one_before.documents / (two.documents / two_before.documents)
    all_said = one.mentions + one_before.mentions + two.mentions + two_before.mentions
    in_spell = one.mentions + two.mentions
    by_first = one.mentions + one_before.mentions
    if in_spell == 0 or by_first in (0, all_said):
        return 1.0
    cells = np.arange(max(0, in_spell + by_first - all_said), min(in_spell, by_first) + 1)
    logs = _choose(by_first, cells) + _choose(all_said - by_first, in_spell - cells)
    logs = logs + cells * math.log(odds)
    weights = np.exp(logs - logs.max())
    return float(min(1.0, weights[cells <= one.mentions].sum() / weights.sum()))


def _choose(of: int, chosen: NDArray[np.int64]) -> Floats:
    """Return the logarithm of the binomial coefficient."""
    return np.asarray(
        special.gammaln(of + 1) - special.gammaln(chosen + 1) - special.gammaln(of - chosen + 1)
    )
