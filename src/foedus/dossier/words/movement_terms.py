"""The terms in which a movement is told: who, what, when, how much, each with its evidence."""

import math

from foedus.actors.names import display_name
from foedus.dossier.sentence import Link, Name, Sentence, Strong
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import (
    day_words,
    decimal_words,
    month_words,
    number_words,
    percent_words,
)
from foedus.dossier.words.silences import source_words
from foedus.errors import UnknownActor
from foedus.repercussions.movements.movement import DyadMovement, Movements
from foedus.repercussions.movements.outcome import Period

__all__ = ["MovementTerms", "Parts"]

Parts = dict[str, Link | Name | Strong | Sentence | str]
"""What fills the places of a message."""
_SMALL = 0.1
_TWO = 2.0


class MovementTerms:
    """Names and numbers of one outcome; `evidence` is the stem of its exhibits' ids."""

    def __init__(self, found: Movements, words: Words, evidence: str) -> None:
        self.found, self.words, self._stem = found, words, evidence

    @property
    def event(self) -> str:
        """The event's day in words."""
        return day_words(self.words, self.found.event)

    @property
    def outcome(self) -> str:
        """What the outcome is called."""
        file = self.found.outcome.file
        return self._text(self.found.outcome.name, file=file[0] if file else "")

    @property
    def unit(self) -> str:
        """What the outcome's numbers are."""
        return self._text(f"{self.found.outcome.name}_unit")

    @property
    def source(self) -> str:
        """Where the outcome comes from: the file and its checksum, or the datasets' works."""
        outcome = self.found.outcome
        if outcome.file:
            return f"{outcome.file[0]}, SHA-256 {outcome.file[1][:12]}."
        return " ".join(work for source in outcome.sources for work in source.citation)

    def third(self, dyad: DyadMovement) -> Name:
        """Return the third party, or the source that speaks."""
        if self.found.outcome.directed:
            return Name(source_words(dyad.third))
        return self._actor(dyad.third)

    def focus(self, dyad: DyadMovement) -> Name:
        """Return the actor in focus."""
        return self._actor(dyad.focus)

    def short(self, dyad: DyadMovement) -> str:
        """Return a dyad in few letters, for a picture."""
        third = self.third(dyad).words if self.found.outcome.directed else self._plain(dyad.third)
        return f"{third} – {self._plain(dyad.focus)}"

    def period(self, period: Period) -> str:
        """Return a period in words: a year, or a month of one."""
        if self.found.outcome.grain == "month":
            return month_words(self.words, period[0])
        return str(period[0].year)

    def amount(self, effect: float) -> str:
        """Return a movement in words: "+0.05", or as a factor "× 2.7"."""
        if not math.isfinite(effect):
            return self._text("not_known")
        if self.found.outcome.ratio:
            factor = math.exp(min(effect, 20.0))
            digits = 2 if factor < _TWO else 1
            return f"×\u00a0{decimal_words(self.words, factor, digits)}"
        digits = 2 if abs(effect) >= _SMALL else 3
        said = decimal_words(self.words, effect, digits)
        return said if effect < 0 else f"+{said}"

    def evidence_id(self, dyad: DyadMovement | None) -> str:
        """Return the id of the exhibit of a dyad, or of all."""
        if dyad is None:
            return self._stem
        return f"{self._stem}-{_slug(dyad.third)}-{_slug(dyad.focus)}"

    def begun(self, words: str) -> str:
        """Return words that begin as a sentence does."""
        return words[:1].upper() + words[1:]

    def _effect(self, effect: float, dyad: DyadMovement | None = None) -> Link:
        return self._linked(self.amount(effect), dyad)

    def _effect_size(self, dyad: DyadMovement) -> Link:
        return self._linked(self.amount(dyad.visible or 0.0).lstrip("+"), dyad)

    def _percent(self, share: float, dyad: DyadMovement | None = None) -> Link:
        if 0 < share < 0.01:
            return self._linked(f"{decimal_words(self.words, 100 * share, 1)}\u00a0%", dyad)
        return self._linked(percent_words(self.words, share), dyad)

    def _number(self, number: float, dyad: DyadMovement | None = None) -> Link:
        return self._linked(number_words(self.words, number), dyad)

    def _linked(self, said: str, dyad: DyadMovement | None = None) -> Link:
        return Link(said or "…", self.evidence_id(dyad))

    def _actor(self, actor: str) -> Name:
        return Name(with_article(self.words, actor, self._plain(actor)))

    def _plain(self, actor: str) -> str:
        try:
            named = display_name(actor, self.words.language, self.found.event.latest)
        except UnknownActor:
            return actor
        return self.words.typeset(named)

    def _said(self, key: str, **parts: Link | Name | Strong | Sentence | str) -> Sentence:
        return self.words.sentence(f"moved.{key}", **parts)

    def _text(self, key: str, **values: object) -> str:
        return self.words.text(f"moved.{key}", **values)


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.casefold())
