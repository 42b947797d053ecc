"""An analyst's own numbers for pairs of actors as an outcome."""

import datetime as dt
from typing import Final

import numpy as np

from foedus.evidence import Day
from foedus.relations.calendar import months_of, years_of
from foedus.repercussions.movements import from_datasets, from_mentions
from foedus.repercussions.movements.outcome import Outcome, Period
from foedus.sources.dyad_values import DyadValues

__all__ = ["outcome_from_values"]

_WINDOWS: Final = {
    "year": (from_datasets.BEFORE, from_datasets.AFTER),
    "month": (from_mentions.BEFORE, from_mentions.AFTER),
}


def outcome_from_values(own: DyadValues, event: Day) -> Outcome:
    """Return a file's values within the window of its grain around the event.

    What a greater number means is the analyst's to say: no direction is called nearer.
    """
    if event.earliest is None or event.latest is None:
        raise ValueError(f"the event '{event}' is open on one side")
    pairs = sorted(own.values)
    held = sorted({period for values in own.values.values() for period in values})
    periods = _periods(own.grain, held[0][0], held[-1][1])
    before, after = _WINDOWS[own.grain]
    first = sum(each[1] < event.earliest for each in periods) - before
    last = sum(each[0] <= event.latest for each in periods) + after
    chosen = periods[max(first, 0) : last]
    values = np.array(
        [[own.values[pair].get(period, np.nan) for period in chosen] for pair in pairs]
    ).reshape(len(pairs), len(chosen))
    return Outcome(
        name="own",
        one=tuple(pair[0] for pair in pairs),
        two=tuple(pair[1] for pair in pairs),
        periods=tuple(chosen),
        grain=own.grain,
        values=values,
        closer=0,
        file=(own.name, own.sha256),
    )


def _periods(grain: str, first: dt.date, last: dt.date) -> list[Period]:
    whole = Day(f"{first}/{last}")
    if grain == "year":
        return [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years_of(whole)]
    return [
        (day.earliest, day.latest)
        for day in (Day(f"{month:%Y-%m}") for month in months_of(whole))
        if day.earliest and day.latest
    ]
