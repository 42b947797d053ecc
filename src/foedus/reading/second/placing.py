"""A model's claims about one stretch as assertions: only what stands there, character by character.

Nothing that a model wrote enters an assertion. Its words are looked for in the stretch it was asked
about and taken from the text; types and modalities come from closed lists, actors from those the
document has named by then; a day must be EDTF. So an answer about one stretch, whatever it was
talked into, can only speak of that stretch.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.evidence import (
    Assertion,
    Day,
    EventType,
    Passage,
    Polarity,
    QuadClass,
    Quantity,
    Speaker,
    quad_class,
)
from foedus.reading.reading import Reading, TimeExpression
from foedus.reading.second.claims import Claim, Dropped, Said
from foedus.reading.second.stretches import Stretch

__all__ = ["Placing"]

_COOPERATION = (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)
_MOST_FOUND = 1000


@dataclass(frozen=True, slots=True)
class Placing:
    """The document that claims are looked for in, and the reader they are made by."""

    reading: Reading
    read_by: str

    def assertions(
        self, claims: Sequence[Claim], stretch: Stretch
    ) -> tuple[tuple[Assertion, ...], Counter[Dropped]]:
        """Return the claims that stand in the stretch, each once, and what was dropped and why."""
        dropped = Counter[Dropped]()
        found: dict[str, Assertion] = {}
        for claim in claims:
            assertion = self._assertion(claim, stretch, dropped)
            if isinstance(assertion, Dropped):
                dropped[assertion] += 1
            else:
                found[assertion.id] = assertion
        return tuple(sorted(found.values(), key=_place)), dropped

    def _assertion(
        self, claim: Claim, stretch: Stretch, dropped: Counter[Dropped]
    ) -> Assertion | Dropped:
        start, end = stretch.start, stretch.end
        passage = self._passage(claim, start, end)
        if isinstance(passage, Dropped):
            return passage
        initiator, target = _known(claim.initiator, stretch), _known(claim.target, stretch)
        unknown = len(claim.initiator) + len(claim.target) - len(initiator) - len(target)
        if unknown and not (initiator or target):
            return Dropped.UNKNOWN_ACTOR
        speaker = self._speaker(claim.speaker, stretch) if claim.speaker else None
        if claim.speaker and speaker is None:
            # Without its speaker it would be the author's own word.
            return Dropped.SPEAKER_NOT_IN_TEXT
        day = self._day(claim, start, end)
        if isinstance(day, Dropped):
            dropped[day] += 1
        dropped[Dropped.UNKNOWN_ACTOR] += unknown
        dropped[Dropped.SPEAKER_NOT_IN_TEXT] += _lost(claim.speaker, speaker)
        return Assertion(
            passage=passage,
            event_type=claim.event_type,
            initiator=tuple(sorted(initiator)),
            target=tuple(sorted(target)),
            day=day if isinstance(day, Day) else None,
            day_words=claim.day_words if isinstance(day, Day) else None,
            quantity=self._quantity(passage),
            modality=claim.modality,
            polarity=_polarity(claim.event_type),
            attributed_to=speaker,
            published=self.reading.metadata.day,
            read_by=self.read_by,
            rule=f"stretch {start}-{end}",
        )

    def _passage(self, claim: Claim, start: int, end: int) -> Passage | Dropped:
        quote = claim.quote.strip()
        if not any(sign.isalpha() for sign in quote):
            return Dropped.EMPTY_QUOTE
        places = list(_places(self.reading.text, quote, start, end))
        if not places:
            return Dropped.NOT_IN_STRETCH
        if len(places) > 1 and claim.occurrence is None:
            return Dropped.AMBIGUOUS
        number = 1 if claim.occurrence is None else claim.occurrence
        if not 1 <= number <= len(places):
            return Dropped.NO_SUCH_OCCURRENCE
        at = places[number - 1]
        return Passage(self.reading.document, at, at + len(quote), quote)

    def _stands(self, words: str | None, start: int, end: int) -> bool:
        return words is not None and bool(words.strip()) and words in self.reading.text[start:end]

    def _speaker(self, said: Said, stretch: Stretch) -> Speaker | None:
        """The speaker as far as the stretch bears it out; None when it does not at all."""
        start, end = stretch.start, stretch.end
        name = said.name if self._is_called(said.name, start, end) else None
        role = said.role if self._stands(said.role, start, end) else None
        represents = said.represents if said.represents in stretch.actors else None
        return Speaker(name, role, represents) if name or role or represents else None

    def _is_called(self, name: str | None, start: int, end: int) -> bool:
        """Whether the stretch has the name, or names somebody whose full name it is."""
        if self._stands(name, start, end):
            return True
        mentions = self.reading.mentions
        place = bisect_left(mentions, start, key=lambda mention: mention.start)
        while place < len(mentions) and mentions[place].end <= end:
            if name is not None and mentions[place].person == name:
                return True
            place += 1
        return False

    def _day(self, claim: Claim, start: int, end: int) -> Day | Dropped | None:
        if claim.day is None:
            return None
        try:
            day = Day(claim.day)
        except ValueError:
            return Dropped.NOT_EDTF
        if not claim.day.isascii():
            return Dropped.NOT_EDTF
        words = claim.day_words
        if words is None or not self._stands(words, start, end):
            return Dropped.UNDATED_WORDS
        return Dropped.TOO_EXACT if self._too_exact(day, words, start, end) else day

    def _too_exact(self, day: Day, words: str, start: int, end: int) -> bool:
        """Whether our own reading of these very words, wherever they stand, leaves more open."""
        read = [
            time.day
            for at in _places(self.reading.text, words, start, end)
            for time in self._times(at, at + len(words))
            if time.day is not None
        ]
        return bool(read) and all(_inside(day, wider) for wider in read)

    def _times(self, start: int, end: int) -> Iterator[TimeExpression]:
        """Our own time expressions that cover a span."""
        times = self.reading.times
        place = bisect_left(times, start + 1, key=lambda time: time.start) - 1
        if place >= 0 and times[place].end >= end:
            yield times[place]

    def _quantity(self, passage: Passage) -> Quantity | None:
        """The first amount in the passage as the rules read it: no model is asked for numbers."""
        amounts = self.reading.quantities
        place = bisect_left(amounts, passage.start, key=lambda amount: amount[0].start)
        if place < len(amounts) and amounts[place][0].end <= passage.end:
            return amounts[place][1]
        return None


def _known(actors: Sequence[str], stretch: Stretch) -> tuple[str, ...]:
    return tuple(one for one in actors if one in stretch.actors)


def _places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Where words stand between two offsets, at most a thousand places, which may overlap."""
    at = text.find(words, start, end)
    for _ in range(_MOST_FOUND):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1, end)


def _inside(day: Day, wider: Day) -> bool:
    """Whether a day is a true part of another that is closed on both sides."""
    bounds = (day.earliest, day.latest, wider.earliest, wider.latest)
    first, last, least, most = bounds
    if first is None or last is None or least is None or most is None:
        return False
    return least <= first and last <= most and (least, most) != (first, last)


def _lost(said: Said | None, kept: Speaker | None) -> int:
    """How much of what a model says of a speaker the text does not bear out."""
    if said is None or kept is None:
        return 0
    given = (said.name, said.role, said.represents)
    stayed = (kept.name, kept.role, kept.represents)
    return sum(1 for one, other in zip(given, stayed, strict=True) if one and not other)


def _polarity(event_type: EventType | None) -> Polarity:
    if event_type is None:
        return Polarity.NEUTRAL
    friendly = quad_class(event_type) in _COOPERATION
    return Polarity.COOPERATION if friendly else Polarity.CONFLICT


def _place(one: Assertion) -> tuple[int, int, str]:
    return one.passage.start, one.passage.end, one.id
