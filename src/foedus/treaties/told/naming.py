"""The places of a text that surely name one instrument.

A reference of a text gathers all mentions that seem to be one treaty, and is linked as a whole
(`foedus.treaties.references`). To hold a text to what it says more is asked of each mention: its
own words must be the instrument's, and the reference must have a name or the day of signature.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.evidence import Day
from foedus.reading.dictionary import plain
from foedus.reading.reading import Mention, Reading, TreatyReference
from foedus.treaties.instrument import Instrument
from foedus.treaties.references import (
    GENERIC,
    is_titled,
    linked_instrument,
    plain_words,
    same_parties,
    words_of_names,
)
from foedus.treaties.told.days import Fit, fit

__all__ = ["Naming", "may_be_a_slip", "namings"]

_ARTICLE = re.compile(r"\bart(?:icles?|\.)[ ](?P<number>\d{1,3}|[IVX]{1,5})\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:the|this|that|le|la|ce|cet|cette|l['’]) ?)?"
    r"(?:treaty|pact|agreement|accord|traité|pacte|convention|charter|charte)",
    re.IGNORECASE,
)
# Before the noun these are no part of the treaty's name.
_BEFORE = (
    "article articles art its their this that these son sa leur ce cet cette an au aux premier new "
    "old recent late present signed concluded in at signe signee conclu conclue en le dernier"
)
_LINKING = frozenset(_BEFORE.split())
_PLURAL = re.compile(
    r"\b(?:treaties|pacts|agreements|accords|conventions|protocols?|traités|pactes|"
    r"protocoles?)\b",
    re.IGNORECASE,
)
_PACT = re.compile(r"\b(?:pacte?|treaty|traité)\b(?! organi[sz]ation)", re.IGNORECASE)
_CALLED = ("organisation", "abbreviation", "name")
_OWNER = re.compile(r"^(?:de |d['’])?(?:its|their|the|this|son|leur|cet|l['’]) ?$", re.IGNORECASE)
_OF = re.compile(r"^ (?:of|du|de la|de|des) ?(?:the |l['’])?|^ de l['’]")
_A_SLIP = 3
"""A year of signature so far off, or less, is a slip; beyond, it is another treaty's."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Characters that name an instrument; `article` is the number when it is one of its articles.

    `by_name_only` means that the day of signature the text gives cannot be the instrument's.
    """

    start: int
    end: int
    instrument: str | None
    article: str | None = None
    by_name_only: bool = False


def namings(reading: Reading, instruments: Mapping[str, Instrument]) -> tuple[Naming, ...]:
    """Return the places of all treaties the text names, in order, none over another.

    Those that are not surely one instrument's have none. A noun alone ("the treaty"), or an article
    alone, means the treaty named last in full.
    """
    seen = _Seen(reading, instruments)
    links = {id(one): seen.link(one) for one in reading.treaties}
    places = [(span, one) for one in reading.treaties for span in one.mentions]
    found: list[Naming] = []
    last_named: TreatyReference | None = None
    for (start, end), reference in sorted(places, key=lambda place: place[0]):
        if found and start < found[-1].end:
            continue
        link = links[id(reference)]
        article = _ARTICLE.search(reading.text, start, end)
        name = _without(article, reading.text[start:end], start).strip()
        taken_up = not name or bool(_BARE.fullmatch(name))
        sure = last_named is reference if taken_up else seen.fits(start, end, link)
        last_named = last_named if taken_up else reference
        found.append(
            Naming(
                start,
                end,
                instrument=link.instrument.id if link and sure else None,
                article=article["number"] if article else None,
                by_name_only=bool(link and link.by_name_only),
            )
        )
    return tuple(sorted((*found, *seen.pacts(found)), key=lambda one: one.start))


def may_be_a_slip(told: Day | None, one: Instrument) -> bool:
    """Return whether a day of signature is near enough the coded one to be of the same treaty."""
    coded = one.signed.earliest
    if told is None or told.earliest is None or coded is None:
        return False
    return abs(told.earliest.year - coded.year) <= _A_SLIP


@dataclass(frozen=True, slots=True)
class _Link:
    instrument: Instrument
    by_name_only: bool


class _Seen:
    """A text and the instruments it may name."""

    def __init__(self, reading: Reading, instruments: Mapping[str, Instrument]) -> None:
        self.reading, self.instruments = reading, instruments
        self.text = plain(reading.text)
        self._titled: dict[str, frozenset[str]] = {}

    def titled(self, words: str) -> frozenset[str]:
        """Return the ids of the instruments of which a name stands in these words."""
        key = plain_words(words)
        if key not in self._titled:
            named = (one.id for one in self.instruments.values() if is_titled(words, one))
            self._titled[key] = frozenset(named)
        return self._titled[key]

    def link(self, reference: TreatyReference) -> _Link | None:
        """Return the instrument a reference surely is: by its own name, or by parties and day."""
        found = linked_instrument(reference, self.instruments)
        slip = found is None and reference.signed is not None
        if slip:
            found = linked_instrument(replace(reference, signed=None), self.instruments)
        if found is None:
            return None
        link = _Link(self.instruments[found], slip)
        fitting = [span for span in reference.mentions if self.fits(*span, link)]
        named = any(found in self.titled(self.text[slice(*span)]) for span in fitting)
        if slip:
            return link if named and may_be_a_slip(reference.signed, link.instrument) else None
        dated = reference.signed is not None and same_parties(reference, link.instrument)
        return link if named or (dated and fitting) else None

    def fits(self, start: int, end: int, link: _Link | None) -> bool:
        """Return whether a mention's words are those of the instrument, its parties, its days."""
        words = self.text[start:end]
        if link is None or _PLURAL.search(words) or not self._days_fit(start, end, link):
            return False
        one = link.instrument
        titled = self.titled(words)
        if titled:
            return titled == {one.id}
        inside = [each for each in self.reading.mentions if start <= each.start and each.end <= end]
        if any(each.actor not in (*one.actors, one.organisation) for each in inside):
            return False
        left = set(plain_words(self._less_names(start, end, inside)).split())
        left -= GENERIC | _LINKING | words_of_names(one)
        return all(word.isdigit() for word in left)

    def _days_fit(self, start: int, end: int, link: _Link) -> bool:
        """Whether every day inside a mention may be that of signature or entry into force."""
        own = [day for day in (link.instrument.signed, link.instrument.in_force) if day]
        inside = (one.day for one in self.reading.times if start <= one.start and one.end <= end)
        return link.by_name_only or all(
            any(fit(day, coded) is Fit.SAME for coded in own) for day in inside if day
        )

    def _less_names(self, start: int, end: int, inside: list[Mention]) -> str:
        """The words of a mention less the actors and days it names."""
        signs = list(self.text[start:end])
        spans = [(one.start, one.end) for one in inside]
        spans += [(one.start, one.end) for one in self.reading.times]
        for first, last in spans:
            if start <= first and last <= end:
                signs[first - start : last - start] = " " * (last - first)
        return "".join(signs)

    def pacts(self, taken: list[Naming]) -> Iterator[Naming]:
        """Yield organisations called by the name of their treaty: the Warsaw Pact."""
        for one in self.reading.mentions:
            words = self.text[one.start : one.end]
            if one.kind not in _CALLED or not _PACT.search(words):
                continue
            if any(one.start < other.end and other.start < one.end for other in taken):
                continue
            named = self.titled(words)
            if len(named) == 1:
                yield Naming(one.start, one.end, next(iter(named)))


def _without(article: re.Match[str] | None, text: str, offset: int) -> str:
    """The words of a mention less its article and what links the two."""
    if article is None:
        return text
    before, after = text[: article.start() - offset], text[article.end() - offset :]
    return _OWNER.sub("", before) + _OF.sub("", after)
