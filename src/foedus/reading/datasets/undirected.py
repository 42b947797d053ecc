"""Dyads written once: in which order their states stand, and how they become directed rows."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.table import Check

__all__ = ["in_both_directions", "lower_code_first", "two_states"]


def in_both_directions(rows: Table, pairs: Sequence[tuple[str, str]]) -> Table:
    """Return every row as it is and once more with the two columns of each pair exchanged."""
    exchange = {name: other for pair in pairs for name, other in (pair, pair[::-1])}
    mirrored = rows.select(**{name: rows[exchange.get(name, name)] for name in rows.columns})
    return ibis.union(rows, mirrored)


def lower_code_first(one: str, other: str) -> Check:
    """Return the check that a dyad written once has its lower code first.

    The same dyad in the other order, or a state with itself, would be counted twice or not at all.
    """
    return Check(
        "higher code first",
        f"{one} is lower than {other}",
        lambda rows: rows.filter(rows[one] >= rows[other]),
    )


def two_states(one: str, other: str) -> Check:
    """Return the check that a dyad has two states, not one and itself."""
    return Check(
        "a state with itself",
        f"{one} is not {other}",
        lambda rows: rows.filter(rows[one] == rows[other]),
    )
