"""What is known of every dyad at the end of each year: power, place, pledges and past.

Non-directed dyad-years of the Correlates of War system. A dataset that ends before the last year
asked for is carried on from its last year (borders, major powers, capabilities, alliances); for how
many years, each target says. Rivalries are left out on purpose: they are coded looking back, with
disputes in view that the forecaster had yet to see.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.panels import panel
from foedus.panels.held_tables import HeldTables
from foedus.relations.likeness.similarities import ALLIANCES, similarities
from foedus.repercussions.forecasts.histories import faded_counts, peace_years

__all__ = ["DYADS", "DyadYears", "dyad_years", "keys_of"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

DYADS: Final = {
    "contiguity": ("directed_dyad_years", ("conttype",)),
    "majors": ("spells", ("cowmaj1", "cowmaj2")),
    "nmc": ("state_years", ("cinc1", "cinc2")),
    "atop": ("directed_dyad_years", ("atop_defense", "atop_nonagg", "kappa", "s")),
    "capitals": ("cow_spells", ("capdist",)),
}
"""What a forecast of dyads draws on besides its outcome: dataset to table and columns."""
_LAND, _APART = 1, 6
_LEAST_CINC = 1e-7


@dataclass(frozen=True)
class DyadYears:
    """Dyad-years, ordered by year and codes: columns (n,) by name, NaN where not known.

    `covered` is the last year of each dataset; columns go on from it.
    """

    one: Places
    two: Places
    year: Places
    columns: Mapping[str, Floats]
    covered: Mapping[str, int]

    @cached_property
    def dyad(self) -> Places:
        """One number for each dyad."""
        return self.one * 1000 + self.two

    @cached_property
    def keys(self) -> Places:
        """One number for each dyad-year."""
        return keys_of(self.one, self.two, self.year)

    def at(self, one: Places, two: Places, year: Places) -> Places:
        """Return where each of these dyad-years stands, -1 where it is not among them."""
        order = np.argsort(self.keys)
        wanted = keys_of(one, two, year)
        place = np.minimum(np.searchsorted(self.keys[order], wanted), len(order) - 1)
        found = order[place]
        return np.where(self.keys[found] == wanted, found, -1)

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Whether the capabilities of both states are known."""
        return (self.columns["cinc1"] > 0) & (self.columns["cinc2"] > 0)

    @cached_property
    def ratio(self) -> Floats:
        """The log of the ratio of capabilities, the stronger over the weaker; NaN where unknown."""
        both = np.column_stack([self.columns["cinc1"], self.columns["cinc2"]])
        both = np.where(self.known[:, None], both, np.nan)
        found: Floats = np.log(both.max(axis=1) / both.min(axis=1))
        return found

    @cached_property
    def field_regressors(self) -> Floats:
        """The regressors of the field's logit, but for peace years (n, 7): the constant first."""
        majors = self.columns["cowmaj1"] + self.columns["cowmaj2"]
        return np.column_stack(
            [
                np.ones(len(self.year)),
                self.columns["conttype"] == _LAND,
                majors == 1,
                majors == 2,
                self.ratio,
                self.columns["atop_defense"],
                self.columns["kappa"],
            ]
        )

    @cached_property
    def structure(self) -> Floats:
        """What the trees see of power, place and pledges (n, 10)."""
        get = self.columns
        size = np.log(np.maximum(np.column_stack([get["cinc1"], get["cinc2"]]), _LEAST_CINC))
        border = np.where(get["conttype"] == 0, _APART, get["conttype"])
        return np.column_stack(
            [
                border,
                get["cowmaj1"] + get["cowmaj2"],
                self.ratio,
                get["atop_defense"],
                get["atop_nonagg"],
                get["kappa"],
                get["s"],
                np.log1p(get["capdist"]),
                size.max(axis=1),
                size.min(axis=1),
            ]
        )

    def past(self, under_way: Floats, begun: Floats) -> Floats:
        """Return what the past says entering each year, (n, 5).

        Years since the dyad's last `under_way` (n,); years `under_way` of the dyad, with a
        half-life of 10; `begun` (n,) of the dyad, with one of 40; of the state that had more, and
        of the other, with one of 5. What is not known counts as nothing.
        """
        under_way, begun = np.nan_to_num(under_way), np.nan_to_num(begun)
        own = self.dyad[:, None]
        both = np.column_stack([self.one, self.two])
        states = faded_counts(both, self.year, begun, 5.0)
        return np.column_stack(
            [
                peace_years(self.dyad, self.year, under_way > 0),
                faded_counts(own, self.year, under_way, 10.0),
                faded_counts(own, self.year, begun, 40.0),
                states.max(axis=1),
                states.min(axis=1),
            ]
        )


def keys_of(one: Places, two: Places, year: Places) -> Places:
    """Return one number for each dyad-year."""
    found: Places = (one * 1000 + two) * 10_000 + year
    return found


def dyad_years(held: HeldTables, outcome: str, years: tuple[int, int]) -> DyadYears:
    """Return every dyad-year of these years, with the columns of an outcome's dataset.

    `outcome` is "mid", "gml" or "atop". Raises MissingDataset, naming what to run, for the lists of
    states, borders, major powers, capabilities, alliances and capitals.
    """
    additions = ["contiguity", "majors", "nmc", "atop", "capital-distance"]
    if outcome in ("mid", "gml"):
        additions.append(outcome)
    rows = panel(
        "dyad-year", directed=False, years=years, add=additions, engine=held.engine
    ).to_pyarrow()
    one, two, year = (_of(rows, name).astype(np.int64) for name in ("ccode1", "ccode2", "year"))
    columns = {
        name: _of(rows, name) for name in rows.column_names if _is_number(rows.schema.field(name))
    }
    covered = {
        name: min(held.years(name, table)[1] or years[1], years[1])
        for name, (table, _) in DYADS.items()
        if name != "capitals"
    }
    found = DyadYears(one, two, year, columns, covered)
    alike = similarities(
        of=ALLIANCES,
        years=(years[0], covered["atop"]),
        measures=("kappa_squared", "s_squared"),
    )
    columns |= _alike(found, alike)
    for name, last in covered.items():
        for column in DYADS[name][1]:
            columns[column] = _carried(found, columns[column], last)
    return found


def _alike(of: DyadYears, alike: pa.Table) -> dict[str, Floats]:
    codes = [_of(alike, name).astype(np.int64) for name in ("ccode1", "ccode2", "year")]
    once = codes[0] < codes[1]
    place = of.at(*(each[once] for each in codes))
    found = {}
    for name, measure in (("kappa", "kappa_squared"), ("s", "s_squared")):
        column = np.full(len(of.year), np.nan)
        column[place[place >= 0]] = _of(alike, measure)[once][place >= 0]
        found[name] = column
    return found


def _carried(of: DyadYears, column: Floats, last: int) -> Floats:
    """Return a column that goes on after `last` with each dyad's value of that year."""
    after = np.flatnonzero(of.year > last)
    if not len(after):
        return column
    place = of.at(of.one[after], of.two[after], np.full(len(after), last))
    carried = column.copy()
    carried[after] = np.where(place >= 0, column[place], np.nan)
    return carried


def _is_number(column: pa.Field) -> bool:
    return pa.types.is_integer(column.type) or pa.types.is_floating(column.type)


def _of(rows: pa.Table, name: str) -> Floats:
    found: Floats = rows[name].cast(pa.float64()).to_numpy(zero_copy_only=False)
    return found
