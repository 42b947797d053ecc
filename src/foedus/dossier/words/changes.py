"""What was found of an analyst's own series, in words."""

import datetime as dt
from collections.abc import Iterator

from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import (
    date_words,
    month_words,
    number_words,
    percent_words,
    span_words,
)
from foedus.relations.measures.levels.changes import Change
from foedus.relations.measures.levels.common_change import SharedChange
from foedus.relations.series.own_series import MeasuredSeries

__all__ = ["SeriesWords", "period_words", "shared_words"]

_Period = tuple[dt.date, dt.date]
SURELY = 0.9
"""The chance from which a series is said to have changed at the common date."""


class SeriesWords:
    """What was found of one series, in a language."""

    def __init__(self, found: MeasuredSeries, words: Words) -> None:
        self.found, self.words = found, words
        self.series = found.series

    def title(self) -> str:
        """Return name, span, and what it is counted from."""
        known = [count for count in self.series.counts if count is not None]
        periods = list(zip(self.series.begins, self.series.ends, strict=True))
        begins, ends = _first_and_last(self.words, periods[0], periods[-1])
        return self._told(
            "title",
            name=self.series.name or self.words.text("changes.unnamed"),
            first=begins,
            last=ends,
            events=number_words(self.words, sum(known)),
            known=number_words(self.words, len(known)),
            periods=number_words(self.words, len(self.series.counts)),
        )

    def number(self) -> str:
        """Return how many changes are likeliest, and how surely there was any."""
        w, exact, searched = self.words, self.found.exact, self.found.searched
        if exact is not None:
            if sum(count is not None for count in self.series.counts) == 1:
                return self._told("one_period")
            return self._told(
                "number" if exact.number else "no_number",
                number=number_words(w, exact.number),
                chance=_percent(w, float(exact.probabilities[exact.number])),
                any=chance_words(w, 1 - exact.no_change),
            )
        assert searched is not None
        return self._told(
            "searched",
            number=number_words(w, len(searched.changes)),
            penalty=number_words(w, searched.penalty),
        )

    def changes(self) -> Iterator[str]:
        """Yield each change: its interval, how surely it lies there, how large it was."""
        for number, change in enumerate(self.found.changes, 1):
            yield self._change("change", change, number=number_words(self.words, number))
        if self.found.supposed is not None:
            yield self._change("supposed", self.found.supposed)

    def record(self) -> str | None:
        """Return how the last count stands, and its chances."""
        record, w = self.found.record, self.words
        if record is None:
            return None
        told = self._told(
            f"record_{record.standing}",
            last=number_words(w, self.series.counts[-1] or 0),
            when=self._period(-1),
            highest=number_words(w, record.highest_before),
            periods=number_words(w, record.periods),
            as_high=chance_words(w, record.as_high),
            chance=chance_words(w, record.chance),
            tied=chance_words(w, record.chance_tied),
        )
        if record.stands_over_gaps is None:
            return told
        gaps = self._told("gaps", chance=chance_words(w, record.stands_over_gaps))
        return f"{told} {gaps}"

    def watched(self) -> str | None:
        """Return what somebody who watched daily would say now."""
        watched, w = self.found.watched, self.words
        if watched is None:
            return None
        told = self._told(
            "watched",
            recent=number_words(w, watched.recent),
            chance=chance_words(w, float(watched.changed[-1])),
            run=number_words(w, watched.now.expected_run),
        )
        last, effect = watched.now.last_change(), watched.now.effect()
        if last is None or effect is None:
            return told
        middle, low, high = (_ratio(w, each) for each in effect)
        more = self._told(
            "last_change",
            span=self._span(*last),
            ratio=middle,
            low=low,
            high=high,
        )
        return f"{told} {more}"

    def model(self) -> str:
        """Return the model used, and what it cannot see."""
        exact, searched = self.found.exact, self.found.searched
        if exact is not None:
            name = self.words.text(f"turn.model.{exact.family.replace(' ', '_')}")
            return self._told(
                "model",
                model=name,
                chance=percent_words(self.words, exact.overdispersed or 0.0),
            )
        assert searched is not None
        spread = number_words(self.words, searched.overdispersion)
        return self._told("searched_model", overdispersion=spread)

    def _change(self, key: str, change: Change, **more: str) -> str:
        w = self.words
        return self._told(
            key,
            span=self._span(change.first, change.last),
            when=self._period(change.mode),
            chance=chance_words(w, change.probability),
            ratio=_ratio(w, change.effect),
            low=_ratio(w, change.effect_low),
            high=_ratio(w, change.effect_high),
            **more,
        )

    def _period(self, index: int) -> str:
        return period_words(self.words, self.series.begins[index], self.series.ends[index])

    def _span(self, first: int, last: int) -> str:
        begins, ends = self.series.begins, self.series.ends
        one, other = (begins[first], ends[first]), (begins[last], ends[last])
        return _from_to(self.words, one, other)

    def _told(self, key: str, **values: str) -> str:
        return self.words.text(f"changes.{key}", **values)


def period_words(words: Words, begins: dt.date, ends: dt.date) -> str:
    """Return a period as people write it: a year, a month, a day, or the first and the last."""
    if (ends - begins).days > 360:
        return str(begins.year)
    return span_words(words, (begins, ends - dt.timedelta(days=1)))


def _from_to(words: Words, first: _Period, last: _Period) -> str:
    """Return the span from one period to another as long."""
    if first == last:
        return period_words(words, *first)
    begins, ends = _first_and_last(words, first, last)
    return words.text("changes.span", first=begins, last=ends)


def _first_and_last(words: Words, first: _Period, last: _Period) -> tuple[str, str]:
    """Return the first and the last year, month or day of a run of periods."""
    begins, ends = first[0], last[1] - dt.timedelta(days=1)
    if (first[1] - first[0]).days > 360:
        return str(begins.year), str(ends.year)
    written = month_words if first[0].day == first[1].day == 1 else date_words
    return written(words, begins), written(words, ends)


def chance_words(words: Words, chance: float) -> str:
    """Return a chance in the words of ICD-203 and in percent, never as if it were certain."""
    word = words.text(f"likelihood.{likelihood_of(min(max(chance, 0.0), 1.0)).key}")
    return words.text("changes.chance", word=word, percent=_percent(words, chance))


def _percent(words: Words, chance: float) -> str:
    if chance >= 0.995:
        return words.text("changes.over")
    return words.text("changes.under") if chance < 0.005 else percent_words(words, chance)


def _ratio(words: Words, ratio: float) -> str:
    """Return a rate over another, with two digits where one would make it nothing."""
    return number_words(words, ratio, 1 if ratio >= 1 else 2)


def shared_words(
    shared: SharedChange, several: tuple[MeasuredSeries, ...], words: Words
) -> Iterator[str]:
    """Yield whether the series share a date of change, when, and which of them do."""
    periods = sorted(
        {one for each in several for one in zip(each.series.begins, each.series.ends, strict=True)}
    )
    yield words.text(
        "changes.shared",
        chance=chance_words(words, shared.probability),
        span=_from_to(words, periods[shared.first], periods[shared.last]),
        share=percent_words(words, shared.share),
        p_value=number_words(words, shared.p_value, 3),
    )
    names = tuple(
        one.series.name
        for one, chance in zip(several, shared.shares, strict=True)
        if chance * shared.probability >= SURELY
    )
    if names:
        yield words.text("changes.sharing", names=words.listed(names))
    else:
        yield words.text("changes.none_surely")
