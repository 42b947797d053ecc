"""What Stata asks of a table: types of integers, names and labels.

*Stata User's Guide*, "11.3 Naming conventions", "12.2.2 Numeric storage types", "12.6.2 Variable
labels"; in its integer types the largest values stand for "missing".
"""

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["LARGE", "LONGEST_LABEL", "LONGEST_NAME", "stata_names", "with_stata_types"]

# The largest value of each type that is not a code for "missing": byte, int, long.
INTEGERS = ((100, pa.int8()), (32_740, pa.int16()), (2_147_483_620, pa.int32()))
LONGEST_NAME, LONGEST_LABEL = 32, 80
LARGE = 1 << 30
"""Bytes from which somebody is warned: Stata holds the whole file in memory."""


def stata_names(names: Iterable[str]) -> dict[str, str]:
    """Return a name that Stata takes for each column: letters, digits and _, 32 at most, unique."""
    given: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"\W", "_", name, flags=re.ASCII)
        plain = f"_{plain}" if plain[:1].isdigit() else plain
        candidate, number = plain[:LONGEST_NAME], 1
        while candidate in given.values():
            number += 1
            candidate = f"{plain[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        given[name] = candidate
    return given


def with_stata_types(table: pa.Table) -> pa.Table:
    """Return the table with each integer in the smallest type that holds it; else as a double."""
    for number, field in enumerate(table.schema):
        if pa.types.is_integer(field.type):
            column = table.column(number)
            kind = _integer(column)
            table = table.set_column(number, field.name, column.cast(kind))
    return table


def _integer(column: pa.ChunkedArray) -> pa.DataType:
    ends = pc.min_max(column).as_py()
    largest = max(abs(ends["min"] or 0), abs(ends["max"] or 0))
    fitting = (kind for limit, kind in INTEGERS if largest <= limit)
    return next(fitting, pa.float64())
