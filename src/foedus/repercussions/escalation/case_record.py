"""What a case's own record holds of two actors: hostile events, dated, and where it is complete."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.evidence import EventType, QuadClass, Standing, quad_class
from foedus.relations.calendar import covered_share
from foedus.repercussions.escalation.ladder import rung_of_event
from foedus.repercussions.escalation.risk_periods import month_of
from foedus.sources.case import Case, Coverage

__all__ = ["CaseEvent", "CaseRecord", "case_record"]

_HOSTILE = (QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT)


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One hostile event between the two, certain or not; `rung` is None for one on no rung.

    `assertions` are the ids of what says so. `day` is the EDTF text of its day.
    """

    event: str
    event_type: str
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    day: str | None
    earliest: dt.date | None
    latest: dt.date | None
    certain: bool
    assertions: tuple[str, ...]

    @property
    def rung(self) -> int | None:
        """The hostility level its type stands on."""
        return rung_of_event(self.event_type)

    @property
    def month(self) -> int | None:
        """Its month, None where it is not known to the month."""
        first, last = self.earliest, self.latest
        if first is None or last is None or (first.year, first.month) != (last.year, last.month):
            return None
        return month_of(first.year, first.month)


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """The hostile events of a pair in a case, by their earliest day, and what the case claims.

    `claims` are the coverages of the case that name both actors: only there does a month without an
    event hold none.
    """

    case: Case
    events: tuple[CaseEvent, ...]
    claims: tuple[Coverage, ...]

    def covers(self, event_type: EventType, first: dt.date, last: dt.date) -> bool:
        """Whether the case claims to list every event of a type between the two in these days."""
        return any(
            claim.mode is None
            and claim.event_type == event_type.value
            and covered_share((claim.spell, self.case.period), first, last) == 1
            for claim in self.claims
        )

    def latest_incident(self, until: dt.date) -> CaseEvent | None:
        """Return the last certain event on a rung that surely happened by a day; None for none."""
        found = [
            one
            for one in self.events
            if one.certain and one.rung and one.latest is not None and one.latest <= until
        ]
        return max(found, key=lambda one: (one.latest or until, one.rung or 0), default=None)


def case_record(
    case: Case, events: Sequence[Mapping[str, Any]], one: str, other: str
) -> CaseRecord:
    """Return what a case records of hostility between two actors; `events` are its ledger's rows.

    An event is between the two where one acts upon the other, or both act alike on nobody. One
    whose polarity is cooperation (troops mobilised for an ally) is left out.
    """
    found = sorted(_between(events, one, other), key=_place)
    claims = (claim for claim in case.coverage if {one, other} <= {*claim.actors})
    return CaseRecord(case, tuple(found), tuple(claims))


def _place(event: CaseEvent) -> tuple[dt.date, dt.date, str]:
    return (event.earliest or dt.date.max, event.latest or dt.date.max, event.event)


def _between(events: Iterable[Mapping[str, Any]], one: str, other: str) -> Iterator[CaseEvent]:
    for row in events:
        initiator, target = tuple(row["initiator"] or ()), tuple(row["target"] or ())
        opposite = target or initiator
        joined = (one in initiator and other in opposite) or (
            other in initiator and one in opposite
        )
        if not joined or row["event_type"] is None or row["polarity"] == "cooperation":
            continue
        if quad_class(EventType(row["event_type"])) not in _HOSTILE:
            continue
        yield CaseEvent(
            event=row["event"],
            event_type=row["event_type"],
            initiator=initiator,
            target=target,
            day=row["day"],
            earliest=row["day_earliest"],
            latest=row["day_latest"],
            certain=row["standing"] == Standing.CERTAIN.value,
            assertions=tuple(row["assertions"] or ()),
        )
