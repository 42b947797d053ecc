"""A measured silence in sentences, English or French.

The dossier links their numbers to evidence, the command reads them out.
"""

import datetime as dt
from collections.abc import Iterator

from foedus.actors.names import actor_named, display_name
from foedus.dossier.figures import ExpectedCounts
from foedus.dossier.sentence import Link, Name, Sentence
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import number_words, percent_words, span_words
from foedus.errors import FoedusError
from foedus.relations.measures.speech.beside_others import Beside
from foedus.relations.statements.silences import MeasuredSilence

__all__ = [
    "SilenceWords",
    "chance_words",
    "expected_counts",
    "source_words",
    "topic_words",
]

SHORT = 0.05
"""Where no mention at all has a greater chance than this, a silence cannot show."""


class SilenceWords:
    """What is said of one measured silence; `evidence` is the exhibit its numbers open."""

    def __init__(self, measured: MeasuredSilence, words: Words, evidence: str) -> None:
        self._is, self._w, self._evidence = measured, words, evidence

    def found(self) -> Sentence:
        """Return what was expected, what was found, and how likely that is."""
        found = self._is.found
        chance = found.so_many if found.surprising == "loud" else found.so_few
        said = self._said(
            "expected",
            source=self._source,
            about=self._about,
            spell=Name(self.spell),
            expected=self._number(found.expected),
            low=self._number(found.low),
            high=self._number(found.high),
            found=self._number(found.observed),
        )
        return (*said, *_space(self._said(_KEYS[found.surprising], chance=self._percent(chance))))

    def more(self) -> Iterator[Sentence]:
        """Yield what else is said of it: size, others, evidence while watching, gaps."""
        found = self._is.found
        if found.surprising == "as before" and found.none > SHORT:
            yield self._said("short", none=self._percent(found.none))
        yield self._size()
        for name, other in found.beside.items():
            yield self._beside(name, other)
        yield self._said(
            "watched",
            e_silent=self._evidence_words(float(found.e_silent.max())),
            e_loud=self._evidence_words(float(found.e_loud.max())),
        )
        yield from self._charted()
        if self._is.days_recorded < self._is.days:
            yield self._said(
                "gap",
                days=self._number(self._is.days),
                missing=self._number(self._is.days - self._is.days_recorded),
            )

    def limits(self) -> Iterator[Sentence]:
        """Yield how far the measure itself is to be trusted here: the same for all spells asked."""
        if self._is.judged:
            yield self._said(
                "calibration",
                judged=self._number(self._is.judged),
                outside=self._number(self._is.misjudged),
            )
        if self._is.chart:
            found_after = self._is.chart.found_after
            after = self._number(found_after if found_after < 10 else round(found_after))
            runs = self._number(round(self._is.chart.run_length))
            yield self._said(f"chart_{self._is.grain}", after=after, runs=runs)

    @property
    def spell(self) -> str:
        """The spell in words: "June 2024", "from October 2024 to November 2024"."""
        return span_words(self._w, self._is.spell)

    def _charted(self) -> Iterator[Sentence]:
        chart, within = self._is.chart, self._is.watched_within
        if chart is None or not within:
            return
        said = {
            "reached": self._number(max(level for _, level in within)),
            "alarm": self._number(chart.threshold),
        }
        if alarms := self._is.alarms:
            yield self._said("chart_sounding", when=Name(span_words(self._w, alarms[0])), **said)
        else:
            yield self._said("chart_still", **said)

    def _size(self) -> Sentence:
        found = self._is.found
        if found.ratio is None or found.ratio_high is None:
            return self._said("size_unbounded")
        if not found.observed:
            return self._said("size_below", high=self._number(found.ratio_high))
        return self._said(
            "size",
            ratio=self._number(found.ratio),
            low=self._number(found.ratio_low),
            high=self._number(found.ratio_high),
        )

    def _beside(self, name: str, other: Beside | None) -> Sentence:
        if other is None:
            return self._said("alone", other=Name(source_words(name)))
        said = self._said(
            "beside",
            other=Name(source_words(name)),
            expected=self._number(other.expected),
            found=self._number(other.observed),
        )
        if other.relative is None or other.relative_high is None:
            return (*said, *_space(self._said("apart")))
        key = (
            "behind" if other.relative_high < 1 else "ahead" if other.relative_low > 1 else "alike"
        )
        compared = self._said(
            key,
            source=self._source,
            ratio=self._number(other.relative),
            low=self._number(other.relative_low),
            high=self._number(other.relative_high),
        )
        return (*said, *_space(compared))

    @property
    def _source(self) -> Name:
        return Name(source_words(self._is.source))

    @property
    def _about(self) -> Name:
        return Name(topic_words(self._w, self._is.term))

    def _said(self, key: str, **parts: Name | Link) -> Sentence:
        return self._w.sentence(f"silence.of.{key}", **parts)

    def _number(self, number: float) -> Link:
        digits = 1 if abs(number) >= 1 or number == 0 else 2
        return Link(number_words(self._w, number, digits), self._evidence)

    def _evidence_words(self, e_value: float) -> Link:
        most = 1 / _RAREST
        if e_value <= most:
            return self._number(e_value)
        number = number_words(self._w, most, 0)
        return Link(self._w.text("silence.of.over", number=number), self._evidence)

    def _percent(self, chance: float) -> Link:
        return Link(chance_words(self._w, chance), self._evidence)


_RAREST = 1e-6
_KEYS = {"silent": "silent", "loud": "loud", "as before": "as_before"}


def _space(sentence: Sentence) -> Sentence:
    return (Name(" "), *sentence)


def chance_words(words: Words, chance: float) -> str:
    """Return a chance in per cent, or as one in so many where that would round to nothing."""
    if chance >= 0.01:
        return percent_words(words, chance)
    if chance < _RAREST:
        return words.text("silence.of.rarer", times=number_words(words, 1 / _RAREST, 0))
    return words.text("silence.of.one_in", times=number_words(words, float(f"{1 / chance:.2g}"), 0))


def source_words(source: str) -> str:
    """Return a source as its table names it, its underscores read as spaces."""
    return source.replace("_", " ")


def topic_words(words: Words, term: str) -> str:
    """Return a topic as a sentence says it: an actor by its name, another term as it stands."""
    said = term.replace("_", " ")
    try:
        actor = actor_named(said).id
    except FoedusError:
        return said
    return with_article(words, actor, display_name(actor, words.language))


def expected_counts(
    measured: tuple[MeasuredSilence, ...], words: Words, evidence: str
) -> ExpectedCounts:
    """Return the series of one question drawn month by month, all its spells marked."""
    one = measured[0]
    day = dt.timedelta(days=1)
    return ExpectedCounts(
        points=tuple(
            (
                *(each.first, each.last + day),
                each.mentions if each.documents else None,
                *(each.low, each.high),
            )
            for each in one.series.periods
        ),
        asked=tuple((each.spell[0], each.spell[1] + day) for each in measured),
        asked_words=words.text("silence.of.asked"),
        describes=words.text(
            "silence.of.figure",
            source=source_words(one.source),
            about=topic_words(words, one.term),
        ),
        evidence=evidence,
    )
