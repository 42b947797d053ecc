"""Treaties that a text names, linked to the instruments of the register; where the two disagree.

A reference is linked by its title, its parties, its date and its articles, and only when one
instrument alone fits; else it stays unlinked. A text that sets one treaty against another for
having a clause, while both are coded as having it, is a contradiction: the text's assertion stands,
the register's coding stands, and both are shown.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.reading.reading import Reading, TreatyReference
from foedus.treaties.instrument import Article, Instrument
from foedus.treaties.instruments import register

__all__ = ["Contradiction", "contradictions", "linked_instrument"]

_SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[A-ZÀ-ÝА-Я«“\"])|\n\s*\n")
_GENERIC = {
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A passage that denies an instrument a clause its coding has.

    `start` and `end` are offsets of the sentence in the reading's text; `denied` is the instrument
    said to differ, `article` the one that has the `kind` of obligation nonetheless, `contrasted`
    the instrument it is set against.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: str
    denied: str
    article: str
    source: str
    contrasted: str
    contrasted_article: str


def linked_instrument(
    reference: TreatyReference, instruments: Mapping[str, Instrument] | None = None
) -> str | None:
    """Return the id of the one instrument a text's reference can mean, None if none or several."""
    known = (register() if instruments is None else instruments).values()
    possible = [one for one in known if not _excluded(reference, one)]
    by_title = [one for one in possible if _titled(reference, one)]
    by_parties = [one for one in possible if _same_parties(reference, one)]
    for found in (
        [one for one in by_title if one in by_parties],
        by_title,
        by_parties,
    ):
        if len(found) == 1:
            return found[0].id
    return None


def contradictions(
    reading: Reading, instruments: Mapping[str, Instrument] | None = None
) -> tuple[Contradiction, ...]:
    """Return where the reading's text denies one treaty a clause that its coding has.

    One per sentence, treaty set apart and kind of obligation, in the order of the text.
    """
    known = register() if instruments is None else instruments
    linked = {
        reference: known[found]
        for reference in reading.treaties
        if (found := linked_instrument(reference, known))
    }
    return tuple(
        contradiction
        for start, end in _sentences(reading.text)
        for contradiction in _in_sentence(reading, linked, start, end)
    )


def _in_sentence(
    reading: Reading, linked: Mapping[TreatyReference, Instrument], start: int, end: int
) -> Iterator[Contradiction]:
    here = [one for one in linked if any(start <= at < end for at, _ in one.mentions)]
    sentence = reading.text[start:end]
    for apart in (one for one in here if one.relation == "contrasted"):
        for praised in (one for one in here if one.relation is None and one is not apart):
            for article in _articles_named(praised, linked[praised], sentence):
                for denied, kind in _having(linked[apart], article):
                    yield Contradiction(
                        document=reading.document,
                        start=start,
                        end=end,
                        quote=sentence,
                        kind=kind,
                        denied=linked[apart].id,
                        article=denied.number,
                        source=denied.source,
                        contrasted=linked[praised].id,
                        contrasted_article=article.number,
                    )


def _articles_named(
    reference: TreatyReference, instrument: Instrument, sentence: str
) -> Iterator[Article]:
    for named in reference.articles:
        number = re.escape(named.number or "")
        if number and re.search(rf"\bart(?:icles?|\.)?\s*{number}\b", sentence, re.IGNORECASE):
            article = instrument.article(named.number or "")
            if article:
                yield article


def _having(instrument: Instrument, like: Article) -> Iterator[tuple[Article, str]]:
    """The articles of an instrument with an obligation of a kind that the other article has."""
    for kind in dict.fromkeys(one.kind for one in like.obligations):
        for article, obligation in instrument.obligations():
            if obligation.kind == kind:
                yield article, kind
                break


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _excluded(reference: TreatyReference, instrument: Instrument) -> bool:
    """Whether a date, a party or an article of the reference cannot be the instrument's."""
    if reference.signed and not _may_be_same(reference.signed, instrument.signed):
        return True
    parties = [one for one in reference.parties if one != instrument.organisation]
    return not set(parties) <= set(instrument.actors)


def _may_be_same(one: Day, other: Day) -> bool:
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest  # type: ignore[operator]


def _same_parties(reference: TreatyReference, instrument: Instrument) -> bool:
    """Whether the reference names all who signed a treaty between few, or its organisation."""
    if instrument.organisation and reference.parties == (instrument.organisation,):
        return True
    signed = {party.actor for party in instrument.parties if party.signed}
    return len(signed) == 2 and set(reference.parties) == signed


def _titled(reference: TreatyReference, instrument: Instrument) -> bool:
    """Whether a name of the instrument stands in the reference's title, word for word.

    Names that are made of words any treaty has ("treaty of friendship …") do not count.
    """
    title = f" {_plain(reference.title)} "
    protocol = title.split()[:1] in (["protocols"], ["protocol"], ["protocole"], ["protocoles"])
    return not protocol and any(f" {name} " in title for name in _names(instrument))


def _names(instrument: Instrument) -> Iterator[str]:
    own = (instrument.title, instrument.short)
    written = [*instrument.names, *(said.said(lang) for said in own for lang in ("en", "fr"))]
    for name in dict.fromkeys(map(_plain, written)):
        if set(name.split()) - _GENERIC:
            yield name


def _plain(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare))
