"""Tidy steps that many forms share: some of a file's columns, under the table's own names."""

from collections.abc import Callable

import ibis
from ibis.expr.types import Table, Value

__all__ = ["given_or_missing", "kept"]


def kept(*names: str, **renamed: str) -> Callable[[Table], Table]:
    """Return a `tidy` that keeps `row`, the columns in `names`, and `new="old"` under new names.

    A named column that the file does not have is missing throughout: a form lists in `requires`
    what it cannot do without.
    """
    wanted = {name: name for name in names} | renamed

    def tidy(rows: Table) -> Table:
        return rows.select(
            "row", **{new: given_or_missing(rows, old) for new, old in wanted.items()}
        )

    return tidy


def given_or_missing(rows: Table, column: str) -> Value:
    """Return the column, or a text column of nulls when the rows have none of that name."""
    return rows[column] if column in rows.columns else ibis.null("string")
