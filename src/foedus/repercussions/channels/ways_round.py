"""How much can pass from one actor to another by the channels known, and which links to close.

Capacities are ranges and some channels may not be open, so each answer is given twice. **At low**:
only the channels that are surely open that day, each with the least it can carry: so much passes
whatever the truth is. **At high**: all that may be open, each with the most. The greatest flow
never falls when a capacity rises, so the truth lies between the two as far as the channels listed
go.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from foedus.errors import UnknownChannelEnd
from foedus.repercussions.channels.interdiction import Interdiction, interdiction
from foedus.repercussions.channels.max_flow import max_flow
from foedus.repercussions.channels.network import Network
from foedus.sources.channel_file import Channel, open_on

__all__ = ["SECONDS", "At", "WaysRound", "kinds_of", "ways_round"]

SECONDS = 60.0
"""How long a choice of links may be sought at either end of the ranges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """What holds at one end of the ranges.

    `flow` is the most that passes (infinite: nobody knows a bound). `cut` are channels that bound
    it, the least cut; `cut_is_unique` says that no others do. `closed` are the links to close,
    after which `left` passes; no choice leaves less than `bound`, and `proven` says that this is
    reached. `left_by_other` is what passes when those are closed that are best at the other end.
    """

    flow: float
    cut: tuple[Channel, ...]
    cut_is_unique: bool
    closed: tuple[Channel, ...]
    left: float
    bound: float
    proven: bool
    left_by_other: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysRound:
    """The channels from `giver` to `taker` of one kind, on a day (None: whatever the day).

    `channels` are those that are or may be open, in the order of the file; `possible` of them may
    be, and `closed_that_day` others are not. `closing` links may be closed.
    """

    giver: str
    taker: str
    what: str
    unit: str
    on: dt.date | None
    closing: int
    channels: tuple[Channel, ...]
    possible: int
    closed_that_day: int
    low: At
    high: At

    @property
    def same_choice(self) -> bool:
        """Whether one choice is best at both ends of the ranges."""
        return (
            self.low.closed == self.high.closed
            or self.low.left_by_other <= self.low.left
            or self.high.left_by_other <= self.high.left
        )


def kinds_of(channels: Iterable[Channel]) -> tuple[tuple[str, str], ...]:
    """Return what passes in these channels, each with its unit, in the order of the file."""
    return tuple(dict.fromkeys((one.what, one.unit) for one in channels))


def ways_round(
    channels: Sequence[Channel],
    giver: str,
    taker: str,
    *,
    closing: int = 1,
    on: dt.date | None = None,
    seconds: float = SECONDS,
) -> WaysRound:
    """Return the flow, its least cut and the best `closing` links to close, at low and at high.

    `channels` are of one kind and unit: amounts of different things are never added. Raises
    UnknownChannelEnd for an end that no channel has, and ValueError for several kinds or one end
    twice.
    """
    kinds = kinds_of(channels)
    if len(kinds) > 1:
        raise ValueError("channels of several kinds or units are not added up")
    nodes = list(dict.fromkeys(end for one in channels for end in (one.giver, one.taker)))
    for end in (giver, taker):
        if end not in nodes:
            raise UnknownChannelEnd(end, tuple(nodes[:5]), "in these channels")
    state = [open_on(one, on) for one in channels]
    kept = [one for one, is_open in zip(channels, state, strict=True) if is_open is not False]
    surely = np.array([is_open for is_open in state if is_open is not False]) == np.True_
    place = {name: number for number, name in enumerate(nodes)}
    low = Network(
        len(nodes),
        np.array([place[one.giver] for one in kept], dtype=np.int64),
        np.array([place[one.taker] for one in kept], dtype=np.int64),
        np.where(surely, np.array([one.low for one in kept]), 0.0),
        place[giver],
        place[taker],
    )
    high = low.carrying(np.array([one.high for one in kept], dtype=np.float64))
    choices = [interdiction(each, closing, seconds=seconds) for each in (low, high)]
    what, unit = kinds[0]
    return WaysRound(
        giver=giver,
        taker=taker,
        what=what,
        unit=unit,
        on=on,
        closing=closing,
        channels=tuple(kept),
        possible=int((~surely).sum()),
        closed_that_day=len(channels) - len(kept),
        low=_at(low, kept, choices[0], choices[1]),
        high=_at(high, kept, choices[1], choices[0]),
    )


def _at(
    network: Network, channels: Sequence[Channel], chosen: Interdiction, other: Interdiction
) -> At:
    flow = max_flow(network)
    return At(
        flow=flow.value,
        cut=tuple(channels[one] for one in flow.cut if network.capacity[one] > 0),
        cut_is_unique=flow.unique,
        closed=tuple(channels[one] for one in chosen.closed),
        left=chosen.value,
        bound=chosen.bound,
        proven=chosen.proven,
        left_by_other=max_flow(network.without(other.closed)).value,
    )
