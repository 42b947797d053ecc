"""How one addition joins a panel: descriptions, as data, with the rows they join.

Rows come under neutral keys, so that both systems of states can use them: `state` and `year`;
`state1`, `state2` and `year`, for months also `month`. They are unique by their keys.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ibis.expr.types import NumericValue, Table, Value

from foedus.panels.held_tables import HeldTables
from foedus.panels.systems import System

__all__ = ["Added", "Between", "Join", "Pairs", "States"]


@dataclass(frozen=True, slots=True)
class Added:
    """One column that an addition brings.

    `absent` is its value within coverage when the data have no row: 0 for an alliance or a dispute
    that did not exist, None where no row means not known.
    """

    name: str
    meaning: str
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class States:
    """Rows by state and year; in a panel of pairs they join both states, with 1 and 2 appended."""

    dataset: str
    table: str
    system: System
    rows: Callable[[HeldTables], Table]
    columns: tuple[Added, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows by pair of states and year, or month when `monthly`.

    `mutual` rows are about both directions at once and stand once, the lower code first.
    `undirected` are the rows for a panel of undirected pairs where they are not simply those of the
    lower code with the higher. `within` gives the rows of the years from the first to the last
    alone, where making all of them would be long.
    """

    dataset: str
    table: str
    system: System
    rows: Callable[[HeldTables], Table]
    columns: tuple[Added, ...]
    how: str
    monthly: bool = False
    mutual: bool = False
    undirected: Callable[[HeldTables], Table] | None = None
    within: Callable[[HeldTables, tuple[int, int]], Table] | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """Columns computed of what is known of each of two states in a year.

    `values` takes the columns of `states` for the first and for the second state, by name, and
    gives one value per column.
    """

    states: States
    columns: tuple[Added, ...]
    values: Callable[[Mapping[str, NumericValue], Mapping[str, NumericValue]], tuple[Value, ...]]
    how: str


Join = States | Pairs | Between
