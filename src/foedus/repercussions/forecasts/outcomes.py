"""What came of a forecast, and the entry that says so: from data newly held, or an analyst."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from foedus.errors import FoedusError, MissingDataset
from foedus.ledger.engines import engine_at
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts.limits import SHIFT
from foedus.repercussions.forecasts.scoreboard import Entry, Scoreboard, content_id
from foedus.repercussions.forecasts.scores import brier, crps_of_normals, ignorance, log_score
from foedus.repercussions.forecasts.shifts import DATASET, shifts_at
from foedus.repercussions.forecasts.targets import TARGETS, TargetYears, target_years
from foedus.repercussions.forecasts.vintage import vintages

__all__ = ["Open", "resolution", "resolutions_from_data"]


@dataclass(frozen=True, slots=True)
class Open:
    """A forecast that stays open, and why."""

    forecast: Entry
    why: str


def resolutions_from_data(
    board: Scoreboard,
) -> tuple[list[dict[str, Any]], list[Open]]:
    """Return the resolutions that the data held now allow, and what stays open.

    A forecast is judged by the dataset it names, once its window is over and the dataset covers it;
    what lies outside coverage stays open, and so does a dyad that the data no longer follow.
    """
    found: list[dict[str, Any]] = []
    still: list[Open] = []
    known: dict[tuple[str, str], TargetYears] = {}
    for one in board.open:
        try:
            _check_over(one)
            outcome, evidence = _outcome(one, known)
        except FoedusError as error:
            still.append(Open(one, str(error)))
        else:
            found.append(resolution(one, outcome, evidence))
    return found, still


def resolution(forecast: Entry, outcome: float, evidence: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry that resolves a forecast, with its scores.

    The outcome of an event is 0 or 1, of an ideal point the shift in its unit. Raises FoedusError
    where the window is not over or the outcome is no such number.
    """
    _check_over(forecast)
    if forecast["about"]["target"] == SHIFT:
        scores = _scores_of_shift(forecast, outcome)
    elif outcome in (0, 1):
        said, base = forecast["probability"], forecast["base_rate"]
        scores = {
            "brier": brier([said], [outcome]),
            "log_score": log_score([said], [outcome]),
            "ignorance": ignorance([said], [outcome]),
            "brier_of_base_rate": brier([base], [outcome]),
        }
    else:
        raise FoedusError(f"The outcome of an event is 0 (no) or 1 (yes), not {outcome:g}.")
    content = {
        "kind": "resolution",
        "forecast": forecast["id"],
        "outcome": outcome,
        "resolved_on": dt.date.today().isoformat(),
        "evidence": dict(evidence),
        "scores": scores,
    }
    return {"id": content_id("resolution", content), **content}


def _scores_of_shift(forecast: Entry, outcome: float) -> dict[str, Any]:
    if not np.isfinite(outcome):
        raise FoedusError(f"A shift is a number, not {outcome}.")
    said = forecast["distribution"]
    low, high = forecast["interval"]
    crps = crps_of_normals([said["mean"]], [said["deviation"]], [outcome])
    return {"crps": float(crps[0]), "within": bool(low <= outcome <= high)}


def _check_over(forecast: Entry) -> None:
    end = dt.date.fromisoformat(forecast["about"]["to"])
    if dt.date.today() <= end:
        raise FoedusError(f"its window is not over before {end}")


def _outcome(
    forecast: Entry, known: dict[tuple[str, str], TargetYears]
) -> tuple[float, dict[str, Any]]:
    """Return what came and the data that say so; raises FoedusError with why nothing can."""
    about = forecast["about"]
    year = int(about["to"][:4])
    if about["target"] == SHIFT:
        return _shift(forecast, year)
    dataset = forecast["outcome_from"]
    key = about["target"], dataset
    if key not in known:
        _check_held(dataset, TARGETS[about["target"]].tables[dataset])
        known[key] = target_years(HeldTables(engine_at()), *key)
    data = known[key]
    if year > data.last:
        raise FoedusError(f"{dataset} as held covers nothing after {data.last}")
    one, two = (np.array([code]) for code in about["codes"])
    origin, then = (
        int(data.dyads.at(one, two, np.array([when]))[0]) for when in (forecast["known_to"], year)
    )
    if min(origin, then) < 0:
        raise FoedusError(f"{dataset} follows no such dyad in {year}")
    outcome = _came(data, origin, then)
    if not np.isfinite(outcome):
        raise FoedusError(f"{dataset} does not say what came of it in {year}")
    return outcome, {"data": vintages({dataset: data.target.tables[dataset]})}


def _came(data: TargetYears, origin: int, then: int) -> float:
    if data.target.rises:
        levels = data.course.level[[origin, then]]
        return float(levels[1] > levels[0]) if np.isfinite(levels).all() else float("nan")
    return float(data.course.begun[then])


def _shift(forecast: Entry, year: int) -> tuple[float, dict[str, Any]]:
    _check_held(*DATASET)
    of = shifts_at(year - forecast["known_to"])
    code = forecast["about"]["codes"][0]
    here = (of.state == code) & (of.known == forecast["known_to"])
    if not here.any() or not np.isfinite(of.shift[here]).all():
        raise FoedusError(f"{DATASET[0]} as held has no ideal point of it for {year}")
    return float(of.shift[here][0]), {"data": vintages(dict([DATASET]))}


def _check_held(dataset: str, table: str) -> None:
    if not HeldTables(engine_at()).holds(dataset, table):
        raise MissingDataset(f"{dataset} is not held: `foedus data get {dataset}`")
