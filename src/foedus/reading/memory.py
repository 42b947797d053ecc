"""What a text has told so far, for when it speaks of it again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.reading.carriers import RELATIONAL
from foedus.reading.clause import Clause, Phrase
from foedus.reading.draft import Draft
from foedus.reading.events import EventNoun
from foedus.reading.referents import Referents, distinct
from foedus.reading.roles import Pair
from foedus.reading.vocabulary import Sense, Vocabulary

__all__ = ["Memory"]

_NOBODY: Pair = ((), ())
_PAIR = 2
_ADDRESSED = (EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN)
_FEW = 4
_ON_DEEDS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
_CONFLICT = (QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT)
_TIES = frozenset({EventType.COOPERATE, EventType.AGREE, EventType.CONSULT, EventType.ASSAULT})


@dataclass(slots=True)
class Memory:
    """Who took part in the last event of each name and type.

    `next_item` is what stands between two events of a list.
    """

    words: Vocabulary
    referents: Referents
    next_item: re.Pattern[str]
    told: dict[str, Pair] = field(default_factory=dict)

    def tell(self, sense: Sense, noun: EventNoun | None, roles: Pair) -> None:
        """Note an event that the text has told, by its type and by the noun that names it."""
        everybody = distinct((*roles[0], *roles[1]))
        if len(everybody) == _PAIR:
            self.referents.facing = everybody
        # A war may be referred to as whom it is waged on: "mobilised for the conflict".
        several = roles[1] if sense.type is EventType.ASSAULT else everybody
        for name in (sense.type.value, noun.inner.lemma if noun else None):
            if name is not None:
                self.told[name] = roles
                if sense.type is EventType.AGREE and len(everybody) < _PAIR:
                    continue  # who joins or founds a league alone is not all of it
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

    def answered(self, sense: Sense, roles: Pair) -> Pair:
        """The roles of a denial or a refusal, aimed at whoever last accused or asked the denier."""
        if sense.type is not EventType.REJECT or roles[1] or not roles[0]:
            return roles
        for before in _ADDRESSED:
            sender, receiver = self.told.get(before.value, _NOBODY)
            if set(roles[0]) & set(receiver):
                return roles[0], sender
        return roles

    def of_deed(self, clause: Clause, sense: Sense, roles: Pair, drafts: Sequence[Draft]) -> Pair:
        """The roles of "a condamné cette décision", aimed at whoever did what was told last."""
        direct = clause.argument("object")
        if sense.type not in _ON_DEEDS or roles[1] or not (roles[0] and drafts) or direct is None:
            return roles
        last = drafts[-1]
        if self._is_deed(direct):
            before = reversed(drafts[-_FEW:])
            last = next((one for one in before if one.event_type not in _ON_DEEDS), last)
        elif direct.determiner != "demonstrative" and not _characterises(sense, direct, last):
            return roles
        if clause.passive:
            return roles
        others = tuple(one for one in last.initiator if one not in roles[0])
        return roles[0], others or tuple(one for one in last.target if one not in roles[0])

    def _is_deed(self, phrase: Phrase) -> bool:
        """Whether it is "the move" or the like, that the text has told."""
        known = phrase.determiner == "definite" and not phrase.parts
        return known and phrase.lemma in self.words.words.get("stands_for.deeds", ())

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
        if not self.next_item.fullmatch(gap):
            return roles
        named = {*roles[0], *roles[1]}
        initiator = roles[0] or tuple(one for one in before.initiator if one not in named)
        target = roles[1] or tuple(one for one in before.target if one not in named)
        return initiator, target


def _characterises(sense: Sense, direct: Phrase, last: Draft) -> bool:
    """Whether "denounced an act of piracy" may speak of the hostile deed told last.

    Praise ("hailed a historic step") may speak of a friendly one; a refusal is of what it names.
    """
    if last.event_type is None or direct.determiner not in ("indefinite", "definite"):
        return False
    if direct.kind != "noun" or (direct.determiner == "definite" and direct.parts):
        return False
    hostile = quad_class(last.event_type) in _CONFLICT
    return sense.type is not EventType.REJECT and hostile == (sense.type is EventType.ACCUSE)
