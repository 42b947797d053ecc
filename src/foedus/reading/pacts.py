"""Whose treaty a phrase speaks of, as the treaties of a text were told apart."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from foedus.reading.clause import Phrase
from foedus.reading.reading import TreatyReference
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Pacts"]

_LONGEST = 400


class Pacts:
    """The treaties of a text by the place where it speaks of them, and who is party to each.

    A treaty whose own words name no parties has those that the clauses read so far have told.
    """

    def __init__(self, references: Sequence[TreatyReference], words: Vocabulary) -> None:
        self.references = references
        self.words = words
        self.parties = [reference.parties for reference in references]
        self.spans = sorted(
            (*span, place)
            for place, reference in enumerate(references)
            for span in reference.mentions
        )

    def mention(self, phrase: Phrase) -> tuple[int, int, int] | None:
        """The innermost mention of a treaty around the head of a phrase, and which treaty it is."""
        if not self.words.has("stands_for.treaties", phrase.lemma):
            return None
        last = bisect_right(self.spans, (phrase.head_start, _FAR, _FAR))
        for span in reversed(self.spans[:last]):
            if phrase.head_start - span[0] > _LONGEST:
                return None
            if phrase.head_end <= span[1]:
                return span
        return None

    def parties_to(self, phrase: Phrase) -> tuple[str, ...]:
        """The parties to the treaty that a phrase names; none when fewer than two are known."""
        span = self.mention(phrase)
        parties = () if span is None else self.parties[span[2]]
        return parties if len(parties) > 1 else ()

    def before(self, text: str, position: int) -> tuple[str, ...]:
        """The parties to the treaty whose mention ends right before a place, with its comma."""
        for start, end, place in self.spans:
            if start < position and end <= position and not text[end:position].strip(", \n"):
                return self.parties[place] if len(self.parties[place]) > 1 else ()
        return ()

    def begins_before(self, text: str, position: int) -> int | None:
        """Where the mention of a treaty begins that ends right before a place, with its comma."""
        for start, end, _ in self.spans:
            if start < position and end <= position and not text[end:position].strip(", \n"):
                return start
        return None

    def is_alone(self, phrase: Phrase) -> bool:
        """Whether a phrase names a treaty as known, so that only its own words may say whose."""
        return self.words.has("stands_for.pacts", phrase.lemma)

    def learn(self, phrase: Phrase, parties: tuple[str, ...]) -> None:
        """Take note of who is party to a treaty, when its own words do not say."""
        span = self.mention(phrase)
        if span is not None and len(parties) > 1 and not self.parties[span[2]]:
            self.parties[span[2]] = parties

    def told(self) -> tuple[TreatyReference, ...]:
        """The treaties with the parties that the text told in other clauses."""
        return tuple(
            reference if reference.parties else replace(reference, parties=parties)
            for reference, parties in zip(self.references, self.parties, strict=True)
        )


_FAR = 1 << 62
