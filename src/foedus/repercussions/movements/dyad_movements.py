"""How one dyad moved: held against untreated dyads, in each possible period, and by donors."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from foedus.repercussions.movements.design import Design
from foedus.repercussions.movements.differences import (
    MIN_BEFORE,
    Differences,
    in_time,
    rank_p,
)
from foedus.repercussions.movements.discovery import DISCOVERY
from foedus.repercussions.movements.movement import (
    ByPeriod,
    DyadMovement,
    Synthetic,
    Verdict,
    Why,
)
from foedus.repercussions.movements.synthetic_control import nearest_donors, synthetic_control

__all__ = ["dyad_movement"]

_LEAST_DONORS: Final = 10
_MOST_DONORS: Final = 30


def dyad_movement(
    asked: Design,
    told: Differences,
    alternatives: Sequence[tuple[int, Differences]],
    third: str,
    actor: str,
) -> DyadMovement:
    """Return all of one dyad but its rates of false discovery, which hang on the others.

    `told` are the differences of every dyad, `alternatives` the same with the place of the period
    that the event is taken to fall in.
    """
    row = asked.rows.get(frozenset((third, actor)))
    why = Why.NO_SERIES if row is None else _why_not(told, row)
    if row is None or why is not None:
        return DyadMovement(
            third=third,
            focus=actor,
            verdict=Verdict.UNKNOWN,
            why=why,
            before=0 if row is None else int(told.before[row]),
            after=0 if row is None else int(told.after[row]),
        )
    # So that it would have been said even if none of the other dyads had moved.
    level = DISCOVERY / len(asked.asked)
    return DyadMovement(
        third=third,
        focus=actor,
        verdict=Verdict.NONE,
        effect=float(told.effect[row]),
        interval=told.interval_of(row),
        visible=told.visible_of(row, level),
        same_sign=told.same_sign_of(row),
        below_visible=told.below_visible_of(row, level),
        p=told.p_of(row),
        p_own=_p_own(asked, told, row, actor),
        drift_p=told.drift_p_of(row),
        in_time=in_time(told.gaps[row], asked.before, asked.after),
        before=int(told.before[row]),
        after=int(told.after[row]),
        by_period=tuple(
            ByPeriod(asked.outcome.periods[place], float(each.effect[row]), each.interval_of(row))
            for place, each in alternatives
            if np.isfinite(each.statistic[row])
        ),
        synthetic=_synthetic(asked, row, actor),
    )


def _why_not(told: Differences, row: int) -> Why | None:
    if told.before[row] < MIN_BEFORE:
        return Why.NO_BEFORE
    if told.after[row] < 1:
        return Why.NO_AFTER
    if not np.isfinite(told.statistic[row]):
        return Why.CONSTANT
    return None


def _p_own(asked: Design, told: Differences, row: int, actor: str) -> float | None:
    """Return the rank of a dyad among the same actor's others; None for sources that speak."""
    if asked.outcome.directed:
        return None
    others = told.statistic[asked.others_of(actor) & np.isfinite(told.statistic)]
    return rank_p(float(told.statistic[row]), others) if len(others) > 1 else None


def _synthetic(asked: Design, row: int, actor: str) -> Synthetic:
    """Return the synthetic control of a dyad in the periods in which its own value is known.

    Its donors: the same actor in focus with others; of a source that speaks, its other topics. Each
    series less its own mean before the event, so that a dyad beyond the level of all others can be
    matched too: B. Ferman and C. Pinto (2021), Quantitative Economics 12(4), 1197-1221.
    """
    values = asked.outcome.values
    used = (asked.before | asked.after) & np.isfinite(values[row])
    if asked.outcome.directed:
        pool = asked.untreated & (np.array(asked.outcome.one) == asked.outcome.one[row])
    else:
        pool = asked.others_of(actor)
    places = np.flatnonzero(pool & np.isfinite(values[:, used]).all(axis=1))
    early, late = asked.before[used], asked.after[used]
    unit, donors = (
        each - each[:, early].mean(axis=1, keepdims=True)
        for each in (values[[row]][:, used], values[np.ix_(places, used)])
    )
    most = min(max(_LEAST_DONORS, 2 * int(early.sum())), _MOST_DONORS)
    near = nearest_donors(unit[0], donors, early, most)
    try:
        found = synthetic_control(unit[0], donors[near], early, late)
    except ValueError as error:
        return Synthetic(None, why_not=str(error))
    columns = tuple(int(each) for each in np.flatnonzero(used))
    return Synthetic(found, tuple(asked.pairs[place] for place in places[near]), columns)
