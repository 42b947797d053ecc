"""Made panels of dyads in which the truth is known."""

import datetime as dt

import numpy as np

from foedus.repercussions.movements.outcome import Outcome


def staggered(seed: int = 1, missing: float = 0.1) -> dict[str, np.ndarray]:
    """Dyads of 24 actors over 16 periods; the first ten actors' dyads treated at 6, 9 or 12.

    The effect grows by 2 a period for the first cohort, by 1/2 for the others.
    """
    rng = np.random.default_rng(seed)
    pairs = [(one, two) for one in range(24) for two in range(one + 1, 24)]
    unit, period = (each.ravel() for each in np.indices((len(pairs), 16)))
    one, two = np.array(pairs).T
    start = np.where(one < 10, np.array([6, 9, 12])[one % 3], np.nan)
    since = period - start[unit]
    grows = np.where(start[unit] == 6, 2.0, 0.5)
    effect = np.where(since >= 0, grows * (1 + since), 0.0)
    outcome = rng.normal(size=len(pairs))[unit] + 0.3 * period + effect
    kept = rng.random(len(unit)) >= missing
    return {
        "outcome": (outcome + rng.normal(scale=0.5, size=len(unit)))[kept],
        "unit": unit[kept],
        "period": period[kept],
        "treated_from": start[unit][kept],
        "one": one[unit][kept],
        "two": two[unit][kept],
        "effect": effect[kept],
    }


def world(seed: int = 0, states: int = 16, years: int = 16, first: int = 2000) -> Outcome:
    """Agreement of all pairs of states called A, B, …, that swings and follows no event."""
    rng = np.random.default_rng(seed)
    names = [chr(ord("A") + place) for place in range(states)]
    pairs = [(one, two) for place, one in enumerate(names) for two in names[place + 1 :]]
    swings = np.exp(rng.normal(scale=0.4, size=(len(pairs), 1))) * 0.05
    values = 0.5 + 0.01 * np.arange(years) + rng.normal(size=(len(pairs), 1)) * 0.1
    values = values + swings * rng.normal(size=(len(pairs), years))
    return Outcome(
        name="votes",
        one=tuple(pair[0] for pair in pairs),
        two=tuple(pair[1] for pair in pairs),
        periods=tuple(
            (dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in range(first, first + years)
        ),
        grain="year",
        values=values,
        closer=1,
    )
