"""How much of a panel is known: for each column and year, values, zeros, gaps.

A cell of a panel is one of four things, and the last two are never the first two:

- a value that the data give;
- a zero that stands for "none": the dataset covers the year, and an alliance or a dispute that it
  does not list was not there (`ColumnOrigin.zero_when_absent`);
- missing within coverage: the dataset covers the year but says nothing of this row, or nothing that
  applies (the fatalities of a dispute that never was);
- outside coverage: nobody has looked.

Nothing is counted before it is asked for; then all columns are counted in one pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from foedus.panels import coverage_lines, coverage_picture
from foedus.panels.provenance import ColumnOrigin

if TYPE_CHECKING:
    from ibis.expr.types import IntegerValue, Table

    from foedus.panels.panel import Panel

__all__ = ["ColumnCoverage", "Count", "Description", "counts", "description"]


@dataclass(frozen=True, slots=True)
class Count:
    """The cells of one column in one stretch of years, by what they hold; they add up to `rows`."""

    rows: int = 0
    values: int = 0
    zeros: int = 0
    missing: int = 0
    outside: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.rows + other.rows,
            self.values + other.values,
            self.zeros + other.zeros,
            self.missing + other.missing,
            self.outside + other.outside,
        )

    @property
    def known(self) -> int:
        """Cells that are not missing: values and zeros."""
        return self.values + self.zeros


@dataclass(frozen=True)
class ColumnCoverage:
    """One column of a panel: where it comes from and how much of it is known, year by year.

    `years` has one `Count` per year of the panel that has rows. `dtype` is the Ibis type.
    """

    origin: ColumnOrigin
    dtype: str
    years: dict[int, Count]

    @property
    def column(self) -> str:
        """The name of the column."""
        return self.origin.column

    @cached_property
    def whole(self) -> Count:
        """The counts of all years together."""
        return _sum(self.years.values())

    @cached_property
    def decades(self) -> dict[int, Count]:
        """The counts by decade, named for its first year: 1810 holds 1810 to 1819."""
        firsts = sorted({year - year % 10 for year in self.years})
        return {
            first: _sum(count for year, count in self.years.items() if year - year % 10 == first)
            for first in firsts
        }

    def share_known(self, first: int | None = None, last: int | None = None) -> float | None:
        """Return the share of cells that are not missing in these years, None without rows."""
        span = _sum(
            count
            for year, count in self.years.items()
            if (first is None or year >= first) and (last is None or year <= last)
        )
        return span.known / span.rows if span.rows else None


class Description:
    """What a panel holds and how much of it is known; draws itself in a notebook or a terminal.

    `grain`, `system`, `directed`, `years` and `origins` are there at once; `rows` and
    `columns` run the panel when first asked for and are kept.
    """

    def __init__(self, panel: "Panel") -> None:
        self._panel = panel
        self.grain = str(panel.grain)
        self.system = panel.system.name
        self.directed = panel.directed
        self.years: tuple[int, int] = panel.years
        self.origins: tuple[ColumnOrigin, ...] = tuple(panel.columns.values())

    @cached_property
    def rows(self) -> int:
        """The number of rows."""
        table = self._panel.expression
        counted = self._panel.held.engine.to_pyarrow(table.aggregate(rows=table.count()))
        return int(counted.column("rows")[0].as_py())

    @cached_property
    def columns(self) -> tuple[ColumnCoverage, ...]:
        """Every column of the panel in its order, with what is known of it by year."""
        return counts(self._panel)

    @property
    def title(self) -> str:
        """One line: the grain, the years, the list of states."""
        direction = "directed " if self.directed else "non-directed "
        direction = direction if self.grain.startswith("dyad") else ""
        first, last = self.years
        return f"{direction}{self.grain}s, {first}–{last}, states of {_LISTS[self.system]}"

    @property
    def svg(self) -> str:
        """The picture of coverage as an SVG document of its own, for light pages and dark ones."""
        return coverage_picture.svg(self.title, self.columns)

    @property
    def text(self) -> str:
        """The same picture in the characters of a terminal."""
        return coverage_lines.text(self.title, self.columns)

    def as_records(self) -> list[dict[str, object]]:
        """Return one record per column: origin, coverage, counts of cells by what they hold."""
        return [_record(column) for column in self.columns]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return coverage_picture.html(self.title, self.columns)

    def _repr_svg_(self) -> str:
        return self.svg


_LISTS = {"cow": "the Correlates of War list", "gw": "the Gleditsch–Ward list"}


def description(panel: "Panel") -> Description:
    """Return what the panel holds and how much of it is known; nothing is run yet."""
    return Description(panel)


def counts(panel: "Panel") -> tuple[ColumnCoverage, ...]:
    """Return, for each column of the panel, its cells by year and by what they hold.

    One pass over the panel. Rows whose year is unknown are not counted.
    """
    table, origins = panel.expression, tuple(panel.columns.values())
    schema = table.schema()
    counted = _counted(table, [origin.column for origin in origins])
    answers = panel.held.engine.to_pyarrow(counted).to_pylist()
    answers = sorted((row for row in answers if row["year"] is not None), key=lambda r: r["year"])
    return tuple(
        ColumnCoverage(
            origin,
            str(schema[origin.column]),
            {int(row["year"]): _count(origin, row, number) for row in answers},
        )
        for number, origin in enumerate(origins)
    )


def _counted(table: "Table", names: Sequence[str]) -> "Table":
    schema = table.schema()
    asked: dict[str, Any] = {"rows": table.count()}
    for number, name in enumerate(names):
        asked[f"known_{number}"] = table[name].count()
        if schema[name].is_numeric():
            asked[f"zeros_{number}"] = (table[name] == 0).sum()
    return table.group_by(year=_year(table)).aggregate(**asked)


def _year(table: "Table") -> "IntegerValue":
    """The year of a row; of a spell, the year in which it begins: its first day's."""
    if "year" in table.columns:
        return table["year"]
    first_day = next(name for name, kind in table.schema().items() if kind.is_date())
    return table[first_day].year()


def _count(origin: ColumnOrigin, row: dict[str, int], number: int) -> Count:
    rows, known = int(row["rows"]), int(row[f"known_{number}"])
    zeros = int(row.get(f"zeros_{number}") or 0) if origin.zero_when_absent else 0
    gap = rows - known
    covered = _covers(origin.years, int(row["year"]))
    return Count(rows, known - zeros, zeros, gap if covered else 0, 0 if covered else gap)


def _covers(years: tuple[int | None, int | None], year: int) -> bool:
    first, last = years
    return (first is None or first <= year) and (last is None or year <= last)


def _sum(parts: Iterable[Count]) -> Count:
    return sum(parts, Count())


def _record(column: ColumnCoverage) -> dict[str, object]:
    origin, whole = column.origin, column.whole
    return {
        "column": origin.column,
        "dataset": origin.dataset,
        "version": origin.version,
        "coverage": list(origin.years),
        "type": column.dtype,
        "rows": whole.rows,
        "values": whole.values,
        "zeros": whole.zeros,
        "missing_within_coverage": whole.missing,
        "outside_coverage": whole.outside,
        "meaning": origin.meaning,
    }
