r"""What comes first after an incident: a higher rung, another incident no higher, or neither.

Discrete time and competing risks: in each interval the chance that something of a kind comes,
among those to whom nothing has come yet and who are still observed (h_k = d_k / n). The chance
that kind k has come first by the end of interval t is the Aalen-Johansen estimate

    F_k(t) = sum over s <= t of S(s-1) h_k(s),   S(s) = product over u <= s of (1 - sum_k h_k(u)),

Odd O. Aalen and Søren Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov Chains
Based on Censored Observations", *Scandinavian Journal of Statistics* 5, 1978, 141-150. An incident
whose record ends within an interval is not counted in it.

Interval: the jackknife over clusters (incidents of one dispute hang together), on the log-log scale
of -log(1 - F) so that it stays within 0 and 1, with Student's t for the number of clusters: Bradley
Efron and Charles Stein, "The Jackknife Estimate of Variance", *Annals of Statistics* 9, 1981,
586-596. Where nothing came, or to all, the jackknife sees no variance, and the interval is
Jeffreys' with each cluster one occasion. No interval is narrower than Jeffreys' for all incidents.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, stdtrit

__all__ = ["FirstToCome", "first_to_come", "jeffreys"]

LEVEL = 0.9
"""What every interval is said to cover."""
_GONE = 1e-12

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FirstToCome:
    """The chance that each kind has come first, by the end of each interval.

    `chance`, `low` and `high` are (kinds, intervals), `hazard` the chance within each interval of
    those still waiting. `at_risk` (intervals) are those, `came` (kinds, intervals) how many it came
    to; where nobody is at risk any more the chances are NaN. `incidents` and `clusters` are how
    many there are in all.
    """

    chance: Floats
    low: Floats
    high: Floats
    hazard: Floats
    at_risk: NDArray[np.int64]
    came: NDArray[np.int64]
    incidents: int
    clusters: int


def jeffreys(came: ArrayLike, asked: ArrayLike) -> tuple[Floats, Floats]:
    """Return the 90 % Jeffreys interval of a share; its end is 0 where none came and 1 where all.

    Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", *Statistical Science*
    16, 2001, 101-133. NaN where none was asked.
    """
    hits, of = np.asarray(came, float), np.asarray(asked, float)
    tail = (1 - LEVEL) / 2
    low = np.where(hits > 0, betaincinv(hits + 0.5, of - hits + 0.5, tail), 0.0)
    high = np.where(hits < of, betaincinv(hits + 0.5, of - hits + 0.5, 1 - tail), 1.0)
    return np.where(of > 0, low, np.nan), np.where(of > 0, high, np.nan)


def first_to_come(
    waits: ArrayLike, kinds: ArrayLike, clusters: ArrayLike, *, intervals: int, of: int = 2
) -> FirstToCome:
    """Return what came first to n incidents.

    `waits` (n) is the interval in which it came, 0 the first; for one to which nothing came, the
    first interval that its record does not cover whole. `kinds` (n) are 1 … `of`, or 0 for nothing;
    `clusters` (n) any whole numbers. Raises ValueError for no incident, lengths that differ, a
    negative wait or another kind.
    """
    wait, kind, cluster = (np.asarray(one, np.int64) for one in (waits, kinds, clusters))
    if not len(wait) or not len(wait) == len(kind) == len(cluster):
        raise ValueError("there is no incident, or not every incident has a wait, kind and cluster")
    if (wait < 0).any() or not ((kind >= 0) & (kind <= of)).all():
        raise ValueError(f"a wait is 0 or more and a kind 0 (nothing) to {of}")
    _, own = np.unique(cluster, return_inverse=True)
    groups = int(own.max()) + 1
    came = np.zeros((groups, of, intervals))
    at_risk = np.zeros((groups, intervals))
    inside = wait < intervals
    hits = inside & (kind > 0)
    np.add.at(came, (own[hits], kind[hits] - 1, wait[hits]), 1)
    # At risk in every interval before its wait, and in that of its wait if something came then.
    stays = np.minimum(wait + (kind > 0), intervals)
    np.add.at(at_risk, own, np.arange(intervals)[None, :] < stays[:, None])
    totals, risk = came.sum(axis=0), at_risk.sum(axis=0)
    hazard, chance = _chances(totals[None], risk[None])
    low, high = _interval(chance[0], came, at_risk, totals, risk)
    return FirstToCome(
        chance[0],
        low,
        high,
        hazard[0],
        risk.astype(np.int64),
        totals.astype(np.int64),
        len(wait),
        groups,
    )


def _chances(came: Floats, at_risk: Floats) -> tuple[Floats, Floats]:
    """Return hazards and chances, (replicates, kinds, intervals)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        hazard = came / at_risk[:, None, :]
    chance = np.empty_like(hazard)
    reached, waiting = np.zeros(hazard.shape[:2]), np.ones(len(hazard))
    for now in range(hazard.shape[2]):
        # Where something has come to everybody, nobody waits, and a chance stays what it was.
        gone = waiting <= _GONE
        reached = reached + np.where(gone[:, None], 0.0, waiting[:, None] * hazard[:, :, now])
        waiting = np.where(gone, 0.0, waiting * (1 - hazard[:, :, now].sum(axis=1)))
        chance[:, :, now] = reached
    return hazard, chance


def _interval(
    chance: Floats, came: Floats, at_risk: Floats, totals: Floats, risk: Floats
) -> tuple[Floats, Floats]:
    groups = len(came)
    known = ~np.isnan(chance)
    asked = np.broadcast_to(np.maximum(risk[0], 1), chance.shape)
    least = jeffreys(np.nan_to_num(chance) * asked, asked)
    if groups > 1:
        _, left = _chances(totals - came, risk - at_risk)
        spread = np.where(known, np.nan_to_num(left).var(axis=0) * (groups - 1), 0.0)
    else:
        spread = np.zeros_like(chance)
    open_ = known & (chance > 0) & (chance < 1) & (spread > 0)
    inside = np.where(open_, chance, 0.5)
    scale = -np.log1p(-inside)
    error = np.sqrt(spread) / ((1 - inside) * scale)
    reach = stdtrit(max(groups - 1, 1), (1 + LEVEL) / 2) * error
    low = -np.expm1(-scale * np.exp(-reach))
    high = -np.expm1(-scale * np.exp(reach))
    few = jeffreys(np.nan_to_num(chance) * groups, np.full_like(chance, groups))
    low = np.where(open_, np.minimum(low, least[0]), few[0])
    high = np.where(open_, np.maximum(high, least[1]), few[1])
    return np.where(known, low, np.nan), np.where(known, high, np.nan)
