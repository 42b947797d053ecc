"""One entry of a list of sanctions, whoever keeps the list, and a list as one file has it."""

import datetime as dt
import itertools
from dataclasses import dataclass, replace

from foedus.evidence import Day, Spell

__all__ = ["Listing", "SanctionsList", "with_delistings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A person, body or ship on a list.

    `key` is its number there. `kind` is the word of the list ("Person", "Vessel", "Entity").
    `programme` is the part of the list it stands in, `sender` who lists it, both as written, None
    where the file does not say. `states` are names or codes of the states it belongs to, as
    written. `spell` is when it is listed: an end of None that nobody has been taken off.
    """

    key: str
    name: str
    kind: str
    spell: Spell
    programme: str | None = None
    sender: str | None = None
    states: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsList:
    """The entries of one file: its form ("UN", "OpenSanctions"), name, checksum, and its day.

    `as_of` is the day the file was made, as it says itself; None where it does not say.
    """

    form: str
    file: str
    sha256: str
    as_of: dt.date | None
    listings: tuple[Listing, ...]


def with_delistings(lists: list[SanctionsList]) -> list[SanctionsList]:
    """Return the lists of one form, older ones whittled down to who was taken off since.

    Who stands in an older file and no longer in the next was taken off on some day between the two:
    its spell ends there, and it is known up to the day of the newest. Who stands in both is told
    by the newer. Files without a day, and those of other forms, are returned as they are.
    """
    made: list[SanctionsList] = [one for one in lists if one.as_of is None]
    for form in dict.fromkeys(one.form for one in lists):
        dated = sorted(
            (one for one in lists if one.form == form and one.as_of is not None),
            key=lambda one: one.as_of or dt.date.min,
        )
        for older, newer in itertools.pairwise(dated):
            kept = {one.key for one in newer.listings}
            ends = Day.between(older.as_of, newer.as_of)
            gone = (one for one in older.listings if one.key not in kept)
            ended = tuple(_ended(one, ends) for one in gone)
            made.append(replace(older, as_of=dated[-1].as_of, listings=ended))
        made += dated[-1:]
    return made


def _ended(listing: Listing, ends: Day) -> Listing:
    if listing.spell.ends is not None:
        return listing
    return replace(listing, spell=Spell(listing.spell.begins, ends))
