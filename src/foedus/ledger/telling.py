"""What one row of the table `assertions` tells of an event: what, between whom, in which days."""

from collections.abc import Mapping
from typing import Any

from foedus.evidence import EventType, Modality, Polarity
from foedus.ledger.same_event import DAYS_OF_SPEAKING, OPEN, Telling

__all__ = ["dated_by_speaking", "deniable", "telling"]

Window = tuple[int, int]

_CLAIMS = frozenset({Modality.REPORTED, Modality.PLANNED, Modality.POSSIBLE})
_MONTH = 31
_WIDEST = {EventType.AGREE: 366}


def telling(row: Mapping[str, Any]) -> Telling:
    """Return what one assertion tells, with the window of days in which its event may lie."""
    event_type = EventType(row["event_type"])
    day = _days(row, "day")
    dating, window = _dating(row, day, _spoken(row), event_type)
    return Telling(
        event_type=event_type,
        initiator=frozenset(row["initiator"]),
        target=frozenset(row["target"]),
        cooperative=row["polarity"] == Polarity.COOPERATION,
        prospective=row["modality"] in (Modality.PLANNED, Modality.POSSIBLE),
        dating=dating,
        start=window[0],
        end=window[1],
        day=day,
    )


def deniable(row: Mapping[str, Any]) -> tuple[Window, ...]:
    """Return the windows in which a denial answers this assertion.

    That of its event, and for what is not asserted also the day on which it was claimed.
    """
    told = telling(row)
    spoken = _spoken(row) if row["modality"] in _CLAIMS else None
    windows = [] if told.dating in ("lasting", "none") else [(told.start, told.end)]
    return (*windows, *([spoken] if spoken and _narrow(spoken) else []))


def dated_by_speaking(row: Mapping[str, Any]) -> bool:
    """Whether the day given is only that on which the report was made.

    The export's schema dates a report without a day of its own by the day of the report.
    """
    return (
        row["modality"] in (Modality.REPORTED, Modality.POSSIBLE, Modality.DENIED)
        and row["day"] is not None
        and row["day"] == row["said"]
    )


def _dating(
    row: Mapping[str, Any], day: Window | None, spoken: Window | None, event_type: EventType
) -> tuple[str, Window]:
    if row["modality"] == Modality.DENIED:
        return _up_to(day if day and _narrow(day) else spoken, "spoken")
    if day is None:
        return _up_to(spoken, "spoken" if row["said"] else "undated")
    if "/" in row["day"]:
        return "lasting", day
    if day[0] == day[1]:
        return _up_to(day, "exact") if dated_by_speaking(row) else ("exact", day)
    return "narrow" if _narrow(day, _WIDEST.get(event_type, _MONTH)) else "none", day


def _up_to(day: Window | None, dating: str) -> tuple[str, Window]:
    if day is None or not _narrow(day):
        return "none", OPEN
    return dating, (day[0] - DAYS_OF_SPEAKING, day[1])


def _spoken(row: Mapping[str, Any]) -> Window | None:
    return _days(row, "said") or _days(row, "published")


def _narrow(day: Window, widest: int = _MONTH) -> bool:
    return day[1] - day[0] < widest


def _days(row: Mapping[str, Any], name: str) -> Window | None:
    earliest, latest = row[f"{name}_earliest"], row[f"{name}_latest"]
    if earliest is None and latest is None:
        return None
    return (
        earliest.toordinal() if earliest else OPEN[0],
        latest.toordinal() if latest else OPEN[1],
    )
