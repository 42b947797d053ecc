"""Treaties that a text names, linked to the instruments of the register.

A reference is linked by its title, its parties, its date and its articles, and only when one
instrument alone fits; else it stays unlinked. What a text then says of a treaty is held against its
coding in `foedus.treaties.told`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from foedus.actors.codes import code_spells
from foedus.evidence import Day
from foedus.reading.reading import TreatyReference
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register

__all__ = [
    "GENERIC",
    "is_same_state",
    "is_titled",
    "linked_instrument",
    "plain_words",
    "same_parties",
    "words_of_names",
]

GENERIC = {
    "a",
    "accord",
    "agreement",
    "alliance",
    "amitie",
    "ancien",
    "and",
    "assistance",
    "between",
    "bon",
    "charte",
    "charter",
    "co",
    "collaboration",
    "convention",
    "cooperation",
    "d",
    "de",
    "dernier",
    "des",
    "du",
    "entre",
    "et",
    "first",
    "former",
    "friendship",
    "good",
    "l",
    "la",
    "last",
    "le",
    "les",
    "mutual",
    "mutuelle",
    "neighborliness",
    "neighbourliness",
    "nouveau",
    "of",
    "on",
    "operation",
    "pacte",
    "partenariat",
    "premier",
    "recent",
    "securite",
    "security",
    "the",
    "traite",
    "traites",
    "treaty",
    "voisinage",
}


def linked_instrument(
    reference: TreatyReference, instruments: Mapping[str, Instrument] | None = None
) -> str | None:
    """Return the id of the one instrument a text's reference can mean, None if none or several."""
    known = (register() if instruments is None else instruments).values()
    possible = [one for one in known if not _excluded(reference, one)]
    by_title = [one for one in possible if is_titled(reference.title, one)]
    by_parties = [one for one in possible if same_parties(reference, one)]
    for found in (
        [one for one in by_title if one in by_parties],
        by_title,
        by_parties,
    ):
        if len(found) == 1:
            return found[0].id
    return None


def is_titled(title: str, instrument: Instrument) -> bool:
    """Return whether a name of the instrument stands in a title, word for word.

    Names that are made of words any treaty has ("treaty of friendship …") do not count.
    """
    words = f" {plain_words(title)} "
    protocol = words.split()[:1] in (["protocols"], ["protocol"], ["protocole"], ["protocoles"])
    return not protocol and any(f" {name} " in words for name in _names(instrument))


def same_parties(reference: TreatyReference, instrument: Instrument) -> bool:
    """Return whether the reference names all who signed a treaty of two, or its organisation."""
    if instrument.organisation and reference.parties == (instrument.organisation,):
        return True
    signed = {party.actor for party in instrument.parties if party.signed}
    return len(signed) == 2 and set(reference.parties) == signed


@cache
def is_same_state(one: str, other: str) -> bool:
    """Return whether two actors ever had one code of a list of states: the Soviet Union, Russia."""
    held: dict[str, set[tuple[str, object]]] = {one: set(), other: set()}
    for spell in code_spells():
        if spell.actor in held and spell.scheme in ("cow", "gw"):
            held[spell.actor].add((spell.scheme, spell.code))
    return one == other or bool(held[one] & held[other])


def words_of_names(instrument: Instrument) -> set[str]:
    """Return every word of the instrument's titles and names, bare of accents."""
    return {word for name in _written(instrument) for word in plain_words(name).split()}


@lru_cache(maxsize=16384)
def plain_words(words: str) -> str:
    """Return the words in lower case, bare of accents, one blank between."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare))


def _excluded(reference: TreatyReference, instrument: Instrument) -> bool:
    """Whether a date, a party or an article of the reference cannot be the instrument's."""
    if reference.signed and not _may_be_same(reference.signed, instrument.signed):
        return True
    called = (instrument.organisation, *instrument.names)
    return any(
        not any(is_same_state(one, party) for party in instrument.actors)
        for one in reference.parties
        if one not in called
    )


def _may_be_same(one: Day, other: Day) -> bool:
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest  # type: ignore[operator]


def _names(instrument: Instrument) -> Iterator[str]:
    for name in dict.fromkeys(map(plain_words, _written(instrument))):
        if set(name.split()) - GENERIC:
            yield name


def _written(instrument: Instrument) -> tuple[str, ...]:
    own = (instrument.title, instrument.short)
    return (*instrument.names, *(said.said(lang) for said in own for lang in ("en", "fr")))
