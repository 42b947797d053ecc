"""A series of counts over exposures, checked: what every measure of levels begins with."""

import numpy as np
from numpy.typing import ArrayLike

from foedus.relations.measures.levels.segments import Floats

__all__ = ["checked_series"]

LARGEST = 1e12
"""Above so many events floats no longer tell one count from the next; exposures likewise."""
NARROWEST, WIDEST = 1e-100, 1e100
"""Between these a number can be divided and multiplied without leaving the range of floats."""


def checked_series(
    counts: ArrayLike, exposures: ArrayLike | None, *, whole: bool = True
) -> tuple[Floats, Floats]:
    """Return a series and its exposures as floats, exposure 0 and value 0 where it is not known.

    Raises ValueError as `change_points` says; `whole` asks for counts.
    """
    values = np.array(counts, dtype=float)
    lengths = np.ones(values.shape) if exposures is None else np.array(exposures, dtype=float)
    if values.ndim != 1 or values.shape != lengths.shape:
        raise ValueError(
            f"counts and exposures are one series each, of one length: {values.shape} and "
            f"{lengths.shape}"
        )
    if not np.isfinite(lengths).all() or (lengths < 0).any():
        raise ValueError("an exposure is negative, infinite or NaN; 0 stands for not covered")
    unknown = np.isnan(values)
    if whole and ((values < 0) | (np.floor(values) != values))[~unknown].any():
        raise ValueError("a count is negative or not whole; give exposures, not rates")
    if np.isinf(values).any():
        raise ValueError("a value is infinite")
    if (values[~unknown & (lengths == 0)] != 0).any():
        raise ValueError("a period without exposure has a count")
    values[unknown], lengths[unknown] = 0, 0
    covered = lengths[lengths > 0]
    if not len(covered):
        raise ValueError("no period has any exposure")
    if covered.min() < NARROWEST or covered.max() > WIDEST:
        raise ValueError("an exposure is too small or too large for floats: take another unit")
    if covered.max() / covered.min() > LARGEST:
        raise ValueError("exposures differ more than 10¹² times: floats lose the smallest")
    if values.sum() > LARGEST and whole:
        raise ValueError(f"there are more than {LARGEST:.0e} events: too many to count in floats")
    if np.abs(values).max() > WIDEST:
        raise ValueError("a value is too large for floats: take another unit")
    return values, lengths
