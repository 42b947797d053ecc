"""The register and ATOP together: what foedus coded from texts, and for the rest what ATOP did.

ATOP gives one number to treaties that follow each other (the European Union since 1992), of which
the register may have a later one. ATOP's coding then stands until ours was signed.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from foedus.errors import MissingDataset
from foedus.evidence import Day, Spell
from foedus.ledger.engines import Engine
from foedus.treaties.atop.instruments import atop_instruments
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument, LeftOut
from foedus.treaties.instruments import register

__all__ = ["History", "history", "joined"]

_NO_EARLIER_TREATY = dt.timedelta(days=31)
"""So much earlier ATOP may begin for another reason than an earlier treaty: the old calendar."""


@dataclass(frozen=True, slots=True)
class History:
    """All instruments at hand; `replaced` maps an id of ATOP's to those of ours in its place.

    `missing` says what to run when ATOP is not on this machine: then there are only our own.
    """

    instruments: Instruments
    replaced: Mapping[str, tuple[str, ...]]
    missing: str | None = None


def history(engine: Engine, own: Mapping[str, Instrument] | None = None) -> History:
    """Return our own instruments, the register unless given, and ATOP's where we have none."""
    held = Instruments.of(own) if own else register()
    try:
        return _joined_once(held, atop_instruments(engine))
    except MissingDataset as missing:
        return History(held, {}, str(missing))


@lru_cache(maxsize=4)
def _joined_once(own: Instruments, atop: Instruments) -> History:
    return joined(own, atop)


def joined(own: Mapping[str, Instrument], atop: Mapping[str, Instrument]) -> History:
    """Return both by id and by day of signature; ours take the place of ATOP's same number.

    What ATOP has under that number from before the first of ours was signed stays.
    """
    ours: defaultdict[int | None, list[Instrument]] = defaultdict(list)
    for one in own.values():
        ours[one.atop].append(one)
    replaced: dict[str, tuple[str, ...]] = {}
    found = dict(own)
    for name, one in atop.items():
        if one.atop not in ours:
            found[name] = one
            continue
        replaced[name] = tuple(mine.id for mine in ours[one.atop])
        if before := _before(one, ours[one.atop]):
            found[name] = before
    return History(_in_order(found), replaced)


def _before(one: Instrument, ours: list[Instrument]) -> Instrument | None:
    """Return ATOP's coding of the days before the first of ours was signed, if there are many."""
    first = min(mine.signed.earliest or dt.date.min for mine in ours)
    if (one.signed.latest or dt.date.max) + _NO_EARLIER_TREATY >= first:
        return None
    last = Day.of(first - dt.timedelta(days=1))
    ids = ", ".join(mine.id for mine in ours)
    return replace(
        one,
        ended=_earlier(one.ended, last),
        parties=tuple(
            replace(party, spell=spell, doubts=(), note=None) if spell != party.spell else party
            for party in one.parties
            if party.spell and (spell := _until(party.spell, last))
        ),
        articles=tuple(
            replace(article, spell=spell)
            for article in one.articles
            if article.spell and (spell := _until(article.spell, last))
        ),
        left_out=(*one.left_out, LeftOut(f"ATOP's coding since {first}", f"ours stands: {ids}")),
    )


def _until(spell: Spell, last: Day) -> Spell | None:
    """Return the part of a spell up to a day, None if it begins later."""
    if spell.begins and not spell.begins.possibly_on_or_before(last.latest or dt.date.max):
        return None
    return Spell(spell.begins, _earlier(spell.ends, last))


def _earlier(day: Day | None, last: Day) -> Day:
    if day is None or (day.latest or dt.date.max) > (last.latest or dt.date.max):
        return last
    return day


def _in_order(found: Mapping[str, Instrument]) -> Instruments:
    by_day = sorted(found.items(), key=lambda item: (str(item[1].signed.earliest), item[0]))
    return Instruments(dict(by_day))
