"""Who plays which part in a verbal clause: who acts, upon whom, and whom a state is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.reading.clause import Argument, Clause
from foedus.reading.draft import Draft
from foedus.reading.events import Carried, EventNoun, event_noun
from foedus.reading.memory import Memory
from foedus.reading.referents import Referents, distinct
from foedus.reading.roles import Pair, roles_of_noun, roles_of_verb
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Casting"]

_NOBODY: Pair = ((), ())
_ABOUT_DEEDS = frozenset({EventType.ACCUSE, EventType.PROTEST})
_SAID_OF = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REQUEST, EventType.THREATEN})
_HOSTILE = (QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT)
_NEXT = 6
_BESIDE_THE_POINT = ("subject", "adjective", "adverbial", "apposition", "as")
_WITH_COMPLEMENTS = ("subject", "object", "attribute")
_TOWARD = ("with", "against", "toward", "towards", "to", "for", "of", "on", "about", "by")


@dataclass(slots=True)
class Casting:
    """Gives the parts of a clause to actors, from its arguments and from what the text has told."""

    text: str
    words: Vocabulary
    referents: Referents
    memory: Memory
    drafts: list[Draft]

    def roles(self, clause: Clause, said: Carried | None) -> Pair:
        """Return initiators and targets of what a verbal clause carries; nobody for nothing."""
        if said is None:
            return _NOBODY
        signed = self._signed(clause, said)
        if signed:
            return signed, ()
        if self._provides(clause, said):
            return self.referents.pair, ()
        if said.noun is None or said.undergone:
            roles = roles_of_verb(said.sense, said.arguments, self.referents, said.undergone)
            return self._about_deed(clause, said, roles)
        inner = said.noun.arguments
        if said.path in ("subject", "object", "provision"):
            roles = roles_of_noun(said.sense, inner, self.referents)
        else:
            outer = tuple(argument for argument in said.arguments if argument not in inner)
            roles = roles_of_noun(said.sense, inner, self.referents, outer)
        if said.path == "provision" and not any(roles):
            return self.subject_actors(clause), ()
        roles = roles if any(roles) else self.memory.recalled(said.noun)
        if not any(roles) and clause.link == "participle":
            return roles
        parties = self._parties(said, said.noun, any(roles))
        return (parties, ()) if parties else roles

    def _provides(self, clause: Clause, said: Carried) -> bool:
        """Whether "it" is a treaty just told that provides for something."""
        subject = clause.own_subject
        if said.path not in ("light", "aspect") or subject is None:
            return False
        article = self.words.has("cues.not_speakers", subject.lemma)
        if subject.kind != "pronoun" and not (article and not self.referents.actors(subject)):
            return False
        treaty = self.words.has("aspect.provides", clause.lemma) and not subject.plural
        return treaty and self.referents.last_tie == self.referents.pair and clause.link == "main"

    def _signed(self, clause: Clause, said: Carried) -> tuple[str, ...]:
        """The parties to the treaty right before "signed in 1961", whatever the parser made of it.

        None where the participle has an agent or a partner of its own.
        """
        if said.sense.type is not EventType.AGREE or not clause.passive or said.path != "verb":
            return ()
        alone = clause.argument("agent", "by", "with", "between") is None
        if clause.mood != "participle" or not alone:
            return ()
        return self.referents.pacts.before(self.text, clause.predicate)

    def _parties(self, said: Carried, noun: EventNoun, told: bool) -> tuple[str, ...]:
        """The parties to the treaty that carries what is said, when no verb says who acts."""
        pacts = self.referents.pacts
        treaty = noun.outer if said.path == "provision" else noun.inner
        if said.path not in ("subject", "object", "provision"):
            return ()
        return pacts.parties_to(treaty) if told or pacts.is_alone(treaty) else ()

    def _about_deed(self, clause: Clause, said: Carried, roles: Pair) -> Pair:
        """Roles in which whoever did a deed is the target of what is said about it.

        "Condamner l'invasion de l'Ukraine par la Russie" is aimed at Russia.
        """
        direct = clause.argument("object")
        if said.sense.type in _SAID_OF and not roles[1]:
            roles = roles[0], self._whom_said_of(clause, roles[0])
        if said.sense.type not in _ABOUT_DEEDS or direct is None or clause.passive:
            return roles
        noun = event_noun(direct, self.words)
        if noun is None:
            return roles
        doers = roles_of_noun(noun.sense, noun.arguments, self.referents)[0]
        if not (doers or roles[1] or direct.parts) and quad_class(noun.sense.type) in _HOSTILE:
            doers = self.memory.recalled(noun)[0]
        doers = tuple(one for one in doers if one not in roles[0])
        return (roles[0], doers) if doers else roles

    def _whom_said_of(self, clause: Clause, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Who does what somebody complains of ("complained that Russia …"), or to whom it is done.

        The latter where nobody else does it, and to one actor only ("threatened to …").
        """
        for content in clause.contents:
            doers = self.subject_actors(content)
            others = tuple(one for one in doers if one not in speakers)
            if others:
                return others
            named = distinct(
                actor
                for argument in content.arguments
                if argument.marker not in ("subject", "according")
                for actor in self.referents.actors(argument.phrase)
            )
            others = tuple(one for one in named if one not in speakers)
            if len(others) == 1:
                return others
        for draft in self.drafts[-_NEXT:]:
            # "« X has violated our airspace », the minister complained"
            if draft.frame is not None and draft.frame.clause is clause:
                return tuple(one for one in draft.initiator if one not in speakers)
        return ()

    def subject_actors(self, clause: Clause) -> tuple[str, ...]:
        """Return whom the grammatical subject of a clause stands for."""
        subject = clause.subject
        if subject is None:
            return ()
        return self.referents.told.get(subject.word) or self.referents.actors(subject)

    def bystanders(self, clause: Clause, subject: tuple[str, ...]) -> Pair:
        """Whom a state of affairs is about: its subject, and whom its other arguments name."""
        weighed = self._weighed(clause)
        if len(weighed) > 1:
            return weighed, ()
        others = distinct(
            actor
            for argument in clause.arguments
            if argument.marker not in _BESIDE_THE_POINT
            and not (clause.passive and argument.marker == "object")
            for actor in self.referents.actors(argument.phrase) or self._allied(argument)
        )
        if not subject:
            return others, ()
        aside = tuple(actor for actor in others if actor not in subject)
        return subject, aside or self._named_beside(clause, subject)

    def _named_beside(self, clause: Clause, subject: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the complements of a clause's arguments name ("whose relations with X soured")."""
        beside = [
            part.phrase
            for argument in clause.arguments
            if argument.marker in _WITH_COMPLEMENTS and clause.is_finite
            for part in argument.phrase.parts
            if part.marker in _TOWARD
        ]
        meant = [actor for phrase in beside for actor in self.referents.actors(phrase)]
        named = [one for it in beside for one in self.referents.named(it.start, it.trimmed)]
        others = (tuple(one for one in some if one not in subject) for some in (meant, named))
        return distinct(next((some for some in others if some), ()))

    def _allied(self, argument: Argument) -> tuple[str, ...]:
        """Whose ally or supplier somebody is said to be."""
        if argument.marker != "attribute":
            return ()
        owners = [part.phrase for part in argument.phrase.parts if part.marker == "possessor"]
        return distinct(actor for owner in owners for actor in self.referents.actors(owner))

    def _weighed(self, clause: Clause) -> tuple[str, ...]:
        """The parties to what a participle weighs ("confirmant l'importance de cette alliance")."""
        direct = clause.argument("object")
        if clause.link != "participle" or clause.passive or direct is None:
            return ()
        return self.referents.actors(direct)

    def is_host(self, arguments: Sequence[Argument], target: tuple[str, ...]) -> bool:
        """Whether the target stands under a marker of place."""
        below = [part for argument in arguments for part in argument.phrase.parts]
        return any(
            argument.marker in self.words.words["stands_for.host_markers"]
            and set(self.referents.actors(argument.phrase)) & set(target)
            for argument in (*arguments, *below)
        )
