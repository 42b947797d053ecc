"""What a text has told so far, for when it speaks of it again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import EventType
from foedus.reading.carriers import RELATIONAL
from foedus.reading.clause import Clause
from foedus.reading.draft import Draft
from foedus.reading.events import EventNoun
from foedus.reading.referents import Referents, distinct
from foedus.reading.roles import Pair
from foedus.reading.vocabulary import Sense, Vocabulary

__all__ = ["Memory"]

_NOBODY: Pair = ((), ())
_TIES = frozenset({EventType.COOPERATE, EventType.AGREE, EventType.CONSULT, EventType.ASSAULT})
_NEXT_ITEM = re.compile(
    r"\s*(?:\([^()]{1,12}\))?\s*(?:,|,?\s*(?:et|and|mais aussi|ainsi que|as well as|but also))\s*"
)


@dataclass(slots=True)
class Memory:
    """Who took part in the last event of each name and type."""

    words: Vocabulary
    referents: Referents
    told: dict[str, Pair] = field(default_factory=dict)

    def tell(self, sense: Sense, noun: EventNoun | None, roles: Pair) -> None:
        """Note an event that the text has told, by its type and by the noun that names it."""
        everybody = distinct((*roles[0], *roles[1]))
        # A war may be referred to as whom it is waged on: "mobilised for the conflict".
        several = roles[1] if sense.type is EventType.ASSAULT else everybody
        for name in (sense.type.value, noun.inner.lemma if noun else None):
            if name is not None:
                self.told[name] = roles
                self.referents.ties[name] = several
        if len(everybody) > 1 and sense.type in RELATIONAL:
            self.referents.last_tie = everybody

    def recalled(self, noun: EventNoun) -> Pair:
        """Who took part, when the text speaks again of what it has told ("ce soutien")."""
        if self.referents.pacts.is_alone(noun.inner):
            return _NOBODY
        determiner = noun.inner.determiner
        if determiner in ("definite", "demonstrative", "possessive"):
            told = self.told.get(noun.inner.lemma) or self.told.get(noun.sense.type.value)
            if told is not None:
                return told
            if determiner == "demonstrative" and noun.sense.type in RELATIONAL:
                return self.referents.pair, ()
        return _NOBODY

    def together(self, sense: Sense | None, roles: Pair) -> tuple[str, ...]:
        """The actors that "the two countries" may mean after this: those of a tie, or of a list."""
        if sense is not None and sense.type in _TIES:
            return distinct((*roles[0], *roles[1]))
        return next((some for some in roles if len(some) > 1), ())

    def bring_out(self, clause: Clause, subject: tuple[str, ...]) -> None:
        """Let a report or a resolution speak, from here on, for whoever brings it out."""
        if not subject or clause.passive:
            return
        given = [one.phrase for one in clause.arguments if one.marker != "subject"]
        for phrase in (*given, *(part.phrase for one in given for part in one.parts)):
            if self.words.has("stands_for.documents", phrase.lemma):
                self.referents.bodies[phrase.lemma] = subject

    def as_listed(self, clause: Clause, roles: Pair, drafts: Sequence[Draft]) -> Pair:
        """The roles, with what is missing taken from the event before in the same list.

        "Les violations de la zone par Pyongyang, l'envoi de ballons vers Séoul, les essais, …"
        """
        before = drafts[-1] if drafts else None
        if all(roles) or before is None or before.clause.sentence != clause.sentence:
            return roles
        gap = self.referents.text[before.end : max(clause.start, before.end)]
        if not _NEXT_ITEM.fullmatch(gap):
            return roles
        named = {*roles[0], *roles[1]}
        initiator = roles[0] or tuple(one for one in before.initiator if one not in named)
        target = roles[1] or tuple(one for one in before.target if one not in named)
        return initiator, target
