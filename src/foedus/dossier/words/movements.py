"""Who moved, in sentences, English or French.

The dossier links their numbers to evidence, the command reads them out.
"""

from collections.abc import Iterator, Sequence

from foedus.dossier.likelihood import Confidence, likelihood_of
from foedus.dossier.sentence import Name, Part, Plain, Sentence, Strong, read
from foedus.dossier.words.days import (
    decimal_words,
    percent_words,
)
from foedus.dossier.words.movement_terms import MovementTerms, Parts
from foedus.repercussions.movements.differences import MIN_BEFORE
from foedus.repercussions.movements.doubts import doubts
from foedus.repercussions.movements.movement import DyadMovement, Verdict, Why

__all__ = ["MovementWords"]

_SHOWN = 3
_LEAST_WEIGHT = 0.05
_MANY = 3
"""Reasons against an answer from which on confidence is low; what one event shows is never sure."""


class MovementWords(MovementTerms):
    """What is said of who moved in one outcome."""

    # --- Of all dyads -----------------------------------------------------------------------------

    def head(self) -> str:
        """Return the title: after which event, in what."""
        return self._text("head", event=self.event, outcome=self.outcome)

    def opening(self) -> Sentence:
        """Return the question as a sentence of the dossier."""
        return self._said("opening", event=self._linked(self.event), outcome=Name(self.outcome))

    def design(self) -> Sentence:
        """Return what is compared with what."""
        found = self.found
        grain = found.outcome.grain
        number = len(found.left_out)
        parts: Parts = {
            "before": self._number(len(found.before)),
            "after": self._number(len(found.after)),
            "untreated": self._number(found.untreated),
            "grain": Name(self.words.counted(f"moved.{grain}", number)),
        }
        if number > 1:
            parts["number"] = self._number(number)
        return self._said("design.one" if number == 1 else "design.other", **parts)

    def reach(self) -> Sentence:
        """Return the last period that is known, where that is before the end of the window."""
        until = self.found.known_until
        if until is None or until == self.found.outcome.periods[-1]:
            return ()
        return self._said("reach", until=self._linked(self.period(until)))

    def unsaid(self) -> Sentence:
        """Return why nothing can be said at all."""
        why = self.found.unsaid or Why.NO_AFTER
        return self._said(
            "unsaid",
            outcome=Name(self.outcome),
            event=Name(self.event),
            why=self._why(why, None),
        )

    def pooled(self) -> Iterator[Sentence]:
        """Yield what all dyads together did, beside other actors in their place."""
        pooled = self.found.pooled
        if pooled is None:
            return
        dyads = self._number(sum(one.effect is not None for one in self.found.dyads))
        if pooled.p is None:
            yield self._said("pooled_alone", dyads=dyads, effect=self._effect(pooled.effect))
            return
        yield self._said(
            "pooled",
            dyads=dyads,
            effect=self._effect(pooled.effect),
            p=self._percent(pooled.p),
            draws=self._number(pooled.draws),
        )
        if pooled.pretrend_p is not None:
            yield self._said("pooled_pretrend", p=self._percent(pooled.pretrend_p))

    def study(self) -> Iterator[Sentence]:
        """Yield the event study of all dyads, one sentence for each method."""
        study = self.found.study
        if study is None:
            yield self._said("study_none", why=Name(self.found.study_why_not))
            return
        for result in study.results:
            low, high = result.average_interval
            parts: Parts = {
                "method": Name(self._text(result.method)),
                "effect": self._effect(result.average),
                "low": self._effect(low),
                "high": self._effect(high),
            }
            if result.pretrend_p is None:
                yield self._said("study_no_p", **parts)
            else:
                p = self._linked(decimal_words(self.words, result.pretrend_p, 3))
                yield self._said("study", **parts, p=p)

    # --- Of one dyad ------------------------------------------------------------------------------

    def why_words(self, dyad: DyadMovement) -> str:
        """Return why nothing can be said of a dyad."""
        return read(self._why(dyad.why or Why.NO_SERIES, dyad))

    def verdict(self, dyad: DyadMovement) -> Sentence:
        """Return whether a dyad moved, by how much, or how much would have been seen."""
        named = {"third": self.third(dyad), "focus": self.focus(dyad)}
        if dyad.effect is None or dyad.interval is None or dyad.verdict is Verdict.UNKNOWN:
            return self._said("unknown", **named, why=self._why(dyad.why or Why.NO_SERIES, dyad))
        key = dyad.verdict.value
        if self.found.outcome.directed and key in ("more", "less"):
            key = f"{key}_attention"
        low, high = dyad.interval
        parts: Parts = {
            **named,
            "effect": self._effect(dyad.effect, dyad),
            "low": self._effect(low, dyad),
            "high": self._effect(high, dyad),
        }
        if dyad.verdict is Verdict.NONE:
            parts["visible"] = self._effect_size(dyad)
        return self._said(key, **parts)

    def likelihood(self, dyad: DyadMovement) -> Sentence:
        """Return how likely its direction is, or that it moved less than would have been seen."""
        moved = dyad.verdict is not Verdict.NONE
        chance = dyad.same_sign if moved else dyad.below_visible
        if chance is None:
            return ()
        word = Strong(self.words.text(f"likelihood.{likelihood_of(chance).key}"))
        percent = self._percent(chance, dyad)
        if moved:
            return self._said("likelihood", likelihood=word, band=percent)
        visible = self._effect_size(dyad)
        return self._said("likelihood_none", likelihood=word, band=percent, visible=visible)

    def confidence(self, dyad: DyadMovement) -> Sentence:
        """Return how sure the answer is and what speaks against it; no word of likelihood."""
        against = doubts(dyad, self.found)
        level = Confidence.MODERATE if len(against) < _MANY else Confidence.LOW
        said = self.words.sentence(f"confidence.{level.value}")
        listed = self._text("semicolon").join(self._text(f"doubt_{each.value}") for each in against)
        return (*said, Name(" "), *self._said("doubts", doubts=listed))

    def evidence(self, dyad: DyadMovement) -> Iterator[Sentence]:
        """Yield what a reader needs to doubt it: placebos, pre-trend, other methods, other days."""
        if dyad.p is None or dyad.drift_p is None:
            return
        tried = len(dyad.in_time.statistics)
        p = self._percent(dyad.p, dyad)
        if dyad.in_time.p is None:
            yield self._said("placebos_no_time", p=p)
        else:
            yield self._said(
                "placebos_few" if self.found.also_in_time else "placebos",
                p=p,
                in_time=self._percent(dyad.in_time.p, dyad),
                tried=self._number(tried, dyad),
            )
        if dyad.p_own is not None:
            own = self._percent(dyad.p_own, dyad)
            yield self._said("placebos_own", focus=self.focus(dyad), p_own=own)
        yield self._said("pretrend", drift=self._percent(dyad.drift_p, dyad))
        if dyad.q is not None and dyad.q_any is not None:
            yield self._said(
                "discovery",
                asked=self._number(sum(one.q is not None for one in self.found.dyads), dyad),
                q=self._percent(dyad.q, dyad),
                q_any=self._percent(dyad.q_any, dyad),
            )
        yield self._synthetic(dyad)
        if dyad.by_period:
            effects = [each.effect for each in dyad.by_period]
            yield self._said(
                "by_period_list",
                first=Name(self.period(dyad.by_period[0].period)),
                last=Name(self.period(dyad.by_period[-1].period)),
                low=self._effect(min(effects), dyad),
                high=self._effect(max(effects), dyad),
            )

    def nobody(self, count: str, dyads: Sequence[DyadMovement]) -> Sentence:
        """Return the dyads in which no movement is seen, each with what would have been seen."""
        return self._said("nobody", count=self._linked(count), dyads=self._items(dyads))

    def no_word(self, dyads: Sequence[DyadMovement]) -> Sentence:
        """Return the dyads of which nothing can be said, each with the reason."""
        return self._said("no_word", dyads=self._items(dyads))

    def _items(self, dyads: Sequence[DyadMovement]) -> Sentence:
        parts: list[Part] = []
        for place, dyad in enumerate(dyads):
            parts += (Plain(self._text("semicolon")),) if place else ()
            parts += self._item(dyad)
        return tuple(parts)

    def _item(self, dyad: DyadMovement) -> Sentence:
        """Return a dyad that did not move, or of which nothing can be said, in a list."""
        named = Name(self.short(dyad))
        if dyad.verdict is Verdict.NONE:
            return self._said("none_item", dyad=named, visible=self._effect_size(dyad))
        why = self._why(dyad.why or Why.NO_SERIES, dyad)
        return self._said("unknown_item", dyad=named, why=why)

    # --- Parts of sentences -----------------------------------------------------------------------

    def _synthetic(self, dyad: DyadMovement) -> Sentence:
        made = dyad.synthetic
        control = made.control
        if control is None:
            return self._said("synthetic_none", why=Name(made.why_not))
        weighed = sorted(zip(control.weights, made.donors, strict=True), reverse=True)
        donors = [(weight, pair) for weight, pair in weighed[:_SHOWN] if weight >= _LEAST_WEIGHT]
        told = ", ".join(
            f"{self._donor(pair, dyad)} {percent_words(self.words, float(weight))}"
            for weight, pair in donors
        )
        effect = self._effect(control.effect, dyad)
        if control.p is None:
            return self._said("synthetic_exact", effect=effect, donors=self._linked(told, dyad))
        within: Sentence = ()
        if control.interval is not None:
            low, high = control.interval
            within = self._said(
                "within", low=self._effect(low, dyad), high=self._effect(high, dyad)
            )
        return self._said(
            "synthetic",
            effect=effect,
            range=within,
            rank=self._number(round(control.p * (control.ranked + 1)), dyad),
            ranked=self._number(control.ranked + 1, dyad),
            p=self._linked(decimal_words(self.words, control.p), dyad),
            donors=self._linked(told, dyad),
            fit=self._percent(control.fit, dyad),
        )

    def _donor(self, pair: tuple[str, str], dyad: DyadMovement) -> str:
        if self.found.outcome.directed:
            return self._plain(pair[1])
        other = pair[0] if pair[1] == dyad.focus else pair[1]
        return self._plain(other)

    def _why(self, why: Why, dyad: DyadMovement | None) -> Sentence:
        if why is Why.NO_AFTER and self.found.known_until is not None:
            until = self._linked(self.period(self.found.known_until))
            return self._said("no_after_until", until=until)
        if why is Why.NO_BEFORE:
            return self._said("no_before", least=self._linked(str(MIN_BEFORE), dyad))
        if why is Why.DRIFT and dyad is not None:
            return self._said("drift", chance=self._percent(dyad.drift_p or 0.0, dyad))
        return self._said(why.value)
