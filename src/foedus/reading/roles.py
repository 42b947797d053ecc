"""Who is initiator and who is target, from the markers of arguments."""

from collections.abc import Iterator, Sequence

from foedus.evidence import EventType
from foedus.reading.clause import Argument
from foedus.reading.referents import Referents, distinct
from foedus.reading.vocabulary import Sense

__all__ = ["Pair", "roles_of_noun", "roles_of_verb"]

_OWNING = ("object", "de", "of", "indirect")
_WITH = ("avec", "with")
_DEEPEST = 2
Pair = tuple[tuple[str, ...], tuple[str, ...]]
"""Initiators and targets."""


def roles_of_verb(
    sense: Sense, arguments: Sequence[Argument], referents: Referents, undergone: bool = False
) -> Pair:
    """Return initiators and targets of a verb; with `undergone` its subject is the target."""
    roles = sense.roles
    if roles.verb_both:
        both = _together(roles.verb_both, arguments, referents)
        if len(both) == 1:
            things = [argument for argument in arguments if argument.marker == "object"]
            both = distinct((*both, *_together(_WITH, tuple(_deeper(things, 1)), referents)))
        return both, ()
    initiator = _first(roles.verb_initiator, arguments, referents)
    if not initiator and sense.frame == "receive":
        initiator = _first(roles.verb_initiator, tuple(_deeper(arguments, 1)), referents)
    asked = sense.type is EventType.REQUEST
    # A body may ask something of its own state or union: the one asked is then both.
    target = _first(roles.verb_target, arguments, referents, () if asked else initiator)
    if asked and target:
        return initiator, target
    if not target:
        things = [argument for argument in arguments if argument.marker == "object"]
        below = [marker for marker in roles.verb_target if marker not in _OWNING]
        target = _first(below, tuple(_deeper(things, 1)), referents, without=initiator)
        target = target or distinct(
            actor
            for thing in things
            for actor in referents.named(thing.phrase.start, thing.phrase.trimmed)
            if actor not in initiator
        )
    if undergone:
        subject = _first(("subject",), arguments, referents)
        source = _first(("de", "from", "agent", "by", "par", "adjective"), arguments, referents)
        return tuple(one for one in source if one not in subject), subject
    return _apart(initiator, target)


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
    initiator = _first(roles.verb_initiator[:2], carrier, referents)
    if not initiator:
        initiator = _first(roles.noun_initiator, arguments, referents)
    target = _first(roles.noun_target, arguments, referents, without=initiator)
    if not target and carrier:
        target = _first((*roles.verb_target, *roles.noun_target), carrier, referents, initiator)
    if carrier and initiator and not target:
        # "Turkey approved Sweden's accession": whose event it is undergoes what is done about it.
        target = _first(roles.noun_initiator, arguments, referents, without=initiator)
    if not (initiator and target):
        deeper = tuple(_deeper(arguments, _DEEPEST))
        initiator = initiator or _first(roles.noun_initiator, deeper, referents, target)
        target = target or _first(roles.noun_target, deeper, referents, initiator)
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
        owners = owners or tuple(one for one in referents.topic if one not in others)
        return (owners, others) if owners else (others, ())
    return distinct((*owners, *others)), ()


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
