"""Which group is subject, object or anything else to a Ukrainian verb.

Nominative that agrees is the subject, accusative the object, dative the indirect object,
instrumental the agent of a passive; where a form leaves the case open, agreement decides, then what
the verb governs, then the order of words.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.ukrainian import government
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Hung", "Predicate", "VerbRoles"]

Hung = tuple[int, int, str, str | None]
"""A word, its head, its relation and its marker."""
_BODIES = word_set(
    """міністерство міноборони мзс генштаб штаб уряд адміністрація офіс альянс парламент посольство
    пентагон кремль білий єврокомісія комісія держдеп держдепартамент рада союз відомство
    розвідка пресслужба дім канцелярія делегація військо командування організація місія"""
)


@dataclass(slots=True)
class Predicate:
    """A verb of a clause: `form` is finite, infinitive, gerund or participle."""

    word: int
    form: str
    passive: bool = False
    auxiliaries: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    negated: bool = False


@dataclass(frozen=True, slots=True)
class VerbRoles:
    """Gives the groups of each predicate of one clause their roles.

    `kind` is that of the clause, `speech` the lemmas of verbs of saying, `events` those of nouns
    that name events, `people` those of nouns for people and bodies.
    """

    words: Sequence[Word]
    kind: str
    speech: Container[str]
    events: Container[str]
    people: Container[str]
    predicates: Mapping[int, Predicate]

    def agrees(self, predicate: Predicate, group: Group) -> bool:
        """Whether a group may be the subject of a verb."""
        verb = self.words[
            predicate.auxiliaries[0] if predicate.auxiliaries else predicate.word
        ].best
        if verb.form == "infn" or (verb.person in (1, 2) and not group.pronoun):
            return False
        if verb.form == "impe":
            return False
        if group.counted or verb.number in ("", "N"):
            return True
        if group.number == "":
            # "ракети" is a nominative in the plural only.
            own = [one for one in self.words[group.head].only("N") if one.cases & 1]
            return not own or any(one.number in ("", verb.number) for one in own)
        if verb.number != group.number:
            return False
        if not verb.gender or not group.gender or verb.gender == group.gender:
            return True
        # A woman in an office named in the masculine: "міністр заявила".
        return (verb.gender, group.gender) == ("f", "m") and self._holds_office(group)

    def _holds_office(self, group: Group) -> bool:
        return group.animate and self.words[group.head].lemma in self.people

    def of(self, predicate: Predicate) -> Iterator[Hung]:
        """Every group of a predicate, hung on it or on what it governs."""
        bare = [one for one in predicate.groups if one.marker is None and not one.time]
        subject = self._subject(predicate, bare)
        lemma = self.words[predicate.word].lemma
        objects = 0
        for group in predicate.groups:
            if group.preposition == "від" and lemma in government.ASKING:
                yield group.head, predicate.word, "indirect", None
                continue
            inner = self._whose_duty(predicate, group)
            if inner is not None:
                yield group.head, inner, "subject", None
                continue
            if group.marker == "between" and subject is not None and self._is_event(subject):
                yield group.head, subject.head, "oblique", "between"
                continue
            if subject is None and self._speaks_there(predicate, group):
                yield group.head, predicate.word, "subject", None
                continue
            if group.marker is not None or group.time:
                relation = "oblique"
            elif group is subject:
                relation = "subject"
                group.cases = group.cases & 1 or group.cases
            else:
                relation = self._role(predicate, group, lemma, objects)
                objects += relation == "object"
                if relation == "agent" and lemma in government.WORRIED:
                    yield group.head, predicate.word, "oblique", "at"
                    continue
            yield group.head, predicate.word, relation, group.marker

    def _is_event(self, group: Group) -> bool:
        return any(one.lemma in self.events for one in self.words[group.head].only("N"))

    def _whose_duty(self, predicate: Predicate, group: Group) -> int | None:
        """The infinitive that a dative is the subject of ("Туреччині необхідно ратифікувати")."""
        if self.words[predicate.word].lemma not in government.IMPERSONAL:
            return None
        if group.marker is not None or group.time or not group.cases & 4:
            return None
        return next(
            (place for place, one in self.predicates.items() if one.form == "infinitive"), None
        )

    def _speaks_there(self, predicate: Predicate, group: Group) -> bool:
        """Whether a body "in" which they say something is who says it ("у МЗС заявили")."""
        verb = self.words[predicate.word]
        if group.preposition not in ("в", "у") or group.time:
            return False
        if verb.lemma in government.READS:
            return True
        if verb.best.number != "P":
            return False
        beside = group.start == predicate.word + 1 or group.end <= predicate.word
        says = verb.lemma in self.speech or verb.lemma in government.WORRIED
        if not says or not beside or verb.best.person in (1, 2):
            return False
        word = self.words[group.head]
        return word.is_actor or word.token.word[1:2].isupper() or word.lemma in _BODIES

    def _subject(self, predicate: Predicate, bare: Sequence[Group]) -> Group | None:
        if predicate.form in ("infinitive", "gerund", "participle"):
            return None
        if self.words[predicate.word].best.form == "impe":
            return next((one for one in bare if one.cases & 9), None)
        able = [one for one in bare if one.cases & 1 and self.agrees(predicate, one)]
        if self._shares_subject(predicate) or any(
            self._speaks_there(predicate, one) for one in predicate.groups
        ):
            able = [one for one in able if not one.cases & 8]
        if not able or self._is_given(predicate, able):
            return None
        sure = [one for one in able if not one.cases & 8]
        acting = [one for one in able if self._may_act(one) or self._is_someone(one)]
        if not sure and acting:
            able = acting  # "Дії Росії засудили країни НАТО"
        before = [one for one in sure or able if one.start < predicate.word]
        return (before or sure or able)[0]

    def _is_given(self, predicate: Predicate, able: Sequence[Group]) -> bool:
        """Whether what might be the subject is what they give ("Україні передадуть гаубиці")."""
        verb = self.words[predicate.word]
        if verb.lemma not in government.GIVING or verb.best.number != "P" or predicate.passive:
            return False
        return all(one.cases & 8 and not self._may_act(one) for one in able)

    def _may_act(self, group: Group) -> bool:
        """Whether a group names people, a body or an actor."""
        word = self.words[group.head]
        return group.animate or word.is_actor or word.lemma in self.people

    def _is_someone(self, group: Group) -> bool:
        """Whether a relative pronoun takes up people or a body ("Ердоган, який відвідав …")."""
        if not group.relative or group.start < 2 or not self.words[group.start - 1].is_mark:
            return False
        pronoun = self.words[group.head].best
        for word in reversed(self.words[max(0, group.start - 6) : group.start - 1]):
            if word.is_mark or word.is_finite:
                return False
            alike = word.best.number == pronoun.number and word.best.gender == pronoun.gender
            if alike and word.pos == "N":
                return word.best.animate or word.is_actor or word.lemma in self.people
        return False

    def _shares_subject(self, predicate: Predicate) -> bool:
        """Whether a second verb opens its clause ("і звинуватив Вашингтон"): the object follows."""
        if self.kind != "coordinate" or predicate.passive:
            return False
        lemma = self.words[predicate.word].lemma
        before = [one for one in predicate.groups if one.start < predicate.word]
        return not before and not lemma.endswith("ся") and lemma not in government.INTRANSITIVE

    def _role(self, predicate: Predicate, group: Group, lemma: str, objects: int) -> str:
        cases = group.cases
        linking = lemma in government.LINKING
        dative = lemma in government.DATIVE
        if cases == 63 and dative and group.proper:
            relation, bit = "indirect", 4
        elif cases & 2 and lemma in government.GENITIVE and not cases & 8 and not objects:
            relation, bit = "object", 2
        elif cases & 8 and not predicate.passive and not (objects and cases & 22):
            relation, bit = "object", 8
        elif cases & 4 and (dative or not cases & 2):
            relation, bit = "indirect", 4
        elif cases & 2 and (predicate.negated or not objects):
            relation, bit = "object", 2
        elif cases & 16:
            bit = 16
            if predicate.passive:
                relation = "agent"
            elif linking:
                relation = "attribute"
            elif lemma in government.INSTRUMENTAL and not objects:
                relation = "object"
            else:
                relation = "oblique"
        elif cases & 1 and linking:
            relation, bit = "attribute", 1
        else:
            relation, bit = "oblique", 0
        group.cases = bit or cases
        return relation
