"""Who is initiator and who is target, from the markers of arguments."""

from collections.abc import Iterator, Sequence

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.reading.clause import Argument, Phrase
from foedus.reading.referents import Referents, distinct
from foedus.reading.vocabulary import Sense

__all__ = ["Pair", "roles_of_noun", "roles_of_verb"]

_ON_PLACES = (EventType.ASSAULT, EventType.COERCE)
_OWNING = ("object", "of", "indirect")
_WITH = ("with",)
_DEEPEST = 2
Pair = tuple[tuple[str, ...], tuple[str, ...]]
"""Initiators and targets."""


def roles_of_verb(
    sense: Sense, arguments: Sequence[Argument], referents: Referents, undergone: bool = False
) -> Pair:
    """Return initiators and targets of a verb; with `undergone` its subject is the target."""
    roles = sense.roles
    # The thing a verb needs ("declare war") is nobody, whoever the last war was between.
    arguments = [one for one in arguments if not _is_needed(one.phrase, sense, referents)]
    if roles.verb_both:
        both = _together(roles.verb_both, arguments, referents)
        if len(both) == 1:
            things = [one for one in arguments if one.marker in ("object", sense.needs_in)]
            both = distinct((*both, *_together(_WITH, tuple(_deeper(things, 1)), referents)))
        return both, ()
    initiator = _first(roles.verb_initiator, arguments, referents)
    if not initiator and sense.frame == "receive":
        things = [one for one in arguments if one.marker == "object"]
        giving = (*roles.verb_initiator, "adjective")
        initiator = _first(giving, tuple(_deeper(things, 1)), referents)
    if not initiator and not any(one.marker == "subject" for one in arguments):
        # "X was told of the plan by Y": the parser hangs the agent of a passive a step too low.
        initiator = _first(("agent", "by"), tuple(_deeper(arguments, 0)), referents)
    asked = sense.type is EventType.REQUEST
    # A body may ask something of its own state or union: the one asked is then both.
    target = _of_tie(sense, arguments, referents, initiator)
    target = target or _first(roles.verb_target, arguments, referents, () if asked else initiator)
    if asked and target:
        return initiator, target
    if not target:
        things = [one for one in arguments if one.marker in ("object", sense.needs_in)]
        below = [marker for marker in roles.verb_target if marker not in _OWNING]
        target = _first(below, tuple(_deeper(things, 1)), referents, without=initiator)
        target = target or _of_speaker(sense, things, initiator, referents)
        target = target or distinct(
            actor
            for thing in things
            for actor in referents.named(thing.phrase.start, thing.phrase.trimmed)
            if actor not in initiator
        )
    if not target and (sense.frame == "visit" or sense.type in _ON_PLACES):
        target = _host(arguments, referents, initiator)
    if undergone:
        subject = _first(("subject",), arguments, referents)
        giving = ("of", "from", "agent", "by", "adjective", "possessor", "compound")
        source = _first(giving, arguments, referents)
        return tuple(one for one in source if one not in subject), subject
    return _apart(initiator, target)


def _of_tie(
    sense: Sense, arguments: Sequence[Argument], referents: Referents, without: tuple[str, ...]
) -> tuple[str, ...]:
    """With whom or what the tie is that a verb cuts: "suspendre sa participation à l'alliance"."""
    if sense.type is not EventType.SANCTION:
        return ()
    parts = [
        part
        for one in arguments
        if one.marker == "object" and one.phrase.lemma in sense.needs
        for part in one.phrase.parts
    ]
    return _first(("with", "to", "of", "against"), parts, referents, without)


def _is_needed(phrase: Phrase, sense: Sense, referents: Referents) -> bool:
    """Whether a bare noun only is what the verb needs."""
    bare = phrase.kind == "noun" and not phrase.parts and phrase.lemma in sense.needs
    pact = referents.pacts.is_alone(phrase) and phrase.determiner == "definite"
    if bare and sense.needs_in != "object" and (pact or referents.pacts.parties_to(phrase)):
        return False  # "withdrew from the pact": from those who are party to it
    return bare and referents.mention_of(phrase) is None


def roles_of_noun(
    sense: Sense,
    arguments: Sequence[Argument],
    referents: Referents,
    carrier: Sequence[Argument] = (),
) -> Pair:
    """Return initiators and targets of an event noun; `carrier` are a light verb's own arguments.

    A light verb's subject is the initiator, or takes part with all others in what is reciprocal.
    """
    roles = sense.roles
    if roles.noun_both:
        return _of_reciprocal_noun(sense, arguments, referents, carrier)
    sides = _first(("between",), arguments, referents)
    if len(sides) > 1:
        # "the hostilities between X and Y": neither side is said to have begun.
        return sides, ()
    initiator = _first(roles.verb_initiator[:2], carrier, referents)
    if not initiator:
        initiator = _first(roles.noun_initiator, arguments, referents)
    target = _first(roles.noun_target, arguments, referents, without=initiator)
    if not target and carrier:
        target = _first((*roles.verb_target, *roles.noun_target), carrier, referents, initiator)
    if carrier and initiator and not target:
        # "Turkey approved Sweden's accession": whose event it is undergoes what is done about it.
        target = _first(roles.noun_initiator, arguments, referents, without=initiator)
    if not target and sense.frame == "visit":
        target = _host((*carrier, *arguments), referents, initiator)
    if not (initiator and target):
        deeper = tuple(_deeper(arguments, _DEEPEST))
        initiator = initiator or _first(roles.noun_initiator, deeper, referents, target)
        target = target or _first(roles.noun_target, deeper, referents, initiator)
    if initiator and not target and any(one.marker in ("by", "agent") for one in arguments):
        # "the recognition of X by Y": whose event it is undergoes where another acts
        target = _first(("of",), arguments, referents, initiator)
    return _apart(initiator, target)


def _of_reciprocal_noun(
    sense: Sense,
    arguments: Sequence[Argument],
    referents: Referents,
    carrier: Sequence[Argument],
) -> Pair:
    """All who take part; but "with X" alone makes X the target of whoever is being spoken of."""
    roles = sense.roles
    markers = (*roles.verb_both, *roles.noun_both) if carrier else roles.noun_both
    others = _together(_WITH, (*carrier, *arguments), referents)
    owners = _together(
        [marker for marker in markers if marker not in _WITH], (*carrier, *arguments), referents
    )
    if others and not carrier:
        about = referents.voice or referents.topic
        owners = owners or tuple(one for one in about if one not in others)
        return (owners, others) if owners else (others, ())
    return _of_ours(distinct((*owners, *others)), arguments, referents), ()


def _of_ours(
    parties: tuple[str, ...], arguments: Sequence[Argument], referents: Referents
) -> tuple[str, ...]:
    """Both sides of what a speaker calls "our cooperation": the last two put together."""
    ours = any(
        one.marker == "possessor" and referents.words.has("stands_for.ourselves", one.phrase.lemma)
        for one in arguments
    )
    alone = len(parties) == 1 and parties[0] in referents.pair
    return referents.pair if ours and alone else parties


def _of_speaker(
    sense: Sense, things: Sequence[Argument], initiator: tuple[str, ...], referents: Referents
) -> tuple[str, ...]:
    """Whoever speaks, when what is done to "his country" cannot be done by its own country."""
    if sense.frame not in ("upon", "onto") or set(referents.voice) & set(initiator):
        return ()
    owned = any(one.phrase.determiner == "possessive" for one in things)
    return referents.voice if owned and quad_class(sense.type) in _HOSTILE else ()


_HOSTILE = (QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT)


def _host(
    arguments: Sequence[Argument], referents: Referents, without: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose capital is visited."""
    return distinct(
        actor
        for argument in arguments
        if argument.marker in ("to", "in", "object")
        for actor in referents.host(argument.phrase)
        if actor not in without
    )


def _deeper(arguments: Sequence[Argument], depth: int) -> Iterator[Argument]:
    """The complements of complements: the parser hangs many a one a step too low."""
    for argument in arguments:
        yield from argument.phrase.parts
        if depth:
            yield from _deeper(argument.phrase.parts, depth - 1)


def _first(
    markers: Sequence[str],
    arguments: Sequence[Argument],
    referents: Referents,
    without: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The actors under the first marker that has any besides those already given a role."""
    for marker in markers:
        found = distinct(
            actor
            for argument in arguments
            if argument.marker == marker
            for actor in referents.actors(argument.phrase)
        )
        found = tuple(actor for actor in found if actor not in without)
        if found:
            return found
    return ()


def _together(
    markers: Sequence[str], arguments: Sequence[Argument], referents: Referents
) -> tuple[str, ...]:
    """All who take part, in the order of the markers."""
    return distinct(
        actor
        for marker in markers
        for argument in arguments
        if argument.marker == marker
        for actor in referents.actors(argument.phrase)
    )


def _apart(initiator: tuple[str, ...], target: tuple[str, ...]) -> Pair:
    return initiator, tuple(actor for actor in target if actor not in initiator)
