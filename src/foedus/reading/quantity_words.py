"""What a language says around an amount: hedges, round numbers, what is counted."""

import re
from dataclasses import dataclass

__all__ = ["Amounts"]


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """The words of one language around an amount.

    Hedges: `below` and `above` exclude the number on one side, `under` and `at_least` leave that
    side open, `about` doubts it on both. `vague` maps words to a low and a high, counted in the
    `scales` that follow; `collective` maps "vingtaine" to twenty. `nouns` maps what is counted to
    its English singular, `units` lists units of measure, `currencies` maps a word to the money in
    English. `range_joining` stands between two ends that `range_opening` announced,
    `range_joining_alone` between two that nothing did. `linking` may stand between an amount and
    its noun, `adjectives` after that; `linked` joins two nouns under one number. `articles` are
    words for one that count nothing, `taking_up` ends in a word after which a small number is known
    already. A number after `numbering` names a thing and counts nothing; one before `lengths` is a
    length of time.
    """

    below: tuple[str, ...]
    above: tuple[str, ...]
    under: tuple[str, ...]
    at_least: tuple[str, ...]
    about: tuple[str, ...]
    vague: dict[str, tuple[float, float | None]]
    scales: dict[str, int]
    collective: dict[str, int]
    nouns: dict[str, str]
    units: tuple[str, ...]
    currencies: dict[str, str]
    linking: str
    adjectives: str
    range_opening: str
    range_joining: str
    range_joining_alone: str
    linked: str
    articles: tuple[str, ...]
    taking_up: re.Pattern[str]
    numbering: str
    lengths: str
