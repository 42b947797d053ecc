"""One thing a Ukrainian word may be."""

from dataclasses import dataclass

__all__ = ["ALL", "Reading"]

ALL = 63
"""Every case: 1 nominative, 2 genitive, 4 dative, 8 accusative, 16 instrumental, 32 locative."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a word may be.

    `pos` is N noun, A adjective, D adjectival pronoun, O personal pronoun, Q numeral, V verb,
    G gerund, R adverb, P preposition, C conjunction, S subordinator, T particle, B number, X other.
    `cases` is a set of bits; `number` S or P; `form` of a verb inf, past, pres, futr, impr or impe
    (-но/-то); `passive` is a passive participle; `proper` a name of a person or the like;
    `known` says that the dictionary has the word, `first_name` that
    it is a first name.
    """

    pos: str
    lemma: str
    cases: int = 0
    number: str = ""
    gender: str = ""
    form: str = ""
    person: int = 0
    passive: bool = False
    animate: bool = False
    proper: bool = False
    perfective: bool = False
    known: bool = True
    first_name: bool = False
