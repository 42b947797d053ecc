"""Forecasts of dyads: how likely, beside the base rate, how sure, and how such forecasts did."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from foedus.actors.codes import code
from foedus.actors.names import actor_named
from foedus.errors import FoedusError, UnknownActor
from foedus.ledger.engines import engine_at
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts.conformal import prediction_sets
from foedus.repercussions.forecasts.limits import horizon_to, standing_of
from foedus.repercussions.forecasts.made import Made
from foedus.repercussions.forecasts.past import PastScores, interval_of_like, past_scores
from foedus.repercussions.forecasts.rolling import (
    MEMBERS,
    PER_COVARIATE,
    Mixture,
    Rows,
    fold_forecasts,
    mixture_at,
)
from foedus.repercussions.forecasts.scoreboard import content_id
from foedus.repercussions.forecasts.targets import (
    TargetYears,
    datasets_behind,
    target_years,
)
from foedus.repercussions.forecasts.vintage import code_version, vintages

__all__ = ["dyad_forecasts", "fold_origins"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Told = Callable[[str], None]

_FOLDS, _SPAN = 10, 5
_EARLIEST = 1870
"""No fold begins before: fifty years must have taught it."""
OUTSIDE: Final = 0.1
"""Share of cases that an interval or set may leave out."""

METHOD: Final = (
    "logarithmic pool of a logit and boosted trees, weights and calibration learnt on forecasts "
    "made before their outcome (rolling origins, five years each), recent ones first"
)
INTERVAL: Final = (
    "95 %: what came of the past forecasts nearest to this one, Jeffreys' interval at the "
    "effective number that the variance between years leaves"
)


def dyad_forecasts(
    target: str,
    dyads: Iterable[tuple[str, str]],
    year: int,
    *,
    dataset: str | None = None,
    told: Told | None = None,
) -> Made:
    """Return one entry of a scoreboard for each dyad, of what may happen in `year`.

    `target` is a name of `TARGETS`; actors are named in words, by ids or codes. A year that the
    data cover is forecast from the year before it, and marked a hindcast.

    A dyad that is not at risk, or of which too little is known, is refused, with the reason. Raises
    UnknownActor for names, FoedusError for a year out of reach and where too few events have come
    to learn from, MissingDataset and MissingExtra for what is not there.
    """
    made_on = dt.date.today()
    held = HeldTables(engine_at())
    if told:
        told("Gathering what is known of every dyad")
    known = target_years(held, target, dataset)
    horizon = horizon_to(year, known.last, known.dataset)
    standing = standing_of(year, known.last, made_on)
    if horizon < 1:
        known = target_years(held, target, known.dataset, last=year - 1)
        horizon = 1
    rows = known.rows(horizon)
    asked: list[tuple[int, int, tuple[str, str]]] = []
    places: list[int] = []
    refused: list[FoedusError] = []
    for one, two in dyads:
        try:
            pair = _asked(known, one, two)
            places.append(_place(known, rows, *pair))
        except UnknownActor:
            raise
        except FoedusError as error:
            refused.append(error)
        else:
            asked.append(pair)
    if not asked:
        return Made((), tuple(refused))
    origins = fold_origins(known, horizon)
    try:
        folds = fold_forecasts(rows, origins, _SPAN, told)
        if told:
            told(f"Learning as of {known.last}")
        mixture = mixture_at(rows, known.last, np.array(places), folds)
        past = past_scores(rows, folds, known.last)
    except ValueError as error:
        raise FoedusError(
            f"'{target}' {horizon} years ahead cannot be forecast: {error}. "
            "Ask for a shorter horizon, or another target."
        ) from None
    common = _common(known, horizon, standing, year, made_on, mixture, past, rows)
    entries = (_entry(common, pair, mixture, past, place) for place, pair in enumerate(asked))
    return Made(tuple(entries), tuple(refused))


def fold_origins(known: TargetYears, horizon: int) -> range:
    """Return the origins of the folds, five years apart, the last fully judged by the last year."""
    last = known.last - horizon - _SPAN + 1
    first = max(last - (_FOLDS - 1) * _SPAN, _EARLIEST)
    return range(last - (last - first) // _SPAN * _SPAN, last + 1, _SPAN)


def _asked(known: TargetYears, one: str, two: str) -> tuple[int, int, tuple[str, str]]:
    """Return the codes of a dyad, the lower first, and the ids of its actors in that order."""
    day = dt.date(known.last, 12, 31)
    found = []
    for name in (one, two):
        who = actor_named(name, day)
        number = code(who.id, "cow", day)
        if not isinstance(number, int):
            raise FoedusError(
                f"{who.id} was no state of the Correlates of War on {day}: nothing of it is in "
                f"{known.dataset}. Name a state that was."
            )
        found.append((number, who.id))
    (first, its_id), (second, other) = sorted(found)
    if first == second:
        raise FoedusError(f"'{one}' and '{two}' are one state: name two.")
    return first, second, (its_id, other)


def _place(known: TargetYears, rows: Rows, one: int, two: int, ids: tuple[str, str]) -> int:
    """Return the row of a dyad at the last origin; raises FoedusError with why there is none."""
    there = np.flatnonzero((rows.known == known.last) & (rows.one == one) & (rows.two == two))
    if len(there):
        return int(there[0])
    of, pair = known.dyads, "-".join(ids)
    (place,) = of.at(np.array([one]), np.array([two]), np.array([known.last]))
    if place < 0:
        why = f"the list of states did not have both in {known.last}"
    elif not of.known[place]:
        why = f"the capabilities of one are not known for {known.last}"
    elif not known.course.at_risk[place]:
        why = {
            "escalation": f"no dispute between them short of war is known in {known.last}",
            "alliance": f"they had a defence pact in {known.last} already",
            "defection": f"they had no defence pact in {known.last}",
        }.get(known.target.name, f"they were not at risk in {known.last}")
    else:
        why = f"something that the logit needs is not known of them in {known.last}"
    raise FoedusError(f"'{known.target.name}' of {pair} cannot be forecast: {why}.")


def _common(
    known: TargetYears,
    horizon: int,
    standing: str,
    year: int,
    made_on: dt.date,
    mixture: Mixture,
    past: PastScores,
    rows: Rows,
) -> dict[str, Any]:
    """Return what the forecasts of one run share."""
    coefficients = rows.regressors.shape[1]
    cautions = []
    if mixture.events < PER_COVARIATE * coefficients:
        cautions.append(
            f"{mixture.events} events for {coefficients} coefficients of the logit, "
            f"fewer than {PER_COVARIATE} each"
        )
    return {
        "kind": "forecast",
        "made_on": made_on.isoformat(),
        "standing": standing,
        "about": {
            "target": known.target.name,
            "from": f"{year}-01-01",
            "to": f"{year}-12-31",
        },
        "known_to": known.last,
        "horizon": horizon,
        "base_rate": mixture.base_rate,
        "model": {
            "name": "mixture",
            "members": dict(
                zip(MEMBERS, (float(one) for one in mixture.pool.weights), strict=True)
            ),
            "intercept": mixture.pool.intercept,
            "events": mixture.events,
            "code": code_version(),
        },
        "method": METHOD,
        "interval_method": INTERVAL,
        "cautions": cautions,
        "outcome_from": known.dataset,
        "data": vintages(datasets_behind(known)),
        "past": past.as_json(),
    }


def _entry(
    common: Mapping[str, Any],
    pair: tuple[int, int, tuple[str, str]],
    mixture: Mixture,
    past: PastScores,
    place: int,
) -> dict[str, Any]:
    said = float(mixture.probability[place])
    low, high = interval_of_like(past, said)
    no, yes = prediction_sets(past.said, past.came, [said], OUTSIDE)[0]
    content = {
        **common,
        "about": {**common["about"], "parties": list(pair[2]), "codes": list(pair[:2])},
        "probability": said,
        "interval": [low, high],
        "set": [word for word, there in (("no", no), ("yes", yes)) if there],
        "by_member": {name: float(mixture.alone(name)[place]) for name in MEMBERS},
    }
    return {"id": content_id("forecast", content), **content}
