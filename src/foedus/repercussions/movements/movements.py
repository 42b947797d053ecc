"""Who moved: each third party's dyads with the actors in focus, against dyads the event left out.

The periods in which the event may have fallen belong to neither side: they are treated in part, and
nobody knows which. What the answer would be for each of these periods alone, with the others on
their own side, is given beside it; where the sign hangs on it, nothing is said.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from foedus.evidence import Day
from foedus.repercussions.movements.design import Design, design
from foedus.repercussions.movements.differences import (
    MIN_BEFORE,
    MIN_PLACEBOS,
    Differences,
    Mask,
    differences,
)
from foedus.repercussions.movements.discovery import DISCOVERY, with_discovery
from foedus.repercussions.movements.dyad_movements import dyad_movement
from foedus.repercussions.movements.event_study import EventStudy, event_study
from foedus.repercussions.movements.movement import DyadMovement, Movements, Verdict, Why
from foedus.repercussions.movements.outcome import Outcome
from foedus.repercussions.movements.pooled import pooled

__all__ = ["movements"]

_WINDOWS: Final = {"year": (10, 5), "month": (12, 12)}
"""Leads and lags of the event study by the grain of the outcome."""


def movements(
    outcome: Outcome, event: Day, focus: Sequence[str], watched: Sequence[str]
) -> Movements:
    """Return who of `watched` moved towards `focus` after the event, in one outcome.

    Actors are those of the outcome's dyads; for attention `watched` are sources. Raises ValueError
    for an event without both ends. What the outcome cannot tell is answered with the reason: see
    `Why`.
    """
    asked = design(outcome, event, focus, watched)
    known = np.flatnonzero(np.isfinite(outcome.values).any(axis=0))
    found = Movements(
        event=event,
        focus=asked.focus,
        watched=asked.watched,
        outcome=outcome,
        left_out=tuple(
            period for period, out in zip(outcome.periods, asked.left_out, strict=True) if out
        ),
        before=asked.held(asked.before),
        after=asked.held(asked.after),
        dyads=(),
        known_until=outcome.periods[int(known[-1])] if len(known) else None,
    )
    try:
        told = _told(asked, asked.before, asked.after)
    except ValueError:
        return _unsaid(found, asked)
    alternatives = tuple(_alternatives(asked))
    dyads = [dyad_movement(asked, told, alternatives, *pair) for pair in asked.asked]
    study, why_not = _study(asked)
    return replace(
        found,
        dyads=tuple(with_discovery(dyads, outcome.closer)),
        untreated=int(told.untreated.sum()),
        also_in_time=told.also_in_time,
        study=study,
        study_why_not=why_not,
        pooled=pooled(asked, told),
    )


def _told(asked: Design, before: Mask, after: Mask) -> Differences:
    """Return the movement of every dyad, with placebos enough for so many dyads at once."""
    least = max(MIN_PLACEBOS, math.ceil(len(asked.asked) / DISCOVERY))
    return differences(asked.outcome.values, asked.untreated, before, after, least=least)


def _unsaid(found: Movements, asked: Design) -> Movements:
    """Return the answer that nothing can be said, and why, for every dyad."""
    why = Why.FEW_OTHERS
    if len(found.before) < MIN_BEFORE:
        why = Why.NO_BEFORE
    elif not found.after:
        why = Why.NO_AFTER
    return replace(
        found,
        dyads=tuple(
            DyadMovement(third=third, focus=actor, verdict=Verdict.UNKNOWN, why=why)
            for third, actor in asked.asked
        ),
        unsaid=why,
    )


def _alternatives(asked: Design) -> Iterator[tuple[int, Differences]]:
    """Yield the movement of every dyad for each period the event may have fallen in, if several."""
    places = np.flatnonzero(asked.left_out)
    order = np.arange(len(asked.left_out))
    for place in places if len(places) > 1 else ():
        early = asked.before | (asked.left_out & (order < place))
        late = asked.after | (asked.left_out & (order > place))
        yield int(place), _told(asked, early, late)


def _study(asked: Design) -> tuple[EventStudy | None, str]:
    """Return the event study of the treated dyads; several possible periods are left out of it."""
    outcome = asked.outcome
    single = asked.left_out.sum() == 1
    time = np.zeros(len(outcome.periods), dtype=np.int64)
    time[asked.before] = np.arange(-int(asked.before.sum()), 0)
    time[asked.after] = np.arange(1, int(asked.after.sum()) + 1)
    used = np.flatnonzero(asked.before | asked.after | (asked.left_out & single))
    rows = np.concatenate(
        [np.array(asked.treated, dtype=np.int64), np.flatnonzero(asked.untreated)]
    )
    unit, column = (each.ravel() for each in np.meshgrid(rows, used, indexing="ij"))
    names = {name: code for code, name in enumerate(sorted({*outcome.one, *outcome.two}))}
    one = np.array([names[each] for each in outcome.one])
    two = np.array([names[each] for each in outcome.two])
    leads, lags = _WINDOWS[outcome.grain]
    try:
        found = event_study(
            outcome.values[unit, column],
            unit,
            time[column],
            np.where(np.isin(unit, asked.treated), 0.0, np.nan),
            one[unit],
            two[unit],
            leads=leads,
            lags=lags,
            methods=("two-way", "imputation"),
        )
    except ValueError as error:
        return None, str(error)
    return found, ""
