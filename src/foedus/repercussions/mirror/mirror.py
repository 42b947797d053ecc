"""Mirror trade: each flow with the gap between its two reports, and what may explain it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from foedus.repercussions.mirror.gap_arrays import FREIGHT, by_others, gap_bounds, rarity
from foedus.sources.trade_reports import Reported, TradeReports

__all__ = ["Gap", "Mirror", "mirror_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One flow: `low` to `high` more arrived than was sent, in the value of the table.

    All figures are None where one side reports nothing: no report is not a report of nothing.
    `rare` is the share of flows of the table as far from the ordinary; `by_others` the most of the
    gap that goods by way of third countries could explain.
    """

    flow: Reported
    low: float | None
    high: float | None
    ratio: float | None
    rare: float | None
    by_others: float | None

    @property
    def direction(self) -> str:
        """What the gap says: "over" (more arrived), "short", "balanced", or "unknown"."""
        if self.low is None or self.high is None:
            return "unknown"
        return "over" if self.low > 0 else "short" if self.high < 0 else "balanced"

    @property
    def least(self) -> float:
        """The size of the gap at the least, 0 where it may be none."""
        if self.low is None or self.high is None:
            return 0.0
        return max(self.low, -self.high, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """The gaps of a table, greatest first, by a margin of freight from `freight[0]` to `[1]`.

    `both` flows have both reports. `median` is their median ratio of received to sent, None for
    none.
    """

    reports: TradeReports
    freight: tuple[float, float]
    gaps: tuple[Gap, ...]
    both: int
    median: float | None


def mirror_of(reports: TradeReports, freight: tuple[float, float] = FREIGHT) -> Mirror:
    """Return the gaps of all flows; raises ValueError for a margin that is none."""
    flows = reports.flows
    sent, received = (
        np.array([math.nan if value is None else value for value in values])
        for values in (
            [one.by_exporter for one in flows],
            [one.by_importer for one in flows],
        )
    )
    low, high = gap_bounds(received, sent, freight)
    rare = rarity(received, sent)
    others = by_others(_groups(flows), low, high)
    both = np.isfinite(low)
    ratio = np.divide(received, sent, out=np.full(len(flows), np.nan), where=both & (sent > 0))
    gaps = [
        Gap(
            flow=flow,
            low=_known(low[place]),
            high=_known(high[place]),
            ratio=_known(ratio[place]),
            rare=_known(rare[place]),
            by_others=_known(others[place]),
        )
        for place, flow in enumerate(flows)
    ]
    gaps.sort(key=lambda one: (-one.least, one.direction == "unknown", one.flow.exporter))
    told = ratio[np.isfinite(ratio)]
    return Mirror(
        reports=reports,
        freight=freight,
        gaps=tuple(gaps),
        both=int(both.sum()),
        median=float(np.median(told)) if len(told) else None,
    )


def _groups(flows: Sequence[Reported]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    keys = [(one.exporter, one.period, one.product) for one in flows]
    number = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    return np.array([number[key] for key in keys], dtype=np.int64)


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
