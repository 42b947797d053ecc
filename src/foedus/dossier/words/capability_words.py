"""Capabilities in sentences, English or French: the dossier links them, the command reads them."""

from collections.abc import Callable, Iterator

import numpy as np

from foedus.actors.names import display_name
from foedus.dossier.finding import Estimate
from foedus.dossier.sentence import Link, Name, Part, Plain, Sentence
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import (
    day_words,
    decimal_words,
    month_words,
    number_words,
    percent_words,
    span_words,
)
from foedus.dossier.words.said import Said
from foedus.errors import UnknownActor
from foedus.evidence import Day
from foedus.relations.measures.levels.changes import MASS
from foedus.repercussions.capabilities.before_after import LEVEL, RateRatio, Step
from foedus.repercussions.capabilities.capabilities import Capabilities
from foedus.repercussions.capabilities.comparisons import Comparison
from foedus.repercussions.capabilities.marks import Mark
from foedus.repercussions.capabilities.rivals import RIVAL_TABLES, Rival
from foedus.repercussions.capabilities.series import CapabilitySeries, kinds

__all__ = ["CapabilityWords"]


class CapabilityWords:
    """What is said of one actor; `evidence` gives the id of the exhibit of a series.

    `mark` gives that of what leads to a mark.
    """

    def __init__(
        self,
        found: Capabilities,
        words: Words,
        evidence: Callable[[str], str],
        mark: Callable[[Mark], str],
    ) -> None:
        self.found, self.words = found, words
        self._evidence, self._mark_evidence = evidence, mark

    def title(self) -> str:
        """Return the heading of everything said of this actor."""
        return self._text(
            "heading",
            actor=self.named(self.found.actor),
            first=self.found.first,
            last=self.found.last,
        )

    def said(self) -> Iterator[Said]:
        """Yield the last value of each series, changes of level, and what followed each mark."""
        for group in self.groups():
            yield from group

    def groups(self) -> Iterator[tuple[Said, ...]]:
        """Yield the same in paragraphs."""
        levels = (self._levels(),) if self.found.quarters is not None else ()
        if first := (*(self._latest(each) for each in self.drawn()), *levels):
            yield first
        for mark, compared in self._by_mark():
            if any(one.found is not None for one in compared):
                yield (self._after(mark, compared),)

    def missing(self) -> Iterator[Sentence]:
        """Yield what is not known and what adds it, then what could not be compared."""
        groups: dict[str | None, list[str]] = {}
        for each in self.found.missing:
            name = self._name(each.kind.key)
            groups.setdefault(each.source.missing, []).append(name)
        for command, names in groups.items():
            series = Name(self.words.listed(tuple(names)))
            if command:
                yield self._say("missing", series=series, command=Name(command))
            else:
                yield self._say("missing_years", series=series)
        late = [
            self._mark(mark)
            for mark, compared in self._by_mark()
            if all(one.found is None for one in compared)
        ]
        if late:
            yield self._say("near_end", marks=self._joined(late))

    def drawn(self) -> tuple[CapabilitySeries, ...]:
        """Return the series that are told of one by one: those compared that have a value."""
        return tuple(one for one in self.found.series if one.known and one.kind.compared)

    def series(self, key: str) -> str:
        """Return the name of a series, as a sentence begins with it."""
        name = self._name(key)
        return name[:1].upper() + name[1:]

    def named(self, actor: str) -> str:
        """Return an actor as a sentence names it; an id that names nobody as it is."""
        try:
            name = display_name(actor, self.words.language)
        except UnknownActor:
            return actor
        return with_article(self.words, actor, name)

    def mark_words(self, mark: Mark) -> str:
        """Return what a mark is, in words."""
        return "".join(part.words for part in self._mark(mark))

    # --- Sentences --------------------------------------------------------------------------------

    def _latest(self, series: CapabilitySeries) -> Said:
        known = series.known
        first, last = min(known), max(known)
        link = self._link(series.kind.key)
        unit = series.kind.unit.said(self.words.language)
        if series.base_year:
            unit = f"{unit} ({series.base_year})"
        said: dict[str, Part] = {
            "actor": Name(self.named(self.found.actor)),
            "series": Name(series.kind.name.said(self.words.language)),
            "value": link(self._value(known[last])),
            "year": link(str(last)),
            "unit": Name(unit),
        }
        if first == last:
            sentence = self._say("latest_one", **said)
        else:
            before = link(self._value(known[first]))
            sentence = self._say("latest", **said, before=before, since=link(str(first)))
        return Said(sentence, self._text("latest_caveat"))

    def _levels(self) -> Said:
        quarters = self.found.quarters
        assert quarters is not None
        link, found = self._link("launch_days"), quarters.found
        caveat = self._text("levels_caveat")
        if not found.number:
            chance = link(self._percent(found.no_change))
            return Said(self._say("levels_none", chance=chance), caveat)
        last = found.changes[-1]
        said = {
            "first": link(month_words(self.words, quarters.begins[last.first])),
            "last": link(month_words(self.words, quarters.begins[last.last])),
            "mass": link(self._percent(MASS)),
            "ratio": link(self._two(last.effect)),
            "low": link(self._two(last.effect_low)),
            "high": link(self._two(last.effect_high)),
        }
        if found.number == 1:
            sentence = self._say("levels", **said)
        else:
            sentence = self._say("levels_several", **said, count=link(str(found.number)))
        estimate = Estimate(
            value=last.effect,
            low=last.effect_low,
            high=last.effect_high,
            level=MASS,
            unit="ratio of levels",
            method="foedus.relations.measures.levels.changes",
        )
        return Said(sentence, caveat, estimate)

    def _after(self, mark: Mark, compared: tuple[Comparison, ...]) -> Said:
        """Return what followed one mark, in all that was compared, and what else happened."""
        told = [one for one in compared if one.found is not None]
        parts = self._joined([self._compared(one) for one in told])
        left = [self._name(one.measure) for one in compared if one.found is None]
        if left:
            series = Name(self.words.listed(tuple(left)))
            parts = (*parts, self._between, *self._say("refused", series=series))
        sentence = self._say(
            "after", mark=self._mark(mark), compared=parts, rivals=self._rivals(told)
        )
        return Said(sentence, self._text("compared_caveat"), _estimate(told[0]))

    def _compared(self, one: Comparison) -> Sentence:
        found, link = one.found, self._link(one.measure)
        assert found is not None
        ends = (found.wide_low, found.wide_high) if isinstance(found, RateRatio) else _ends(found)
        verdict = self._say("up" if ends[0] > 1 else "down" if ends[1] < 1 else "same")
        said: dict[str, Part | Sentence] = {
            "series": Name(self._name(one.measure)),
            "verdict": verdict,
        }
        if isinstance(found, Step):
            return self._say(
                "compared_step",
                **said,
                years_after=link(str(found.years_after)),
                years_before=link(str(found.years_before)),
                step=link(self._two(found.step)),
                low=link(self._two(found.low)),
                high=link(self._two(found.high)),
                mass=link(self._percent(LEVEL)),
            )
        said |= {
            "after": link(self._number(found.after)),
            "days_after": link(self._number(found.days_after)),
            "days_before": link(self._number(found.days_before)),
        }
        if found.ratio is None:
            return self._say("compared_first", **said)
        return self._say(
            "compared_rate",
            **said,
            before=link(self._number(found.before)),
            ratio=link(self._two(found.ratio)),
            low=link(self._two(found.low)),
            high=link(self._two(found.high)),
            mass=link(self._percent(LEVEL)),
            wide_low=link(self._two(found.wide_low)),
            wide_high=link(self._two(found.wide_high)),
        )

    def _rivals(self, told: list[Comparison]) -> Sentence:
        """Return what else happened over the longest time that was looked at, by kind."""
        widest = max(told, key=lambda one: one.last - one.first)
        link = self._link(widest.measure)
        listed = [
            self._rivals_of(kind, rivals, link)
            for kind in RIVAL_TABLES
            if (rivals := [one for one in widest.rivals if one.kind == kind])
        ]
        if listed:
            sentence = self._say(
                "rivals",
                list=self._joined(listed),
                first=link(str(widest.first.year)),
                last=link(str(widest.last.year)),
            )
        else:
            sentence = self._say("rivals_none")
        if not widest.silent:
            return sentence
        names = Name(self.words.listed(widest.silent))
        return (*sentence, Plain(" "), *self._say("rivals_silent", list=names))

    def _rivals_of(self, kind: str, rivals: list[Rival], link: Callable[[str], Link]) -> Sentence:
        if kind == "dispute":
            return self._say("rival_dispute", count=link(str(len(rivals))))
        named = (one.who if kind == "leader" else self.named(one.who) for one in rivals)
        return self._say(f"rival_{kind}", who=Name(self.words.listed(tuple(dict.fromkeys(named)))))

    def _joined(self, sentences: list[Sentence]) -> Sentence:
        joined: list[Part] = []
        for sentence in sentences:
            joined += [self._between] if joined else []
            joined += sentence
        return tuple(joined)

    def _mark(self, mark: Mark) -> Sentence:
        where = self._mark_evidence(mark)
        key = mark.kind
        parts: dict[str, Part] = {"day": Link(self._day(mark), where)}
        if mark.kind != "treaty" and mark.giver is None:
            key = "flow_both"
        elif mark.giver is not None and mark.taker is not None:
            parts |= {"giver": Name(self.named(mark.giver)), "taker": Name(self.named(mark.taker))}
        said = self._say(f"mark_{key}", **parts)
        return said if mark.sure else (*said, Plain(" "), *self._say("doubted"))

    def _day(self, mark: Mark) -> str:
        first, last = mark.earliest, mark.latest
        if mark.kind == "delivery":
            return str(first.year)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year)
        if first == last:
            return day_words(self.words, Day(first.isoformat()))
        return span_words(self.words, (first, last))

    def _by_mark(self) -> Iterator[tuple[Mark, tuple[Comparison, ...]]]:
        marks = dict.fromkeys(one.mark for one in self.found.comparisons)
        for mark in marks:
            yield mark, tuple(one for one in self.found.comparisons if one.mark == mark)

    @property
    def _between(self) -> Plain:
        return Plain("\u00a0; " if self.words.language == "fr" else "; ")

    # --- Words ------------------------------------------------------------------------------------

    def _say(self, key: str, /, **parts: Part | Sentence) -> Sentence:
        return self.words.sentence(f"capabilities.{key}", **parts)

    def _name(self, key: str) -> str:
        return next(one for one in kinds() if one.key == key).name.said(self.words.language)

    def _text(self, key: str, /, **values: object) -> str:
        return self.words.text(f"capabilities.{key}", **values)

    def _link(self, what: str) -> Callable[[str], Link]:
        evidence = self._evidence(what)
        return lambda said: Link(said, evidence)

    def _value(self, value: float) -> str:
        if value != 0 and abs(value) < 1:
            return decimal_words(self.words, value, 4)
        return number_words(self.words, value, 0)

    def _number(self, number: float) -> str:
        return number_words(self.words, number)

    def _percent(self, share: float) -> str:
        return percent_words(self.words, share)

    def _two(self, number: float) -> str:
        return decimal_words(self.words, number) if np.isfinite(number) else "∞"


def _ends(step: Step) -> tuple[float, float]:
    return step.low, step.high


def _estimate(one: Comparison) -> Estimate:
    """Return the estimate of a comparison that was made; that of counts allows for bursts."""
    found = one.found
    assert found is not None
    if isinstance(found, Step):
        value: float | None = found.step
        low, high = _ends(found)
    else:
        value, low, high = found.ratio, found.wide_low, found.wide_high
    return Estimate(
        value=value,
        low=low,
        high=high if np.isfinite(high) else None,
        level=LEVEL,
        unit="ratio, after over before",
        method="foedus.repercussions.capabilities.before_after",
    )
