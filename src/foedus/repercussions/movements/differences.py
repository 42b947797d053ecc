"""How each unit moved after an event against the untreated, and how unusual that is among them.

With one treated unit no clustered error can be trusted: the untreated tell how large a difference
comes without any event (T. Conley and C. Taber 2011, Review of Economics and Statistics 93(1),
113-125). As some units swing more than others, each is measured by its own swings before the event
(B. Ferman and C. Pinto 2019, Review of Economics and Statistics 101(3), 452-467):

    gap_it  = y_it - g_t                     g_t: effect of the period among the untreated
    d_i     = mean gap after - mean gap before
    s_i     = sd(gap before) sqrt(1 / n_before + 1 / n_after)
    t_i     = d_i / s_i

and t of a treated unit is ranked among those of the untreated, each of which stands for an event
that did not happen (placebo in space). An untreated unit's own part in g_t is taken out by the
factor n / (n - 1), exact where the panel is balanced.

- p: (1 + untreated with |t| as large) / (1 + untreated): never below 1 / (1 + untreated).
- interval: d_i - s_i times the 95 and 5 % quantiles of the untreated t.
- visible: the least movement that would have been called unusual (p at most a level) four times in
  five, either way, by the same quantiles.
- drift: slope of the gaps before the event by its least-squares error; ranked in the same way, its
  p says whether a unit was on its way already (pre-trend).
- few others: with fewer untreated units than the question needs (MIN_PLACEBOS, or more where many
  units are asked about at once, as p is never below 1 / (1 + untreated)), the t of each of them for
  every earlier period taken for the event's stand beside (placebos in space and time). As those of
  one unit overlap, they are worth less than their number.
- in time: t for each earlier period taken for the event's, from what lies before the event alone,
  with at most as many periods after as the event has; the event's |t| is ranked among them.

Unknown cells (NaN) are left out. A unit needs MIN_BEFORE known periods before and one after, and
gaps that differ before the event.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.movements.two_way import Floats, two_way

__all__ = [
    "MIN_BEFORE",
    "MIN_PLACEBOS",
    "Differences",
    "InTime",
    "differences",
    "in_time",
    "rank_p",
]

Mask = NDArray[np.bool_]

MIN_BEFORE: Final = 4
"""Periods before the event that a unit must have: with fewer its swings are not known."""
MIN_PLACEBOS: Final = 19
"""Untreated units without which no interval of 90 % is given: one in twenty on either side."""
_POWER: Final = 0.8


@dataclass(frozen=True, slots=True)
class Differences:
    """The movement of every unit (U,), NaN where it cannot be said.

    `gaps` (U, T) are NaN outside the periods used. `before` and `after` (U,) are known periods.
    `constant` (U,) marks units whose outcome never differed before the event. `untreated` (U,) are
    those of the placebos with a movement of their own, and `placebos` the statistics that stand for
    no event: theirs at the event, and where `also_in_time` theirs at earlier periods.
    """

    gaps: Floats
    effect: Floats
    swing: Floats
    statistic: Floats
    drift: Floats
    before: NDArray[np.int64]
    after: NDArray[np.int64]
    constant: Mask
    untreated: Mask
    placebos: Floats
    also_in_time: bool

    def p_of(self, unit: int) -> float:
        """Return the share of the placebos that moved as much, the unit itself among them."""
        return rank_p(self.statistic[unit], self.placebos)

    def drift_p_of(self, unit: int) -> float:
        """Return the share of the untreated that drifted as much before the event."""
        return rank_p(self.drift[unit], self.drift[self.untreated])

    def interval_of(self, unit: int, level: float = 0.9) -> tuple[float, float] | None:
        """Return what holds the effect with this confidence; None with too few placebos."""
        if len(self.placebos) < MIN_PLACEBOS:
            return None
        low, high = np.quantile(self.placebos, [(1 - level) / 2, (1 + level) / 2])
        return (
            float(self.effect[unit] - self.swing[unit] * high),
            float(self.effect[unit] - self.swing[unit] * low),
        )

    def same_sign_of(self, unit: int) -> float:
        """Return the share of placebos that, taken away from the statistic, leave its sign."""
        left = self.statistic[unit] - self.placebos
        return float((np.sign(left) == np.sign(self.statistic[unit])).mean())

    def below_visible_of(self, unit: int, level: float = 0.1) -> float | None:
        """Return the share of placebos that, taken away, leave less than would have been seen."""
        visible = self.visible_of(unit, level)
        if visible is None:
            return None
        left = self.swing[unit] * (self.statistic[unit] - self.placebos)
        return float((np.abs(left) < visible).mean())

    def visible_of(self, unit: int, level: float = 0.1) -> float | None:
        """Return the least movement with p at most `level` four times in five.

        None with too few placebos.
        """
        if len(self.placebos) < MIN_PLACEBOS:
            return None
        unusual = float(np.quantile(np.abs(self.placebos), 1 - level))
        up = unusual - float(np.quantile(self.placebos, 1 - _POWER))
        down = unusual + float(np.quantile(self.placebos, _POWER))
        return float(self.swing[unit]) * max(up, down)


@dataclass(frozen=True, slots=True)
class InTime:
    """Placebos in time of one unit: the statistics of `statistics` and the event's rank among them.

    `p` is None where no earlier period could stand for the event's.
    """

    statistics: tuple[float, ...]
    p: float | None


def differences(
    values: Floats, untreated: Mask, before: Mask, after: Mask, *, least: int = MIN_PLACEBOS
) -> Differences:
    """Return the movement of each unit of `values` (U, T), NaN unknown.

    `untreated` (U,) marks the units held against the others; `before` and `after` (T,) the periods
    of either side. With fewer than `least` untreated units, their earlier periods stand beside.
    Raises ValueError when there are too few periods before the event, none after,
    or fewer than two untreated units with known values.
    """
    if before.sum() < MIN_BEFORE:
        raise ValueError(
            f"{int(before.sum())} periods before the event, and {MIN_BEFORE} are needed"
        )
    if not after.any():
        raise ValueError("no period after the event")
    known = np.isfinite(values) & (before | after)
    enough = ((known & before).sum(axis=1) >= MIN_BEFORE) & (known & after).any(axis=1)
    compared = untreated & enough
    if compared.sum() < 2:
        raise ValueError("fewer than two untreated units have periods before and after the event")
    gaps = np.where(known, values - _period_effects(values, known & compared[:, None]), np.nan)
    counted = compared.sum()
    gaps[compared] *= counted / (counted - 1)
    n_before, n_after = (known & before).sum(axis=1), (known & after).sum(axis=1)
    earlier = np.where(known & before, gaps, np.nan)
    mean_before, spread = _mean_and_spread(earlier, n_before)
    mean_after, _ = _mean_and_spread(np.where(known & after, gaps, np.nan), n_after)
    own, own_spread = _mean_and_spread(np.where(known & before, values, np.nan), n_before)
    constant = enough & ~(own_spread > 1e-12 * np.maximum(np.abs(own), 1e-300))
    usable = enough & ~constant & (spread > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        swing = np.where(usable, spread * np.sqrt(1 / n_before + 1 / n_after), np.nan)
        effect = np.where(enough, mean_after - mean_before, np.nan)
        statistic = effect / swing
    held = compared & usable
    placebos, few = statistic[held], held.sum() < least
    if few:
        earlier_ones = [in_time(gaps[row], before, after).statistics for row in np.nonzero(held)[0]]
        placebos = np.concatenate([placebos, *map(np.array, earlier_ones)])
    return Differences(
        gaps,
        effect,
        swing,
        statistic,
        np.where(usable, _drift(earlier), np.nan),
        n_before,
        n_after,
        constant,
        held,
        placebos,
        bool(few),
    )


def in_time(gaps: Floats, before: Mask, after: Mask) -> InTime:
    """Return the placebos in time of one unit's gaps (T,); see the module."""
    early = gaps[before & np.isfinite(gaps)]
    late = gaps[after & np.isfinite(gaps)]
    reach = len(late)
    found = [
        _statistic(early[:place], early[place : place + reach])
        for place in range(MIN_BEFORE, len(early))
    ]
    kept = np.array([each for each in found if np.isfinite(each)])
    event = _statistic(early, late)
    if not len(kept) or not np.isfinite(event):
        return InTime(tuple(kept.tolist()), None)
    return InTime(tuple(kept.tolist()), rank_p(event, kept))


def rank_p(value: float, placebos: Floats) -> float:
    """Return the share of values at least as large in size, this one among them."""
    sizes = np.abs(placebos[np.isfinite(placebos)])
    return float((1 + (sizes >= abs(value) * (1 - 1e-12)).sum()) / (1 + len(sizes)))


def _statistic(early: Floats, late: Floats) -> float:
    if len(early) < 2 or not len(late):
        return float("nan")
    swing = early.std(ddof=1) * np.sqrt(1 / len(early) + 1 / len(late))
    return float((late.mean() - early.mean()) / swing) if swing > 0 else float("nan")


def _period_effects(values: Floats, kept: Mask) -> Floats:
    unit, period = np.nonzero(kept)
    effects = two_way(unit, period, *values.shape)
    _, of_period = effects.effects(values[kept][:, None])
    seen = np.bincount(period, minlength=values.shape[1]) > 0
    return np.where(seen, of_period[:, 0], np.nan)


def _mean_and_spread(values: Floats, counts: NDArray[np.int64]) -> tuple[Floats, Floats]:
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.nansum(values, axis=1) / counts
        left = np.nansum((values - mean[:, None]) ** 2, axis=1)
        return mean, np.sqrt(left / (counts - 1))


def _drift(earlier: Floats) -> Floats:
    """Return slope over its error of each row against the number of the period."""
    known = np.isfinite(earlier)
    count = known.sum(axis=1)
    time = np.broadcast_to(np.arange(earlier.shape[1], dtype=float), earlier.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(known, time - (np.where(known, time, 0).sum(axis=1) / count)[:, None], 0)
        y = np.where(known, earlier - (np.nansum(earlier, axis=1) / count)[:, None], 0)
        slope = (t * y).sum(axis=1) / (t * t).sum(axis=1)
        left = ((y - slope[:, None] * t) ** 2).sum(axis=1)
        error = np.sqrt(left / (count - 2) / (t * t).sum(axis=1))
        return np.where(error > 0, slope / error, np.where(slope == 0, 0.0, np.inf))
