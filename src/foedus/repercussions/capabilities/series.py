"""What an actor could put into the field, year by year: tests, spending, material capabilities.

`kinds.csv` declares each series: the tests of missiles that the Nonproliferation Studies database
lists (of North Korea alone), SIPRI's military expenditure in constant dollars, and the Composite
Index of National Capability with its six components (Singer 1987; NMC 7.0). A year outside the
coverage of a dataset, or without a figure in it, is None.
"""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.actors.codes import code_spells
from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.parts import Provenance, provenance
from foedus.treaties.words import Words

__all__ = [
    "CapabilitySeries",
    "Kind",
    "Test",
    "capability_series",
    "kinds",
    "reach_of",
    "spending_values",
    "tests_of",
]

TESTED = "PRK"
"""The actor whose tests are listed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One series: where it is read, what it is called, its unit.

    `counted` where it counts events; `compared` where it is held against what happened.
    """

    key: str
    dataset: str
    table: str
    column: str
    name: Words
    unit: Words
    counted: bool
    compared: bool


@dataclass(frozen=True, slots=True)
class Test:
    """One missile flown: its row, the days it may be, its type; outcome None where not known."""

    row: int
    date: str
    earliest: dt.date
    latest: dt.date
    missile: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class CapabilitySeries:
    """A series of an actor: `values` by year, None where nobody covers or knows it.

    `base_year` is that of constant prices. `source` says where it is from, or how to get it. SIPRI
    marks estimates by colour alone, which is not read: which of its figures are estimates is not
    known here.
    """

    kind: Kind
    actor: str
    values: Mapping[int, float | None]
    source: Provenance
    base_year: int | None = None

    @property
    def known(self) -> dict[int, float]:
        """The years that have a value."""
        return {year: value for year, value in self.values.items() if value is not None}


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of series, in the order shown."""
    text = (files(__package__) / "kinds.csv").read_text(encoding="utf-8")
    return tuple(
        Kind(
            row["key"],
            row["dataset"],
            row["table"],
            row["column"],
            Words(row["name_en"], row["name_fr"]),
            Words(row["unit_en"], row["unit_fr"]),
            row["counted"] == "yes",
            row["compared"] == "yes",
        )
        for row in csv.DictReader(text.splitlines())
    )


def capability_series(
    engine: Engine, actor: str, first: int, last: int, datasets: Iterable[str] | None = None
) -> tuple[CapabilitySeries, ...]:
    """Return every series of an actor over the years, those of no year among them.

    `datasets` are those that may be opened, all that are held where it is None. A series of tests
    is only the actor's whose tests are listed; others have none. One whose dataset is not held, or
    may not be opened, has no value and its source says what to run.
    """
    allowed = None if datasets is None else frozenset(datasets)
    years = range(first, last + 1)
    return tuple(_series(engine, actor, years, allowed))


def _series(
    engine: Engine, actor: str, years: range, allowed: frozenset[str] | None
) -> Iterator[CapabilitySeries]:
    tests: tuple[Test, ...] | None = None
    for kind in kinds():
        if kind.counted and actor != TESTED:
            continue
        source = provenance(kind.dataset, kind.table)
        nothing = dict.fromkeys(years)
        if not source.missing and allowed is not None and kind.dataset not in allowed:
            source = replace(source, missing=f'datasets = ["{kind.dataset}"]')
        if source.missing:
            yield CapabilitySeries(kind, actor, nothing, source)
        elif kind.counted:
            tests = tests_of(engine) if tests is None else tests
            yield CapabilitySeries(kind, actor, _tested(kind, tests, years, source), source)
        elif kind.dataset == "sipri-milex":
            yield _spending(engine, kind, actor, years, source)
        else:
            yield _material(engine, kind, actor, years, source)


def tests_of(engine: Engine) -> tuple[Test, ...]:
    """Return every missile test listed, by its earliest day; raises MissingDataset."""
    table = held_table(engine, "missile-tests", "tests")
    rows = engine.to_pyarrow(
        table.select("row", "date", "earliest", "latest", "missile", "outcome")
    ).to_pylist()
    return tuple(sorted((Test(**row) for row in rows), key=lambda one: (one.earliest, one.row)))


def reach_of(tests: Iterable[Test]) -> dt.date | None:
    """Return the last day the list of tests surely reaches: that of its last test."""
    return max((one.latest for one in tests), default=None)


def _tested(
    kind: Kind, tests: tuple[Test, ...], years: range, source: Provenance
) -> dict[int, float | None]:
    """Return counts by year; the year that the list breaks off in is not whole, so not known."""
    if kind.key == "launch_days":
        counts = Counter(day.year for _, day in {(one.date, one.earliest) for one in tests})
    else:
        counts = Counter(one.earliest.year for one in tests)
    begins = source.covers[0] or 0
    ends = reach_of(tests)
    whole = ends.year - ((ends.month, ends.day) < (12, 31)) if ends else 0
    return {year: float(counts[year]) if begins <= year <= whole else None for year in years}


def _spending(
    engine: Engine, kind: Kind, actor: str, years: range, source: Provenance
) -> CapabilitySeries:
    table = held_table(engine, kind.dataset, kind.table)
    rows = engine.to_pyarrow(
        table.filter(table.id == actor).select("year", "base_year", "constant_usd", "current_usd")
    ).to_pylist()
    base = next((row["base_year"] for row in rows if row["base_year"] is not None), None)
    return CapabilitySeries(kind, actor, spending_values(rows, years), source, base_year=base)


def spending_values(
    rows: Iterable[Mapping[str, Any]], years: Iterable[int]
) -> dict[int, float | None]:
    """Return SIPRI's constant dollars by year; a zero among unknown figures is a gap, not a zero.

    A state without a military (Costa Rica, Iceland) is written 0 in constant and in current dollars
    alike; only such a zero is kept.
    """
    found = {row["year"]: row for row in rows}
    values: dict[int, float | None] = dict.fromkeys(years)
    for year in values:
        row = found.get(year)
        if row is None or row["constant_usd"] is None:
            continue
        if row["constant_usd"] > 0 or row["current_usd"] == 0:
            values[year] = row["constant_usd"]
    return values


def _material(
    engine: Engine, kind: Kind, actor: str, years: range, source: Provenance
) -> CapabilitySeries:
    """NMC by the numbers the actor itself held; a year in which it held none has no value."""
    spells = [
        (int(row.code), row.spell)
        for row in code_spells()
        if row.scheme == "cow" and row.actor == actor
    ]
    table = held_table(engine, kind.dataset, kind.table)
    chosen = table.filter(table.ccode.isin([code for code, _ in spells]))
    rows = engine.to_pyarrow(chosen.select("ccode", "year", value=chosen[kind.column])).to_pylist()
    values: dict[int, float | None] = dict.fromkeys(years)
    for row in rows:
        day = dt.date(row["year"], 12, 31)
        if row["year"] in values and any(
            code == row["ccode"] and spell.may_cover(day) for code, spell in spells
        ):
            values[row["year"]] = row["value"]
    return CapabilitySeries(kind, actor, values, source)
