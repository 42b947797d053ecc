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

    def read(self, clauses: Sequence[Clause]) -> None:
        """Take in the clauses of one parsed part, forgetting those of the last."""
        self.consumed = set()
        self.nouns = {
            clause.word: noun
            for clause in clauses
            if clause.phrase is not None and (noun := event_noun(clause.phrase, self.words))
        }
        self.said = {clause.word: self._said(clause) for clause in clauses if not clause.nominal}

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
        weighing = clause.link == "participle" and self.words.has("assessment.verbs", clause.lemma)
        return self._of_object(clause) if found is None and weighing else found

    def _of_thing(self, clause: Clause, found: Carried | None, named: EventNoun) -> Carried | None:
        """What a clause says whose subject is itself an event."""
        if named.sense.type is EventType.AGREE:
            provision = provided(clause, self.words)
            if provision is not None and provision.noun is not None:
                self.use_up(provision.noun)
                return provision
        if clause.passive and found is not None:
            if clause.argument("agent", "by") is not None and found.noun is None:
                return found
            if found.noun or found.sense.needs:
                self.use_up(found.noun or named)
                return found
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
