"""The verbs of one Ukrainian clause, and which group is subject, object or anything else to them.

Nominative that agrees is the subject, accusative the object, dative the indirect object,
instrumental the agent of a passive; where a form leaves the case open, agreement decides, then what
the verb governs, then the order of words.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.ukrainian import government
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.stretches import Stretch
from foedus.reading.languages.ukrainian.verb_roles import Hung, Predicate, VerbRoles
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Arguments", "Predicate"]

_AND = frozenset({"і", "й", "та", "або", "чи", "але", ","})


@dataclass(slots=True)
class Arguments:
    """The predicates of one clause in order, and the groups given to each."""

    words: Sequence[Word]
    stretch: Stretch
    speech: Container[str]
    events: Container[str]
    people: Container[str]
    predicates: dict[int, Predicate] = field(default_factory=dict)
    roles: VerbRoles = field(init=False)
    taken: list[Group] = field(default_factory=list)
    top: int | None = None

    def __post_init__(self) -> None:
        waiting: list[int] = []
        for place in self.stretch.words:
            word = self.words[place]
            form = _form(word, self.stretch, place)
            if form is None:
                continue
            if word.lemma == "бути" and form != "gerund" and self._carries(place):
                waiting.append(place)
                continue
            if waiting:
                tensed = any(self.words[one].is_finite for one in waiting)
                form = "finite" if tensed else "infinitive"
            passive = word.best.passive or word.best.form == "impe"
            self.predicates[place] = Predicate(place, form, passive, waiting)
            before = self.words[place - 1] if place else None
            self.predicates[place].negated = before is not None and before.lower in ("не", "ні")
            waiting = []
        self.top = self._top()
        self.roles = VerbRoles(
            self.words, self.stretch.kind, self.speech, self.events, self.people, self.predicates
        )

    def _carries(self, place: int) -> bool:
        """Whether "бути" here only helps a participle or an infinitive that follows."""
        own = self.words[place]
        for later in self.stretch.words:
            if later <= place:
                continue
            word = self.words[later]
            if word.is_mark and word.token.word not in "«»":
                return False
            if word.pos == "V" and word.best.form == "impe":
                return True
            if word.pos == "V" and (word.best.passive or word.lemma in government.READY):
                return True
            if word.is_infinitive:
                return own.best.form == "futr" and word.lemma != "бути"
            if word.is_finite or later > place + 8:
                return False
        return False

    def _top(self) -> int | None:
        for form in ("finite", "gerund", "participle", "infinitive"):
            for place, predicate in self.predicates.items():
                if predicate.form == form:
                    return place
        return None

    @property
    def has_verb(self) -> bool:
        """Whether the clause has any verb."""
        return bool(self.predicates)

    def last_before(self, place: int) -> int | None:
        """The last verb of the clause before a word, else its first."""
        before = [one for one in self.predicates if one < place]
        return before[-1] if before else self.top

    def take(self, group: Group) -> None:
        """Give a group to the verbs."""
        self.taken.append(group)

    def _predicate_for(self, group: Group) -> Predicate | None:
        """The verb a group goes with: the last infinitive before it, else the clause's own."""
        if self.top is None:
            return None
        chosen = self.predicates[self.top]
        for place, predicate in self.predicates.items():
            if place < group.start:
                chosen = predicate
        return chosen

    def wants_dative(self, group: Group) -> bool:
        """Whether the verb of this group governs a dative."""
        predicate = self._predicate_for(group)
        if predicate is None:
            return False
        return self.words[predicate.word].lemma in government.DATIVE

    def gives(self, thing: Group) -> bool:
        """Whether a verb before this group gives it to somebody."""
        predicate = self._predicate_for(thing)
        return (
            predicate is not None
            and predicate.word < thing.start
            and self.words[predicate.word].lemma in government.GIVING
        )

    def wants_instrumental(self) -> bool:
        """Whether the clause's verb governs an instrumental or is a passive."""
        return any(
            self.words[one].lemma in government.INSTRUMENTAL
            or self.words[one].lemma in government.LINKING
            or predicate.passive
            for one, predicate in self.predicates.items()
        )

    def prefers(self, marker: str) -> bool:
        """Whether a preposition goes with the verb rather than with the noun before it."""
        return marker in ("to", "on", "into") and any(
            self.words[one].lemma.startswith(
                ("перей", "приєдна", "вступ", "напа", "прибу", "долуч")
            )
            for one in self.predicates
        )

    def settle(self) -> None:
        """Give the groups taken to the predicates."""
        for group in sorted(self.taken, key=lambda one: one.start):
            predicate = self._predicate_for(group)
            if predicate is None:
                continue
            main = self.predicates[self.top] if self.top is not None else predicate
            nominative = group.marker is None and group.cases == 1 and not group.time
            if nominative and predicate is not main and self.roles.agrees(main, group):
                predicate = main
            predicate.groups.append(group)

    def hung(self) -> Iterator[Hung]:
        """Every word that hangs on a verb of the clause: word, head, relation, marker."""
        yield from self._verbs_hung()
        for predicate in self.predicates.values():
            for one in predicate.auxiliaries:
                yield one, predicate.word, "auxiliary", None
            yield from self.roles.of(predicate)
        if self.top is None and self.taken:
            first = self.taken[0]
            for group in self.taken[1:]:
                relation = "oblique" if group.marker or group.time else "other"
                yield group.head, first.head, relation, group.marker

    def _verbs_hung(self) -> Iterator[Hung]:
        previous: Predicate | None = None
        for place, predicate in self.predicates.items():
            if place == self.top:
                previous = predicate
                continue
            if predicate.form in ("finite", "gerund", "participle"):
                assert self.top is not None
                yield place, self.top, "coordinate", None
                previous = predicate
                continue
            governor = self._governor(place)
            if governor is not None:
                yield place, governor, "complement", None
            elif previous is not None and previous.form == "infinitive" and self._and_before(place):
                yield place, previous.word, "coordinate", None
            elif previous is not None:
                yield place, previous.word, "complement", None
            elif self.top is not None:
                yield place, self.top, "complement", None
            previous = predicate

    def _governor(self, place: int) -> int | None:
        """The noun that an infinitive completes ("рішення Берліна вивести війська")."""
        for here in range(place - 1, max(-1, place - 6), -1):
            word = self.words[here]
            if word.pos == "N" and word.lemma in government.INFINITIVE_NOUNS:
                return here
            if word.pos not in "NADRT" or word.lower == "не":
                return None
        return None

    def _and_before(self, place: int) -> bool:
        here = place - 1
        while here >= 0 and self.words[here].pos in "RT":
            here -= 1
        return here >= 0 and self.words[here].lower in _AND

    # --- roles ------------------------------------------------------------------------------------


def _form(word: Word, stretch: Stretch, place: int) -> str | None:
    if word.pos == "G":
        return "gerund"
    if stretch.kind == "participle" and place == stretch.opening and word.best.passive:
        return "participle"
    if word.is_infinitive:
        return "infinitive"
    return "finite" if word.is_finite else None
