"""The words of Korean grammar, as `words.toml` groups them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

__all__ = [
    "AFTER",
    "AFTER_QUOTES",
    "ASKING",
    "AT",
    "BESIDE",
    "BODIES",
    "CARRYING",
    "CLOCK",
    "CONDITION",
    "COUNTED",
    "COUNTRY",
    "DATED",
    "GAPLESS",
    "HEADS",
    "INTRANSITIVE",
    "MEASURING",
    "NEEDED",
    "NUMERALS",
    "OF_BOTH",
    "OF_PACT",
    "OWN",
    "PLAIN_PARTICLES",
    "PLANNING",
    "POSTPOSED",
    "PROMISING",
    "PROVIDING",
    "PURPOSE",
    "QUOTING",
    "QUOTING_NOUN",
    "REACHED",
    "RUMOURS",
    "SAID",
    "SAID_BY_NOUN",
    "SAID_BY_VERB",
    "SPREADING",
    "SUFFERED",
    "THAT",
    "THINGS",
    "TIGHT",
    "TOPICS",
    "UNDERGOERS",
    "UNOWNED",
    "WEIGHED",
]

_SOURCE = files("foedus.reading.languages.korean") / "words.toml"
_TABLE = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))

AFTER: Mapping[str, str] = _TABLE["after"]
"""What a bound noun after an adnominal verb makes of the clause."""

AFTER_QUOTES: frozenset[str] = frozenset(_TABLE["after_quotes"])
"""Particles and endings after a quotation."""

ASKING: frozenset[str] = frozenset(_TABLE["asking"])
"""Endings of what is left open: 받아들일지 결정하지 않았다."""

AT: frozenset[str] = frozenset(_TABLE["at"])
"""Nouns of time that stand without a particle before what they date."""

BODIES: tuple[str, ...] = tuple(_TABLE["bodies"])
"""Endings of nouns that, with a name before them, are bodies."""

CLOCK: frozenset[str] = frozenset(_TABLE["clock"])
"""Counters of dates and hours."""

COUNTED: Mapping[str, int] = _TABLE["counted"]
"""Words cut after so many letters, the first of which counts."""

COUNTRY: frozenset[str] = frozenset(_TABLE["country"])
"""Nouns that stand for a state."""

GAPLESS: tuple[str, ...] = tuple(_TABLE["gapless"])
"""Nouns that an adnominal clause tells of, without a part in it: 규탄하는 성명."""

HEADS: frozenset[str] = frozenset(_TABLE["heads"])
"""Last halves by which a compound noun is cut in two."""

INTRANSITIVE: frozenset[str] = frozenset(_TABLE["intransitive"])
"""Verbs whose antecedent is their subject: 철수한 군대."""

NEEDED: frozenset[str] = frozenset(_TABLE["needed"])
"""Adjectives by which something is called for: 대화가 필요하다."""

NUMERALS: frozenset[str] = frozenset(_TABLE["numerals"])
"""Determiners that count."""

OF_BOTH: frozenset[str] = frozenset(_TABLE["of_both"])
"""Nouns of a treaty, or of what is left of a deal, that are of the parties spoken of."""

OF_PACT: frozenset[str] = frozenset(_TABLE["of_pact"])
"""Parts of a treaty: 초안, 제2조."""

OWN: frozenset[str] = frozenset(_TABLE["own"])
"""Words for one's own."""

PLAIN_PARTICLES: Mapping[str, str] = _TABLE["plain_particles"]
"""Particles in the form in which the table of postpositions has them."""

POSTPOSED: frozenset[str] = frozenset(_TABLE["postposed"])
"""Endings of a verb that serves as a particle."""

PROMISING: frozenset[str] = frozenset(_TABLE["promising"])
"""Verbs whose object is meant and not yet done."""

REACHED: frozenset[str] = frozenset(_TABLE["reached"])
"""Event nouns before which a name is who is reached, even with a noun between."""

RUMOURS: frozenset[str] = frozenset(_TABLE["rumours"])
"""Nouns of what is said by nobody named."""

SAID: frozenset[str] = frozenset(_TABLE["said"])
"""Nouns of what is said, after 다는 or an adnominal future."""

SPREADING: frozenset[str] = frozenset(_TABLE["spreading"])
"""Verbs of such a noun."""

SUFFERED: frozenset[str] = frozenset(_TABLE["suffered"])
"""Verbs whose passive has its agent in 에."""

THAT: frozenset[str] = frozenset(_TABLE["that"])
"""Nouns that with 이 or 그 take up an actor."""

THINGS: frozenset[str] = frozenset(_TABLE["things"])
"""People of the lexicon that are things beside a name."""

TIGHT: frozenset[str] = frozenset(_TABLE["tight"])
"""Endings that bind a verb to the next."""

TOPICS: frozenset[str] = frozenset(_TABLE["topics"])
"""Particles of a topic."""

UNDERGOERS: frozenset[str] = frozenset(_TABLE["undergoers"])
"""Event nouns right before which a name is who undergoes or is reached: 우크라이나 지원."""

QUOTING: frozenset[str] = frozenset(_TABLE["quoting"])
"""Endings after which somebody says what stands before them."""

QUOTING_NOUN: frozenset[str] = frozenset(_TABLE["quoting_noun"])
"""Endings by which a noun says what somebody says: 다는 주장."""

CONDITION: frozenset[str] = frozenset(_TABLE["condition"])
"""Endings that suppose."""

PROVIDING: frozenset[str] = frozenset(_TABLE["providing"])
"""Nouns of what a treaty does after 도록: 규정하다."""

PURPOSE: frozenset[str] = frozenset(_TABLE["purpose"])
"""Endings of purpose."""

BESIDE: frozenset[str] = frozenset(_TABLE["beside"])
"""Endings that set a clause beside the next."""

CARRYING: frozenset[str] = frozenset(_TABLE["carrying"])
"""Auxiliaries that add nothing."""

PLANNING: frozenset[str] = frozenset(_TABLE["planning"])
"""Verbs whose object somebody means to do, and has not done."""

WEIGHED: frozenset[str] = frozenset(_TABLE["weighed"])
"""Verbs of a possibility: 가능성이 크다."""

SAID_BY_NOUN: Mapping[str, str] = _TABLE["said_by_noun"]
"""What bound nouns after an adnominal verb say of it: 할 예정이다."""

SAID_BY_VERB: Mapping[str, str] = _TABLE["said_by_verb"]
"""What 것으로 leads to, without anybody who says it."""

DATED: frozenset[str] = frozenset(_TABLE["dated"])
"""Nouns of time that 지난 or 오는 goes before."""

MEASURING: frozenset[str] = frozenset(_TABLE["measuring"])
"""Adjectives that have a subject of their own before a noun: 규모가 큰 부대."""

UNOWNED: frozenset[str] = frozenset(_TABLE["unowned"])
"""Verbs that without a subject take up none."""
