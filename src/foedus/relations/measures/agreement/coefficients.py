r"""Similarity and agreement of pairs, each computed of their joint table alone.

Of two members with joint shares :math:`o_{lm}` over the levels (see `joint_levels`), with margins
:math:`p_l` and :math:`q_m`, and a disagreement :math:`d_{lm}` between two levels of worth
:math:`v_l`: nominal :math:`[l \ne m]`, absolute :math:`|v_l - v_m|`, squared
:math:`(v_l - v_m)^2`; :math:`d_{\max}` is that between the ends of the scale. Then

.. math::
   S &= 1 - 2 \sum o_{lm} d_{lm} / d_{\max} \\
   \kappa &= 1 - \sum o_{lm} d_{lm} \big/ \sum p_l q_m d_{lm} \\
   \pi &= 1 - \sum o_{lm} d_{lm} \big/ \sum r_l r_m d_{lm}, \quad r = (p + q) / 2 \\
   A &= S - E, \quad E = 1 - 2 \sum p_l q_m d_{lm} / d_{\max} \\
   \tau_b &= (C - D) \big/ \sqrt{(n_0 - n_1)(n_0 - n_2)}

where :math:`C` and :math:`D` count concordant and discordant pairs of the :math:`n` objects,
:math:`n_0 = n(n-1)/2`, and :math:`n_1`, :math:`n_2` are the pairs tied in the one, in the other.

With *levels in use* the disagreement is between places, not worths: the levels that either of the
two takes are numbered 1, 2, 3, … and the distance is that of the numbers, so that it depends on the
pair. A scale of 0 to 3 on which two states use only 0, 1 and 3 has 3 next to 1. Packages that
weight by the row of the table (Stata's `kap` without `absolute`, `kappa2` of the R package irr) do
so; it makes values of different pairs incomparable and is here to reproduce older figures.

Undefined, and NaN, are: all where the two share no object (or no weight); kappa and pi where no
disagreement is to be expected (both take one and the same level throughout); tau-b where either
takes one level throughout.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.agreement.joint_levels import JointLevels

__all__ = [
    "absolute",
    "alignment",
    "between_places_in_use",
    "kappa",
    "nominal",
    "pi",
    "s",
    "squared",
    "tau_b",
]

Values = NDArray[np.float64]


def nominal(scale: Values) -> Values:
    """Return the disagreement of each two levels: 1 unless they are the same."""
    return 1.0 - np.eye(len(scale))


def absolute(scale: Values) -> Values:
    """Return the distance of each two levels."""
    return np.abs(scale[:, None] - scale)


def squared(scale: Values) -> Values:
    """Return the squared distance of each two levels."""
    return absolute(scale) ** 2


def s(joint: JointLevels, disagreement: Values) -> Values:
    """Return Signorino and Ritter's S: 1 the same throughout, -1 opposite ends throughout."""
    return 1 - 2 * _ratio(_observed(joint, disagreement), joint.total * disagreement.max())


def kappa(joint: JointLevels, disagreement: Values) -> Values:
    """Return Cohen's kappa: 1 the same throughout, 0 as by chance, below 0 less than that."""
    expected = _expected(joint.first, joint.second, disagreement)
    return 1 - _ratio(joint.total * _observed(joint, disagreement), expected)


def pi(joint: JointLevels, disagreement: Values) -> Values:
    """Return Scott's pi: as kappa, with chance from what the two take together."""
    both = joint.first + joint.second
    expected = _expected(both, both, disagreement)
    return 1 - _ratio(4 * joint.total * _observed(joint, disagreement), expected)


def alignment(joint: JointLevels, disagreement: Values) -> Values:
    """Return Benati and Capurri's A: S less the S to be expected of independent choices."""
    observed = joint.total * _observed(joint, disagreement)
    expected = _expected(joint.first, joint.second, disagreement)
    return 2 * _ratio(expected - observed, joint.total**2 * disagreement.max())


def tau_b(joint: JointLevels) -> Values:
    """Return Kendall's tau-b: 1 the same order throughout, -1 the reverse."""
    first, second, total = joint.first, joint.second, joint.total
    untied = (total**2 - (first**2).sum(axis=0)) * (total**2 - (second**2).sum(axis=0))
    return _ratio(2 * _concordance(joint.cells), np.sqrt(untied))


def between_places_in_use(joint: JointLevels, power: int) -> Values:
    """Return the disagreement by places among the levels that either of the two takes.

    Shape (levels, levels, rows, members); `power` is 1 for absolute, 2 for squared.
    """
    place = np.cumsum((joint.first + joint.second) > 0, axis=0, dtype=np.float64)
    return np.abs(place[:, None] - place) ** power


def _observed(joint: JointLevels, disagreement: Values) -> Values:
    """Return the disagreement summed over the objects."""
    found = np.zeros(joint.total.shape)
    for low, high in _unequal(disagreement):
        found += (joint.cells[low, high] + joint.cells[high, low]) * disagreement[low, high]
    return found


def _expected(first: Values, second: Values, disagreement: Values) -> Values:
    """Return the disagreement summed over all pairs of an object of one and one of the other."""
    found = np.zeros(first.shape[1:])
    for low, high in _unequal(disagreement):
        mixed = first[low] * second[high] + first[high] * second[low]
        found += mixed * disagreement[low, high]
    return found


def _unequal(disagreement: Values) -> Iterator[tuple[int, int]]:
    """Yield each two levels once; a level does not disagree with itself."""
    return combinations(range(len(disagreement)), 2)


def _concordance(cells: Values) -> Values:
    """Return concordant less discordant pairs of objects."""
    levels = len(cells)
    found = np.zeros(cells.shape[2:])
    for level in range(levels - 1):
        above = cells[level + 1 :].sum(axis=0)
        for other in range(levels):
            higher, lower = above[other + 1 :].sum(axis=0), above[:other].sum(axis=0)
            found += cells[level, other] * (higher - lower)
    return found


def _ratio(value: Values, by: Values) -> Values:
    """Return the quotient, NaN where there is nothing to divide by."""
    return np.divide(value, by, out=np.full(np.shape(value), np.nan), where=by > 0)
