"""How forecasts made in the same way did, and what that says of a new one."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.repercussions.forecasts.reliability import reliability
from foedus.repercussions.forecasts.rolling import (
    FoldForecasts,
    Rows,
    base_rate_at,
    pooled_folds,
)
from foedus.repercussions.forecasts.scores import (
    area_under_curve,
    brier,
    calibration_line,
    ignorance,
    log_odds,
    log_score,
)
from foedus.repercussions.fulfilment.rates import rates

__all__ = ["PastScores", "interval_of_like", "past_scores"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_ALIKE = (200, 20_000)
"""Least and most past forecasts that an interval rests on; as many as expect `_EVENTS_ALIKE`."""
_EVENTS_ALIKE = 20
_RAREST: Final = 1e-5
"""What the base rate of something that never came is scored at."""


@dataclass(frozen=True, slots=True)
class PastScores:
    """How the same model did at the same horizon, out of time: what it `said` and what `came`.

    Each (n,) with the `year` of the outcome, the dyad's codes, and the base rate of its day.
    """

    said: Floats
    came: Floats
    year: Places
    one: Places
    two: Places
    base: Floats

    def as_json(self) -> dict[str, Any]:
        """Return the scores as plain values; slope and AUC are None where they have no value."""
        events = int(self.came.sum())
        told: dict[str, Any] = {"forecasts": len(self.came), "events": events}
        if not len(self.came):
            return told
        lost, lost_by_base = ignorance(self.said, self.came), ignorance(self.base, self.came)
        told |= {
            "first": int(self.year.min()),
            "last": int(self.year.max()),
            "brier": brier(self.said, self.came),
            "brier_of_base_rate": brier(self.base, self.came),
            "log_score": log_score(self.said, self.came),
            "ignorance": lost,
            "bits_gained_on_base_rate": lost_by_base - lost,
            "auc": None,
            "slope": None,
            "groups": [],
        }
        if 0 < events < len(self.came):
            told["auc"] = area_under_curve(self.said, self.came)
            told["groups"] = [
                [one.forecasts, one.events, one.said, one.came, one.low, one.high]
                for one in reliability(self.said, self.came)
            ]
            told |= self._line()
        return told

    def _line(self) -> dict[str, Any]:
        try:
            line = calibration_line(self.said, self.came, self.one, self.two)
        except ValueError:
            return {}
        return {"slope": line.slope, "slope_interval": list(line.slope_interval)}


def past_scores(of: Rows, folds: FoldForecasts, origin: int) -> PastScores:
    """Return how the pooled model did in the folds that had been judged by `origin`."""
    rows, said = pooled_folds(of, folds, origin)
    year = of.year[rows]
    base = np.empty(len(rows))
    for known in np.unique(of.known[rows]):
        here = of.known[rows] == known
        base[here] = np.clip(base_rate_at(of, int(known)), _RAREST, 1 - _RAREST)
    return PastScores(said, of.outcome[rows], year, of.one[rows], of.two[rows], base)


def interval_of_like(past: PastScores, said: float) -> tuple[float, float]:
    """Return between what the chance lies, by what came of the past forecasts nearest to it.

    95 %. Nearest in log odds; as many as expect twenty events. The forecast itself is always
    within; without past forecasts everything is possible.
    """
    if not len(past.said):
        return 0.0, 1.0
    size = int(np.clip(_EVENTS_ALIKE / max(said, 1e-9), *_ALIKE))
    distance = np.abs(log_odds(past.said) - log_odds(said))
    nearest = np.argsort(distance, kind="stable")[:size]
    occasions = pa.table(
        {"acted": past.came[nearest] == 1, "conflict": past.year[nearest].astype(np.int64)}
    )
    (found,) = rates(occasions).to_pylist()
    return min(found["low"], said), max(found["high"], said)
