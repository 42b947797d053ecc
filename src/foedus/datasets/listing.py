"""The datasets of the registry beside what of them is held on this machine."""

from typing import Any

from foedus.datasets.holdings import holdings_of
from foedus.sources.registry import Dataset, all_datasets

__all__ = ["listed"]


def listed() -> list[dict[str, Any]]:
    """Return one record per dataset: what the registry says of it, and what is held.

    `years` are those that the known release covers; `held` the releases held here, "(presumed)"
    where no sign tells them, null when none is; `tables` the number of rows kept by table, and
    `files` the number of files that a table made of several has.
    """
    return [_record(one) for one in all_datasets()]


def _record(one: Dataset) -> dict[str, Any]:
    tables = holdings_of(one.name)
    releases = sorted({table.release for table in tables.values()})
    return {
        "name": one.name,
        "title": one.title,
        "years": _years(one.years),
        "first_year": one.years[0],
        "last_year": one.years[1],
        "actors": one.actors,
        "terms": str(one.terms),
        "licence": one.licence,
        "publisher": one.publisher,
        "page": one.page,
        "version": one.version,
        "fetched": any(file.url for file in one.files),
        "held": ", ".join(releases) or None,
        "tables": {name: table.kept for name, table in tables.items()},
        "files": {name: len(table.parts) for name, table in tables.items() if table.parts},
        "note": one.note,
    }


def _years(years: tuple[int | None, int | None]) -> str | None:
    if years == (None, None):
        return None
    return "–".join("" if year is None else str(year) for year in years)
