"""How the forecasts of a scoreboard did, true ones apart from those made when it was known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from foedus.repercussions.forecasts.limits import SHIFT
from foedus.repercussions.forecasts.reliability import Group, groups_of_like, reliability
from foedus.repercussions.forecasts.scoreboard import Entry, Scoreboard
from foedus.repercussions.forecasts.scores import (
    area_under_curve,
    brier,
    brier_parts,
    ignorance,
    log_score,
)

__all__ = ["STANDINGS", "Standing", "standings"]

STANDINGS = ("forecast", "late", "hindcast")


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of the forecasts of one target and standing: scores by name, and reliability.

    `scores` is empty where none is resolved; `groups` where the target is a number.
    """

    target: str
    standing: str
    made: int
    resolved: int
    scores: Mapping[str, float | None]
    groups: tuple[Group, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "target": self.target,
            "standing": self.standing,
            "made": self.made,
            "resolved": self.resolved,
            "scores": dict(self.scores),
            "reliability": [
                {name: getattr(one, name) for name in Group.__slots__} for one in self.groups
            ],
        }


def standings(board: Scoreboard) -> tuple[Standing, ...]:
    """Return one row per target and standing that the scoreboard has, true forecasts first."""
    judged = board.resolutions
    found = []
    for standing in STANDINGS:
        of = [one for one in board.forecasts if one["standing"] == standing]
        for target in sorted({one["about"]["target"] for one in of}):
            made = [one for one in of if one["about"]["target"] == target]
            known = [(one, judged[one["id"]]) for one in made if one["id"] in judged]
            score = _of_shifts if target == SHIFT else _of_events
            scores, groups = score(known) if known else ({}, ())
            found.append(Standing(target, standing, len(made), len(known), scores, groups))
    return tuple(found)


def _of_events(
    known: list[tuple[Entry, Entry]],
) -> tuple[dict[str, float | None], tuple[Group, ...]]:
    said = np.array([one["probability"] for one, _ in known])
    base = np.clip([one["base_rate"] for one, _ in known], 1e-5, 1 - 1e-5)
    came = np.array([float(judged["outcome"]) for _, judged in known])
    parts = brier_parts(said, came, groups_of_like(said))
    varied = 0 < came.sum() < len(came)
    return {
        "events": float(came.sum()),
        "brier": brier(said, came),
        "reliability": parts.reliability,
        "resolution": parts.resolution,
        "uncertainty": parts.uncertainty,
        "brier_of_base_rate": brier(base, came),
        "log_score": log_score(said, came),
        "ignorance": ignorance(said, came),
        "bits_gained_on_base_rate": ignorance(base, came) - ignorance(said, came),
        "auc": area_under_curve(said, came) if varied else None,
    }, reliability(said, came)


def _of_shifts(
    known: list[tuple[Entry, Entry]],
) -> tuple[dict[str, float | None], tuple[Group, ...]]:
    scores = [judged["scores"] for _, judged in known]
    return {
        "crps": float(np.mean([one["crps"] for one in scores])),
        "coverage_90": float(np.mean([one["within"] for one in scores])),
    }, ()
