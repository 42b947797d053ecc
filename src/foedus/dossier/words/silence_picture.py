"""A measured silence as a picture that can stand alone, with its words and its source, and as rows.

Above, what was found month by month over what was expected of it; below, the chart of somebody who
has watched since the end of the baseline, and the height at which it sounds.
"""

from collections.abc import Iterator
from itertools import groupby

from foedus.dossier.blocks import Data
from foedus.dossier.figures import Counts, Curve, Curves, Panel, Reading, Stack, Stretch, Turn
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import number_words, span_words
from foedus.dossier.words.silences import source_words, topic_words
from foedus.relations.statements.silences import MeasuredSilence
from foedus.relations.statements.speech import DAY
from foedus.sources.mention_counts import MentionCounts

__all__ = ["silence_rows", "silence_stack"]

_ROOM = 1.15
"""The height of the scale over the greatest value on it."""


def silence_stack(
    measured: tuple[MeasuredSilence, ...], file: MentionCounts, words: Words
) -> Stack:
    """Return the answers to one question as drawings on one time axis, all spells marked."""
    one = measured[0]
    begins, ends = one.series.periods[0].first, one.series.periods[-1].last + DAY
    title = words.text(
        "silence.of.title",
        source=source_words(one.source),
        about=topic_words(words, one.term),
        found=number_words(words, one.found.observed),
        low=number_words(words, one.found.low),
        high=number_words(words, one.found.high),
        spell=span_words(words, one.spell),
    )
    return Stack(
        title=title,
        panels=(_counted(measured, words), *_charted(one, words)),
        begins=begins,
        ends=ends,
        seams=(),
        source=words.text(
            "silence.of.drawn_from",
            file=file.name,
            checksum=file.sha256[:12],
            spell=span_words(words, one.baseline),
            caveat=words.text("silence.of.caveat"),
        ),
        describes=title,
    )


def _counted(measured: tuple[MeasuredSilence, ...], words: Words) -> Panel:
    """Return the mentions of each month over what was expected of it."""
    one = measured[0]
    months = one.series.periods
    title = words.text(
        "silence.of.figure",
        source=source_words(one.source),
        about=topic_words(words, one.term),
    )
    return Panel(
        title,
        words.text("silence.of.bars"),
        Counts(
            up=tuple(Reading(m.first, m.last + DAY, m.mentions) for m in months if m.documents),
            levels=(
                tuple(
                    Reading(m.first, m.last + DAY, one.found.rate * m.documents, m.low, m.high)
                    for m in months
                    if m.low is not None
                ),
                (),
            ),
            begins=months[0].first,
            ends=months[-1].last + DAY,
            stretches=_unrecorded(one, words),
            turns=tuple(Turn(*each.spell, words.text("silence.of.asked")) for each in measured),
            describes=title,
        ),
    )


def _charted(one: MeasuredSilence, words: Words) -> Iterator[Panel]:
    """Yield the chart, period by period, where one was kept."""
    if one.chart is None or not one.watched:
        return
    begins, ends = one.series.periods[0].first, one.series.periods[-1].last + DAY
    alarm = one.chart.threshold
    top = max(alarm, *(level for _, level in one.watched))
    first, last = one.watched[0][0], one.watched[-1][0]
    yield Panel(
        words.text("silence.of.chart_title"),
        words.text(f"silence.of.chart_words_{one.grain}", runs=_run(one, words)),
        Curves(
            curves=(
                Curve(
                    words.text("silence.of.chart_stands"),
                    0,
                    tuple(Reading(*span, level) for span, level in one.watched),
                ),
                Curve(
                    words.text("silence.of.chart_sounds"),
                    1,
                    (Reading(*first, alarm), *_between(one, alarm), Reading(*last, alarm)),
                ),
            ),
            low=0,
            high=top * _ROOM,
            begins=begins,
            ends=ends,
            stretches=_unrecorded(one, words),
            describes=words.text("silence.of.chart_title"),
        ),
    )


def _between(one: MeasuredSilence, alarm: float) -> tuple[Reading, ...]:
    """Return the height of the alarm in every period but the outermost, so that no line breaks."""
    return tuple(Reading(*span, alarm) for span, _ in one.watched[1:-1])


def _run(one: MeasuredSilence, words: Words) -> str:
    return number_words(words, round(one.chart.run_length) if one.chart else 0)


def _unrecorded(one: MeasuredSilence, words: Words) -> tuple[Stretch, ...]:
    told = words.text("figure.not_covered")
    runs = groupby(one.series.periods, lambda month: month.documents > 0)
    unrecorded = [list(run) for recorded, run in runs if not recorded]
    return tuple(Stretch(run[0].first, run[-1].last, told) for run in unrecorded)


def silence_rows(measured: tuple[MeasuredSilence, ...]) -> Data:
    """Return what the picture shows, one row per month, and where the chart stood at its end.

    `asked` is 1 in a month of which a day is asked about. Mentions are missing where nobody
    recorded anything, the expected where nothing is expected, `chart` before the end of the
    baseline; `alarm` is the height at which it sounds.
    """
    one = measured[0]
    ended = {span[1]: level for span, level in one.watched}
    alarm = one.chart.threshold if one.chart else None
    columns = ("source", "term", "from", "to", "mentions", "documents", "days", "low", "high")
    rows = tuple(
        (
            *(one.source, one.term, each.first, each.last),
            *(each.mentions if each.documents else None, each.documents, each.days),
            *(each.low, each.high),
            int(any(s.spell[0] <= each.last and each.first <= s.spell[1] for s in measured)),
            ended.get(each.last),
            alarm,
        )
        for each in one.series.periods
    )
    return Data((*columns, "asked", "chart", "alarm"), rows)
