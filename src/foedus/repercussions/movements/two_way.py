"""Effects of unit and period taken out of columns exactly, however unbalanced the panel.

With unit effects a and period effects g, least squares of a column x on both solve

    n_i a_i + sum_t m_it g_t = sum of x in unit i        m_it: observations of unit i in period t
    n_t g_t + sum_i m_it a_i = sum of x in period t

Units are many and periods few, so units are eliminated: (diag(n_t) - M' diag(1/n_i) M) g = what is
left of the period sums, a dense system of the size of the periods, solved once for all columns.
Nothing is iterated, and the answer does not depend on a tolerance, as it does with alternating
projections (Guimarães and Portugal 2010, Stata Journal 10(4), 628-649).

Convention. Effects are known up to a constant in each part of the panel that no unit connects to
another; the solution of least norm is taken. What is left of a column does not depend on it.
"""

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["TwoWay", "two_way"]

Floats: TypeAlias = NDArray[np.float64]
Codes: TypeAlias = NDArray[np.int64]

_RANK: Final = 1e-10


@dataclass(frozen=True, slots=True)
class TwoWay:
    """The two sets of effects of a panel of n observations, ready to be taken out.

    `unit` and `period` (n,) are codes from 0; `units` and `periods` how many there are, some of
    which may have no observation.
    """

    unit: Codes
    period: Codes
    per_unit: Floats
    counts: Any
    inverse: Floats

    def solved(self, unit_sums: Floats, period_sums: Floats) -> tuple[Floats, Floats]:
        """Return unit effects (units, k) and period effects (periods, k) that have these sums."""
        weighted = unit_sums / self.per_unit[:, None]
        period = self.inverse @ (period_sums - self.counts.T @ weighted)
        return weighted - (self.counts @ period) / self.per_unit[:, None], period

    def effects(self, columns: Floats) -> tuple[Floats, Floats]:
        """Return unit effects (units, k) and period effects (periods, k) of columns (n, k)."""
        return self.solved(
            _sums(self.unit, columns, len(self.per_unit)),
            _sums(self.period, columns, len(self.inverse)),
        )

    def within(self, columns: Floats) -> Floats:
        """Return what is left of columns (n, k) without effects of unit and period."""
        unit, period = self.effects(columns)
        left = columns - unit[self.unit]
        left -= period[self.period]
        return left


def two_way(unit: Codes, period: Codes, units: int, periods: int) -> TwoWay:
    """Return the effects of a panel; `unit` and `period` (n,) are codes from 0.

    A unit or period without an observation has effects of 0, which mean nothing.
    """
    per_unit = np.bincount(unit, minlength=units).astype(float)
    per_unit[per_unit == 0] = 1.0
    per_period = np.bincount(period, minlength=periods).astype(float)
    counts = sparse.csr_matrix(
        (np.ones(len(unit)), (unit, period)), shape=(units, periods), dtype=float
    )
    counts.sum_duplicates()
    between = counts.T @ sparse.diags_array(1 / per_unit) @ counts
    left = np.diag(per_period) - between.toarray()
    return TwoWay(unit, period, per_unit, counts, _inverse(left))


def _inverse(matrix: Floats) -> Floats:
    """Return the pseudo-inverse of a symmetric matrix without negative eigenvalues."""
    values, vectors = np.linalg.eigh(matrix)
    kept = values > _RANK * max(float(values[-1]), 1e-300)
    return np.asarray((vectors[:, kept] / values[kept]) @ vectors[:, kept].T)


def _sums(codes: Codes, columns: Floats, size: int) -> Floats:
    return np.column_stack(
        [np.bincount(codes, columns[:, k], size) for k in range(columns.shape[1])]
    )
