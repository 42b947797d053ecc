"""A panel's rows with all that was added to them, as one lazy table.

What is known of single states is first put side by side, by state and year, and joined once for
each state of a pair: a panel of pairs is a hundred times as long as one of states.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import ibis
from ibis.expr.types import Table, Value

from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Between, Join, Pairs, States
from foedus.panels.narrowing import Narrowing
from foedus.panels.systems import System

__all__ = ["Ground", "composed", "names_added"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a panel stands on: its own rows, its states by year, and the codes of the other list.

    `spine` has the panel's own columns, among them `year` and `states` (the columns of codes, one
    or two); `source` is the dataset and table that its other columns come from. `state_years` has
    `state` and `year`; `crosswalk` gives `state`, `year` and `other`.
    """

    held: HeldTables
    system: System
    spine: Table
    source: tuple[str, str]
    states: tuple[str, ...]
    monthly: bool
    directed: bool
    narrowing: Narrowing
    state_years: Table
    crosswalk: Callable[[], Table]


def composed(ground: Ground, joins: Sequence[Join]) -> Table:
    """Return the spine with the columns of every join after its own, in their order."""
    own = ground.spine.columns
    crossed = any(_system(join) is not ground.system for join in joins)
    table = _with_states(ground, joins, crossed)
    for alike in _pairs_by_key(ground, joins):
        table = _with_pairs(ground, table, alike)
    columns: dict[str, Value] = {name: table[name] for name in own}
    if crossed:
        columns |= {
            other: table[f"{state}_other"] for other, state in _others(ground) if other not in own
        }
    for number, join in enumerate(joins):
        columns |= _columns(ground, table, number, join)
    return table.select(**columns)


def names_added(join: Join, paired: bool) -> tuple[Added, ...]:
    """Return the columns that the join brings, under the names they have in a panel."""
    if isinstance(join, States) and paired:
        return tuple(
            Added(f"{column.name}{side}", f"{column.meaning} ({which} state)", column.absent)
            for side, which in ((1, "first"), (2, "second"))
            for column in join.columns
        )
    return join.columns


def _system(join: Join) -> System:
    return join.states.system if isinstance(join, Between) else join.system


def _others(ground: Ground) -> Iterable[tuple[str, str]]:
    other = ground.system.other.code
    names = [other] if len(ground.states) == 1 else [f"{other}1", f"{other}2"]
    return zip(names, ground.states, strict=True)


# --- What is known of each state ------------------------------------------------------------------


def _with_states(ground: Ground, joins: Sequence[Join], crossed: bool) -> Table:
    """Join the side-by-side table of states once per state column, prefixed by that column."""
    wide = _side_by_side(ground, joins, crossed)
    table = ground.spine
    if wide is None:
        return table
    for state in ground.states:
        side = wide.rename({f"{state}_{name}": name for name in wide.columns})
        table = table.left_join(
            side, [table[state] == side[f"{state}_state"], table.year == side[f"{state}_year"]]
        )
    return table


def _side_by_side(ground: Ground, joins: Sequence[Join], crossed: bool) -> Table | None:
    wanted = [
        (number, join.states if isinstance(join, Between) else join)
        for number, join in enumerate(joins)
        if not isinstance(join, Pairs)
    ]
    if not wanted and not crossed:
        return None
    wide = ground.narrowing.of_states(ground.state_years)
    if crossed:
        walk = ground.crosswalk().select(walk_state="state", walk_year="year", other="other")
        wide = wide.left_join(
            walk, [wide.state == walk.walk_state, wide.year == walk.walk_year]
        ).select("state", "year", "other")
    for number, join in wanted:
        wide = _with_state_rows(ground, wide, number, join)
    return wide


def _with_state_rows(ground: Ground, wide: Table, number: int, join: States) -> Table:
    same = join.system is ground.system
    rows = join.rows(ground.held)
    rows = (
        ground.narrowing.of_states(rows)
        if same
        else rows.filter(rows.year.between(*ground.narrowing.years))
    )
    prefixed = rows.select(
        **{f"k{number}_state": rows.state, f"k{number}_year": rows.year},
        **{f"k{number}_{column.name}": rows[column.name] for column in join.columns},
    )
    row_state = f"k{number}_state"
    code = wide.state if same else wide.other
    joined = wide.left_join(
        prefixed, [code == prefixed[f"k{number}_state"], wide.year == prefixed[f"k{number}_year"]]
    )
    known = None if same else joined.other.notnull()
    filled = {
        f"k{number}_{column.name}": _filled(
            ground,
            joined[f"k{number}_{column.name}"],
            joined[row_state],
            joined,
            column,
            join,
            known,
        )
        for column in join.columns
    }
    return joined.select(*wide.columns, **filled)


# --- What is known of each pair -------------------------------------------------------------------


def _pairs_by_key(ground: Ground, joins: Sequence[Join]) -> list[list[tuple[int, Pairs]]]:
    """Return the joins of pairs, numbered, those that join on the same columns together.

    Rows that stand once come first: they are there for most pairs, and joins that seldom meet a row
    cost the least at the end.
    """
    alike: dict[tuple[object, ...], list[tuple[int, Pairs]]] = {}
    for number, join in enumerate(joins):
        if isinstance(join, Pairs):
            key = (join.system.name, join.monthly, _stands_once(ground, join))
            alike.setdefault(key, []).append((number, join))
    return sorted(alike.values(), key=lambda joins: not _stands_once(ground, joins[0][1]))


def _stands_once(ground: Ground, join: Pairs) -> bool:
    """Whether the rows joined have each pair once, the lower code first."""
    return join.mutual or (join.undirected is not None and not ground.directed)


def _with_pairs(ground: Ground, table: Table, alike: list[tuple[int, Pairs]]) -> Table:
    _, join = alike[0]
    same = join.system is ground.system
    first, second = (table[state if same else f"{state}_other"] for state in ground.states)
    if _stands_once(ground, join):
        first, second = ibis.least(first, second), ibis.greatest(first, second)
    right = _pairs_side_by_side(ground, alike)
    prefix = f"p{alike[0][0]}_"
    named = {f"{prefix}key_{name}": name for name in _pair_keys(join)}
    right = right.rename(named)
    return table.left_join(
        right,
        [
            first == right[f"{prefix}key_state1"],
            second == right[f"{prefix}key_state2"],
            *(table[time] == right[f"{prefix}key_{time}"] for time in _pair_keys(join)[2:]),
        ],
    )


def _pairs_side_by_side(ground: Ground, alike: list[tuple[int, Pairs]]) -> Table:
    """One row per pair and time that any of the joins knows: a panel is long, each of them short.

    `p<number>_here` is 1 in the rows that the join of this number knows.
    """
    tables = {number: _pair_rows(ground, join, number) for number, join in alike}
    keys = _pair_keys(alike[0][1])
    if len(tables) == 1:
        return next(iter(tables.values()))
    known = ibis.union(*(rows.select(*keys) for rows in tables.values()), distinct=True)
    for number, rows in tables.items():
        right = rows.rename({f"p{number}_{key}": key for key in keys})
        joined = known.left_join(right, [known[key] == right[f"p{number}_{key}"] for key in keys])
        known = joined.drop(*(f"p{number}_{key}" for key in keys))
    return known


def _pair_rows(ground: Ground, join: Pairs, number: int) -> Table:
    if join.within is not None:
        rows = join.within(ground.held, ground.narrowing.years)
    else:
        made = join.rows if ground.directed else (join.undirected or join.rows)
        rows = made(ground.held)
    keys = _pair_keys(join)
    if join.system is ground.system:
        rows = ground.narrowing.of_pairs(rows)
    else:
        rows = rows.filter(rows.year.between(*ground.narrowing.years))
    return rows.select(
        **{key: rows[key].cast("int32") for key in keys},
        **{f"p{number}_here": ibis.literal(1, "int8")},
        **{f"p{number}_{column.name}": rows[column.name] for column in join.columns},
    )


def _pair_keys(join: Pairs) -> tuple[str, ...]:
    return ("state1", "state2", "year", "month") if join.monthly else ("state1", "state2", "year")


# --- The columns of the panel ---------------------------------------------------------------------


def _columns(ground: Ground, table: Table, number: int, join: Join) -> dict[str, Value]:
    if isinstance(join, Pairs):
        return _pair_columns(ground, table, number, join)
    if isinstance(join, Between):
        sides = [
            {
                column.name: table[f"{state}_k{number}_{column.name}"]
                for column in join.states.columns
            }
            for state in ground.states
        ]
        values = join.values(*sides)
        return {added.name: value for added, value in zip(join.columns, values, strict=True)}
    suffixes = ("",) if len(ground.states) == 1 else ("1", "2")
    return {
        f"{column.name}{suffix}": table[f"{state}_k{number}_{column.name}"]
        for state, suffix in zip(ground.states, suffixes, strict=True)
        for column in join.columns
    }


def _pair_columns(ground: Ground, table: Table, number: int, join: Pairs) -> dict[str, Value]:
    known = None
    if join.system is not ground.system:
        known = ibis.and_(*(table[f"{state}_other"].notnull() for state in ground.states))
    row_state = f"p{number}_here"
    return {
        column.name: _filled(
            ground, table[f"p{number}_{column.name}"], table[row_state], table, column, join, known
        )
        for column in join.columns
    }


def _filled(
    ground: Ground,
    value: Value,
    row_state: Value,
    table: Table,
    column: Added,
    join: States | Pairs,
    known: Value | None,
) -> Value:
    """Return the value, and what absence means where no row stands within coverage.

    `row_state` is null where no row was joined; `known` says whether the states have a code in the
    other list.
    """
    if column.absent is None:
        return value
    first, last = ground.held.years(join.dataset, join.table)
    wanted = ground.narrowing.years
    conditions = [row_state.isnull()] + ([] if known is None else [known])
    if first is not None and first > wanted[0]:
        conditions.append(table.year >= first)
    if last is not None and last < wanted[1]:
        conditions.append(table.year <= last)
    absent = ibis.literal(column.absent, value.type())
    return ibis.ifelse(ibis.and_(*conditions), absent, value)
