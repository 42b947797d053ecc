"""How sure a regression on dyads is when every state is in many of them.

The dyad France-Germany of 1900 is no independent observation of France-Britain of 1900, nor of
itself in 1901. The dyadic-cluster-robust covariance lets any two observations that share a member
be correlated in any way, and takes only those that share none to be uncorrelated:

    V = B (sum over pairs of observations o, p that share a member: s_o s_p') B

with the score s_o of an observation and the bread B of the fit (see `fit_scores`). The sum over
pairs has a closed form. With S_m the sum of the scores of all observations of member m and S_d that
of all observations of dyad d, either way round and in all periods,

    V = B (sum_m S_m S_m' - sum_d S_d S_d') B,

since two observations that share one member are in one S_m together, and two of the same dyad in
two. One pass over the observations, one over the dyads, no loop over members.

Source: P. M. Aronow, C. Samii and V. A. Assenova (2015), "Cluster-Robust Variance Estimation for
Dyadic Data", Political Analysis 23(4), 564-577. The multiway decomposition given there, one
clustering per member, comes to the same number.

Conventions. (i, j) and (j, i) are the same dyad; an observation of a state with itself is refused,
and so is a missing id. Weights are those of the fit. Ids may be anything that can be hashed; an id
is a member, so 365 and "365" may not be mixed. A member in one dyad only is fine.

Range. The formula's matrix is sure to have no negative eigenvalue only with many members. Where it
has one, the covariance given is the one without: negative eigenvalues set to zero (eigenvalue
repair that Cameron, Gelbach and Miller 2011, Journal of Business & Economic Statistics 29(2),
propose for multiway clustering; here in units of the bread, so that the unit of a regressor makes
no difference) and `repaired` is True. Standard errors are the roots of the formula's own variances,
so that they do not depend on what else is in the model's covariance; only where such a variance is
negative itself is the repaired one taken, and `errors_repaired` says where.

Limits. The guarantee is for many members, none of which is in a large share of the observations. In
simulated cross-sections of all dyads, with an effect of each member on regressor and outcome, the
95 % interval of `intervals` holds the truth 67, 84, 92, 93 and 95 times in a hundred with 10, 20,
50, 100 and 200 members; the conventional one of least squares 78, 63, 43, 31 and 23 times.
Dependence between dyads that share no member (blocs, neighbours of neighbours) is not covered, nor
is any bias of the coefficients.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from foedus.relations.measures.inference.fit_scores import FitScores, fit_scores

__all__ = ["DyadicCovariance", "dyadic_covariance"]

Ids: TypeAlias = Sequence[Hashable] | NDArray[Any]

_DENSE: Final = 4_000_000
"""Pairs of members up to which every pair has a cell, seen or not."""
_ROUNDING: Final = 1e-10


@dataclass(frozen=True, slots=True)
class DyadicCovariance:
    """The covariance of k coefficients, robust to dyads that share a member, and its making.

    `covariance` (k, k) is symmetric without a negative eigenvalue, for tests of several
    coefficients together. `standard_errors` (k,) are 0 or more. `names` and `coefficients` (k,) are
    the fit's; no names and None where scores were given instead of a fit. `members`, `dyads`
    (unordered) and `observations` are what the scores were summed over. `factor` is the
    small-sample factor in the covariance, 1 when none was asked for. `repaired` says that negative
    eigenvalues were set to zero, and `least_eigenvalue` is the smallest before that, relative to
    the largest in size (-1 to 1); `errors_repaired` (k,) is True where an error is the repaired
    covariance's, because its own variance came out negative: such an error is worth little.
    """

    covariance: NDArray[np.float64]
    standard_errors: NDArray[np.float64]
    names: tuple[str, ...]
    coefficients: NDArray[np.float64] | None
    members: int
    dyads: int
    observations: int
    factor: float
    repaired: bool
    least_eigenvalue: float
    errors_repaired: NDArray[np.bool_]

    def intervals(self, level: float = 0.95) -> NDArray[np.float64]:
        """Return lower and upper bounds (k, 2) that hold each coefficient with this confidence.

        By Student's t with `members` - 1 degrees of freedom, which is wider than the normal of the
        paper; with 200 members by 0.6 %. Raises ValueError when only scores were given.
        """
        if self.coefficients is None:
            raise ValueError("scores alone have no coefficients to put an interval round")
        if not 0 < level < 1:
            raise ValueError(f"a level of confidence lies between 0 and 1, not at {level}")
        reach = stdtrit(self.members - 1, (1 + level) / 2) * self.standard_errors
        return np.column_stack([self.coefficients - reach, self.coefficients + reach])


def dyadic_covariance(
    fit: Any,
    one: Ids,
    two: Ids,
    *,
    bread: ArrayLike | None = None,
    small_sample: bool = False,
) -> DyadicCovariance:
    """Return the covariance of a fit's coefficients, robust to dyads that share a member.

    `fit` is a fit of statsmodels or pyfixest (which ones: `fit_scores`), of `regression`, or an
    array of scores (n, k) with their `bread` (k, k). `one` and `two` are the members of each
    observation's dyad, in any order: one id for each row that the fit was given, of which those it
    left out are left out here too, or for each row that it used. `small_sample` multiplies by
    m / (m - 1), m the number of members, times (n - 1) / (n - k): a convention of one-way
    clustering, not of the paper.

    Raises ValueError when ids are missing, of another length or both of one member; when all dyads
    have a member in common, or there are three members, so that no two observations are
    independent; and when scores or bread are not finite, too large to be squared, without a column
    or do not fit together.
    """
    parts = _parts(fit, one, two, bread)
    first, second, members = _codes(parts.one, parts.two)
    with np.errstate(over="ignore", invalid="ignore"):
        meat, dyads = _meat(parts.scores, first, second, members)
        formula = parts.bread @ meat @ parts.bread
    if not np.isfinite(formula).all():
        raise ValueError("the scores are too large to be squared: take another unit")
    n, k = parts.scores.shape
    if small_sample and n <= k:
        raise ValueError(f"{n} observations leave no degree of freedom to {k} coefficients")
    factor = members / (members - 1) * (n - 1) / (n - k) if small_sample else 1.0
    formula *= factor
    covariance, least = _without_negative(formula, parts.bread)
    negative = np.diag(formula) < 0
    return DyadicCovariance(
        covariance,
        np.sqrt(np.maximum(np.where(negative, np.diag(covariance), np.diag(formula)), 0)),
        parts.names,
        parts.coefficients,
        members,
        dyads,
        n,
        factor,
        least < -_ROUNDING,
        least,
        negative,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a covariance is made of, rows aligned."""

    scores: NDArray[np.float64]
    bread: NDArray[np.float64]
    one: NDArray[Any]
    two: NDArray[Any]
    names: tuple[str, ...] = ()
    coefficients: NDArray[np.float64] | None = None


def _parts(fit: Any, one: Ids, two: Ids, bread: ArrayLike | None) -> _Parts:
    first, second = _array(one), _array(two)
    if len(first) != len(second):
        raise ValueError(f"{len(first)} first members and {len(second)} second ones")
    if bread is not None:
        return _of_scores(np.asarray(fit, float), np.asarray(bread, float), first, second)
    if isinstance(fit, np.ndarray | list | tuple):
        raise ValueError("scores need the bread of their fit: give `bread`")
    found = fit if isinstance(fit, FitScores) else fit_scores(fit)
    used = len(found.scores)
    if len(first) not in (used, found.rows):
        rows = f" out of {found.rows} rows" if found.rows != used else ""
        raise ValueError(f"{len(first)} pairs of members, and {used} observations{rows} in the fit")
    if len(first) != used:
        first, second = first[found.kept], second[found.kept]
    return _Parts(found.scores, found.bread, first, second, found.names, found.coefficients)


def _of_scores(
    scores: NDArray[np.float64], bread: NDArray[np.float64], one: NDArray[Any], two: NDArray[Any]
) -> _Parts:
    if scores.ndim != 2 or not scores.shape[1] or bread.shape != (scores.shape[1],) * 2:
        raise ValueError(
            f"scores are (n, k) and their bread (k, k), not {scores.shape} and {bread.shape}"
        )
    if len(scores) != len(one):
        raise ValueError(f"{len(one)} pairs of members, and {len(scores)} scores")
    if not (np.isfinite(scores).all() and np.isfinite(bread).all()):
        raise ValueError("a score or the bread is NaN or infinite")
    return _Parts(scores, bread, one, two)


def _array(ids: Ids) -> NDArray[Any]:
    # A plain list is not left to NumPy, which would make words of [2, "USA"] and a table of pairs.
    found = np.asarray(ids) if hasattr(ids, "__array__") else np.fromiter(ids, object, len(ids))
    if found.ndim != 1:
        raise ValueError(f"ids are one to an observation, not an array of shape {found.shape}")
    return found


def _codes(
    one: NDArray[Any], two: NDArray[Any]
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Return the members of each observation as numbers from 0, and how many members there are."""
    if one.dtype.kind == two.dtype.kind and one.dtype.kind in "iu":
        codes, count = _codes_of_integers(np.concatenate([one, two]).astype(np.int64))
    else:
        codes, count = _codes_of_objects([*one.tolist(), *two.tolist()])
    first, second = codes[: len(one)], codes[len(one) :]
    alone = np.flatnonzero(first == second)
    if len(alone):
        raise ValueError(f"observation {alone[0]} pairs {one[alone[0]]} with itself")
    return first, second, count


def _codes_of_integers(ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    if not len(ids):
        return ids, 0
    least, span = int(ids.min()), int(ids.max()) - int(ids.min()) + 1
    if span > max(len(ids), _DENSE):
        members, codes = np.unique(ids, return_inverse=True)
        return codes.astype(np.int64), len(members)
    seen = np.zeros(span, dtype=bool)
    seen[ids - least] = True
    return (np.cumsum(seen) - 1)[ids - least], int(seen.sum())


def _codes_of_objects(ids: list[Any]) -> tuple[NDArray[np.int64], int]:
    try:
        codes = {member: code for code, member in enumerate(dict.fromkeys(ids))}
    except TypeError as error:
        raise ValueError(f"an id cannot be told from another: {error}") from None
    if any(map(_is_missing, codes)):
        raise ValueError("an id is missing")
    if len({isinstance(member, str) for member in codes}) > 1:
        raise ValueError("some ids are text and some are not: one member may have two")
    return np.fromiter(map(codes.__getitem__, ids), np.int64, len(ids)), len(codes)


def _is_missing(member: Any) -> bool:
    if member is None:
        return True
    try:
        return bool(member != member)
    except TypeError:  # pandas' own sign for a missing value
        return True


def _meat(
    scores: NDArray[np.float64], one: NDArray[np.int64], two: NDArray[np.int64], members: int
) -> tuple[NDArray[np.float64], int]:
    """Return the sum of products of scores over pairs that share a member, and how many dyads."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    pair = low * members + high
    if members**2 > _DENSE:
        pairs, pair = np.unique(pair, return_inverse=True)
    else:
        pairs = np.arange(members**2)
    seen = np.bincount(pair, minlength=len(pairs)) > 0
    by_dyad = _summed(scores, pair, len(pairs))[seen]
    low, high = np.divmod(pairs[seen], max(members, 1))
    _check_independence(low, high, members)
    by_member = _summed(by_dyad, low, members) + _summed(by_dyad, high, members)
    return by_member.T @ by_member - by_dyad.T @ by_dyad, len(by_dyad)


def _summed(
    rows: NDArray[np.float64], group: NDArray[np.int64], groups: int
) -> NDArray[np.float64]:
    sums = [np.bincount(group, column, minlength=groups) for column in rows.T]
    return np.column_stack(sums)


def _check_independence(low: NDArray[np.int64], high: NDArray[np.int64], members: int) -> None:
    dyads_of = np.bincount(low, minlength=members) + np.bincount(high, minlength=members)
    if len(low) == 0 or members <= 3 or dyads_of.max() == len(low):
        raise ValueError(
            "every two dyads have a member in common: no observations are independent, and nothing "
            "can be said of how sure the coefficients are"
        )


def _without_negative(
    covariance: NDArray[np.float64], bread: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Return the matrix with negative eigenvalues at zero, and the least over the largest.

    In units of the bread's diagonal, so that the unit of a regressor makes no difference.
    """
    units = np.sqrt(np.abs(np.diag(bread)))
    units[units == 0] = 1
    scales = np.outer(units, units)
    values, vectors = np.linalg.eigh((covariance + covariance.T) / 2 / scales)
    least = float(values[0] / max(np.abs(values).max(), np.finfo(float).tiny))
    if least >= -_ROUNDING:
        return (covariance + covariance.T) / 2, least
    return (vectors * np.maximum(values, 0)) @ vectors.T * scales, least
