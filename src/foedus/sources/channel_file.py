"""A table of channels: what can pass from whom to whom, within which range, and who says so.

One row per channel, in CSV, with the columns of `COLUMNS` (`unit`, `since` and `until` may be left
out). `from` and `to` are actors (an id or a name) or anything else by its name: a port, a bank, a
ship. `low` and `high` are what it can carry in a unit of time: nothing under `low` means that
nothing is sure to pass (0), nothing under `high` that nobody knows a bound. `since` and `until` are
days in EDTF.
"""

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from foedus.actors.names import actor_named, names_somebody
from foedus.errors import Fault, FaultyInput, FoedusError
from foedus.evidence import Day, Spell
from foedus.sources.checksum import sha256_of
from foedus.sources.own_table import own_table, unusable

__all__ = ["COLUMNS", "Channel", "ChannelFile", "channel_file", "node_named", "open_on"]

COLUMNS: Final = ("from", "to", "what", "unit", "low", "high", "since", "until", "source")
LARGEST: Final = 10_000_000
"""Bytes: tens of thousands of channels, each with its citation, take less."""
MOST_ROWS: Final = 50_000
_REQUIRED: Final = ("from", "to", "what", "low", "high", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way for something to pass, as one row of a file has it.

    `giver` and `taker` are ids of actors, or names as written. It can carry from `low` to `high`
    (infinite: nobody knows a bound); `spell` is when. `line` is its line in the file.
    """

    giver: str
    taker: str
    what: str
    unit: str
    low: float
    high: float
    spell: Spell
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class ChannelFile:
    """The checked rows of one file, its name and the SHA-256 of its bytes."""

    name: str
    sha256: str
    channels: tuple[Channel, ...]


def node_named(words: str) -> str:
    """Return the id of the actor these words name, today or once, else the words themselves."""
    clean = " ".join(words.split())
    if names_somebody(clean):
        try:
            return actor_named(clean).id
        except FoedusError:  # several share the name: it stays as it is written
            return clean
    return clean


def channel_file(path: Path) -> ChannelFile:
    """Return the channels of a file, checked.

    Raises FaultyInput with every fault: no such file, no CSV in UTF-8, a column missing or unknown,
    a cell missing, a capacity that is no number or negative, a range or spell that ends before it
    begins, a channel from somebody to itself, a row without a source.
    """
    header, rows = own_table(path, LARGEST)
    _check_header(path, header)
    faults: list[Fault] = []
    channels: list[Channel] = []
    for line, cells in rows:
        if len(channels) + len(faults) >= MOST_ROWS:
            raise unusable(path, f"has more than {MOST_ROWS:,} rows", "fewer channels")
        found = dict(zip(header, cells, strict=False))
        told = list(_faults(found, len(cells), len(header)))
        faults += (Fault(str(path), line, *one) for one in told)
        if not told:
            channels.append(_channel(found, line))
    if not channels and not faults:
        raise unusable(path, "has no row", "one for each channel")
    if faults:
        raise FaultyInput(faults)
    return ChannelFile(path.name, sha256_of(path), tuple(channels))


def _check_header(path: Path, header: list[str]) -> None:
    lacking = [name for name in _REQUIRED if name not in header]
    more = [name for name in header if name not in COLUMNS or header.count(name) > 1]
    if lacking or more:
        said = f"has no column {', '.join(lacking)}" if lacking else f"has a column '{more[0]}'"
        raise unusable(path, said, f"the columns {', '.join(COLUMNS)}")


def _faults(cells: Mapping[str, str], given: int, wanted: int) -> Iterator[tuple[str, str, str]]:
    if given != wanted:
        yield "the row", f"has {given} cells", f"{wanted}, as the header has"
        return
    for name in ("from", "to", "what", "source"):
        if not cells[name]:
            yield name, "is missing", "a citation" if name == "source" else "a name"
    if cells["from"] and cells["to"] and node_named(cells["from"]) == node_named(cells["to"]):
        yield "to", f"'{cells['to']}' is where it comes from", "somebody else"
    ends: list[float] = []
    for name in ("low", "high"):
        number = _number(cells[name])
        if number is None:
            yield name, f"'{cells[name]}' is no capacity", "a number from 0, or nothing"
        elif cells[name]:
            ends.append(number)
    if len(ends) == 2 and ends[0] > ends[1]:
        yield "high", f"{cells['high']} is less than low ({cells['low']})", "low first"
    try:
        _spell(cells)
    except ValueError as error:
        yield "since", str(error), "days in EDTF, such as 2024-06 or 2024-06-19"


def _number(words: str) -> float | None:
    if not words:
        return 0.0
    try:
        number = float(words)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _spell(cells: Mapping[str, str]) -> Spell:
    since, until = cells.get("since", ""), cells.get("until", "")
    return Spell(Day(since) if since else None, Day(until) if until else None)


def _channel(cells: Mapping[str, str], line: int) -> Channel:
    return Channel(
        giver=node_named(cells["from"]),
        taker=node_named(cells["to"]),
        what=cells["what"],
        unit=cells.get("unit", ""),
        low=float(cells["low"] or 0),
        high=float(cells["high"]) if cells["high"] else math.inf,
        spell=_spell(cells),
        source=cells["source"],
        line=line,
    )


def open_on(channel: Channel, day: dt.date | None) -> bool | None:
    """Return whether a channel is open on a day: None where that is only possible; day None: ever.

    Whoever asks for no day asks for all channels of the file.
    """
    if day is None or channel.spell.surely_covers(day):
        return True
    return None if channel.spell.may_cover(day) else False
