"""How often the measure cries wolf: every topic of every speaker, asked month by month."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from foedus.relations.measures.speech.safe_watch import e_process
from foedus.relations.measures.speech.speech_rate import rate_posterior
from foedus.relations.measures.speech.unsaid import expected_range
from foedus.relations.statements.speech import SpeechSeries, speech_series

__all__ = ["Alarms", "alarms"]

BASELINE = 20
"""Months before the month asked about, as in the first baseline of the question."""
SPAN = ("2022-10", "2026-02")
STRONG = 20


@dataclass(frozen=True, slots=True)
class Alarms:
    """Of `asked` months, how many fell below and above the range expected of them.

    `strong` is how many single months gave an e-value of 20 or more, of silence or of loudness.
    """

    asked: int
    silent: int
    loud: int
    strong: int


def alarms(rows: pa.Table, speaker: str) -> dict[str, Alarms]:
    """Return the alarms of each topic of a speaker."""
    ours = rows.filter(pc.equal(rows["source"], speaker))
    days = pc.min_max(ours["date"]).as_py()
    span = days["min"].replace(day=1), days["max"]
    return {
        term: _of(speech_series(rows, speaker, term, "month", span))
        for term in sorted(pc.unique(ours["term"]).to_pylist())
    }


def _of(series: SpeechSeries) -> Alarms:
    months = [f"{each.first:%Y-%m}" for each in series.periods]
    chosen = [place for place, month in enumerate(months) if SPAN[0] <= month <= SPAN[1]]
    said, volume = series.mentions[chosen], series.documents[chosen]
    asked = silent = loud = strong = 0
    for month in range(BASELINE, len(chosen)):
        run = slice(month - BASELINE, month)
        before = rate_posterior(said[run], volume[run], "negative binomial")
        low, high = expected_range(before, volume[month])
        asked += 1
        silent += bool(said[month] < low)
        loud += bool(said[month] > high)
        here = slice(month, month + 1)
        watched = (said[here], volume[here], before.mentions, before.documents)
        excess = before.excess_quantile(0.95)
        values = [e_process(*watched, excess, silent=one)[-1] for one in (True, False)]
        strong += bool(np.max(values) >= STRONG)
    return Alarms(asked, silent, loud, strong)
