"""Two panels compared cell for cell, and the deviations that are meant."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

__all__ = ["MEANT", "Column", "compared"]

# Distances come out of sines in another order: they agree to a hundredth of a millimetre.
TOLERANCE = 1e-8


@dataclass(frozen=True)
class Column:
    """How one column compares: cells alike, and for the others which two values stand there."""

    name: str
    cells: int
    differing: int
    meant: int
    kinds: dict[tuple[str, str], int]

    @property
    def unexplained(self) -> int:
        """Cells that differ for a reason nobody gave."""
        return self.differing - self.meant


def _missing_code(ours: pd.Series, theirs: pd.Series) -> pd.Series:
    return ours.isna() & (theirs == -9)


def _closest_not_first(ours: pd.Series, theirs: pd.Series) -> pd.Series:
    return (ours > 0) & ((theirs == 0) | (ours < theirs))


MEANT: dict[str, tuple[str, Callable[[pd.Series, pd.Series], pd.Series]]] = {
    **dict.fromkeys(
        ("fatality1", "fatality2", "fatality", "fatalpre1", "fatalpre2"),
        ("-9 is the codebook's sign for not known: ours is missing", _missing_code),
    ),
    "conttype": (
        "theirs is the type of the year's first month, ours the closest of the year, as both "
        "document",
        _closest_not_first,
    ),
}


def compared(ours: pa.Table, theirs: pd.DataFrame) -> list[Column]:
    """Return one comparison per column of theirs, in its order; rows must be the same."""
    if ours.column_names != list(theirs.columns):
        raise ValueError(f"columns differ: {ours.column_names} and {list(theirs.columns)}")
    if ours.num_rows != len(theirs):
        raise ValueError(f"{ours.num_rows} rows here, {len(theirs)} there")
    return [_column(name, ours[name].to_pandas(), theirs[name]) for name in ours.column_names]


def _column(name: str, ours: pd.Series, theirs: pd.Series) -> Column:
    left, right = ours.astype("float64"), theirs.astype("float64").reset_index(drop=True)
    close = np.isclose(left, right, rtol=0, atol=TOLERANCE if name == "capdist" else 0)
    differ = ~(close | (left.isna() & right.isna()))
    meant = MEANT[name][1](left, right) & differ if name in MEANT else differ & False
    pairs = pd.DataFrame({"ours": left[differ].map(_shown), "theirs": right[differ].map(_shown)})
    kinds = pairs.value_counts().head(12).to_dict()
    return Column(name, len(left), int(differ.sum()), int(meant.sum()), kinds)


def _shown(value: float) -> str:
    return "missing" if np.isnan(value) else f"{value:g}"
