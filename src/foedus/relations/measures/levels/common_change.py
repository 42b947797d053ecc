r"""Did several series change at one date? Many series together, exact over the date.

For series i and a change before period t, :math:`B_{it}` is the Bayes factor of one change there
against none: stretches as in :mod:`segments`, Poisson and negative binomial counts equally likely,
the dispersion integrated over 12 nodes. Left alone, a series has changed at a date of its own with
chance :math:`\rho`, all dates alike: :math:`N_i = 1 - \rho + \rho \sum_t B_{it} / (n - 1)`;
:math:`\rho` is the value that the series together speak for. Against this stands one date t, the
same for all, which each series shares with chance :math:`\pi`:

.. math:: \frac{P(\text{all} \mid t, \pi)}{P(\text{all} \mid \text{no common date})} =
          \prod_i \Big(1 - \pi + \pi \frac{B_{it}}{N_i}\Big),

with :math:`\pi` uniform on 0 to 1 (so the number of series that share is uniform too: the
Beta-binomial), by quadrature, and t uniform. A common date is as likely as none beforehand. With
`within` = w a series that shares may change in any of the periods t … t + w, all alike.

The chance that series i changed at that date, by sharing it or on its own, is
:math:`(\pi + (1 - \pi) \rho / (n - 1))\, B_{it} / N_i` over its term, averaged over what is left
open. `false_discovery` controls what is reported of the series: the share that is wrong, on
the average, of a series and all more probable ones.

`p_value` does not lean on these priors. If no date is shared, then a series read backwards is as
likely as forwards, each on its own: a constant rate or one change at a date of its own, and counts
independent given it, know no direction of time. The product above, averaged over dates, is compared
with that of :data:`TURNS` random choices of series turned round. A date at the middle of the span
turns onto itself; so the first and the last two thirds of the span are tried as well, and the least
of the three p-values is tripled. It cannot fall below :math:`3 / (1 + 999)`, nor, with D series,
much below :math:`3 / 2^{D-1}`. Trends and seasons have a direction: with them it does not hold.

Source: the product over series given a common place is that of joint segmentation (Fearnhead &
Liu 2007, "On-line inference for multiple changepoint problems", *JRSS B* 69(4), 589-605, for one
series); inclusion with a Beta-binomial prior as in Scott & Berger 2010, "Bayes and empirical-Bayes
multiplicity adjustment in the variable-selection problem", *Annals of Statistics* 38(5), 2587-2619.

Limits: one common date, at most one change in each series; series independent given their levels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, special

from foedus.relations.measures.levels.change_evidence import ChangeEvidence
from foedus.relations.measures.levels.changes import MASS, shortest_run
from foedus.relations.measures.levels.covered_series import checked_series
from foedus.relations.measures.levels.segments import Floats

__all__ = ["SharedChange", "shared_change"]

TURNS = 999
_SHARES, _COARSE = 64, 8
_SCORE = float(special.ndtri((1 + MASS) / 2))


@dataclass(frozen=True, slots=True)
class SharedChange:
    """Whether D series share a date of change, when, and which of them do.

    `probability` is the chance of a common date, `log_bayes_factor` the logarithm of its odds.
    All that follows supposes one. `posterior` (n) is the chance that each index is the first period
    of the new levels; `first` and `last` the ends of the shortest run of indices with at least
    90 %, `mode` the likeliest. `share` is the posterior mean share of series that share it,
    `shares` (D) the chance of each to have changed then. `ratio`, `ratio_low`, `ratio_high` (D) are
    its new rate over the old at the common date: the exponential of the posterior mean of the
    logarithm, and of 1.645 standard deviations to either side. `false_discovery` (D) is the
    expected share of errors if this series and all more probable ones are said to have changed
    then, with the doubt whether there is a common date. `p_value` is that of the turned series.
    """

    probability: float
    log_bayes_factor: float
    posterior: Floats
    first: int
    last: int
    mode: int
    share: float
    shares: Floats
    ratio: Floats
    ratio_low: Floats
    ratio_high: Floats
    false_discovery: Floats
    p_value: float


def shared_change(
    counts: ArrayLike, exposures: ArrayLike | None = None, *, within: int = 0, seed: int = 0
) -> SharedChange:
    """Return whether many series of counts changed at a common date.

    `counts` (D, n) has a series per row over the same n periods, NaN where unknown; `exposures`
    (D, n), or (n,) for all alike, as for `change_points`. `within` is by how many periods a series
    may follow the common date, `seed` that of the turned series.

    Raises ValueError as `change_points` does, naming the series; for fewer than two series or three
    periods; for a series without any covered period; for `exposures` of another shape; and for
    `within` that is no whole number in 0 … n - 3.
    """
    rows, lengths = _checked(counts, exposures, within)
    within = int(within)
    evidence = ChangeEvidence.of(rows, lengths)
    relative, alone = _relative(evidence.log_factors, within)
    # A change of its own at that very date is one too, and cannot be told from sharing it.
    chance = alone * (within + 1) / evidence.log_factors.shape[1]
    shares, weights = _share_nodes(_SHARES)
    logs = np.array([_joint(relative, share) for share in shares])
    by_node = logs + np.log(weights)[:, None]
    dates = relative.shape[1]
    log_factor = float(special.logsumexp(by_node) - np.log(dates))
    joint = np.exp(by_node - special.logsumexp(by_node))
    posterior = np.concatenate([[0.0], joint.sum(axis=0), np.zeros(within)])
    sharing = np.zeros(len(rows))
    for share, row in zip(shares, joint, strict=True):
        likely = np.nonzero(row > 1e-12)[0]
        here = np.logaddexp(np.log1p(-share), np.log(share) + relative[:, likely])
        changing = np.log(share + (1 - share) * chance)
        sharing += np.minimum(np.exp(changing + relative[:, likely] - here), 1) @ row[likely]
    first, last = shortest_run(posterior, MASS)
    centre, spread = evidence.log_ratio(posterior)
    probability = float(special.expit(log_factor))
    return SharedChange(
        probability=probability,
        log_bayes_factor=log_factor,
        posterior=posterior,
        first=first,
        last=last,
        mode=int(posterior.argmax()),
        share=float(joint.sum(axis=1) @ shares),
        shares=sharing,
        ratio=np.exp(centre),
        ratio_low=np.exp(centre - _SCORE * spread),
        ratio_high=np.exp(centre + _SCORE * spread),
        false_discovery=_false_discovery(probability * sharing),
        p_value=_p_value(rows, lengths, within, seed),
    )


def _checked(counts: ArrayLike, exposures: ArrayLike | None, within: int) -> tuple[Floats, Floats]:
    given = np.asarray(counts, dtype=float)
    if given.ndim != 2 or given.shape[0] < 2 or given.shape[1] < 3:
        raise ValueError(f"two series or more over three periods or more, not {given.shape}")
    if not 0 <= within <= given.shape[1] - 3 or within != int(within):
        raise ValueError(f"within {within} periods is not within the {given.shape[1]} there are")
    wide = np.ones(given.shape) if exposures is None else np.asarray(exposures, dtype=float)
    if wide.shape not in (given.shape, given.shape[1:]):
        raise ValueError(
            f"exposures are as many as periods, or as counts: {wide.shape} for {given.shape}"
        )
    wide = np.broadcast_to(wide, given.shape)
    rows, lengths = np.empty(given.shape), np.empty(given.shape)
    for number, (row, length) in enumerate(zip(given, wide, strict=True)):
        try:
            rows[number], lengths[number] = checked_series(row, length)
        except ValueError as error:
            raise ValueError(f"series {number}: {error}") from None
    return rows, lengths


def _relative(log_factors: Floats, within: int) -> tuple[Floats, float]:
    """Return log B over N (D, dates), and ρ."""
    own = special.logsumexp(log_factors, axis=1) - np.log(log_factors.shape[1])

    def against(changed: float) -> float:
        return -float(np.logaddexp(np.log1p(-changed), np.log(changed) + own).sum())

    changed = float(optimize.minimize_scalar(against, bounds=(1e-6, 1 - 1e-6), method="bounded").x)
    alone = np.logaddexp(np.log1p(-changed), np.log(changed) + own)
    if within:
        windows = np.lib.stride_tricks.sliding_window_view(log_factors, within + 1, axis=1)
        log_factors = special.logsumexp(windows, axis=2) - np.log(within + 1)
    return log_factors - alone[:, None], changed


def _joint(relative: Floats, share: float) -> Floats:
    found: Floats = np.logaddexp(np.log1p(-share), np.log(share) + relative).sum(axis=0)
    return found


def _share_nodes(number: int) -> tuple[Floats, Floats]:
    """Return nodes and weights for π uniform on 0 to 1, dense towards both ends."""
    nodes, weights = special.roots_legendre(number)
    z = (nodes + 1) / 2
    return z**2 * (3 - 2 * z), weights / 2 * 6 * z * (1 - z)


def _false_discovery(sharing: Floats) -> Floats:
    order = np.argsort(-sharing, kind="stable")
    errors = np.cumsum(1 - sharing[order]) / np.arange(1, len(order) + 1)
    found = np.empty(len(order))
    found[order] = errors
    return found


def _p_value(rows: Floats, lengths: Floats, within: int, seed: int) -> float:
    draws = np.random.default_rng(seed)
    n = rows.shape[1]
    spans = [slice(0, n), slice(0, n - n // 3), slice(n // 3, n)]
    found = []
    for span in spans:
        kept = (lengths[:, span] > 0).any(axis=1)
        if kept.sum() < 2 or span.stop - span.start < 3 + within:
            continue
        evidence = ChangeEvidence.of(rows[kept, span], lengths[kept, span])
        found.append(_turned(evidence.log_factors, within, draws))
    return min(1.0, len(spans) * min(found, default=1.0))


def _turned(log_factors: Floats, within: int, draws: np.random.Generator) -> float:
    """Return the share of series turned round at random that agree on a date as well as these."""
    ahead, _ = _relative(log_factors, within)
    turned, _ = _relative(log_factors[:, ::-1], within)
    nodes, weights = _share_nodes(_COARSE)
    choice = draws.integers(0, 2, (TURNS + 1, len(ahead))).astype(float)
    choice[0] = 0
    statistics = []
    for share, weight in zip(nodes, weights, strict=True):
        one, other = (
            np.logaddexp(np.log1p(-share), np.log(share) + each) for each in (ahead, turned)
        )
        statistics.append(special.logsumexp(one.sum(axis=0) + choice @ (other - one), axis=1))
        statistics[-1] += np.log(weight)
    whole = special.logsumexp(np.array(statistics), axis=0)
    return float((whole >= whole[0] - 1e-9).sum() / len(whole))
