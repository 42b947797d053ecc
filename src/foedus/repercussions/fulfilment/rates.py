"""How often promises were kept, with an interval that knows which occasions hang together.

Allies asked in one conflict decide with an eye on each other: eighteen promises in one war are not
eighteen experiments. The interval is Jeffreys' (Beta(acted + 1/2, asked - acted + 1/2): Brown, Cai
and DasGupta, "Interval Estimation for a Binomial Proportion", *Statistical Science* 16, 2001,
101-133) at the effective number of occasions that the variance between conflicts leaves, after
Edward L. Korn and Barry I. Graubard, "Confidence Intervals for Proportions with Small Expected
Number of Positive Counts Estimated from Survey Data", *Survey Methodology* 24, 1998, 193-201. Where
all acted or none, each conflict counts as one occasion. Nothing is drawn at random.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.special import betaincinv, stdtrit

__all__ = ["rates"]

_TAIL = 0.025
"""Each side of a 95 % interval leaves out this much."""

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


def rates(occasions: pa.Table, by: Sequence[str] = ()) -> pa.Table:
    """Return one row per group of occasions, in the order of the groups' values.

    Columns: those of `by`; asked, acted, rate; low and high, the 95 % interval that respects
    conflicts; naive_low and naive_high, the interval if every occasion stood alone; conflicts, of
    which there were so many. Occasions of which it is not known whether anyone acted are no
    occasions. No occasions give no rows.
    """
    known = occasions.filter(pc.is_valid(occasions["acted"]))
    if not known.num_rows:
        return _no_rates(occasions, by)
    groups, keys = _groups(known, by)
    acted = known["acted"].cast(pa.float64()).to_numpy()
    asked_of, acted_of, group_of = _per_conflict(groups, _codes(known["conflict"]), acted)
    asked, fulfilled, conflicts = (
        np.bincount(group_of, part).astype(np.float64)
        for part in (asked_of, acted_of, np.ones_like(acted_of))
    )
    rate = fulfilled / asked
    effective = _effective(asked, rate, conflicts, asked_of, acted_of, group_of)
    low, high = _jeffreys(rate * effective, effective)
    naive_low, naive_high = _jeffreys(fulfilled, asked)
    measured = {
        "asked": pa.array(asked.astype(np.int64)),
        "acted": pa.array(fulfilled.astype(np.int64)),
        "rate": pa.array(rate),
        "low": pa.array(low),
        "high": pa.array(high),
        "naive_low": pa.array(naive_low),
        "naive_high": pa.array(naive_high),
        "conflicts": pa.array(conflicts.astype(np.int64)),
    }
    named = {name: known[name].take(pa.array(keys)) for name in by}
    found = pa.table({**named, **measured})
    return found.sort_by([(name, "ascending") for name in by]) if by else found


def _no_rates(occasions: pa.Table, by: Sequence[str]) -> pa.Table:
    whole = dict.fromkeys(("asked", "acted"), pa.int64())
    shares = dict.fromkeys(("rate", "low", "high", "naive_low", "naive_high"), pa.float64())
    named = {name: occasions.schema.field(name).type for name in by}
    return pa.schema({**named, **whole, **shares, "conflicts": pa.int64()}).empty_table()


def _groups(rows: pa.Table, by: Sequence[str]) -> tuple[Places, Places]:
    """Return each row's group, and of each group the first row."""
    codes = np.zeros(rows.num_rows, dtype=np.int64)
    for name in by:
        own = _codes(rows[name])
        codes = codes * (own.max() + 1) + own
    _, first, group = np.unique(codes, return_index=True, return_inverse=True)
    return group.astype(np.int64), first.astype(np.int64)


def _codes(column: pa.ChunkedArray) -> Places:
    """Return a number for every value, the same for the same; null is a value."""
    whole = column.combine_chunks()
    encoded = whole.dictionary_encode(null_encoding="encode")
    numbers: Places = encoded.indices.to_numpy().astype(np.int64)
    return numbers


def _per_conflict(
    groups: Places, conflicts: Places, acted: Numbers
) -> tuple[Numbers, Numbers, Places]:
    """Return asked and acted of each conflict within each group, and the group."""
    pairs = groups * (conflicts.max() + 1) + conflicts
    _, first, place = np.unique(pairs, return_index=True, return_inverse=True)
    asked_of, acted_of = (
        np.bincount(place, weights).astype(np.float64) for weights in (np.ones_like(acted), acted)
    )
    return asked_of, acted_of, groups[first]


def _effective(
    asked: Numbers,
    rate: Numbers,
    conflicts: Numbers,
    asked_of: Numbers,
    acted_of: Numbers,
    group_of: Places,
) -> Numbers:
    """Return how many independent occasions would be as sure of the rate as these are."""
    residual = acted_of - rate[group_of] * asked_of
    freedom = np.maximum(conflicts - 1, 1)
    between = np.bincount(group_of, residual**2) * conflicts / freedom / asked**2
    alone = rate * (1 - rate) / asked
    spread = (conflicts > 1) & (alone > 0)
    # Conflicts that differ less than chance leave every occasion standing on its own, no better.
    plain = asked * alone / np.where(spread, np.maximum(between, alone), 1)
    # Few conflicts say little of how far conflicts differ.
    unsure = (stdtrit(np.maximum(asked - 1, 1), _TAIL) / stdtrit(freedom, _TAIL)) ** 2
    return np.where(spread, np.clip(plain * unsure, 1, asked), conflicts)


def _jeffreys(acted: Numbers, asked: Numbers) -> tuple[Numbers, Numbers]:
    """Return the ends of the interval; 0 where none acted and 1 where all did."""
    failed = asked - acted
    low = np.where(acted > 0, betaincinv(acted + 0.5, failed + 0.5, _TAIL), 0.0)
    high = np.where(failed > 1e-9, betaincinv(acted + 0.5, failed + 0.5, 1 - _TAIL), 1.0)
    return low, high
