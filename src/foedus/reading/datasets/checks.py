"""Checks that several tables share: each factory gives a `Check` whose answer is the failing rows.

A value that is missing fails nothing: what is not known contradicts nothing. Two rows that
contradict each other (a duplicated key, an overlap, an asymmetry) both fail, as nobody can say
which of them is right.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from foedus.actors.codes import code_spells
from foedus.reading.datasets.table import Check

__all__ = [
    "ends_after_it_begins",
    "known_codes",
    "not_negative",
    "one_of",
    "spells_do_not_overlap",
    "symmetric",
    "unique_grain",
    "years_within",
]


def unique_grain(*columns: str) -> Check:
    """Return the check that no two rows agree in all the columns; every row of a tie fails."""

    def failing(rows: Table) -> Table:
        named = rows.filter([rows[name].notnull() for name in columns])
        # A column named "count" would hide the method of that name.
        alike = named.row.count().over(ibis.window(group_by=list(columns)))
        counted = named.mutate(rows_alike=alike)
        return _only(counted, counted.rows_alike > 1, rows)

    return Check(
        "duplicated key", f"one row per {', '.join(columns)}: all rows of a tie fail", failing
    )


def years_within(first: int | None, last: int | None, *columns: str) -> Check:
    """Return the check that years (or the years of dates) lie from `first` to `last`, inclusive.

    None sets no bound on that side. Columns are `year` when none is named.
    """
    names = columns or ("year",)

    def failing(rows: Table) -> Table:
        tests = [
            test
            for name in names
            for test in _outside(_year(rows[name]), first, last) or [_never()]
        ]
        return rows.filter(_any(tests))

    span = f"{'…' if first is None else first} to {'…' if last is None else last}"
    return Check("year outside coverage", f"{', '.join(names)} from {span}", failing)


def ends_after_it_begins(begins: str = "begins", ends: str = "ends") -> Check:
    """Return the check that a spell ends on the day it begins or later; an open end is sound."""
    return Check(
        "ends before it begins",
        f"{begins} is not after {ends}",
        lambda rows: rows.filter(rows[ends] < rows[begins]),
    )


def spells_do_not_overlap(keys: Sequence[str], begins: str = "begins", ends: str = "ends") -> Check:
    """Return the check that spells with the same keys share no day (first and last included).

    Both of two overlapping spells fail. A missing begin or end is taken as known to nobody, and
    the row is not compared.
    """
    keys = list(keys)

    def failing(rows: Table) -> Table:
        # A spell overlaps another exactly if an earlier one (by begin, then row) ends at or after
        # its begin, or a later one begins at or before its end: two windows, no self join.
        dated = rows.filter(rows[begins].notnull() & rows[ends].notnull())
        order = [dated[begins], dated.row]
        before = ibis.window(group_by=keys, order_by=order, preceding=(None, 1))
        after = ibis.window(group_by=keys, order_by=order, following=(1, None))
        seen = dated.mutate(
            ended_before=dated[ends].max().over(before),
            begins_after=dated[begins].min().over(after),
        )
        clash = (seen.ended_before >= seen[begins]) | (seen.begins_after <= seen[ends])
        return _only(seen, clash.fill_null(False), rows)

    return Check(
        "overlapping spells",
        f"{begins} to {ends} of the same {', '.join(keys)} share no day",
        failing,
    )


def symmetric(pair: tuple[str, str], values: Sequence[str], by: Sequence[str] = ("year",)) -> Check:
    """Return the check of an undirected table kept in both directions: the two rows must agree.

    `pair` are the columns of the two actors, `by` the rest of the grain. A row fails when its
    mirror is absent or differs in one of `values` (two missing values agree).
    """
    one, other = pair

    def failing(rows: Table) -> Table:
        mirror = rows.select(
            mirror_one=rows[other],
            mirror_other=rows[one],
            **{f"mirror_{name}": rows[name] for name in (*by, *values)},
        )
        on = [rows[one] == mirror.mirror_one, rows[other] == mirror.mirror_other]
        on += [rows[name] == mirror[f"mirror_{name}"] for name in by]
        agree = [rows[name].identical_to(mirror[f"mirror_{name}"]) for name in values]
        return rows.anti_join(mirror, [*on, *agree])

    return Check(
        "asymmetric",
        f"{', '.join(values)} of {one}, {other} as of {other}, {one}",
        failing,
    )


def known_codes(
    column: str,
    scheme: str,
    begins: str | None = "year",
    ends: str | None = None,
    *,
    also: Sequence[int] = (),
) -> Check:
    """Return the check that `column` holds codes of states of the scheme ("cow" or "gw").

    With `begins` (a column of years or dates, and `ends` of a spell) the state must have stood in
    some year of it: one year before its first and after its last day are let pass, as sources date
    the same birth and death by their own rules. `also` are codes that the dataset documents itself
    beyond the list; they pass at any time. None for `begins` asks for the code alone.
    """

    def failing(rows: Table) -> Table:
        known = _states(scheme)
        if begins is None:
            held = known.select("code").distinct()
            there = rows.anti_join(held, [rows[column].cast("int64") == held.code])
        else:
            first, last = _year(rows[begins]), _year(rows[ends or begins])
            in_time = (last.isnull() | (last >= known.first)) & (
                first.isnull() | (first <= known.last)
            )
            there = rows.anti_join(known, [rows[column].cast("int64") == known.code, in_time])
        beyond = there[column].isin(list(also)) if also else _never()
        return there.filter(there[column].notnull() & ~beyond)

    when = f" that stood in {begins}" if begins else ""
    return Check("unknown code", f"{column} is a {scheme} code of a state{when}", failing)


def one_of(column: str, *levels: int | str) -> Check:
    """Return the check that the column holds one of the codes that the codebook lists."""
    return Check(
        f"unknown level of {column}",
        f"{column} is one of {', '.join(map(str, levels))}",
        lambda rows: rows.filter(rows[column].notin(list(levels))),
    )


def not_negative(*columns: str) -> Check:
    """Return the check that counts, amounts and distances are zero or more."""
    return Check(
        "negative amount",
        f"{', '.join(columns)} of zero or more",
        lambda rows: rows.filter(_any([rows[name] < 0 for name in columns])),
    )


def _only(marked: Table, condition: BooleanValue, like: Table) -> Table:
    return marked.filter(condition).select(*like.columns)


def _any(tests: Sequence[BooleanValue]) -> BooleanValue:
    found = tests[0].fill_null(False)
    for test in tests[1:]:
        found = found | test.fill_null(False)
    return found


def _never() -> BooleanValue:
    return ibis.literal(False)


def _outside(year: Value, first: int | None, last: int | None) -> list[BooleanValue]:
    return [
        *([] if first is None else [year < first]),
        *([] if last is None else [year > last]),
    ]


def _year(value: Value) -> Value:
    return value.year() if value.type().is_temporal() else value


@cache
def _state_years(scheme: str) -> tuple[tuple[int, int, int], ...]:
    # The lists begin in 1816 for want of a source, not of states: their first year is no birth.
    lists_begin = dt.date(1816, 1, 1)
    held = []
    for row in code_spells():
        if row.scheme == scheme:
            begins, ends = row.spell.begins, row.spell.ends
            first = begins.earliest if begins else None
            last = ends.latest if ends else None
            held.append(
                (
                    int(row.code),
                    0 if first is None or first <= lists_begin else first.year - 1,
                    9999 if last is None else last.year + 1,
                )
            )
    return tuple(held)


def _states(scheme: str) -> Table:
    columns = {"code": "int64", "first": "int64", "last": "int64"}
    return ibis.memtable(_state_years(scheme), schema=columns)
