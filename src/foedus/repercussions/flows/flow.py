"""What claims that can all be true say passed; readings that contradict stand side by side."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy as np

from foedus.repercussions.flows.bounds import ALL, Bounded, clash, consistent_sets, total
from foedus.repercussions.flows.claim import Claim, Manner

__all__ = ["CASE", "Flow", "Window", "flows_of", "meets"]

CASE = "case"
"""The source of a flow that a case's own documents tell of."""

Key = tuple[str, Manner, str]


@dataclass(frozen=True, slots=True)
class Window:
    """The days asked about, both included; `since` is when what nobody dates may have begun.

    `since` is never after `first`. What is said to have passed "by" a day is told whole, from
    `since`: nobody knows how much of it lies before `first`.
    """

    first: dt.date
    last: dt.date
    since: dt.date

    def __post_init__(self) -> None:
        if not self.since <= self.first <= self.last:
            raise ValueError(f"{self.since}, {self.first} and {self.last} are not in order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """So much of one thing, from giver to receiver, as claims that can all be true bound it.

    `low` to `high` is the total over the days that the claims speak of and the window holds, None
    for an end that they leave open; it is in units of `counted` and never added to anything else.
    `earliest` is None where some claim does not say since when. `reading` numbers those that rival
    one another, from 1, and `rivals` counts them: 1 where nothing contradicts. `unsettled` says
    that claims contradict each other in more ways than were looked for.

    `evidence` are ids of claims, `by` who says so, `origins` how many independent sources that is.
    `source` is "case" or "dataset/table"; `of_which` names parts of the amount: what the dataset
    marks as estimated, what was produced under licence.
    """

    giver: str
    receiver: str
    kind: str
    manner: Manner
    counted: str
    low: float | None
    high: float | None
    earliest: dt.date | None
    latest: dt.date | None
    evidence: tuple[str, ...]
    by: tuple[str, ...]
    origins: int
    source: str = CASE
    reading: int = 1
    rivals: int = 1
    unsettled: bool = False
    of_which: Mapping[str, float] = field(default_factory=dict)


def flows_of(
    claims: Iterable[Claim], giver: str, receiver: str, window: Window
) -> tuple[Flow, ...]:
    """Return the flows of these claims, all of one giver and receiver, each thing and manner apart.

    Claims that can all be true make one flow, with the common range and all their evidence; where
    some contradict, there is a flow for each largest set that does not, most origins first. Claims
    without an amount, denials, and claims about days outside the window make none, nor do those of
    which anything or nothing may lie inside.
    """
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for each in claims:
        if each.has_amount and each.manner is not Manner.DENIED and meets(each, window):
            groups[each.kind, each.manner, each.counted or ""].append(each)
    return tuple(
        flow
        for key in sorted(groups, key=lambda one: (one[0], list(Manner).index(one[1]), one[2]))
        for flow in _readings(key, groups[key], giver, receiver, window)
    )


def meets(claim: Claim, window: Window) -> bool:
    """Whether a claim may speak of days in the window."""
    return (claim.begins is None or claim.begins <= window.last) and (
        claim.ends is None or claim.ends >= window.first
    )


def _readings(
    key: Key, claims: Sequence[Claim], giver: str, receiver: str, window: Window
) -> Iterator[Flow]:
    claims = sorted(claims, key=lambda one: one.id)
    bounded = _bounded(claims, window)
    # What is only known by a day is not cut where the window begins: it is told as "by" that day.
    open_begin = any(one.begins is None for one in claims)
    begins = window.since if open_begin else window.first
    asked = begins.toordinal(), window.last.toordinal()
    against = [
        (one, other)
        for one, other in combinations(range(len(claims)), 2)
        if claims[one].against & claims[other].against
    ]

    def clash_in(chosen: tuple[int, ...]) -> tuple[int, ...] | None:
        places = clash(bounded.only(chosen))
        return None if places is None else tuple(chosen[place] for place in places)

    sets, all_found = consistent_sets(len(claims), clash_in, against)
    found = []
    for chosen in sets:
        amount = total(bounded.only(chosen), asked)
        assert amount is not None
        members = [claims[one] for one in chosen]
        if amount != (0.0, np.inf):
            found.append(_flow(key, members, amount, giver, receiver, window))
    found.sort(key=lambda flow: (-flow.origins, flow.high or np.inf, flow.evidence))
    for number, flow in enumerate(found, start=1):
        yield replace(flow, reading=number, rivals=len(found), unsettled=not all_found)


def _bounded(claims: Sequence[Claim], window: Window) -> Bounded:
    parts = _streams(claims)
    first = [(one.begins or window.since).toordinal() for one in claims]
    last = [(one.ends or window.last).toordinal() for one in claims]
    return Bounded(
        low=np.array([one.low or 0.0 for one in claims]),
        high=np.array([np.inf if one.high is None else one.high for one in claims]),
        # What ended before the window's documents begin to speak has its own day at least.
        first=np.minimum(first, last),
        last=np.array(last, dtype=np.int64),
        stream=np.array([parts.get(one.same or one.id, ALL) for one in claims], dtype=np.int64),
    )


def _streams(claims: Sequence[Claim]) -> dict[str, int]:
    """Return a stream for each thing that the analyst holds apart from another one here."""
    held_apart: dict[str, set[str]] = defaultdict(set)
    for each in claims:
        for judgement in each.apart:
            held_apart[judgement].add(each.same or each.id)
    things = sorted({one for many in held_apart.values() if len(many) > 1 for one in many})
    return {thing: number for number, thing in enumerate(things)}


def _flow(
    key: Key,
    members: Sequence[Claim],
    amount: tuple[float, float],
    giver: str,
    receiver: str,
    window: Window,
) -> Flow:
    kind, manner, counted = key
    begins = [one.begins for one in members]
    ends = [one.ends for one in members]
    known = [day for day in begins if day]
    closed = [day for day in ends if day]
    return Flow(
        giver=giver,
        receiver=receiver,
        kind=kind,
        manner=manner,
        counted=counted,
        low=amount[0] or None,
        high=None if np.isinf(amount[1]) else amount[1],
        earliest=max(min(known), window.first) if len(known) == len(begins) else None,
        latest=min(max(closed), window.last) if len(closed) == len(ends) else None,
        evidence=tuple(one.id for one in members),
        by=tuple(dict.fromkeys(one.by for one in members)),
        origins=len({one.origin for one in members}),
    )
