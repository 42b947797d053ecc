"""Which table of which dataset a file holds, told by its columns alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pyarrow as pa

from foedus.datasets.received import Received, numbered, received
from foedus.datasets.text_files import Broken
from foedus.errors import WrongFile
from foedus.reading.datasets.table import DatasetTable, Form
from foedus.reading.datasets.tables import MODULES, tables_of
from foedus.sources import registry

__all__ = ["Fit", "fitting", "recognised", "require_a_form", "wrong_file"]

MOST_NAMES = 12
"""How many columns a message names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A table, the form of it that a file fits, and the file's rows for that form when called."""

    table: DatasetTable
    form: Form
    rows: Callable[[], tuple[pa.Table, list[Broken]]]


def recognised(file: Path) -> list[tuple[str, str, str]]:
    """Return the (dataset, table, form) that the file's columns fit, the closest first.

    Empty when it fits none. Raises WrongFile when it cannot be read at all.
    """
    with received(Path(file)) as opened:
        fits = fitting(opened, _all_tables())
    return [(fit.table.dataset, fit.table.name, fit.form.name) for fit in fits]


def fitting(opened: Received, tables: Iterable[DatasetTable]) -> list[Fit]:
    """Return every fit of a file; forms with an opener first, then those that ask for most.

    Of two datasets with the same columns (COW and GML disputes), that is first which the file's
    name names first.
    """
    heads = [(place, frozenset(map(_folded, record))) for place, record in opened.heads]
    found = [
        fit for table in tables for form in table.forms for fit in _fits(opened, heads, table, form)
    ]

    def closeness(fit: Fit) -> tuple[bool, int, int]:
        named = opened.file.lower().find(fit.table.dataset)
        asked = len(fit.form.requires)
        return fit.form.opener is None, -asked, named if named >= 0 else len(opened.file)

    return sorted(found, key=closeness)


def require_a_form(file: str, dataset: str, tables: Sequence[DatasetTable]) -> None:
    """Raise WrongFile for tables that are never read from a file as it is, with what to do."""
    if any(table.forms for table in tables):
        return
    made = [need for table in tables if table.derived for need in table.derived.needs]
    do = (
        f"foedus makes it of {_names(made)}: give the file of that"
        if made
        else f"its files go into a store of events: `foedus data get {dataset} --from {file}`"
    )
    raise WrongFile(f"{file} cannot be imported as {tables[0].name} of {dataset}: {do}.")


def wrong_file(opened: Received, tables: Sequence[DatasetTable]) -> WrongFile:
    """Return the error of a file that fits none of the tables: what it lacks, what it is."""
    dataset = tables[0].dataset
    table, form, lacking = min(
        (
            (table, form, sorted(form.requires - _present(opened, form)))
            for table in tables
            for form in table.forms
        ),
        key=lambda near: len(near[2]) / len(near[1].requires),
    )
    wanted = tables[0].name if len(tables) == 1 else "any table"
    return WrongFile(
        f"{opened.file} is not {wanted} of {dataset}. Nearest is {table.name} ({form.name}), for "
        f"which it lacks {_names(lacking)}.{_looks_like(opened, dataset)} "
        f"Its columns are {_names(_header(opened))}. Give the file of {dataset} that has those "
        f"columns: {registry.dataset(dataset).page}"
    )


def _fits(
    opened: Received,
    heads: Sequence[tuple[int, frozenset[str]]],
    table: DatasetTable,
    form: Form,
) -> Iterator[Fit]:
    if form.opener is not None:
        rows = form.opener(opened.path)
        if rows is not None:
            yield Fit(table, form, partial(_opened, rows))
        return
    wanted = _folded_names(form.requires)
    place = next((place for place, names in heads if wanted <= names), None)
    if place is not None:
        yield Fit(table, form, partial(opened.rows, place))


def _opened(rows: pa.Table) -> tuple[pa.Table, list[Broken]]:
    return rows if "row" in rows.column_names else numbered(rows), []


def _present(opened: Received, form: Form) -> frozenset[str]:
    best = max(
        ({_folded(cell) for cell in record} for _, record in opened.heads),
        key=lambda cells: sum(_folded(name) in cells for name in form.requires),
        default=set(),
    )
    return frozenset(name for name in form.requires if _folded(name) in best)


def _header(opened: Received) -> list[str]:
    widest = max((record for _, record in opened.heads), key=len, default=())
    return [cell.strip() or "(unnamed)" for cell in widest]


def _looks_like(opened: Received, dataset: str) -> str:
    fits = [fit for fit in fitting(opened, _all_tables()) if fit.table.dataset != dataset]
    if not fits:
        return ""
    table = fits[0].table
    return f" It looks like {table.name} of {table.dataset}."


def _all_tables() -> list[DatasetTable]:
    return [table for dataset in MODULES for table in tables_of(dataset).values()]


def _folded(name: str) -> str:
    return name.replace("\ufeff", "").strip().casefold()


@cache
def _folded_names(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_folded, names))


def _names(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
