"""What a case asks of sanctions: measures in force on its last day, exposure, channels, mirrors.

Nothing is opened that the case does not name: the published data in its `datasets`, its own lists
in `sanctions/`, `channels.csv` and `mirror.csv`.
"""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedus.actors.states import actor
from foedus.errors import MissingDataset
from foedus.reading.sanctions_lists import sanctions_lists
from foedus.relations.bonds.parts import Provenance
from foedus.repercussions.channels import WaysRound, kinds_of, ways_round
from foedus.repercussions.mirror import Mirror, mirror_of
from foedus.repercussions.sanctions.exposure import FAMILIES, Exposure, exposure_of
from foedus.repercussions.sanctions.in_force import (
    DATASETS,
    Known,
    Standing,
    known_measures,
    measures_in_force,
    targets_of,
)
from foedus.repercussions.sanctions.trade_shares import TradeShares, trade_shares, trade_sources
from foedus.sources.case import Case
from foedus.sources.channel_file import ChannelFile, channel_file
from foedus.sources.trade_reports import trade_reports

__all__ = ["CLOSING", "CaseSanctions", "sanctions_of"]

CLOSING = 2
"""Links that may be closed, in the dossier of a case."""
_SENDERS = 3
"""To so many senders of measures on the focus exposure is told: those with the most targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSanctions:
    """The sanctions of a case on `on`, the last day of its period.

    `in_force` has for each actor in focus the measures on it, empty where the sources have none;
    `known` is None where the case names no source of them. `exposures` are those of the states in
    focus or watched to the chief senders among them all. `ways` are the channels between actors in
    focus, one for each thing that passes. `missing` are data that the case names and this machine
    does not hold.
    """

    on: dt.date
    known: Known | None
    in_force: Mapping[str, tuple[Standing, ...]]
    exposures: tuple[Exposure, ...]
    channels: ChannelFile | None
    ways: tuple[WaysRound, ...]
    mirror: Mirror | None
    missing: tuple[Provenance, ...]


def sanctions_of(case: Case) -> CaseSanctions | None:
    """Return what the case asks of sanctions; None where it asks nothing.

    Raises FaultyInput for a list or table of the case that cannot be read.
    """
    day = case.period.latest
    named = [name for name in DATASETS if name in case.datasets]
    asks = named or case.sanctions_lists or case.channels or case.mirror
    if day is None or not asks:
        return None
    known = None
    if named or case.sanctions_lists:
        known = known_measures(named, sanctions_lists(case.sanctions_lists))
    trade, lacking = _trade(case, day)
    channels = channel_file(case.channels) if case.channels else None
    in_force = {}
    if known:
        in_force = {one: measures_in_force(day, known, target=one) for one in case.focus}
    return CaseSanctions(
        on=day,
        known=known,
        in_force=in_force,
        exposures=_exposures(case, day, known, trade, in_force) if known and trade else (),
        channels=channels,
        ways=tuple(_ways(case, day, channels)) if channels else (),
        mirror=mirror_of(trade_reports(case.mirror)) if case.mirror else None,
        missing=(*(known.missing if known else ()), *lacking),
    )


def _trade(case: Case, day: dt.date) -> tuple[TradeShares | None, tuple[Provenance, ...]]:
    if "trade" not in case.datasets:
        return None, ()
    try:
        return trade_shares(day.year), ()
    except MissingDataset:
        return None, tuple(one for one in trade_sources() if one.missing)[:1]


def _exposures(
    case: Case,
    day: dt.date,
    known: Known,
    trade: TradeShares,
    in_force: Mapping[str, Sequence[Standing]],
) -> tuple[Exposure, ...]:
    """Return exposures to the senders of measures on the focus, on the last day of the trade.

    The trade is older than the case: who is under sanctions is asked for a day of the same year, as
    old trade set against today's sanctions would tell of neither time.
    """
    actors = dict.fromkeys((*case.focus, *case.watch))
    then = min(day, dt.date(trade.year, 12, 31))
    named = {one.measure.sender for standings in in_force.values() for one in standings}
    targets = {one: len(targets_of(one, then, known, FAMILIES)) for one in actors if one in named}
    senders = sorted(targets, key=lambda one: -targets[one])[:_SENDERS]
    states = [one for one in actors if actor(one).kind == "state"]
    found = (
        exposure_of(one, sender, then, known, trade)
        for sender, one in itertools.product(senders, states)
        if one != sender
    )
    return tuple(one for one in found if one is not None)


def _ways(case: Case, day: dt.date, file: ChannelFile) -> Sequence[WaysRound]:
    found = []
    for what, unit in kinds_of(file.channels):
        alike = [one for one in file.channels if (one.what, one.unit) == (what, unit)]
        givers, takers = {one.giver for one in alike}, {one.taker for one in alike}
        for giver, taker in itertools.permutations(case.focus, 2):
            if giver in givers and taker in takers:
                found.append(ways_round(alike, giver, taker, closing=CLOSING, on=day))
    return found
