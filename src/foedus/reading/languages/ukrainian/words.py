"""A word of a sentence with what it may be."""

from dataclasses import dataclass, field
from functools import cache

from foedus.actors.surface_forms import surface_forms
from foedus.reading.languages.ukrainian.readings import Reading
from foedus.reading.languages.ukrainian.tokens import Token

__all__ = ["Word", "actor_words"]

_FINITE = frozenset({"past", "pres", "futr", "impe", "impr"})
_NAMING = frozenset({"name", "metonym", "organisation", "abbreviation"})


@dataclass(slots=True)
class Word:
    """A word of a sentence: its readings that the neighbours allow, best first."""

    token: Token
    readings: tuple[Reading, ...]
    initial: bool
    lower: str = field(init=False)
    capital: bool = field(init=False)

    def __post_init__(self) -> None:
        self.lower = self.token.word.lower()
        self.capital = self.token.word[:1].isupper()

    @property
    def best(self) -> Reading:
        """The reading taken."""
        return self.readings[0]

    @property
    def pos(self) -> str:
        """The part of speech taken."""
        return self.readings[0].pos

    @property
    def lemma(self) -> str:
        """The lemma taken."""
        return self.readings[0].lemma

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self.readings[0].pos == "X"

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb with a tense, -но/-то included."""
        return self.pos == "V" and self.best.form in _FINITE

    @property
    def is_infinitive(self) -> bool:
        """Whether it is an infinitive."""
        return self.pos == "V" and self.best.form == "infn"

    @property
    def is_proper(self) -> bool:
        """Whether it is written or known as a name."""
        if not self.capital or self.pos not in "NA":
            return False
        known = self.lower in actor_words()
        return not self.initial or known or self.best.proper

    @property
    def is_actor(self) -> bool:
        """Whether the word alone names a state, a body or a capital in some case."""
        return self.capital and self.lower in actor_words()

    @property
    def may_be_person(self) -> bool:
        """Whether it may be part of a person's name, for all that the dictionary knows."""
        if not self.is_proper or self.is_actor or self.token.word[1:2].isupper():
            return False
        return any(one.proper or not one.known for one in self.readings)

    def only(self, kinds: str) -> tuple[Reading, ...]:
        """The readings of these parts of speech."""
        return tuple(one for one in self.readings if one.pos in kinds)

    def prefer(self, kinds: str) -> None:
        """Put the readings of these parts of speech first, if there are any."""
        self.readings = tuple(sorted(self.readings, key=lambda one: one.pos not in kinds))


@cache
def actor_words() -> frozenset[str]:
    """Return every form of one word that names an actor or its capital, in lower case."""
    return frozenset(
        form.words.lower().replace("’", "'")
        for form in surface_forms("uk")
        if form.kind in _NAMING and " " not in form.words
    )
