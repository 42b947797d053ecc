"""The CSV tables this package carries, as rows, and the spells written in them.

The tables are for people: a political scientist can open, check and mend them with a spreadsheet.
A day is written in EDTF; an empty `begins` means before the first day covered, an empty `ends`
means it still runs.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from foedus.evidence import Day, Spell

__all__ = ["rows", "spell"]

_FOLDER = Path(__file__).parent


def rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one table, `table` being its path below this folder without `.csv`."""
    with (_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@lru_cache(maxsize=4096)
def spell(begins: str, ends: str) -> Spell:
    """Return the spell from `begins` to `ends`, as the two columns of a table write it."""
    return Spell(Day(begins) if begins else None, Day(ends) if ends else None)
