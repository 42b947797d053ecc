"""Silences in a table of mentions: what was expected of each spell, and what was found.

Periods are whole calendar months, or days where a spell or the baseline does not keep to months
(`foedus.relations.statements.speech`). How a source speaks of its own country is no such series:
leave it out of the table.

Tables in, rows out: a table of mentions is small, and is read once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from foedus.errors import FoedusError
from foedus.evidence import Day
from foedus.relations.calendar import last_of_month
from foedus.relations.measures.speech.quiet_chart import QuietChart, quiet_chart
from foedus.relations.measures.speech.speech_rate import rate_posterior
from foedus.relations.measures.speech.unsaid import Silence, expected_range, silence
from foedus.relations.statements.speech import (
    DAY,
    Span,
    SpeechSeries,
    speech_series,
)
from foedus.sources.case import Case, SilenceAsked
from foedus.sources.mention_counts import mention_counts
from foedus.sources.mention_names import source_named, topic_named

__all__ = [
    "CaseSilence",
    "MeasuredSilence",
    "case_silences",
    "measured_silences",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSilence:
    """What was expected of a source about a topic in one spell, and what was found.

    `found` is the measure, by periods of a `grain` ("month" or "day"). `days` and `days_recorded`
    are those of the spell and those of them that have documents. `series` runs month by month over
    all the table, each with what the whole months of the baseline let expect. `misjudged` of
    `judged` months of the baseline fall outside the range expected from its other months: how often
    the measure cries wolf here. `chart` is a lower CUSUM over periods of the grain, set to one
    false alarm in ten years; None where no such chart can be made. `watched` has where it stands
    after each period from the end of the baseline to that of the table, begun again at 0 after
    each alarm; empty without a chart, and where the spell lies before the baseline.
    """

    source: str
    term: str
    spell: Span
    baseline: Span
    days: int
    days_recorded: int
    grain: str
    found: Silence
    chart: QuietChart | None
    watched: tuple[tuple[Span, float], ...] = field(repr=False)
    series: SpeechSeries = field(repr=False)
    judged: int
    misjudged_low: int
    misjudged_high: int

    @property
    def misjudged(self) -> int:
        """Periods of the baseline outside the range expected from the others."""
        return self.misjudged_low + self.misjudged_high

    @property
    def watched_within(self) -> tuple[tuple[Span, float], ...]:
        """Where the chart stands after each period of the spell."""
        first, last = self.spell
        return tuple(each for each in self.watched if first <= each[0][0] and each[0][1] <= last)

    @property
    def alarms(self) -> tuple[Span, ...]:
        """The periods of the spell in which the chart sounds."""
        if self.chart is None:
            return ()
        return tuple(each for each, level in self.watched_within if level >= self.chart.threshold)


@dataclass(frozen=True, slots=True)
class CaseSilence:
    """A silence the case asks about, measured in each of its spells, and the file it rests on."""

    asked: SilenceAsked
    file: str
    sha256: str
    measured: tuple[MeasuredSilence, ...]


def case_silences(case: Case) -> tuple[CaseSilence, ...]:
    """Return every silence a case asks about, measured, in the order of `case.toml`.

    Raises FaultyInput for a file of mentions with faults, FoedusError for a question it cannot
    answer: a name it does not have, a spell without documents.
    """
    files = {asked.counts: mention_counts(asked.counts) for asked in case.silences}
    return tuple(
        CaseSilence(
            asked,
            files[asked.counts].name,
            files[asked.counts].sha256,
            measured_silences(
                files[asked.counts].rows,
                asked.source,
                asked.about,
                asked.during,
                asked.baseline,
                asked.beside,
            ),
        )
        for asked in case.silences
    )


def measured_silences(
    rows: pa.Table,
    source: str,
    term: str,
    spells: Sequence[Day],
    baseline: Day | None = None,
    beside: Sequence[str] = (),
) -> tuple[MeasuredSilence, ...]:
    """Return what was expected and found in each spell, in their order.

    `baseline` is all that the table has before the first spell where none is given. Names are those
    of `source_named` and `topic_named`. Raises FoedusError when a spell or the baseline is open,
    they overlap, or one of them has no document.
    """
    source = source_named(rows, source)
    term = topic_named(rows, term, source)
    others = [source_named(rows, one) for one in beside]
    for one in others:
        topic_named(rows, term, one)
    spans = [_span(spell) for spell in spells]
    held = _held(rows, source)
    before = _span(baseline) if baseline else (held[0], min(s[0] for s in spans) - DAY)
    if before[0] > before[1]:
        raise FoedusError(f"{source} is recorded from {held[0]} on: nothing lies before the spell.")
    asked = spans if baseline is None else [*spans, before]
    grain = "month" if all(_of_months(span) for span in asked) else "day"
    if grain == "month":
        before = before[0].replace(day=1), before[1]
    whole = _whole(held, (*spans, before))
    months = speech_series(rows, source, term, "month", whole)
    months = _with_expected(months, months.within(before))
    judged = _judged(months, months.within(before))
    series = months if grain == "month" else speech_series(rows, source, term, grain, whole)
    held_by = {name: speech_series(rows, name, term, grain, whole) for name in others}
    return tuple(_measured(series, months, held_by, before, span, judged) for span in spans)


_TEN_YEARS = {"month": 120.0, "day": 3652.0}


def _measured(
    series: SpeechSeries,
    months: SpeechSeries,
    others: Mapping[str, SpeechSeries],
    before: Span,
    span: Span,
    judged: tuple[int, int, int],
) -> MeasuredSilence:
    kept = series.within(before)
    try:
        found = silence(
            series.mentions,
            series.documents,
            kept,
            series.within(span),
            others={name: (one.mentions, one.documents) for name, one in others.items()},
        )
    except ValueError as wrong:
        raise FoedusError(f"{series.source}, {span[0]} to {span[1]}: {wrong}.") from None
    chart = _chart(found, series.grain)
    recorded = sum(each.days for each in series.periods if span[0] <= each.first <= span[1])
    return MeasuredSilence(
        source=series.source,
        term=series.term,
        spell=span,
        baseline=before,
        days=(span[1] - span[0]).days + 1,
        days_recorded=recorded,
        grain=series.grain,
        found=found,
        chart=chart,
        watched=_watched(chart, series, found, before, span),
        series=months,
        judged=judged[0],
        misjudged_low=judged[1],
        misjudged_high=judged[2],
    )


def _chart(found: Silence, grain: str) -> QuietChart | None:
    """Return the chart for the volume of a mean period of the baseline; None where none fits."""
    mean = found.rate * found.baseline_documents / found.baseline_periods
    try:
        return quiet_chart(mean, _TEN_YEARS[grain], excess=found.excess)
    except ValueError:
        return None


def _watched(
    chart: QuietChart | None, series: SpeechSeries, found: Silence, before: Span, span: Span
) -> tuple[tuple[Span, float], ...]:
    """Return where the chart stands after each period that follows the baseline."""
    if chart is None or span[0] < before[0]:
        return ()
    mean = found.baseline_documents / found.baseline_periods
    later = [each for each in series.periods if each.first > before[1]]
    counts = [each.mentions for each in later]
    levels = chart.path(counts, [each.documents / mean for each in later])
    spans = [(each.first, each.last) for each in later]
    return tuple(zip(spans, levels.tolist(), strict=True))


def _with_expected(series: SpeechSeries, kept: NDArray[np.bool_]) -> SpeechSeries:
    """Return the series with what its baseline lets expect in each period that has documents."""
    if not (series.documents[kept] > 0).any():
        return series
    before = rate_posterior(series.mentions[kept], series.documents[kept], "negative binomial")
    volumes = {each.documents for each in series.periods if each.documents}
    ranges = {volume: expected_range(before, volume) for volume in volumes}
    periods = tuple(
        replace(each, low=ranges[each.documents][0], high=ranges[each.documents][1])
        if each.documents
        else each
        for each in series.periods
    )
    return replace(series, periods=periods)


def _judged(series: SpeechSeries, kept: NDArray[np.bool_]) -> tuple[int, int, int]:
    """Return how many periods of the baseline were judged by the others, how many fell outside."""
    places = np.nonzero(kept & (series.documents > 0))[0]
    if len(places) < 2:
        return 0, 0, 0
    low = high = 0
    for place in places:
        others = kept.copy()
        others[place] = False
        before = rate_posterior(
            series.mentions[others], series.documents[others], "negative binomial"
        )
        ends = expected_range(before, series.documents[place])
        low += bool(series.mentions[place] < ends[0])
        high += bool(series.mentions[place] > ends[1])
    return len(places), low, high


def _held(rows: pa.Table, source: str) -> Span:
    days = pc.min_max(rows.filter(pc.equal(rows["source"], source))["date"]).as_py()
    return days["min"], days["max"]


def _whole(held: Span, spans: Sequence[Span]) -> Span:
    """Return whole months, from the first to the last day that is recorded or asked about."""
    first, last = min(held[0], *(s[0] for s in spans)), max(held[1], *(s[1] for s in spans))
    return first.replace(day=1), last_of_month(last)


def _span(day: Day) -> Span:
    if day.earliest is None or day.latest is None:
        raise FoedusError(
            f"'{day.edtf}' is open on one side; a silence has a first and a last day."
        )
    return day.earliest, day.latest


def _of_months(span: Span) -> bool:
    return span[0].day == 1 and span[1] == last_of_month(span[1])
