"""Changes and records of an analyst's own counts, and whether several series share a date.

Limits. Those of `measures`. Up to `EXACT` periods the posterior is exact; a longer series is
searched by PELT, and each change then given its exact interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from foedus.relations.measures.levels.changes import Change, Changes, change_points
from foedus.relations.measures.levels.common_change import SharedChange, shared_change
from foedus.relations.measures.levels.level_bands import LevelBand, level_band
from foedus.relations.measures.levels.long_changes import LongChanges, long_change_points
from foedus.relations.measures.levels.record import Record, record_probability
from foedus.relations.measures.levels.run_lengths import Watched, change_watch
from foedus.sources.count_series import CountSeries

__all__ = ["EXACT", "MeasuredSeries", "measured_series", "measured_together"]

EXACT = 1_500
"""Periods up to which every segmentation is weighed."""


@dataclass(frozen=True, slots=True)
class MeasuredSeries:
    """A series with what was found of it.

    `exact` is None for a series of more than `EXACT` periods, `searched` for any other; `changes`
    are those found either way, none where no change is likeliest. `supposed` is where one would lie
    then, None where any was found. `band` is None where `exact` is, `record` where fewer than two
    counts are known, or the last is not, `watched` where nobody asked for it.
    """

    series: CountSeries
    exact: Changes | None
    searched: LongChanges | None
    changes: tuple[Change, ...]
    supposed: Change | None
    band: LevelBand | None
    record: Record | None
    watched: Watched | None


def measured_series(series: CountSeries, *, recent: int | None = None) -> MeasuredSeries:
    """Return the changes and the record of a series, watched as it grew where `recent` is given.

    Raises ValueError for a series without any known count.
    """
    counts = np.array([np.nan if count is None else count for count in series.counts])
    lengths = np.array(series.exposures)
    exact = searched = supposed = band = None
    if len(counts) <= EXACT:
        exact = change_points(counts, lengths, family="counts")
        changes, band = exact.changes, level_band(exact)
        if not changes and len(exact.probabilities) > 1:
            (supposed,) = exact.supposing(1)
        dispersion = exact.dispersion or 0.0
    else:
        searched = long_change_points(counts, lengths)
        changes = searched.changes
        mean = float(np.nansum(counts)) / len(counts)
        dispersion = (searched.overdispersion - 1) / mean if mean > 0 else 0.0
    known = int((~np.isnan(counts)).sum())
    return MeasuredSeries(
        series,
        exact,
        searched,
        changes,
        supposed,
        band,
        record_probability(counts, lengths, model="counts")
        if known >= 2 and not np.isnan(counts[-1])
        else None,
        change_watch(counts, lengths, recent=recent, dispersion=dispersion) if recent else None,
    )


def measured_together(several: Sequence[CountSeries]) -> SharedChange | None:
    """Return whether series changed at a common date; None unless two or more tell of it.

    They are set side by side over the periods that any of them has; a series knows nothing of those
    it does not have. None where their periods are not the same, or fewer than three.
    """
    periods = sorted({one for each in several for one in zip(each.begins, each.ends, strict=True)})
    if len(several) < 2 or len(periods) < 3:
        return None
    if any(one[1] > other[0] for one, other in pairwise(periods)):
        return None
    place = {period: number for number, period in enumerate(periods)}
    counts = np.full((len(several), len(periods)), np.nan)
    lengths = np.ones(counts.shape)
    for row, each in enumerate(several):
        for begins, ends, count, length in zip(
            each.begins, each.ends, each.counts, each.exposures, strict=True
        ):
            if count is not None:
                counts[row, place[begins, ends]] = count
                lengths[row, place[begins, ends]] = length
    known = ~np.isnan(counts).all(axis=1)
    return shared_change(counts, lengths) if known.all() else None
