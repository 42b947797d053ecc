"""What is forecast of dyads: each target with its outcome, who is at risk, and its rows.

- onset: a militarized dispute begins between the two (MID, or GML's correction of it).
- escalation: of a dyad with a dispute, one of the year asked goes a rung of hostility higher: the
  higher of the two states' own, as in `repercussions.escalation`, of the dispute as a whole.
- alliance: a defence pact comes into force between two that had none (ATOP).
- defection: a defence pact of both ends, in ATOP's judgement, in violation (`term` 2). ATOP says
  that an alliance was violated, not by whom: every pair of its last members counts.

At horizon h a row is a dyad with what was known at the end of a year o, and the outcome of the year
o + h. Dyads that no longer exist then have no outcome.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import ibis
import numpy as np
from numpy.typing import NDArray

from foedus.errors import FoedusError
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts.covariates import DYADS, DyadYears, dyad_years
from foedus.repercussions.forecasts.rolling import Rows

__all__ = ["FIELD", "TARGETS", "Target", "TargetYears", "target_years"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_TEN = 10.0
_LAND, _WAR = 1, 5
_VIOLATED = 2
FIELD: Final = (
    "constant",
    "land border",
    "one major power",
    "two major powers",
    "log capability ratio",
    "defence pact",
    "alliance kappa",
    "peace years",
    "peace years²",
    "peace years³",
)
"""Regressors of the field's logit; years of peace in tens."""
HISTORY: Final = (
    "log peace years",
    "log distance",
    "log past years",
    "log past beginnings",
    "log state that had more",
    "log state that had fewer",
    "log larger capabilities",
)


@dataclass(frozen=True, slots=True)
class Course:
    """What is followed of each dyad-year (n,): `under_way`, `begun`, `level`, and `at_risk`.

    NaN where the outcome's dataset does not cover the year.
    """

    under_way: Floats
    begun: Floats
    level: Floats
    at_risk: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to forecast: `tables` that hold its outcome, any one of them, and its course."""

    name: str
    tables: Mapping[str, str]
    course: Callable[[HeldTables, DyadYears, str], Course]
    rises: bool = False
    """Whether the outcome is a higher level than at the origin, not a beginning."""


def _disputes(_held: HeldTables, of: DyadYears, dataset: str) -> Course:
    flags = "gmlmid" if dataset == "gml" else "cowmid"
    begun, went_on = (of.columns[f"{flags}{name}"] for name in ("onset", "ongoing"))
    prefix = "gml_" if dataset == "gml" else ""
    level = np.fmax(*(of.columns[f"{prefix}hostlev{side}"] for side in (1, 2)))
    under_way = np.where(np.isnan(begun), np.nan, (begun + went_on) > 0)
    level = np.where(np.isnan(begun), np.nan, np.nan_to_num(level))
    return Course(under_way, begun, level, of.known)


def _disputes_that_may_rise(held: HeldTables, of: DyadYears, dataset: str) -> Course:
    plain = _disputes(held, of, dataset)
    may = of.known & (plain.under_way == 1) & (plain.level < _WAR)
    return Course(plain.under_way, plain.begun, plain.level, may)


def _pacts(held: HeldTables, of: DyadYears, dataset: str) -> Course:
    pact = np.where(of.year > (held.years(dataset, "directed_dyad_years")[1] or 0), np.nan, 1.0)
    pact = pact * of.columns["atop_defense"]
    before = of.at(of.one, of.two, of.year - 1)
    had = np.where(before >= 0, pact[before], np.nan)
    begun = np.where(np.isnan(pact) | np.isnan(had), np.nan, (pact == 1) & (had == 0))
    return Course(begun, begun, pact, of.known & (of.columns["atop_defense"] == 0))


def _violations(held: HeldTables, of: DyadYears, dataset: str) -> Course:
    rows = _violated(held)
    last = held.years(dataset, "alliances")[1] or 0
    ended = np.where(of.year > last, np.nan, 0.0)
    place = of.at(*rows)
    ended[place[place >= 0]] = 1.0
    return Course(ended, ended, ended, of.known & (of.columns["atop_defense"] == 1))


def _violated(held: HeldTables) -> tuple[Places, Places, Places]:
    """Return the two codes, the lower first, and the year of each violated defence pact."""
    alliances, members = held.table("atop", "alliances"), held.table("atop", "memberships")
    broken = alliances.filter(
        (alliances.term == _VIOLATED) & (alliances.defense == 1) & alliances.endyr.notnull()
    ).select("atopid", ended=alliances.endyr.cast("int64"))
    # To the end: those who had left before had nothing left to violate.
    last = members.inner_join(broken, "atopid")
    last = last.filter(ibis.coalesce(last.ends.year(), 9999) >= last.ended)
    other = last.view()
    pairs = last.inner_join(
        other, [last.atopid == other.atopid, last.member < other.member]
    ).select(one=last.member, two=other.member, year=last.ended)
    found = held.engine.to_pyarrow(pairs.distinct())
    one, two, year = (found[name].to_numpy().astype(np.int64) for name in ("one", "two", "year"))
    return one, two, year


_MIDS: Final = {"mid": "directed_dyad_years", "gml": "directed_dyad_years"}
TARGETS: Final[Mapping[str, Target]] = {
    one.name: one
    for one in (
        Target("onset", _MIDS, _disputes),
        Target("escalation", _MIDS, _disputes_that_may_rise, rises=True),
        Target("alliance", {"atop": "directed_dyad_years"}, _pacts),
        Target("defection", {"atop": "alliances"}, _violations),
    )
}
"""What is forecast of dyads, by name."""


@dataclass(frozen=True)
class TargetYears:
    """Dyad-years with the course of one target; its outcome is known from `first` to `last`."""

    target: Target
    dataset: str
    dyads: DyadYears
    course: Course
    first: int
    last: int

    @cached_property
    def past(self) -> Floats:
        """What the past of the target says entering each year."""
        return self.dyads.past(self.course.under_way, self.course.begun)

    def rows(self, horizon: int) -> Rows:
        """Return the rows of a horizon, in the order of the dyad-years of their origins.

        Horizon 0 is the field's way: covariates of the year of the outcome itself, years in which
        a dispute goes on and none begins left out. Raises FoedusError for a negative horizon.
        """
        if horizon < 0:
            raise FoedusError("A horizon counts years ahead: 0 or more.")
        of = self.dyads
        entering = np.arange(len(of.year))
        then = entering
        if horizon:
            entering = np.flatnonzero(of.year <= self.last + 1)
            at = (of.one[entering], of.two[entering])
            origin = of.at(*at, of.year[entering] - 1)
            entering, origin = entering[origin >= 0], origin[origin >= 0]
            then = of.at(of.one[origin], of.two[origin], of.year[origin] + horizon)
            risk = self.course.at_risk[origin]
        else:
            origin = entering
            goes_on = (self.course.under_way == 1) & (self.course.begun == 0)
            risk = self.course.at_risk & ~goes_on
        kept = risk & np.isfinite(self._regressors(entering, origin)).all(axis=1)
        entering, origin, then = entering[kept], origin[kept], then[kept]
        regressors = self._regressors(entering, origin)
        return Rows(
            self._outcome(origin, then, horizon),
            of.year[origin] - (horizon == 0),
            of.year[origin] + horizon,
            of.one[origin],
            of.two[origin],
            regressors,
            np.column_stack([of.structure[origin], self.past[entering]]),
            (*FIELD, *HISTORY),
        )

    def _outcome(self, origin: Places, then: Places, horizon: int) -> Floats:
        values = self.course.level if self.target.rises else self.course.begun
        read = (then >= 0) & (self.dyads.year[then] <= self.last)
        came = np.where(read, values[then], np.nan)
        if self.target.rises and horizon:
            rose = came > self.course.level[origin]
            return np.where(np.isnan(came), np.nan, rose)
        return came

    def _regressors(self, entering: Places, origin: Places) -> Floats:
        of, past = self.dyads, self.past[entering]
        peace = past[:, 0] / _TEN
        apart = of.columns["conttype"][origin] != _LAND
        largest = np.maximum(of.columns["cinc1"], of.columns["cinc2"])[origin]
        return np.column_stack(
            [
                of.field_regressors[origin],
                peace,
                peace**2,
                peace**3,
                np.log1p(past[:, 0]),
                apart * np.log1p(of.columns["capdist"][origin]) / _TEN,
                np.log1p(past[:, 1:]),
                np.log(np.maximum(largest, 1e-7)),
            ]
        )


def target_years(
    held: HeldTables, name: str, dataset: str | None = None, last: int | None = None
) -> TargetYears:
    """Return the dyad-years of a target, its outcome from the dataset that reaches furthest.

    `last` cuts the data off as if they ended with that year. Raises FoedusError for a dataset that
    does not hold the outcome, and MissingDataset, naming what to run, for what is not held.
    """
    target = TARGETS[name]
    chosen = dataset or _furthest(held, target)
    if chosen not in target.tables:
        raise FoedusError(
            f"{chosen} does not say what came of '{name}': {' or '.join(target.tables)} does."
        )
    first, covered = held.years(chosen, target.tables[chosen])
    end = min(covered or 0, last or 9999)
    first = max(first or 1816, 1816)
    of = dyad_years(held, chosen, (first, end + 1))
    return TargetYears(target, chosen, of, target.course(held, of, chosen), first, end)


def _furthest(held: HeldTables, target: Target) -> str:
    there = [one for one, table in target.tables.items() if held.holds(one, table)]
    if not there:
        first = next(iter(target.tables))
        held.table(first, target.tables[first])  # raises MissingDataset
    return max(there, key=lambda one: held.years(one, target.tables[one])[1] or 0)


def datasets_behind(of: TargetYears) -> dict[str, str]:
    """Return the table of each dataset that a forecast of this target draws on."""
    return {of.dataset: of.target.tables[of.dataset]} | {
        name: table for name, (table, _) in DYADS.items() if name != of.dataset
    }
