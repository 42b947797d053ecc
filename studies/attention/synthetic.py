"""Channel One's attention to North Korea against a synthetic control of the countries it names.

The share of its documents that mention North Korea (`daily_mentions`) beside those that mention
each of sixteen countries (`ru_sources_country_mentions_monthly`), by quarters, in logarithms of the
share and half a document more, each less its own mean before.
"""

from dataclasses import dataclass

import numpy as np

from foedus.repercussions.movements.differences import differences, in_time, rank_p
from foedus.repercussions.movements.synthetic_control import SyntheticControl, synthetic_control
from studies.attention.series import Months

__all__ = ["Held", "held_against"]


@dataclass(frozen=True, slots=True)
class Held:
    """What one event looks like: difference, its rank among countries and in time, and a control.

    `effect` and the control's are logarithms; `weights` by country, the greatest first.
    """

    effect: float
    interval: tuple[float, float] | None
    p: float
    p_in_time: float | None
    drift_p: float
    control: SyntheticControl
    weights: tuple[tuple[str, float], ...]
    p_control: float | None


def held_against(
    korea: Months, countries: tuple[str, ...], shares: np.ndarray, begins: str, ends: str
) -> Held:
    """Return North Korea against the countries, before `begins` and after `ends` (quarters)."""
    quarters, ours, theirs = _by_quarter(korea, shares)
    before = np.array([quarter < begins for quarter in quarters])
    after = np.array([quarter > ends for quarter in quarters])
    values = np.vstack([ours, theirs])
    untreated = np.arange(len(values)) > 0
    told = differences(values, untreated, before, after)
    used = before | after
    demeaned = values - values[:, before].mean(axis=1, keepdims=True)
    control = synthetic_control(demeaned[0, used], demeaned[1:, used], before[used], after[used])
    ranked = sorted(zip(countries, control.weights, strict=True), key=lambda each: -each[1])
    gaps = told.gaps[0]
    return Held(
        float(told.effect[0]),
        told.interval_of(0),
        rank_p(float(told.statistic[0]), told.statistic[told.untreated]),
        in_time(gaps, before, after).p,
        told.drift_p_of(0),
        control,
        tuple((name, float(weight)) for name, weight in ranked if weight > 0.01),
        control.p,
    )


def _by_quarter(korea: Months, shares: np.ndarray) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return quarters, and by quarter the logarithms of Korea's share and of the countries'."""
    names = [f"{month[:4]}q{(int(month[5:]) + 2) // 3}" for month in korea.months]
    quarters = sorted(set(names))
    place = np.array([quarters.index(name) for name in names])
    documents = np.bincount(place, korea.documents)
    ours = np.bincount(place, korea.mentions)
    theirs = np.array(
        [np.bincount(place, share / 100 * korea.documents, len(quarters)) for share in shares]
    )
    size = documents + 1
    return quarters, np.log((ours + 0.5) / size), np.log((theirs + 0.5) / size)
