"""An analyst's own series as a picture that stands alone, with words and source, and as rows.

Bars are the rate of each period, over them the level that it lies around with its 90 % band; each
change is a band with its interval; what is not known is hatched.
"""

import datetime as dt
from itertools import groupby

from foedus.dossier.blocks import Data
from foedus.dossier.figures import Counts, Panel, Reading, Stack, Stretch, Turn
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.changes import SeriesWords
from foedus.relations.series.own_series import MeasuredSeries

__all__ = ["changes_rows", "changes_stack"]

_DAY = dt.timedelta(days=1)
Level = tuple[float, float, float]


def changes_stack(found: MeasuredSeries, words: Words, file: str, sha256: str) -> Stack:
    """Return a series drawn, under what was found of it; `file` and its checksum at the foot."""
    series, said = found.series, SeriesWords(found, words)
    begins, ends = series.begins[0], series.ends[-1]
    spans = list(zip(series.begins, series.ends, strict=True))
    levels = _levels(found)
    title = said.title()
    counts = Counts(
        up=tuple(
            Reading(*span, rate)
            for span, rate in zip(spans, _rates(found), strict=True)
            if rate is not None
        ),
        levels=(
            tuple(
                Reading(*span, *level) for span, level in zip(spans, levels, strict=True) if level
            ),
            (),
        ),
        begins=begins,
        ends=ends,
        stretches=_unknown(found, words),
        turns=tuple(
            Turn(
                series.begins[change.first],
                series.ends[change.last] - _DAY,
                words.text("turn.brace"),
            )
            for change in found.changes
        ),
        describes=title,
    )
    return Stack(
        title=title,
        panels=(Panel(said.number(), words.text("changes.figure"), counts),),
        begins=begins,
        ends=ends,
        seams=(),
        source=words.text(
            "changes.drawn_from",
            file=file,
            checksum=sha256[:12],
            caveat=words.text("changes.caveat"),
        ),
        describes=title,
    )


def changes_rows(found: MeasuredSeries) -> Data:
    """Return what the picture shows, one row per period.

    `level` is the mean rate with its 90 % interval, `change` the chance that the rate changed
    there; both, `rate` and `exposure` are missing where they are not known.
    """
    series = found.series
    marginal: list[float | None] = [None] * len(series.counts)
    if found.exact is not None:
        marginal = [float(each) for each in found.exact.marginal]
    columns = ("from", "to", "count", "exposure", "rate", "level", "level_low", "level_high")
    rows = tuple(
        (
            begins,
            ends - _DAY,
            count,
            length if count is not None else None,
            rate,
            *(level or (None, None, None)),
            chance,
        )
        for begins, ends, count, length, rate, level, chance in zip(
            series.begins,
            series.ends,
            series.counts,
            series.exposures,
            _rates(found),
            _levels(found),
            marginal,
            strict=True,
        )
    )
    return Data((*columns, "change"), rows)


def _rates(found: MeasuredSeries) -> list[float | None]:
    pairs = zip(found.series.counts, found.series.exposures, strict=True)
    return [None if count is None else count / length for count, length in pairs]


def _levels(found: MeasuredSeries) -> list[Level | None]:
    levels: list[Level | None] = [None] * len(found.series.counts)
    if (band := found.band) is not None:
        values = (each.tolist() for each in (band.periods, band.mean, band.low, band.high))
        for place, *level in zip(*values, strict=True):
            levels[place] = (level[0], level[1], level[2])
    return levels


def _unknown(found: MeasuredSeries, words: Words) -> tuple[Stretch, ...]:
    """Return the runs of periods of which no count is known."""
    series = found.series
    stretches = []
    for unknown, run in groupby(
        range(len(series.counts)), lambda place: series.counts[place] is None
    ):
        places = list(run)
        if unknown:
            last = series.ends[places[-1]] - _DAY
            told = words.text("figure.not_covered")
            stretches.append(Stretch(series.begins[places[0]], last, told))
    return tuple(stretches)
