"""What is held, checked again: originals byte for byte, rows against every check of their table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.datasets.described import table_named
from foedus.datasets.holdings import Holding, failing_rows, held, holdings_of
from foedus.datasets.parts import not_held_before
from foedus.datasets.sifting import beyond_levels, checks_of
from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine, engine_at
from foedus.sources.checksum import sha256_of
from foedus.sources.data_folder import original_folder
from foedus.sources.registry import dataset

__all__ = ["Checked", "checked"]


@dataclass(frozen=True, slots=True)
class Checked:
    """One table held: the record of its import, and what is wrong with it today.

    The rows that its import set apart are faults of the published data: they stand in no panel and
    make nothing wrong.
    """

    holding: Holding
    wrong: tuple[str, ...]

    @property
    def failing_rows(self) -> list[dict[str, Any]]:
        """The rows set apart by the import: `row`, `check`, and the columns as text."""
        return failing_rows(self.holding.dataset, self.holding.table)


def checked(names: Sequence[str] = ()) -> Iterator[Checked]:
    """Check every table held, or those of the datasets named.

    Raises UnknownDataset, and MissingDataset for a dataset of which nothing is held.
    """
    with engine_at() as engine:
        for one in _named(names) if names else held():
            yield Checked(one, tuple(_wrong(engine, one)))


def _named(names: Sequence[str]) -> Iterator[Holding]:
    for known in map(dataset, names):
        tables = holdings_of(known.name)
        if not tables:
            raise MissingDataset(
                f"Nothing of {known.name} is held here. Run `foedus data get {known.name}`, or "
                f"register a file from {known.page} with --from FILE."
            )
        yield from tables.values()


def _wrong(engine: Engine, one: Holding) -> Iterator[str]:
    again = f"run `foedus data get {one.dataset}` again, or register the file anew"
    for number, part in enumerate(one.parts or (one,)):
        yield from _wrong_file(engine, part, one.parts[:number], again)


def _wrong_file(
    engine: Engine, one: Holding, before: Sequence[Holding], again: str
) -> Iterator[str]:
    if one.file is not None:
        original = original_folder(one.dataset) / one.file
        if not original.is_file():
            yield f"{original} is gone: {again}"
        elif (actual := sha256_of(original)) != one.sha256:
            yield (
                f"{original} has changed since it was imported: SHA-256 expected {one.sha256}, "
                f"actual {actual}; {again}"
            )
    if not one.path.is_file():
        yield f"{one.path} is gone: {again}"
        return
    yield from _wrong_rows(engine, one, before, again)


def _wrong_rows(
    engine: Engine, one: Holding, before: Sequence[Holding], again: str
) -> Iterator[str]:
    try:
        rows = engine.to_pyarrow(engine.parquet(one.path))
    except Exception as error:  # whatever a damaged Parquet file makes the engine say
        yield f"{one.path} cannot be read ({str(error).splitlines()[0]}): {again}"
        return
    if rows.num_rows != one.kept:
        yield f"{one.path} holds {rows.num_rows:,} rows, {one.kept:,} were kept: {again}"
    table, described = engine.rows(rows), table_named(one.dataset, one.table)
    there = [part.path for part in before if part.path.is_file()]
    twice = not_held_before(engine, described, there)
    failing = {name: len(places) for name, places in beyond_levels(described, rows)}
    for check in (*checks_of(described, one.covers), *twice):
        failing[check.name] = engine.to_pyarrow(check.failing(table).select("row")).num_rows
    for name, count in failing.items():
        if count:
            yield f"{count:,} rows kept in {one.path.name} fail '{name}': {again}"
