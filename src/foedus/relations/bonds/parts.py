"""One thing held about a pair of actors: its rows, and where they come from or how to get them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from foedus.datasets.holdings import holdings_of
from foedus.sources import citations, registry

__all__ = ["Part", "Provenance", "part_of", "provenance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where rows come from.

    `dataset` is a name of the registry of data, "register" for the treaties of foedus or "case" for
    a case's own ledger. `covers` are the first and last year it covers, None for no bound known;
    `citation` is one work per line. `missing` is None for what is held, else the command that
    brings it, `page` where its file is to be found.
    """

    dataset: str
    title: str
    version: str | None
    covers: tuple[int | None, int | None]
    citation: tuple[str, ...]
    page: str
    missing: str | None = None

    def covers_year(self, year: int) -> bool:
        """Whether it is held and covers the year."""
        first, last = self.covers
        return (
            self.missing is None
            and (first is None or first <= year)
            and (last is None or year <= last)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows of one kind, and every source they are or would be made of.

    `rows` is empty where nothing is held and where the sources know of nothing: `covered` and
    `missing` say which. What each column is stands at the function that makes the part.
    """

    name: str
    rows: pa.Table
    sources: tuple[Provenance, ...]

    @property
    def missing(self) -> tuple[Provenance, ...]:
        """The sources that are not on this machine."""
        return tuple(one for one in self.sources if one.missing)

    @property
    def held(self) -> tuple[Provenance, ...]:
        """The sources that are."""
        return tuple(one for one in self.sources if not one.missing)

    def covered(self, year: int) -> bool:
        """Whether some source that is held covers the year."""
        return any(one.covers_year(year) for one in self.sources)

    def to_pylist(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        rows: list[dict[str, Any]] = self.rows.to_pylist()
        return rows


def part_of(
    name: str,
    schema: Mapping[str, pa.DataType],
    rows: Iterable[Mapping[str, Any]],
    sources: Sequence[Provenance],
) -> Part:
    """Return a part of these rows, its columns in the order of the schema."""
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=pa.schema(schema))
    return Part(name=name, rows=table, sources=tuple(sources))


def provenance(dataset: str, table: str) -> Provenance:
    """Return where one table of a dataset of the registry comes from, held here or not."""
    known = registry.dataset(dataset)
    held = holdings_of(dataset).get(table)
    has_address = any(file.table == table and file.url for file in known.files)
    get = f"foedus data get {dataset}" + ("" if has_address else " --from FILE")
    return Provenance(
        dataset=dataset,
        title=known.title,
        version=held.release if held else known.version,
        covers=held.covers if held else known.years,
        citation=tuple(citations.plain_text([dataset]).splitlines()),
        page=known.page,
        missing=None if held else get,
    )
