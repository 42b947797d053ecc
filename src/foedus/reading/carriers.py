"""Through which words each clause carries an event, also when its subject is an event itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import EventType
from foedus.reading.clause import Clause
from foedus.reading.events import Carried, EventNoun, carried, event_noun, provided
from foedus.reading.vocabulary import Vocabulary

__all__ = ["RELATIONAL", "Carriers"]

RELATIONAL = frozenset({EventType.COOPERATE, EventType.AGREE, EventType.SUPPORT})
"""Types whose nouns name a lasting tie rather than an occurrence."""


@dataclass(slots=True)
class Carriers:
    """What every verbal clause carries, and which event nouns are thereby used up.

    `said` and `nouns` are by the word of the clause; a noun in `consumed` is not told on its own.
    """

    words: Vocabulary
    said: dict[int, Carried | None] = field(default_factory=dict)
    nouns: dict[int, EventNoun] = field(default_factory=dict)
    consumed: set[int] = field(default_factory=set)
    widest: dict[int, int] = field(default_factory=dict)

    def read(self, clauses: Sequence[Clause]) -> None:
        """Take in the clauses of one parsed part, forgetting those of the last."""
        self.consumed = set()
        self.nouns = {
            clause.word: noun
            for clause in clauses
            if clause.phrase is not None and (noun := event_noun(clause.phrase, self.words))
        }
        self._use_up_subjects_of_pacts()
        self.widest = {}
        for noun in self.nouns.values():
            inner, outer = noun.inner.word, noun.outer.word
            self.widest[inner] = max(outer, self.widest.get(inner, outer))
        self.said = {clause.word: self._said(clause) for clause in clauses if not clause.nominal}

    def _use_up_subjects_of_pacts(self) -> None:
        """Note what a treaty is about ("a treaty about cooperation"), which is not told by it."""
        for noun in self.nouns.values():
            if noun.sense.type is not EventType.AGREE:
                continue
            for part in noun.inner.parts:
                if part.marker == "about":
                    about = (part.phrase, *part.phrase.conjuncts)
                    self.consumed.update(phrase.word for phrase in about)

    def outermost(self, noun: EventNoun) -> int:
        """The word of the widest phrase that names the same event ("派遣の可能性")."""
        return self.widest.get(noun.inner.word, noun.outer.word)

    def use_up(self, noun: EventNoun) -> None:
        """Note that a noun has been told, or is told by its clause."""
        self.consumed.update((noun.outer.word, noun.inner.word))

    def _said(self, clause: Clause) -> Carried | None:
        found = carried(clause, self.words)
        loose = clause.link == "participle" and clause.argument("agent", "by") is None
        if found is not None and found.path == "aspect" and loose:
            # "une coopération renforcée" only says what the cooperation is like.
            return None
        subject = clause.own_subject
        named = event_noun(subject, self.words) if subject is not None else None
        listed = subject is not None and bool(subject.conjuncts)
        if named is not None and not (listed and named.sense.type not in RELATIONAL):
            return self._of_thing(clause, found, named)
        if found is not None and found.noun is not None:
            self.use_up(found.noun)
        elif found is not None and found.sense.needs:
            # "geler sa participation": the verb has told what its object names.
            direct = clause.argument("object")
            if direct is not None and direct.lemma in found.sense.needs & self.words.nouns.keys():
                self.consumed.add(direct.word)
            self._use_up_needed(clause, found)
        weighing = clause.link == "participle" and self.words.has("assessment.verbs", clause.lemma)
        return self._of_object(clause) if found is None and weighing else found

    def _use_up_needed(self, clause: Clause, found: Carried) -> None:
        """Note that the noun a verb needs ("impose sanctions") says nothing more than the verb."""
        for argument in clause.arguments:
            noun = None if argument.inherited else event_noun(argument.phrase, self.words)
            if noun is None or noun.sense.type is not found.sense.type:
                continue
            if found.sense.needs & {noun.inner.lemma, noun.outer.lemma}:
                self.use_up(noun)

    def _of_thing(self, clause: Clause, found: Carried | None, named: EventNoun) -> Carried | None:
        """What a clause says whose subject is itself an event."""
        if named.sense.type is EventType.AGREE:
            provision = provided(clause, self.words)
            if provision is not None and provision.noun is not None:
                self.use_up(provision.noun)
                return provision
            if found is not None and any(
                self.words.has("aspect.provides", verb) for verb in clause.chain
            ):
                return found  # the treaty provides that they shall help
        if clause.passive and found is not None:
            if clause.argument("agent", "by") is not None and found.noun is None:
                self._use_up_needed(clause, found)
                return found
            if found.noun or found.sense.needs:
                self.use_up(found.noun or named)
                return found
        acting = found is not None and found.path == "verb" and found.sense.type not in RELATIONAL
        if acting and named.inner.lemma in self.words.words.get("stands_for.leagues", ()):
            return found  # "la coalition a bombardé": those who are in it
        happening = self.words.has("assessment.happening", clause.lemma)
        lasting = named.sense.type in RELATIONAL or named.mood is not None
        if (lasting or happening) and clause.link != "relative":
            self.use_up(named)
            return Carried(named.sense, "subject", named.arguments, named)
        return self._of_object(clause)

    def _of_object(self, clause: Clause) -> Carried | None:
        """The event a thing bears on: "la visite souligne la primauté du partenariat"."""
        direct = None if clause.passive else clause.argument("object")
        noun = event_noun(direct, self.words) if direct is not None else None
        if noun is None:
            return None
        self.use_up(noun)
        return Carried(noun.sense, "object", noun.arguments, noun)
