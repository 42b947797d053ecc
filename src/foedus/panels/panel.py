"""A panel: the field's datasets at one grain, each joined within its own coverage.

Nothing is read until rows are asked for.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from ibis.expr.types import Table

from foedus.errors import FoedusError
from foedus.ledger.engines import Engine, engine_at
from foedus.panels import outputs
from foedus.panels.additions import addition_named, joins_of
from foedus.panels.citing import citations_of
from foedus.panels.composing import Ground, composed, names_added
from foedus.panels.coverage import Description, description
from foedus.panels.grain import Grain, grain_named
from foedus.panels.grounds import key_columns, panel_ground
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Between, Join, Pairs, States
from foedus.panels.narrowing import Narrowing
from foedus.panels.parties import party_named
from foedus.panels.provenance import ColumnOrigin
from foedus.panels.systems import COW, GW, System, carried_from, covered_years, system_named
from foedus.reading.datasets.tables import tables_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Panel", "panel"]

_OWN = {
    "ccode": "code of the state in the list of the Correlates of War",
    "gwcode": "code of the state in the list of Gleditsch and Ward",
    "year": "calendar year",
    "month": "month, 1 to 12",
}


@dataclass(frozen=True)
class Panel:
    """Rows at one grain with columns of several datasets, computed only when asked for.

    `additions` are the names of what was added, in order.
    """

    grain: Grain
    system: System
    directed: bool
    held: HeldTables
    narrowing: Narrowing
    additions: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year of the panel."""
        return self.narrowing.years

    @property
    def carried_from(self) -> int | None:
        """The year with which the list of states ends, when the panel goes beyond it, else None.

        After it the states are those of the list's last day: none has entered or left since.
        """
        return carried_from(self.held, self.system, self.years[1])

    def __repr__(self) -> str:
        kind = str(self.grain) if self.directed else f"undirected {self.grain}"
        added = ", ".join(self.additions) or "nothing added"
        first, last = self.years
        return f"<{kind} panel, {self.system.name.upper()} states, {first}-{last}: {added}>"

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that make a row of the panel unique, in the order in which rows stand."""
        return key_columns(self.grain, self.system)

    @cached_property
    def expression(self) -> Table:
        """The panel as a lazy Ibis table, one row per `keys`."""
        return composed(self._ground, self._joins)

    @cached_property
    def columns(self) -> Mapping[str, ColumnOrigin]:
        """Where each column comes from, in the order in which the columns stand."""
        return {origin.column: origin for origin in self._origins()}

    @property
    def how(self) -> Mapping[str, str]:
        """How each addition joins at this grain, in a sentence."""
        told: dict[str, str] = {}
        for name, joins in self._joins_by_addition.items():
            told[name] = "; ".join(
                dict.fromkeys(_told(join, self._ground.monthly) for join in joins)
            )
        return told

    def add(self, *names: str) -> "Panel":
        """Return the panel with the columns of these additions, each within its own coverage.

        What the panel has already is not added twice. Raises UnknownDataset with the nearest names,
        and FoedusError for an addition that has no meaning at this grain.
        """
        wanted = dict.fromkeys((*self.additions, *map(addition_named, names)))
        panel = dataclasses.replace(self, additions=tuple(wanted))
        panel._refuse_doubles()
        return panel

    def of(self, *actors: str) -> "Panel":
        """Return the rows of one actor, or of a pair of them.

        One actor: the rows in which it is a state of the row, either state of a pair. Two: the rows
        of that pair. An actor is named in words, by an id or a code; raises UnknownActor with the
        nearest names, and FoedusError for more actors than a row has states.
        """
        parties = (
            *self.narrowing.parties,
            *(party_named(name, self.system, self.years[1]) for name in actors),
        )
        if len(parties) > len(self._ground.states):
            raise FoedusError(
                f"A row of a {self.grain} panel has {len(self._ground.states)} state(s); "
                f"{len(parties)} were asked for. Ask for them one by one."
            )
        narrowing = dataclasses.replace(self.narrowing, parties=parties)
        return dataclasses.replace(self, narrowing=narrowing)

    def between(self, first: int, last: int) -> "Panel":
        """Return the rows of the years from `first` to `last`, both included."""
        return dataclasses.replace(self, narrowing=self.narrowing.with_years(first, last))

    def explain(self) -> str:
        """Return the engine's own plan for the panel."""
        return self.held.engine.plan(self.expression)

    # --- Rows, files, and what to say of them -------------------------------------------------

    @property
    def ordered(self) -> Table:
        """The panel as a lazy Ibis table whose rows stand in the order of `keys`."""
        return self.expression.order_by(*self.keys)

    def head(self, rows: int = 10) -> pa.Table:
        """Return the first rows as an Arrow table."""
        return self.held.engine.to_pyarrow(self.ordered.limit(rows))

    def to_pyarrow(self) -> pa.Table:
        """Return the whole panel as an Arrow table, in the order of `keys`."""
        return outputs.to_pyarrow(self)

    def to_pandas(self) -> "pd.DataFrame":
        """Return the whole panel as a pandas data frame, in the order of `keys`."""
        return outputs.to_pandas(self)

    def to_polars(self) -> "pl.DataFrame":
        """Return the whole panel as a Polars data frame; raises MissingExtra without Polars."""
        return outputs.to_polars(self)

    def to_parquet(self, path: Path | str, *, allow: Iterable[str] = ()) -> Path:
        """Write a Parquet file; raises NotToBePassedOn for data not named in `allow`."""
        return outputs.to_parquet(self, path, allow=allow)

    def to_csv(self, path: Path | str, *, allow: Iterable[str] = ()) -> Path:
        """Write a CSV file; raises NotToBePassedOn for data not named in `allow`."""
        return outputs.to_csv(self, path, allow=allow)

    def to_stata(self, path: Path | str, *, allow: Iterable[str] = ()) -> Path:
        """Write a Stata file; raises NotToBePassedOn for data not named in `allow`."""
        return outputs.to_stata(self, path, allow=allow)

    def cite(self, format: str = "bibtex") -> str:  # noqa: A002
        """Return what to cite for the columns of the panel: "bibtex", "csl-json" or "text"."""
        return citations_of(tuple(self.columns.values()), format)

    def describe(self) -> Description:
        """Return what the panel holds and how much of it is known, as a picture."""
        return description(self)

    @cached_property
    def _ground(self) -> Ground:
        return panel_ground(self.grain, self.system, self.directed, self.held, self.narrowing)

    @cached_property
    def _joins_by_addition(self) -> Mapping[str, tuple[Join, ...]]:
        return {name: self._joins_of(name) for name in self.additions}

    @property
    def _joins(self) -> list[Join]:
        return [join for joins in self._joins_by_addition.values() for join in joins]

    def _joins_of(self, name: str) -> tuple[Join, ...]:
        """Return the joins nearest to the grain, of those the first whose tables are held."""
        possible = [join for join in joins_of(name) if self._fits(join)]
        if not possible:
            raise FoedusError(
                f"'{name}' cannot be added to a {self.grain} panel: "
                f"{_levels(joins_of(name))}. Leave it out, or make a panel at another grain."
            )
        within = [join for join in possible if self.held.holds(*_table(join))] or possible
        nearest = min(map(self._distance, within))
        return tuple(join for join in within if self._distance(join) == nearest)

    def _refuse_doubles(self) -> None:
        """Raise FoedusError when an addition brings a column that is there already."""
        there = dict.fromkeys(self._ground.spine.columns, f"a {self.grain} panel")
        paired = len(self._ground.states) == 2
        for name, joins in self._joins_by_addition.items():
            brought = [added.name for join in joins for added in names_added(join, paired)]
            twice = [column for column in brought if column in there]
            if twice:
                raise FoedusError(
                    f"'{name}' brings columns that {there[twice[0]]} has already: "
                    f"{', '.join(twice)}. Leave it out."
                )
            there |= dict.fromkeys(brought, f"'{name}'")

    def _fits(self, join: Join) -> bool:
        if isinstance(join, States):
            return True
        if len(self._ground.states) == 1:
            return False
        return isinstance(join, Between) or self._ground.monthly or not join.monthly

    def _distance(self, join: Join) -> tuple[bool, bool, bool]:
        """Months before years, pairs before states, codes of the panel's own system first."""
        monthly = isinstance(join, Pairs) and join.monthly
        paired = not isinstance(join, States) and len(self._ground.states) == 2
        own = _source(join).system is self.system
        return not paired, self._ground.monthly and not monthly, not own

    def _origins(self) -> Iterator[ColumnOrigin]:
        yield from self._own_origins()
        paired = len(self._ground.states) == 2
        for join in self._joins:
            source = _source(join)
            for added in names_added(join, paired):
                yield ColumnOrigin(
                    added.name,
                    source.dataset,
                    source.table,
                    self.held.version(source.dataset, source.table),
                    self.held.years(source.dataset, source.table),
                    added.meaning,
                    added.absent == 0,
                )

    def _own_meaning(self, name: str, told: Mapping[str, str]) -> str:
        meaning = _OWN.get(name.rstrip("12"), told.get(name, ""))
        if self.carried_from is None or name.rstrip("12") not in (COW.code, GW.code):
            return meaning
        return f"{meaning}; after {self.carried_from} the states of the list's last day"

    def _own_origins(self) -> Iterator[ColumnOrigin]:
        ground = self._ground
        told = {
            one.name: one.meaning for one in tables_of(ground.source[0])[ground.source[1]].columns
        }
        crossed = set(self.expression.columns) - set(ground.spine.columns)
        for name in self.expression.columns:
            code = name.rstrip("12") in (COW.code, GW.code)
            dataset, table = (self.system.dataset, "spells") if code else ground.source
            if name in ground.spine.columns or (code and name in crossed):
                yield ColumnOrigin(
                    name,
                    dataset,
                    table,
                    self.held.version(dataset, table),
                    self.held.years(dataset, table),
                    self._own_meaning(name, told),
                )


def _source(join: Join) -> States | Pairs:
    return join.states if isinstance(join, Between) else join


def _table(join: Join) -> tuple[str, str]:
    return _source(join).dataset, _source(join).table


def _told(join: Join, monthly: bool) -> str:
    by_month = isinstance(join, Pairs) and join.monthly
    return join.how if by_month or not monthly else f"{join.how}; each month has that of its year"


def _levels(joins: tuple[Join, ...]) -> str:
    kinds = {
        "states by year"
        if isinstance(join, States)
        else "pairs of states by month"
        if isinstance(join, Pairs) and join.monthly
        else "pairs of states by year"
        for join in joins
    }
    return f"it says something of {' and of '.join(sorted(kinds))} only"


def panel(
    grain: str = "dyad-year",
    *,
    system: str = "cow",
    directed: bool = True,
    years: tuple[int, int] | None = None,
    engine: Engine | None = None,
    add: Iterable[str] = (),
) -> Panel:
    """Return a panel: rows at `grain`, with the columns of the additions named in `add`.

    Grains are state-year, dyad-year, dyad-month, dispute and leader-spell. `system` is the list of
    states: "cow" (columns `ccode`, `ccode1`, `ccode2`) or "gw" (`gwcode` …). A pair stands once
    each way, or with `directed=False` once, the lower code first; the rows of disputes are always
    directed. `years` are the first and the last year, all that the list covers when None; after
    its end, its last day's states are carried on. Without an `engine` DuckDB runs here.

    Raises UnknownGrain, UnknownSystem and UnknownDataset with the nearest names, MissingDataset for
    data not held here, and FoedusError for years before the list of states or to come.
    """
    chosen, states = grain_named(grain), system_named(system)
    held = HeldTables(engine or engine_at())
    narrowing = Narrowing(covered_years(held, states, years))
    return Panel(chosen, states, directed, held, narrowing).add(*add)
