"""Observations of dyads around an event, checked and numbered for estimators."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.inference.dyadic_errors import Ids
from foedus.repercussions.movements.two_way import Codes, Floats

__all__ = ["REFERENCE", "EventPanel", "event_panel"]

REFERENCE: Final = -1
"""The time since the event with which the others are compared."""


@dataclass(frozen=True, slots=True)
class EventPanel:
    """n observations in the window, none missing.

    `unit` and `period` are codes from 0 of `units` and `periods`; `start` the period of the unit's
    event, NaN for none; `relative` the time since it, 0 where there is none; `one` and `two` the
    members of the dyad, `members` those of each unit.
    """

    y: Floats
    unit: Codes
    period: Codes
    units: int
    periods: int
    start: Floats
    relative: Codes
    one: NDArray[Any]
    two: NDArray[Any]
    members: tuple[NDArray[Any], NDArray[Any]]

    @property
    def treated(self) -> NDArray[np.bool_]:
        """Whether an observation's unit has an event."""
        return ~np.isnan(self.start)

    @property
    def times(self) -> list[int]:
        """The times since the event that are observed, in order, without the reference."""
        found = np.unique(self.relative[self.treated])
        return [int(r) for r in found if r != REFERENCE]

    def among(self, times: list[int]) -> Codes:
        """Return the place among `times` of each observation's time since the event, else -1."""
        found = np.full(len(self.y), -1)
        for place, time in enumerate(times):
            found[self.treated & (self.relative == time)] = place
        return found

    def only(self, kept: NDArray[np.bool_]) -> "EventPanel":
        """Return some of the observations; units and periods keep their codes."""
        return EventPanel(
            self.y[kept],
            self.unit[kept],
            self.period[kept],
            self.units,
            self.periods,
            self.start[kept],
            self.relative[kept],
            self.one[kept],
            self.two[kept],
            self.members,
        )


def event_panel(
    outcome: ArrayLike,
    unit: ArrayLike,
    period: ArrayLike,
    treated_from: ArrayLike,
    one: Ids,
    two: Ids,
    leads: int,
    lags: int,
) -> EventPanel:
    """Return the observations within `leads` and `lags` of the event; raises as `event_study`."""
    y, start = np.asarray(outcome, float), np.asarray(treated_from, float)
    raw_unit, raw_period = np.asarray(unit), np.asarray(period)
    first, second = np.asarray(one), np.asarray(two)
    if len({len(each) for each in (y, start, raw_unit, raw_period, first, second)}) != 1:
        raise ValueError("outcome, unit, period, treated_from, one and two differ in length")
    if leads < 2 or lags < 1:
        raise ValueError("an event study needs two leads and one lag at least")
    relative = np.where(np.isnan(start), 0, raw_period - np.nan_to_num(start)).astype(np.int64)
    inside = np.isnan(start) | ((relative >= -leads) & (relative <= lags))
    kept = inside & np.isfinite(y)
    y, start, relative = y[kept], start[kept], relative[kept]
    treated = ~np.isnan(start)
    if not treated.any():
        raise ValueError("no unit is treated within the window of leads and lags")
    if treated.all():
        raise ValueError("every unit is treated: nobody is left to compare with")
    if not (relative[treated] == REFERENCE).any() or not (relative[treated] < REFERENCE).any():
        raise ValueError("fewer than two periods before the event have a treated observation")
    if not (relative[treated] > 0).any():
        raise ValueError("no treated observation lies after the event's period")
    if np.ptp(y) == 0:
        raise ValueError(f"the outcome is {y[0]:g} throughout: nothing can move")
    first, second = first[kept], second[kept]
    _, at, units = np.unique(raw_unit[kept], return_index=True, return_inverse=True)
    members = first[at], second[at]
    if (members[0][units] != first).any() or (members[1][units] != second).any():
        raise ValueError("a unit is one dyad, and has the same two members throughout")
    known, periods = np.unique(raw_period[kept], return_inverse=True)
    return EventPanel(
        y,
        units.astype(np.int64),
        periods.astype(np.int64),
        int(units.max()) + 1,
        len(known),
        start,
        relative,
        first,
        second,
        members,
    )
