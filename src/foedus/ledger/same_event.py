"""When two assertions may tell of one event: the rules, pair by pair.

Types: equal, or listed as possibly one in `same_type.csv` with the reason.

Parties, as sets: in events where all take part alike (AGREE, CONSULT, COOPERATE) the parties of the
one contain those of the other; in all others initiators and targets each do, a side not named being
contained in any, and at least one party is shared on the same side. {RUS} -> {PRK} and {RUS} -> {}
may be one event, {USA, JPN} and {USA, KOR} may not: what the sources say differs.

Days: the windows in which the event may have happened meet. The window is

- the calendar day, or the month or season the source knows ("narrow" up to 31 days; 366 days for
  AGREE, as two parties seldom conclude twice in a year). What is vaguer is never matched by day;
- for what lasts (an EDTF interval), only another that begins or ends on the same day: a war is
  not one of its battles;
- for a report without a day of its own, the two weeks up to the day on which it was made ("On 17
  October Zelensky said that soldiers are being mobilised");
- for what carries no day at all, the two weeks up to publication, and it meets only its like: a
  text looks back further than that, and would lend an event an origin that it does not have. So
  do plans and possibilities without a day;
- for a denial, the two weeks up to it, whatever day it gives: a denial answers what was just
  claimed. So it also meets what was reported, planned or thought possible in those two weeks of
  any other day, and need meet only one of those who tell of the event.

On one exact day, or in one lasting event, types and parties need only be compatible as above. For
every vaguer day type and parties must be equal, and without a day both sides must be named. For a
denial compatible is enough.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from foedus.evidence import EventType

__all__ = [
    "DAYS_OF_SPEAKING",
    "OPEN",
    "RECIPROCAL",
    "Telling",
    "agree",
    "alike",
    "same",
    "types_near",
]

RECIPROCAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
"""Events in which all take part alike, so that direction does not tell them apart."""

DAYS_OF_SPEAKING = 14
"""How long what is said without a day is taken to speak of: our choice, a news cycle or two."""

OPEN = (0, 4_000_000)
"""The ordinals that stand for an open beginning and an open end; no calendar day has them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an assertion tells of an event, as far as it matters to whether two tell of one.

    Days are ordinals: `start` to `end` is the window of the event, `day` the day told. `dating` is
    exact, lasting, narrow, spoken (no day, but that of a report is known), undated (only that of
    publication is), or none (then no other tells of the same).
    """

    event_type: EventType
    initiator: frozenset[str]
    target: frozenset[str]
    cooperative: bool
    prospective: bool
    dating: str
    start: int
    end: int
    day: tuple[int, int] | None

    @property
    def parties(self) -> frozenset[str]:
        """All who take part, on either side."""
        return self.initiator | self.target

    @property
    def pin(self) -> tuple[int, int] | None:
        """The exact day, or the first and last of what lasts; None for what is vaguer."""
        return self.day if self.dating in ("exact", "lasting") else None


def types_near(event_type: EventType) -> frozenset[EventType]:
    """Return the types of which an event of this type may also be told."""
    return frozenset({event_type}).union(*(pair for pair in _same_types() if event_type in pair))


def same(one: Telling, other: Telling) -> bool:
    """Whether the two are taken to tell of one event, were they all there is."""
    return agree(one, other) and (_same_pin(one, other) or _equal(one, other))


def agree(one: Telling, other: Telling) -> bool:
    """Whether nothing the two tell forbids that it is one event."""
    return _times_meet(one, other) and alike(one, other)


def alike(one: Telling, other: Telling) -> bool:
    """Whether, days apart, the two may tell of one event: their types and their parties agree."""
    return _parties_nest(one, other) and _types_agree(one, other)


def _types_agree(one: Telling, other: Telling) -> bool:
    if one.event_type == other.event_type:
        return True
    when = _same_types().get(frozenset({one.event_type, other.event_type}))
    return when == "always" or (when == "cooperation" and one.cooperative and other.cooperative)


@lru_cache(maxsize=1)
def _same_types() -> dict[frozenset[EventType], str]:
    text = files(__package__).joinpath("same_type.csv").read_text(encoding="utf-8")
    return {
        frozenset({EventType(row["type"]), EventType(row["other"])}): row["when"]
        for row in csv.DictReader(text.splitlines())
    }


def _parties_nest(one: Telling, other: Telling) -> bool:
    if one.event_type in RECIPROCAL or other.event_type in RECIPROCAL:
        return bool(one.parties and other.parties) and _nest(one.parties, other.parties)
    shared = (one.initiator & other.initiator) | (one.target & other.target)
    return (
        bool(shared) and _nest(one.initiator, other.initiator) and _nest(one.target, other.target)
    )


def _nest(some: frozenset[str], others: frozenset[str]) -> bool:
    return some <= others or others <= some


def _times_meet(one: Telling, other: Telling) -> bool:
    if "none" in (one.dating, other.dating):
        return False
    if one.dating == "lasting" or other.dating == "lasting":
        return _same_pin(one, other)
    if _undated_plan(one) != _undated_plan(other) and not (one.prospective and other.prospective):
        return False
    if (one.dating == "undated") != (other.dating == "undated"):
        return False
    return one.start <= other.end and other.start <= one.end


def _undated_plan(telling: Telling) -> bool:
    return telling.prospective and telling.dating in ("spoken", "undated")


def _same_pin(one: Telling, other: Telling) -> bool:
    if one.dating != other.dating or one.day is None or other.day is None:
        return False
    if one.dating == "lasting":
        return any(
            mine == its != open_end
            for mine, its, open_end in zip(one.day, other.day, OPEN, strict=True)
        )
    return one.dating == "exact" and one.day == other.day


def _equal(one: Telling, other: Telling) -> bool:
    if one.event_type != other.event_type:
        return False
    if one.dating == "undated" and not _both_sides(one):
        return False
    if one.event_type in RECIPROCAL:
        return one.parties == other.parties
    return one.initiator == other.initiator and one.target == other.target


def _both_sides(telling: Telling) -> bool:
    if telling.event_type in RECIPROCAL:
        return len(telling.parties) > 1
    return bool(telling.initiator and telling.target)
