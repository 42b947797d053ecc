"""Where each column of a panel comes from: dataset, table, version, years, meaning."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["ColumnOrigin", "datasets_of"]


@dataclass(frozen=True, slots=True)
class ColumnOrigin:
    """One column of a panel and the dataset it was taken from.

    `dataset` and `table` are the registry's name and the name of the table (for a key of the grain,
    those of the list of states); `version` is the version of the file that was imported, None when
    the publisher numbers none; `years` are the first and the last year covered, None where no bound
    is known; `meaning` says what the column holds and in which unit. `zero_when_absent` is true of
    a column that is zero within coverage when the data have no row (no alliance, no dispute), false
    of one that is missing then.
    """

    column: str
    dataset: str
    table: str
    version: str | None
    years: tuple[int | None, int | None]
    meaning: str
    zero_when_absent: bool = False


def datasets_of(origins: Iterable[ColumnOrigin]) -> tuple[str, ...]:
    """Return the names of the datasets that the columns come from, each once, in their order."""
    return tuple(dict.fromkeys(origin.dataset for origin in origins))
