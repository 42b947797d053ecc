"""Who owes whom, as a matrix."""

from dataclasses import dataclass

__all__ = ["Matrix", "Owed"]


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise from one row of a matrix to one column; `surely` or in doubt."""

    row: int
    column: int
    surely: bool
    told: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who owes whom: names in order, promises, and groups as their first and last place."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    owed: tuple[Owed, ...]
    groups: tuple[tuple[int, int], ...]
    down: str
    along: str
    describes: str
