"""Who does it and to whom, as words of a sentence, whether or not they name an actor we know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.reading.carriers import Carriers
from foedus.reading.clause import Argument, Clause, Phrase
from foedus.reading.events import Carried
from foedus.reading.languages import language_of
from foedus.reading.parsing import whole
from foedus.reading.predication import clauses
from foedus.reading.vocabulary import vocabulary

__all__ = ["parties"]

Span = tuple[int, int]
_OUTER = ("main", "content", "coordinate")
_TOGETHER = ("with", "between", "object", "to")
_BELOW = 2


def parties(text: str, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where the initiators and the targets of a sentence's foremost event stand.

    Its foremost event is that of the first clause, counted from the outside, of which the lexicon
    has a sense and both parties are told; failing that, of which one is.
    """
    text = whole(text)
    words, tongue = vocabulary(language), language_of(language)
    found = []
    times = tuple((time.start, time.end) for time in tongue.times(text, None))
    for tree in tongue.trees(text):
        tree.grow()
        read = clauses(tree, tongue.grammar, words.predicative_nouns)
        carriers = Carriers(words)
        carriers.read(read)
        for clause in read:
            said = carriers.said.get(clause.word)
            if clause.nominal or said is None:
                continue
            initiator, target = _initiator(clause, said), _target(_timeless(said, times))
            found.append((_rank(clause, initiator, target), initiator, target))
    if not found:
        return (), ()
    _, initiator, target = max(found, key=lambda one: one[0])
    return tuple(_spans(initiator)), tuple(_spans(target))


def _timeless(said: Carried, times: Sequence[Span]) -> Carried:
    """What is said without the arguments that only say when."""
    kept = tuple(
        one
        for one in said.arguments
        if not any(start <= one.phrase.head_start < end for start, end in times)
    )
    return replace(said, arguments=kept)


def _rank(clause: Clause, initiator: Phrase | None, target: Phrase | None) -> tuple[int, bool, int]:
    told = (initiator is not None) + (target is not None)
    return told, clause.link in _OUTER and clause.is_finite, -clause.head_start


def _initiator(clause: Clause, said: Carried) -> Phrase | None:
    roles = said.sense.roles
    if said.noun is not None and said.path in ("subject", "object"):
        return _first((*roles.noun_initiator, *roles.noun_both), said.noun.arguments)
    markers = ("agent", "by") if clause.passive else ("subject",)
    if said.undergone:
        return _first(("from", "by", "agent", "of"), said.arguments)
    return _first((*markers, *roles.verb_initiator[:2]), said.arguments)


def _target(said: Carried) -> Phrase | None:
    roles, arguments = said.sense.roles, said.arguments
    if said.undergone:
        return _first(("subject",), arguments)
    if said.noun is not None:
        markers = (*roles.noun_target, *roles.verb_target) or _TOGETHER
        others = [one for one in arguments if one.marker not in ("subject", "object")]
        return _first(markers, others) or _first(markers, tuple(_deeper(others, _BELOW)))
    markers = roles.verb_target or _TOGETHER
    things = [one for one in arguments if one.marker == "object"]
    if said.sense.needs and said.sense.needs_in == "object":
        beside = [one for one in arguments if one.marker != "object"]
        markers = tuple(marker for marker in markers if marker != "object")
        found = _first(markers, beside) or _first(markers, tuple(_deeper(things, _BELOW)))
        return found or _first(("object",), arguments)
    return _first(markers, arguments)


def _first(markers: Sequence[str], arguments: Sequence[Argument]) -> Phrase | None:
    for marker in markers:
        for argument in arguments:
            if argument.marker == marker:
                return argument.phrase
    return None


def _deeper(arguments: Sequence[Argument], depth: int) -> Iterator[Argument]:
    for argument in arguments:
        yield from argument.phrase.parts
        if depth > 1:
            yield from _deeper(argument.phrase.parts, depth - 1)


def _spans(phrase: Phrase | None) -> Iterator[Span]:
    if phrase is None:
        return
    first = min([phrase.trimmed, *(one.start for one in phrase.conjuncts)])
    yield phrase.start, max(phrase.head_end, first)
    for conjunct in phrase.conjuncts:
        yield conjunct.start, max(conjunct.head_end, conjunct.trimmed)
