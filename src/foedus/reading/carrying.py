"""Who a clause goes on with that leaves out its subject, and whom it goes on to be done to.

In Japanese, Korean and Chinese a text names whom it is about once and then leaves it out, also
across sentences and paragraphs ("また、…を求めた").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.reading.clause import Clause
from foedus.reading.draft import Draft
from foedus.reading.events import Carried, EventNoun
from foedus.reading.roles import Pair

__all__ = ["Carrying"]

_NOBODY: Pair = ((), ())
_GOING_ON = ("main", "coordinate", "adverbial")
_AIMED = ("upon", "onto", "give", "aid", "ask")
_UNAIMED = frozenset({EventType.MOBILIZE, EventType.CONSULT, EventType.AGREE})
_ON_DEEDS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.PROTEST})
_FRIENDLY = (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)
_BACK = 4
_PAIR = 2


@dataclass(slots=True)
class Carrying:
    """Who the last main clause was about, as of the end of the sentence before.

    `subject` is carried into a clause of this sentence; `next_subject` into those of the next.
    `pair` are the last two actors that were put together.
    """

    subject: tuple[str, ...] = ()
    next_subject: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()

    def begin(self) -> None:
        """Begin a sentence."""
        self.subject = self.next_subject

    def on(
        self,
        clause: Clause,
        said: Carried | None,
        now: tuple[tuple[str, ...], Pair, bool],
        drafts: Sequence[Draft],
        opened: int,
    ) -> tuple[tuple[str, ...], Pair]:
        """The subject and the roles of a clause with what it leaves out.

        `now` are its subject and its roles by themselves, and whether somebody says it; `drafts`
        what was told before, of which only the paragraph from `opened` on counts.
        """
        subject, roles, framed = now
        loose = said is None and clause.link == "adverbial"
        left_out = () if loose else self._about(clause, framed)
        if said is not None:
            if left_out:
                roles = self._with_subject(said, roles, left_out)
            roles = self._with_target(clause, said, roles, drafts, opened)
        subject = subject or left_out
        self._note(clause, subject, framed)
        return subject, roles

    def _note(self, clause: Clause, subject: tuple[str, ...], framed: bool) -> None:
        """Note who a clause is about, if it is a main clause of the text's own."""
        if subject and not framed and clause.link in ("main", "coordinate"):
            self.next_subject = subject
            if clause.own_subject is not None:
                self.subject = subject

    def _about(self, clause: Clause, framed: bool) -> tuple[str, ...]:
        """Whom a finite clause without a subject goes on with."""
        if framed or clause.subject is not None or clause.passive or clause.impersonal:
            return ()
        going_on = clause.link in _GOING_ON and clause.is_finite
        return self.subject if going_on else ()

    def _with_subject(self, said: Carried, roles: Pair, subject: tuple[str, ...]) -> Pair:
        """The roles of an event with the subject that its clause leaves out."""
        if said.path == "subject":
            return roles
        if said.sense.roles.verb_both:
            return tuple(dict.fromkeys((*subject, *roles[0]))), roles[1]
        if said.undergone:
            return roles[0], roles[1] or tuple(one for one in subject if one not in roles[0])
        return roles[0] or tuple(one for one in subject if one not in roles[1]), roles[1]

    def _with_target(
        self, clause: Clause, said: Carried, roles: Pair, drafts: Sequence[Draft], opened: int
    ) -> Pair:
        """The roles of an event, aimed at whom its initiator's last such event was aimed at.

        Or, where that one was done to the initiator, at who did it; from `opened`, the beginning of
        the paragraph, on.
        """
        kind = said.event_type
        if said.sense.roles.verb_both and len(roles[0]) == 1 and drafts:
            before = drafts[-1]
            met = before.clause.sentence == clause.sentence and clause.link == "coordinate"
            with_somebody = clause.argument("with") is not None
            if met and with_somebody and before.initiator == roles[0]:
                return tuple(dict.fromkeys((*roles[0], *before.target))), roles[1]
            return roles
        if roles[1] or not roles[0] or kind is None or kind in _UNAIMED or clause.passive:
            return roles
        thing = clause.argument("object")
        if thing is not None and thing.kind == "pronoun" and kind in _ON_DEEDS and drafts:
            others = tuple(one for one in drafts[-1].initiator if one not in roles[0])
            return roles[0], others
        if said.sense.frame not in _AIMED or clause.link not in _GOING_ON:
            return roles
        friendly = quad_class(kind) in _FRIENDLY
        for before in drafts[: -_BACK - 1 : -1]:
            if before.start < opened:
                break
            goes_on = clause.link == "coordinate" and before.clause.sentence == clause.sentence
            alike = before.event_type is not None and (
                (quad_class(before.event_type) in _FRIENDLY) == friendly
            )
            if not (alike or goes_on):
                continue
            if set(before.initiator) & set(roles[0]):
                others = (*before.target, *before.initiator)
            elif goes_on and not said.sense.roles.verb_both:
                # "X delivers tanks to Y, and Z shells too"
                others = before.initiator if kind in _ON_DEEDS else before.target
            elif set(before.target) & set(roles[0]):
                others = before.initiator
            else:
                continue
            found = tuple(one for one in others if one not in roles[0])
            if found:
                return roles[0], found
        return roles[0], self._other_side(clause, roles[0])

    def _other_side(self, clause: Clause, initiator: tuple[str, ...]) -> tuple[str, ...]:
        """The other of two sides, for what "the Japanese side" says or does."""
        subject = clause.own_subject
        if subject is None or not subject.lemma.endswith("側") or len(self.pair) != _PAIR:
            return ()
        inside = set(initiator) < set(self.pair)
        return tuple(one for one in self.pair if one not in initiator) if inside else ()

    def given(self, noun: EventNoun, roles: Pair, above: tuple[str, ...]) -> Pair:
        """The roles of help that a noun names: whoever thanks another for it is given it."""
        if noun.sense.type is not EventType.AID or roles[1] or not roles[0]:
            return roles
        return roles[0], tuple(one for one in above if one not in roles[0])
