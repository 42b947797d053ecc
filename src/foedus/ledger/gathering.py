"""Assertions gathered into events, by the rules of `same_event` and the analyst's rulings.

Only assertions that share a party, a type and some stretch of days are ever compared, so the work
grows with the number of assertions and not with that of their pairs.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from foedus.evidence import EventType
from foedus.ledger.items import Item, Teller, items
from foedus.ledger.rulings import Rulings
from foedus.ledger.same_event import OPEN, Telling, agree, alike, same, types_near

__all__ = ["gathered"]

Window = tuple[int, int]

_BLOCK = 32


@dataclass(slots=True)
class _Event:
    """An event in the making.

    `first_end` and `last_start` are those of the windows of all that tells of it: only what begins
    before the one and ends after the other can have been at the same time as all.
    """

    members: list[str] = field(default_factory=list)
    told: dict[tuple[Telling, ...], None] = field(default_factory=dict)
    tellers: dict[Teller, frozenset[Window | None]] = field(default_factory=dict)
    deniable: set[Window] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    last_start: int = OPEN[0]
    first_end: int = OPEN[1]

    def take(self, item: Item) -> None:
        self.members.extend(item.members)
        self.apart |= item.apart
        self.deniable |= item.deniable
        for teller, pins in item.tellers.items():
            self.tellers[teller] = self.tellers.get(teller, frozenset()) | pins
        if item.told:
            self.told[item.told] = None
            self.last_start = max(self.last_start, min(one.start for one in item.told))
            self.first_end = min(self.first_end, max(one.end for one in item.told))

    def admits(self, item: Item) -> bool:
        """Whether nothing forbids that the item belongs here, and a member tells of the same."""
        return (
            bool(self.told)
            and not (self.apart and self.apart & item.apart)
            and (self._admits_telling(item) if item.told else self._admits_denial(item.denial))
        )

    def _admits_telling(self, item: Item) -> bool:
        for teller, pins in item.tellers.items():
            if teller in self.tellers and not _one_day(self.tellers[teller], pins):
                return False
        if item.told in self.told:
            return _any(same, item.told, item.told)
        return all(_any(agree, item.told, told) for told in self.told) and any(
            _any(same, item.told, told) for told in self.told
        )

    def _admits_denial(self, denial: Telling | None) -> bool:
        return (
            denial is not None
            and any(denial.start <= end and start <= denial.end for start, end in self.deniable)
            and all(_any(alike, (denial,), told) for told in self.told)
        )


def gathered(rows: Sequence[Mapping[str, Any]], ruled: Rulings) -> list[tuple[str, ...]]:
    """Return the ids of the assertions that tell of each event, sorted; each id stands in one.

    `rows` are those of the table `assertions` that tell of events; their order does not matter.
    """
    events: list[_Event] = []
    filed: dict[Hashable, set[int]] = defaultdict(set)
    for item in items(rows, ruled):
        number = None if item.opens_an_event else _event_for(item, events, filed)
        if number is None:
            number = len(events)
            events.append(_Event())
        events[number].take(item)
        for place in (item.told, *_places(item.told, item.deniable)):
            filed[place].add(number)
    return sorted(tuple(sorted(event.members)) for event in events)


def _event_for(
    item: Item, events: Sequence[_Event], filed: Mapping[Hashable, set[int]]
) -> int | None:
    """Return the number of the one event the item belongs to; None where none or several may."""
    near: set[int] = set().union(*(filed.get(place, ()) for place in _looked_up(item)))
    if item.denial:
        return _only(_answered(item, item.denial, near, events))
    in_same_terms = filed.get(item.told, set())
    fitting = _first_two(in_same_terms, item, events)
    if not fitting:
        start, end = min(one.start for one in item.told), max(one.end for one in item.told)
        in_time = (
            number
            for number in near - in_same_terms
            if start <= events[number].first_end and events[number].last_start <= end
        )
        fitting = _first_two(in_time, item, events)
    return _only(fitting)


def _first_two(numbers: Iterable[int], item: Item, events: Sequence[_Event]) -> list[int]:
    # Two are enough to know that there is more than one.
    return list(islice((number for number in numbers if events[number].admits(item)), 2))


def _only(fitting: Sequence[int]) -> int | None:
    return fitting[0] if len(fitting) == 1 else None


def _answered(
    item: Item, denial: Telling, near: Iterable[int], events: Sequence[_Event]
) -> list[int]:
    """Return, of the events a denial may mean, those claimed last, and of these the most alike."""
    claimed: dict[int, list[int]] = defaultdict(list)
    for number in near:
        claimed[_last_day(events[number].deniable, denial.end)].append(number)
    for last in sorted(claimed, reverse=True):
        fitting = [number for number in claimed[last] if events[number].admits(item)]
        if fitting:
            likeness = {number: _likeness(denial, events[number].told) for number in fitting}
            most = max(likeness.values())
            return [number for number in fitting if likeness[number] == most]
    return []


def _last_day(windows: Iterable[Window], limit: int) -> int:
    return max((end for _, end in windows if end <= limit), default=0)


def _likeness(denial: Telling, told: Iterable[Sequence[Telling]]) -> int:
    return max(
        2 * len(denial.initiator & one.initiator)
        + 2 * len(denial.target & one.target)
        + (denial.event_type == one.event_type)
        for tellings in told
        for one in tellings
    )


def _places(told: Iterable[Telling], deniable: Iterable[Window]) -> Iterator[Hashable]:
    """Yield where an item is filed: by type, party and stretch of days."""
    windows = set(deniable)
    for one in told:
        for party in one.parties:
            for stretch in (*_stretches(one), *_blocks(windows)):
                yield one.event_type, party, stretch


def _looked_up(item: Item) -> Iterator[Hashable]:
    """Yield where to look for the event of an item."""
    for one in item.told or (item.denial,):
        if one is not None:
            for event_type in types_near(one.event_type):
                yield from _under(event_type, one)


def _under(event_type: EventType, one: Telling) -> Iterator[Hashable]:
    for party in one.parties:
        for stretch in _stretches(one):
            yield event_type, party, stretch


def _stretches(told: Telling) -> Iterator[Hashable]:
    if told.dating == "lasting":
        yield "from", told.start
        yield "to", told.end
    elif told.dating != "none":
        yield from _blocks([(told.start, told.end)])


def _blocks(windows: Iterable[Window]) -> set[int]:
    return {block for start, end in windows for block in range(start // _BLOCK, end // _BLOCK + 1)}


def _any(rule: Any, some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    return any(rule(one, other) for one in some for other in others)


def _one_day(there: frozenset[Window | None], here: frozenset[Window | None]) -> bool:
    return there == here and len(here) == 1 and None not in here
