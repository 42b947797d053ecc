"""Where two readers of one text agree, where they differ, and what only one of them read.

Nothing is merged: both assertions of a pair stay as they are, each with its own `read_by`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from foedus.evidence import Assertion, Day, Speaker

__all__ = ["ASPECTS", "Comparison", "Pair", "disagreements"]

ASPECTS = ("type", "initiator", "target", "day", "modality", "speaker")
"""What two assertions of one passage may differ in, in the order in which it is told."""

LEAST_OVERLAP = 0.3
"""Shared characters by all characters of both passages: the share by which the evaluation pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage as the rules and as the model read it, and in which aspects they differ."""

    rules: Assertion
    model: Assertion
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two readings side by side, everything in the order of the text."""

    agreed: tuple[Pair, ...]
    differing: tuple[Pair, ...]
    only_rules: tuple[Assertion, ...]
    only_model: tuple[Assertion, ...]


def disagreements(rules: Sequence[Assertion], model: Sequence[Assertion]) -> Comparison:
    """Return how two readings of the same documents stand to each other.

    Assertions are paired one to one where their passages overlap by three tenths or more: first
    those that give the same type of event, the best overlap first, then the others likewise.
    """
    pairs = sorted(_paired(rules, model), key=lambda pair: _place(pair.rules))
    told = {id(one) for pair in pairs for one in (pair.rules, pair.model)}
    return Comparison(
        agreed=tuple(pair for pair in pairs if not pair.differs),
        differing=tuple(pair for pair in pairs if pair.differs),
        only_rules=_others(rules, told),
        only_model=_others(model, told),
    )


def _others(assertions: Sequence[Assertion], told: set[int]) -> tuple[Assertion, ...]:
    return tuple(sorted((one for one in assertions if id(one) not in told), key=_place))


def _paired(rules: Sequence[Assertion], model: Sequence[Assertion]) -> Iterator[Pair]:
    near = [
        (one.event_type != other.event_type, -overlap, _place(one), _place(other), one, other)
        for one, other in _meeting(rules, model)
        if (overlap := _overlap(one, other)) >= LEAST_OVERLAP
    ]
    near.sort(key=lambda found: found[:4])
    taken: set[int] = set()
    for *_, one, other in near:
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            yield Pair(one, other, tuple(_differing(one, other)))


def _meeting(
    rules: Sequence[Assertion], model: Sequence[Assertion]
) -> Iterator[tuple[Assertion, Assertion]]:
    """Every two whose passages share a character."""
    ordered = sorted(model, key=_place)
    starts = [(one.passage.document, one.passage.start) for one in ordered]
    reach = list(accumulate(((o.passage.document, o.passage.end) for o in ordered), max))
    for one in rules:
        document, start, end = one.passage.document, one.passage.start, one.passage.end
        place = bisect_left(starts, (document, end)) - 1
        while place >= 0 and reach[place] > (document, start):
            if _overlap(one, ordered[place]) > 0:
                yield one, ordered[place]
            place -= 1


def _overlap(one: Assertion, other: Assertion) -> float:
    mine, its = one.passage, other.passage
    if mine.document != its.document:
        return 0.0
    shared = min(mine.end, its.end) - max(mine.start, its.start)
    return max(0, shared) / (max(mine.end, its.end) - min(mine.start, its.start))


def _differing(one: Assertion, other: Assertion) -> Iterator[str]:
    same = (
        one.event_type == other.event_type,
        set(one.initiator) == set(other.initiator),
        set(one.target) == set(other.target),
        _bare(one.day) == _bare(other.day),
        one.modality == other.modality,
        _same_speaker(one.attributed_to, other.attributed_to),
    )
    return (aspect for aspect, alike in zip(ASPECTS, same, strict=True) if not alike)


def _bare(day: Day | None) -> str | None:
    """The day without the marks of doubt and approximation, which two readers set differently."""
    return day.edtf.rstrip("?~%") if day else None


def _same_speaker(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether both speak for the same actor; where one does not say for whom, by the name."""
    if one is None or other is None:
        return one is other
    if one.represents and other.represents:
        return one.represents == other.represents
    names = [set((speaker.name or "").casefold().split()) for speaker in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _place(one: Assertion) -> tuple[str, int, int, str]:
    return one.passage.document, one.passage.start, one.passage.end, one.id
