"""Which actors a phrase stands for: by name, demonym, office, owner, pronoun or description."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from foedus.reading.clause import Argument, Phrase
from foedus.reading.pacts import Pacts
from foedus.reading.reading import Mention
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Referents"]

Actors = tuple[str, ...]

_OWNED_BY = (
    "apposition",
    "adjective",
    "compound",
    "possessor",
    "entre",
    "between",
    "agent",
    "par",
    "by",
    "de",
    "of",
    "adverbial",
)
# Whom a thing is about, when nothing says whose it is ("the protocols on the accession of X").
_ABOUT = (
    "on",
    "sur",
    "for",
    "pour",
    "to",
    "à",
    "with",
    "avec",
    "against",
    "contre",
    "in",
    "en",
    "dans",
)
_DEEPEST = 3
_KNOWN = ("definite", "demonstrative", "counted")


class Referents:
    """The actors spoken of so far, and what pronouns and descriptions stand for at this point.

    Clauses must be shown in the order of the text: `subject` is who the last clause was about,
    `pair` the last two or more actors that were put together, `ties` the actors of the last tie or
    event of each name ("cette alliance"). `ourselves` is whom the document's own "we" stands for,
    `voice` whom it stands for inside what somebody is made to say.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        words: Vocabulary,
        ourselves: Actors,
        pacts: Pacts,
    ) -> None:
        self.text = text
        self.pacts = pacts
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.words = words
        self.ourselves = ourselves
        self.voice: Actors = ()
        self.subject: Actors = ()
        self.pair: Actors = ()
        self.groups: dict[int, Actors] = {}
        self.subject_is_plural = False
        self.topic: Actors = ()
        self.own: Actors = ()
        self.own_is_plural = False
        self.ties: dict[str, Actors] = {}
        self.last_tie: Actors = ()
        self.bodies: dict[str, Actors] = {}
        self.told: dict[int, Actors] = {}
        self.sentence = 0
        self.subject_at = -1
        self.alliance = any(mention.actor == "NATO" for mention in mentions)

    def actors(self, phrase: Phrase, depth: int = 0) -> Actors:
        """Return the actors a phrase and what is coordinate with it stand for; may be none."""
        found = list(self._own(phrase, depth))
        if depth <= _DEEPEST:
            for conjunct in phrase.conjuncts:
                if self._is_of_same_sort(conjunct):
                    found.extend(self.actors(conjunct, depth + 1))
        return distinct(found)

    def _is_of_same_sort(self, conjunct: Phrase) -> bool:
        """Whether a conjunct can be an actor beside another, and not the next item of a list."""
        if conjunct.kind != "noun" or self.mention_of(conjunct) is not None:
            return True
        return self.words.has("stands_for.people", conjunct.lemma) or self.words.has(
            "stands_for.allies", conjunct.lemma
        )

    def named(self, start: int, end: int) -> Actors:
        """Return the actors named between two characters, in order."""
        return distinct(mention.actor for mention in self.between(start, end))

    def between(self, start: int, end: int) -> Iterable[Mention]:
        """The mentions that begin between two characters."""
        place = bisect_right(self.starts, start - 1)
        while place < len(self.mentions) and self.mentions[place].start < end:
            yield self.mentions[place]
            place += 1

    def mention_of(self, phrase: Phrase) -> Mention | None:
        """The mention that covers the head of a phrase."""
        place = bisect_right(self.starts, phrase.head_start) - 1
        if place >= 0 and phrase.head_start < self.mentions[place].end:
            return self.mentions[place]
        return None

    def read_under(self, subject: Actors, plural: bool) -> None:
        """Note whom the clause being read is about, for the possessives in it."""
        self.own, self.own_is_plural = subject, plural

    def remember(self, subject: Actors, plural: bool, together: Actors, name: str | None) -> None:
        """Take note of who a clause was about, and of who was put together in what."""
        if subject:
            self.subject, self.subject_at = subject, self.sentence
            self.subject_is_plural = plural
            self.topic = subject[:1]
        if len(together) > 1:
            self.pair = self.groups[len(together)] = together
        if name and together:
            self.ties[name] = together

    def forget_subject(self) -> None:
        """Leave "it" and "its" to nobody: the last clause was about a thing."""
        self.subject, self.subject_is_plural = (), False

    # ---------------------------------------------------------------------------------------------

    def _own(self, phrase: Phrase, depth: int) -> Actors:
        inside = self._inside_head(phrase)
        if inside:
            return inside
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "possessive":
            return self._owner(phrase)
        if depth > _DEEPEST or phrase.kind == "number":
            return ()
        if self.words.has("stands_for.nobody", phrase.lemma):
            return ()
        if phrase.determiner == "counted" and self.words.has("stands_for.pairs", phrase.lemma):
            return self._both(phrase, depth)
        if self.words.has("stands_for.latter", phrase.lemma):
            return self.pair if phrase.plural else self.subject[-1:]
        owned = self._owned(phrase, depth) or self._parties(phrase)
        if owned and self.words.has("stands_for.people", phrase.lemma):
            self.bodies[phrase.lemma] = owned
        return owned or self._described(phrase) or self._about(phrase, depth)

    def _parties(self, phrase: Phrase) -> Actors:
        """The parties to the treaty a phrase names, when its own words name nobody."""
        span = self.pacts.mention(phrase)
        named = span is None or self.named(span[0], max(span[1], phrase.trimmed))
        return () if named else self.pacts.parties_to(phrase)

    def _about(self, phrase: Phrase, depth: int) -> Actors:
        """Actors that any other complement names, for want of a better owner."""
        if phrase.kind == "name" or depth > 1:
            return ()
        if self.words.has("stands_for.people", phrase.lemma):
            return self.named(phrase.head_end, phrase.trimmed)
        return distinct(
            actor
            for marker in _ABOUT
            for part in phrase.parts
            if part.marker == marker and part.phrase.kind in ("noun", "name")
            for actor in self.actors(part.phrase, depth + 2)
        )

    def _inside_head(self, phrase: Phrase) -> Actors:
        """Actors named by the head itself; a compound ("sino-russe") names several."""
        covering = self.mention_of(phrase)
        if covering is None:
            return self.named(phrase.head_start, phrase.head_end)
        place = self.mentions.index(covering, bisect_right(self.starts, covering.start) - 1)
        found = [covering.actor]
        for before, after in pairwise(self.mentions[place : place + 4]):
            if self.text[before.end : after.start] not in ("-", "–"):
                break
            found.append(after.actor)
        return distinct(found)

    def _owned(self, phrase: Phrase, depth: int) -> Actors:
        """Actors its adjectives, complements or appositions name, the nearest sort first."""
        markers: tuple[str, ...] = _OWNED_BY
        if self.words.has("stands_for.allies", phrase.lemma):
            markers = ("apposition", "adjective", "compound")
        for marker in markers:
            found = distinct(
                actor
                for part in phrase.parts
                if part.marker == marker and not self._is_pronoun_of_thing(part, marker)
                for actor in self.actors(part.phrase, depth + 1)
            )
            if found:
                return found
        return ()

    def _is_pronoun_of_thing(self, part: Argument, marker: str) -> bool:
        return marker == "adverbial" and part.phrase.kind == "pronoun"

    def _both(self, phrase: Phrase, depth: int) -> Actors:
        last = self.groups.get(phrase.count or 0, ())
        return self._owned(phrase, depth) or last

    def _described(self, phrase: Phrase) -> Actors:
        """What "cette alliance", "le traité" or "les députés" refers back to."""
        if phrase.word in self.told:
            return self.told[phrase.word]
        if self.words.has("stands_for.allies", phrase.lemma) and self.alliance:
            return ("NATO",) if phrase.plural and not phrase.parts else ()
        if phrase.determiner in _KNOWN and phrase.lemma in self.bodies:
            return self.bodies[phrase.lemma]
        if self.pacts.is_alone(phrase):
            return ()
        if not self.words.has("stands_for.ties", phrase.lemma):
            return ()
        if phrase.determiner == "demonstrative":
            return self._tied(phrase.lemma) or self.last_tie or self.pair or self.subject
        if phrase.determiner == "possessive":
            return ()
        if phrase.determiner == "definite" and not phrase.parts:
            return self._tied(phrase.lemma)
        return ()

    def _tied(self, lemma: str) -> Actors:
        """The actors of the last tie of that name, or of an event of the same type."""
        senses = self.words.nouns.get(lemma, ())
        return self.ties.get(lemma) or next(
            (self.ties[sense.type] for sense in senses if sense.type in self.ties), ()
        )

    def _pronoun(self, phrase: Phrase) -> Actors:
        if self.words.has("stands_for.ourselves", phrase.lemma):
            return self.voice or self.ourselves
        if self.words.has("stands_for.plural_pronouns", phrase.lemma):
            several = len(self.subject) > 1 or self.subject_is_plural
            return self.subject if several else self.pair or self.subject
        if self.words.has("stands_for.singular_pronouns", phrase.lemma):
            return self.subject[:1]
        return ()

    def _owner(self, phrase: Phrase) -> Actors:
        if self.words.has("stands_for.ourselves", phrase.lemma):
            return self.voice or self.ourselves
        if phrase.plural:
            if len(self.own) > 1 or self.own_is_plural:
                return self.own
            return self.subject if len(self.subject) > 1 else self.pair
        if len(self.own) == 1:
            return self.own
        if self.subject_at == self.sentence and len(self.subject) == 1:
            return self.subject
        before = [mention.actor for mention in self.between(self.sentence, phrase.start)]
        return tuple(before[-1:]) or self.subject[:1]


def distinct(actors: Iterable[str]) -> Actors:
    """The actors in their first order, each once."""
    return tuple(dict.fromkeys(actors))
