"""Forecasts of ideal points as entries of a scoreboard."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final

import numpy as np
from scipy.special import ndtri

from foedus.actors.codes import code
from foedus.actors.names import actor_named
from foedus.datasets.holdings import holding
from foedus.errors import FoedusError, UnknownActor
from foedus.repercussions.forecasts.conformal import adaptive_intervals, conformal_reach
from foedus.repercussions.forecasts.limits import SHIFT, horizon_to, standing_of
from foedus.repercussions.forecasts.made import Made
from foedus.repercussions.forecasts.scoreboard import content_id
from foedus.repercussions.forecasts.shifts import (
    DATASET,
    OUTSIDE,
    WINDOW,
    Shifts,
    fold_means,
    members_at,
    past_scores_of,
    past_shifts,
    pool_at,
    shifts_at,
)
from foedus.repercussions.forecasts.vintage import code_version, vintages

__all__ = ["shift_forecasts"]

Told = Callable[[str], None]

_QUANTILES: Final = (0.05, 0.25, 0.5, 0.75, 0.95)
METHOD: Final = (
    "pool of a linear model and boosted trees of the shift, by how both did out of time; normal "
    "with the deviation of the pool's own errors"
)
INTERVAL: Final = (
    "90 %: split conformal on errors made out of time in the fifteen years before, the level moved "
    "on each year by what happened (Gibbs and Candès 2021)"
)


def shift_forecasts(actors: Iterable[str], year: int, *, told: Told | None = None) -> Made:
    """Return one entry of a scoreboard for each actor: the shift of its ideal point to `year`.

    A year that the data cover is forecast from the year before, and marked a hindcast. A state
    without an ideal point in the last year is refused. Raises UnknownActor for names, FoedusError
    for a year out of reach, MissingDataset and MissingExtra for what is not there.
    """
    made_on = dt.date.today()
    last = holding(*DATASET).covers[1] or 0
    horizon = horizon_to(year, last, DATASET[0])
    standing = standing_of(year, last, made_on)
    if horizon < 1:
        last, horizon = year - 1, 1
    of = shifts_at(horizon, None if standing != "hindcast" else last)
    asked: list[tuple[int, int, str]] = []
    refused: list[FoedusError] = []
    for name in actors:
        try:
            asked.append(_asked(of, name, last))
        except UnknownActor:
            raise
        except FoedusError as error:
            refused.append(error)
    if not asked:
        return Made((), tuple(refused))
    try:
        folds = fold_means(of, last, told)
        pool = pool_at(of, folds, last)
        if pool is None:
            raise ValueError("too few past forecasts have been judged")
        means = members_at(of, last, np.array([place for place, _, _ in asked]))
    except ValueError as error:
        raise FoedusError(
            f"A shift of {horizon} years cannot be forecast: {error}. Ask for a nearer year."
        ) from None
    past = past_shifts(of, folds)
    errors = np.abs(of.shift[past.rows] - past.mean)
    level = adaptive_intervals(errors, past.year, OUTSIDE, WINDOW).level
    recent = errors[past.year > last - WINDOW]
    reach = conformal_reach(recent, level)
    common = {
        "kind": "forecast",
        "made_on": made_on.isoformat(),
        "standing": standing,
        "known_to": last,
        "horizon": horizon,
        "model": {
            "name": "mixture",
            "members": dict(zip(("linear", "boosting"), map(float, pool.weights), strict=True)),
            "events": pool.forecasts,
            "code": code_version(),
        },
        "method": METHOD,
        "interval_method": INTERVAL,
        "cautions": [],
        "outcome_from": DATASET[0],
        "data": vintages(dict([DATASET])),
        "past": past_scores_of(of, past),
    }
    entries = (
        _entry(common, of, who, place, number, float(mean), pool.deviation, reach, year)
        for (place, number, who), mean in zip(asked, pool.mean(means), strict=True)
    )
    return Made(tuple(entries), tuple(refused))


def _asked(of: Shifts, name: str, last: int) -> tuple[int, int, str]:
    day = dt.date(last, 12, 31)
    who = actor_named(name, day)
    number = code(who.id, "cow", day)
    places = np.flatnonzero((of.known == last) & (of.state == number))
    if number is None or not len(places):
        raise FoedusError(
            f"No ideal point of {who.id} is published for {last}: nothing can be forecast of it."
        )
    return int(places[0]), int(number), who.id


def _entry(
    common: dict[str, Any],
    of: Shifts,
    who: str,
    place: int,
    number: int,
    mean: float,
    deviation: float,
    reach: float,
    year: int,
) -> dict[str, Any]:
    content = {
        **common,
        "about": {
            "target": SHIFT,
            "parties": [who],
            "codes": [number],
            "from": f"{year}-01-01",
            "to": f"{year}-12-31",
        },
        "position": float(of.position[place]),
        "distribution": {
            "family": "normal",
            "mean": mean,
            "deviation": deviation,
            "quantiles": {str(q): mean + deviation * float(ndtri(q)) for q in _QUANTILES},
        },
        "interval": [mean - reach, mean + reach],
    }
    return {"id": content_id("forecast", content), **content}
