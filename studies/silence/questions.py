"""The three speakers asked about North Korea, by several baselines, each with its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import stats

from foedus.evidence import Day
from foedus.relations.statements.silences import MeasuredSilence, measured_silences

__all__ = ["BASELINES", "SPEAKERS", "SPELLS", "Rhythm", "rhythm", "told"]

SPEAKERS = ("cctv_xinwen_lianbo", "1tv", "white_house")
SPELLS = ("2024-06", "2024-10/2024-11", "2024-10", "2024-11", "2024-11/2025-06")
"""The last was chosen after looking: it is the run of months in which least was said."""
BASELINES = ("2022-10/2024-05", "2023-01/2024-05", "2023-06/2024-05", "2024-01/2024-05")
TOPIC = "north_korea"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a speaker's documents come: by the day of the week, in bursts, more or fewer.

    `weekday` is the p-value of equal rates on all days of the week (chi-squared, Poisson counts);
    `excess` the variance of a month's mentions over their mean, less 1, in the baseline;
    `before` and `during` are documents a month in the baseline and in June to November 2024.
    """

    weekday: float
    excess: float
    before: float
    during: float


def told(rows: pa.Table, speaker: str, baseline: str) -> tuple[MeasuredSilence, ...]:
    """Return the measure of every spell for one speaker, beside the two others."""
    spells = [Day(one) for one in SPELLS]
    others = [one for one in SPEAKERS if one != speaker]
    return measured_silences(rows, speaker, TOPIC, spells, Day(baseline), others)


def rhythm(rows: pa.Table, speaker: str, measured: MeasuredSilence) -> Rhythm:
    """Return the rhythm of a speaker; `measured` is any of its spells."""
    ours = rows.filter(pc.and_(pc.equal(rows["source"], speaker), pc.equal(rows["term"], TOPIC)))
    weekdays = pc.day_of_week(ours["date"]).to_numpy()
    said = np.bincount(weekdays, ours["documents_mentioning"].to_numpy(), 7)
    volume = np.bincount(weekdays, ours["documents"].to_numpy(), 7)
    expected = said.sum() * volume / volume.sum()
    found = measured.found
    return Rhythm(
        weekday=float(stats.chisquare(said, expected).pvalue),
        excess=found.excess,
        before=found.baseline_documents / found.baseline_periods,
        during=float(np.mean(list(_volumes(measured)))),
    )


def _volumes(measured: MeasuredSilence) -> Iterator[int]:
    for each in measured.series.periods:
        if "2024-06" <= f"{each.first:%Y-%m}" <= "2024-11":
            yield each.documents
