"""Columns as received to columns as described: missing codes to nulls, texts to numbers and days.

A value that is neither missing nor of its column's type is wrong: it becomes null, and is told.
"""

from collections.abc import Callable

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from foedus.ledger.engines import Engine
from foedus.reading.datasets.table import Column

__all__ = ["cast_values", "wrong_type"]

NO_NUMBER = ("", ".", "na", "n/a", "nan", "null", "none")
"""What packages write for a missing number or day (Stata, R, pandas and Excel, SQL, Python)."""

# No more than 18 digits: what an int64 surely holds.
_WHOLE = r"^[+-]?\d{1,18}(\.0*)?$"
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$"


def cast_values(
    engine: Engine, values: pa.ChunkedArray, column: Column
) -> tuple[pa.ChunkedArray, list[int]]:
    """Return the values in the column's type, and the positions of those that are wrong.

    Null where a value is missing (empty, or one of the column's codes for missing) or wrong. A
    number may be written "365", "365.0" or "1e+05"; 1.5 is no whole number and is wrong.
    """
    kind = ibis.dtype(column.dtype)
    target = kind.to_pyarrow()
    given = _given(values, column, is_text=kind.is_string())
    cast = _caster(given.type, target)(engine, given, target)
    wrong = pc.and_(pc.is_valid(given), pc.is_null(cast))
    return _without_codes(cast, column), np.flatnonzero(wrong.to_numpy()).tolist()


def wrong_type(column: Column) -> str:
    """Return the name of the check that a column's values are of its type."""
    kind = ibis.dtype(column.dtype)
    wanted = "whole number" if kind.is_integer() else "number" if kind.is_numeric() else kind
    return f"not a {wanted}: {column.name}"


def _given(values: pa.ChunkedArray, column: Column, *, is_text: bool) -> pa.ChunkedArray:
    """Return the values, texts trimmed, without empty texts and codes that are text."""
    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    if pa.types.is_floating(values.type):
        return pc.if_else(pc.is_nan(values), pa.scalar(None, values.type), values)
    if not _is_text(values.type):
        return values
    texts = pc.utf8_trim_whitespace(values.cast(pa.string()))
    missing = pc.is_in(texts, pa.array(["", *column.missing]))
    if not is_text:
        missing = pc.or_(missing, pc.is_in(pc.utf8_lower(texts), pa.array(NO_NUMBER)))
    return pc.if_else(missing, pa.scalar(None, pa.string()), texts)


def _without_codes(cast: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    codes = [float(code) for code in column.missing if _is_number(code)]
    if not codes or not (pa.types.is_integer(cast.type) or pa.types.is_floating(cast.type)):
        return cast
    coded = pc.is_in(cast.cast(pa.float64(), safe=False), pa.array(codes))
    return pc.if_else(coded, pa.scalar(None, cast.type), cast)


_Cast = Callable[[Engine, pa.ChunkedArray, pa.DataType], pa.ChunkedArray]


def _caster(given: pa.DataType, target: pa.DataType) -> _Cast:
    if given == target:
        return _unchanged
    if pa.types.is_integer(target):
        if _is_text(given):
            return _whole_numbers
        if pa.types.is_integer(given):
            return _fitting_numbers
        if pa.types.is_floating(given):
            return _whole_floats
    if pa.types.is_floating(target) and _is_text(given):
        return _numbers
    return _tried


def _unchanged(_engine: Engine, given: pa.ChunkedArray, _target: pa.DataType) -> pa.ChunkedArray:
    return given


def _whole_numbers(engine: Engine, given: pa.ChunkedArray, target: pa.DataType) -> pa.ChunkedArray:
    digits = pc.replace_substring_regex(_matching(given, _WHOLE), r"\.0*$|^\+", "")
    # R writes 100000 as 1e+05.
    others = pc.if_else(pc.is_valid(digits), pa.scalar(None, pa.string()), given)
    floats = _whole_floats(engine, _numbers(engine, others, pa.float64()), pa.int64())
    return _fitting_numbers(engine, pc.coalesce(digits.cast(pa.int64()), floats), target)


def _whole_floats(engine: Engine, given: pa.ChunkedArray, target: pa.DataType) -> pa.ChunkedArray:
    # Beyond 2**53 a float no longer tells one whole number from the next.
    whole = pc.and_(pc.equal(given, pc.floor(given)), pc.less(pc.abs(given), float(2**53)))
    numbers = pc.if_else(whole, given, pa.scalar(None, given.type)).cast(pa.int64())
    return _fitting_numbers(engine, numbers, target)


def _fitting_numbers(
    _engine: Engine, given: pa.ChunkedArray, target: pa.DataType
) -> pa.ChunkedArray:
    if target.bit_width >= given.type.bit_width:
        return given.cast(target)
    most = 2 ** (target.bit_width - 1)
    fits = pc.and_(pc.greater_equal(given, -most), pc.less(given, most))
    return pc.if_else(fits, given, pa.scalar(None, given.type)).cast(target)


def _numbers(_engine: Engine, given: pa.ChunkedArray, target: pa.DataType) -> pa.ChunkedArray:
    plain = pc.replace_substring_regex(_matching(given, _NUMBER), r"^\+", "")
    numbers = plain.cast(pa.float64())
    return pc.if_else(pc.is_finite(numbers), numbers, pa.scalar(None, pa.float64())).cast(target)


def _matching(given: pa.ChunkedArray, pattern: str) -> pa.ChunkedArray:
    fits = pc.match_substring_regex(given, pattern)
    return pc.if_else(fits, given, pa.scalar(None, pa.string()))


def _tried(engine: Engine, given: pa.ChunkedArray, target: pa.DataType) -> pa.ChunkedArray:
    rows = engine.rows(pa.table({"given": given, "place": np.arange(len(given))}))
    cast = rows.select("place", cast=rows["given"].try_cast(ibis.dtype(target)))
    return engine.to_pyarrow(cast.order_by("place")).column("cast")


def _is_text(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    )


def _is_number(code: str) -> bool:
    try:
        float(code)
    except ValueError:
        return False
    return True
