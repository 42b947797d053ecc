"""Which actors a phrase stands for: by name, demonym, office, owner, pronoun or description."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from foedus.actors.states import actor
from foedus.actors.surface_forms import surface_forms
from foedus.evidence import EventType
from foedus.reading.clause import Argument, Phrase
from foedus.reading.dictionary import plain
from foedus.reading.forms import form_matches
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
    "between",
    "agent",
    "by",
    "of",
    "adverbial",
)
# Whom a thing is about, when nothing says whose it is ("the protocols on the accession of X").
_ABOUT = ("on", "for", "to", "with", "against", "in")
_DEEPEST = 3
_JUST_BEFORE, _FEW = 120, 12
_THAT = ("stands_for.that_state", "stands_for.that_body")
_PAIR = 2
# How much of the weight of a group is left when another of its size is put together.
_FADING = 0.7
_ACROSS = 0.3
_NEAR = 8
_RECENT = 200
_BESIDE = 7
_BACK = 40
_ALLIANCES = ("WTO_PACT", "CSTO", "ANZUS", "SEATO", "CENTO")
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
        self.often: dict[Actors, float] = {}
        self.meant: dict[int, Actors] = {}
        self.subject_is_plural = False
        self.topic: Actors = ()
        self.own: Actors = ()
        self.own_is_plural = False
        self.ties: dict[str, Actors] = {}
        self.last_tie: Actors = ()
        self.facing: Actors = ()
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

    def host(self, phrase: Phrase) -> Actors:
        """Whose capital a phrase names as a place ("se rendre à Bamako")."""
        if phrase.kind != "name":
            return ()
        name = self.text[phrase.head_start : phrase.head_end]
        capitals = {
            form.actor
            for match in form_matches(plain(name), self.words.language)
            for form in match.meanings
            if form is not None and form.kind == "metonym"
        }
        return tuple(capitals) if len(capitals) == 1 else ()

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
            self.pair = together
            self.groups[len(together)] = self._foremost(together)
        if name and together:
            self.ties[name] = together

    def fade(self) -> None:
        """Begin a paragraph: what was put together before it counts for little."""
        self.often = {group: weight * _ACROSS for group, weight in self.often.items()}

    def _foremost(self, together: Actors) -> Actors:
        """Of groups of one size, the one put together most often and last: each time fades."""
        same = [group for group in self.often if len(group) == len(together)]
        for group in same:
            self.often[group] *= _FADING
        group = tuple(sorted(together))
        self.often[group] = self.often.get(group, 0.0) + 1.0
        best = max((*same, group), key=lambda one: (self.often[one], one == group))
        return together if best == group else best

    def forget_subject(self) -> None:
        """Leave "it" and "its" to nobody: the last clause was about a thing."""
        self.subject, self.subject_is_plural = (), False

    # ---------------------------------------------------------------------------------------------

    def _own(self, phrase: Phrase, depth: int) -> Actors:
        inside = self._inside_head(phrase)
        if inside:
            self._learn_title(phrase, inside)
            return inside
        if phrase.kind in ("pronoun", "possessive") and (that := self._that_one(phrase)):
            return that
        if phrase.kind == "pronoun":
            return self._once(phrase, self._pronoun)
        if phrase.kind == "possessive":
            return self._owner(phrase)
        if depth > _DEEPEST:
            return ()
        if phrase.kind == "number":
            return self._of_number(phrase, depth)
        if self.words.has("stands_for.nobody", phrase.lemma):
            return ()
        if phrase.determiner == "counted" and self.words.has("stands_for.pairs", phrase.lemma):
            return self._once(phrase, lambda both: self._both(both, depth))
        if self._is_sides(phrase) and not (phrase.parts and self._owned(phrase, depth)):
            return self._once(phrase, self._sides)
        if phrase.plural and self._is_bare(phrase, "stands_for.heads"):
            return self._described(phrase) or self._once(phrase, self._sides)
        if self.words.has("stands_for.latter", phrase.lemma):
            return self.pair if phrase.plural else self._last_named(phrase.start)
        if not phrase.plural and self._is_bare(phrase, "stands_for.the_state"):
            return self._once(phrase, self._the_state)
        owned = self._owned(phrase, depth) or self._parties(phrase)
        if owned and self.words.has("stands_for.people", phrase.lemma):
            self.bodies[phrase.lemma] = owned
        return owned or self._described(phrase) or self._about(phrase, depth)

    def _learn_title(self, phrase: Phrase, actors: Actors) -> None:
        """Note whose prime minister a name is, for "the Prime Minister" from here on."""
        for part in phrase.parts if len(actors) == 1 else ():
            title = part.phrase.lemma.lower()
            if part.marker == "compound" and self.words.has("stands_for.people", title):
                self.bodies[title] = actors

    def _titled(self, phrase: Phrase) -> Actors:
        """Whom "the Prime Minister" or "the Kingdom" is, written with a capital like a name."""
        name = phrase.lemma.lower()
        if not self.text[phrase.head_start : phrase.head_start + 1].isupper():
            return ()
        if any(part.marker != "compound" for part in phrase.parts):
            return ()
        if name in self.bodies:
            return self.bodies[name]
        realm = "kingdom" if name in self._group("stands_for.crowned") else name
        if realm not in self._group("stands_for.realms"):
            return ()
        place = bisect_right(self.starts, phrase.start - 1)
        near = distinct(one.actor for one in self.mentions[max(0, place - _BACK) : place])
        of_sort = tuple(one for one in near if one in realms(self.words.language, realm))
        return of_sort if len(of_sort) == 1 else ()

    def _of_number(self, phrase: Phrase, depth: int) -> Actors:
        """Whose "one of them" or "three of its ships" are."""
        wholes = [part.phrase for part in phrase.parts if part.marker == "of"]
        return distinct(actor for whole in wholes for actor in self.actors(whole, depth + 1))

    def _once(self, phrase: Phrase, resolved: Callable[[Phrase], Actors]) -> Actors:
        """Whom words meant when first read: verbs that share a subject share whom it means."""
        if phrase.head_start not in self.meant:
            found = resolved(phrase)
            if not found:
                return ()
            self.meant[phrase.head_start] = found
        return self.meant[phrase.head_start]

    def _is_sides(self, phrase: Phrase) -> bool:
        return phrase.plural and self.words.has("stands_for.sides", phrase.lemma)

    def _is_bare(self, phrase: Phrase, group: str) -> bool:
        """Whether a known noun of a group stands alone: "the country", "the leaders"."""
        alone = not phrase.parts and phrase.determiner == "definite"
        return alone and self.words.has(group, phrase.lemma)

    def _sides(self, phrase: Phrase) -> Actors:
        """Both sides of what was told last; of "participants", all of them."""
        if phrase.lemma in self._group("stands_for.members"):
            return self.pair or self.facing
        return self.groups.get(_PAIR, ()) or self.pair or self.facing

    def _the_state(self, phrase: Phrase) -> Actors:
        """Whom "the country" means: the only state its sentence has named, or the last subject."""
        before = self.named(self.sentence, phrase.start)
        states = tuple(one for one in before if actor(one).kind == "state")
        if states and set(states) <= set(self.own):
            # "Bucharest will lend the country money": the country is another
            last = bisect_right(self.starts, self.sentence - 1)
            near = reversed(self.mentions[max(0, last - _NEAR) : last])
            others = (one.actor for one in near if one.actor not in self.own)
            return next(((one,) for one in others if actor(one).kind == "state"), ())
        if len(states) == 1:
            return states
        return self.subject if len(self.subject) == 1 else ()

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
            if self.text[before.end : after.start] not in ("-", "–", ""):
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
        owned = self._owned(phrase, depth)
        if len(owned) == 1 and actor(owned[0]).kind != "state" and not set(owned) & set(last):
            return last or owned  # "the three countries of the alliance"
        return owned or last or self._just_named(phrase)

    def _just_named(self, phrase: Phrase) -> Actors:
        """The actors named shortly before, if they are as many as the phrase counts."""
        near = self.named(max(0, phrase.start - _JUST_BEFORE), phrase.start)
        return near if len(near) == phrase.count else ()

    def _that_one(self, phrase: Phrase) -> Actors:
        """The state, or the body, last named that is not who the clause is about: 该国, 该组织."""
        wanted = next((kind for kind in _THAT if phrase.lemma in self._group(kind)), None)
        if wanted is None:
            return ()
        last = bisect_right(self.starts, phrase.start - 1)
        for mention in reversed(self.mentions[max(0, last - _FEW) : last]):
            state = actor(mention.actor).kind == "state"
            if state == (wanted == _THAT[0]) and mention.actor not in self.own:
                return (mention.actor,)
        return ()

    def _group(self, name: str) -> frozenset[str]:
        return self.words.words.get(name, frozenset())

    def _described(self, phrase: Phrase) -> Actors:
        """What "cette alliance", "le traité" or "les députés" refers back to."""
        if phrase.word in self.told:
            return self.told[phrase.word]
        if self._is_league(phrase):
            return self._last_league(phrase.start)
        ally = self.words.has("stands_for.allies", phrase.lemma)
        if ally and phrase.determiner == "possessive":
            return self._other_side(phrase)
        if ally and self.alliance and phrase.lemma not in self._group("stands_for.own_allies"):
            return self._allies(phrase) if phrase.plural and not phrase.parts else ()
        if ally and phrase.plural and not phrase.parts and phrase.determiner == "definite":
            return self.last_tie
        if phrase.determiner in _KNOWN and phrase.lemma in self.bodies:
            return self.bodies[phrase.lemma]
        if phrase.determiner in _KNOWN and (titled := self._titled(phrase)):
            return titled
        if self.words.has("stands_for.the_body", phrase.lemma) and not phrase.parts:
            return next(reversed(self.bodies.values()), ())
        if self._is_of_fellows(phrase):
            return self.groups.get(_PAIR, ()) or self.pair
        if self.pacts.is_alone(phrase):
            return self._only_pact(phrase)
        if not self.words.has("stands_for.ties", phrase.lemma):
            return ()
        if phrase.determiner == "demonstrative":
            return self._tied(phrase.lemma) or self.last_tie or self.pair or self.subject
        if phrase.determiner == "possessive":
            return ()
        if phrase.determiner == "definite" and not phrase.parts:
            return self._tied(phrase.lemma)
        return ()

    def _allies(self, phrase: Phrase) -> Actors:
        """Which alliance "the allies" are of: NATO, unless the text last named another of them."""
        last = self._last_league(phrase.start)
        return last if last and last[0] in _ALLIANCES else ("NATO",)

    def _only_pact(self, phrase: Phrase) -> Actors:
        """Whose "the pact" is in a text that tells of one only, which may be an organisation's."""
        bare = phrase.determiner in _KNOWN and not phrase.parts and not phrase.plural
        if not bare or len(self.pacts.references) > 1:
            return ()
        tied = self.ties.get(phrase.lemma, ()) or self.ties.get(EventType.AGREE.value, ())
        return tied if len(tied) > 1 else self._last_league(phrase.start)

    def _is_of_fellows(self, phrase: Phrase) -> bool:
        """Whether it is "the rivals", "the neighbours", with nothing that says whose or which."""
        bare = phrase.plural and phrase.determiner in _KNOWN and not phrase.parts
        return bare and phrase.lemma in self._group("stands_for.fellows")

    def _is_league(self, phrase: Phrase) -> bool:
        """Whether it is "the alliance" or "the organisation", that the text has named."""
        named = phrase.lemma in self.words.words.get("stands_for.leagues", ())
        return named and phrase.determiner in _KNOWN and not phrase.parts and not phrase.plural

    def _last_league(self, position: int) -> Actors:
        """The organisation named last before a place; none if there is none."""
        place = bisect_right(self.starts, position - 1) - 1
        for mention in reversed(self.mentions[max(0, place - _BACK) : place + 1]):
            if mention.kind in ("organisation", "abbreviation"):
                return (mention.actor,)
        return ()

    def _other_side(self, phrase: Phrase) -> Actors:
        """Whom "its ally" means: who else took part when the owner was last told with others."""
        owners = [one.phrase for one in phrase.parts if one.marker == "possessor"]
        owner = self._owner(owners[0]) if owners else ()
        if not owner:
            return ()
        for mention in self.between(phrase.head_end, phrase.head_end + _BESIDE):
            if self.text[phrase.head_end] in ",、":  # "son allié, Washington"
                return (mention.actor,)
        if set(owner) <= set(self.pair):
            return tuple(actor for actor in self.pair if actor not in owner)
        place = bisect_right(self.starts, phrase.start - 1)
        for mention in reversed(self.mentions[max(0, place - _BACK) : place]):
            if phrase.start - mention.end > _RECENT:
                break
            if mention.actor not in owner:
                return (mention.actor,)
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
            said = (self.subject if several else ()) or self.pair or self.subject
            return said or self._named_together(phrase)
        if self.words.has("stands_for.singular_pronouns", phrase.lemma):
            return self._other_than_own(phrase) or self.subject[:1]
        return ()

    def _other_than_own(self, phrase: Phrase) -> Actors:
        """Who else was named last, where a pronoun cannot be the subject of its own clause."""
        if not self.own or not set(self.subject[:1]) <= set(self.own):
            return ()
        place = bisect_right(self.starts, phrase.start - 1)
        for mention in reversed(self.mentions[max(0, place - _NEAR) : place]):
            if phrase.start - mention.end > _RECENT:
                break
            if mention.actor not in self.own:
                return (mention.actor,)
        return ()

    def _named_together(self, phrase: Phrase) -> Actors:
        """The only two actors that the sentence has named so far."""
        before = self.named(self.sentence, phrase.start)
        return before if len(before) == _PAIR else ()

    def _last_named(self, position: int) -> Actors:
        """Who was named last before a place, no further back than the sentence before."""
        place = bisect_right(self.starts, position - 1) - 1
        if place >= 0 and position - self.mentions[place].end < _RECENT:
            return (self.mentions[place].actor,)
        return self.subject[-1:]

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


@cache
def realms(language: str, word: str) -> frozenset[str]:
    """The states that living names call a kingdom, a sultanate or what else the word says."""
    called = f"{word.capitalize()} of "
    return frozenset(
        form.actor
        for form in surface_forms(language)
        if called in form.words and not form.words.startswith("United") and not form.ends
    )


def distinct(actors: Iterable[str]) -> Actors:
    """The actors in their first order, each once."""
    return tuple(dict.fromkeys(actors))
