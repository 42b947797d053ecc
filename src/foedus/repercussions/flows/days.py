"""In which days a claim says that something passed, and by when it was said."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from foedus.evidence import Modality
from foedus.ledger.telling import dated_by_speaking
from foedus.repercussions.flows.kinds import says_since

__all__ = ["Days", "common_days", "days_of", "spoken_by"]

Row = Mapping[str, Any]
Days = tuple[dt.date | None, dt.date | None]

_BEFORE = 12
"""How many letters before the words for a day may hold the word for "since"."""


def days_of(row: Row, language: str | None) -> Days:
    """Return the first and last day of which an assertion speaks, either None if nobody says.

    Without days of its own, or dated only by the report, it speaks of all until it was said; so
    does a denial. What counts "since" a day runs from that day to the report.
    """
    spoken = spoken_by(row)
    begins, ends = row["day_earliest"], row["day_latest"]
    if row["day"] is None or dated_by_speaking(row):
        return None, spoken or ends
    if row["modality"] == Modality.DENIED:
        return None, ends
    before = row["quote"][: max(row["quote"].find(row["day_words"] or "\0"), 0)]
    if says_since(before[-_BEFORE:], language) and begins and spoken and begins <= spoken:
        return begins, spoken
    return begins, ends


def common_days(one: Days, other: Days) -> Days:
    """Return the days both leave open; of days that exclude each other, all."""
    begins = max((day for day in (one[0], other[0]) if day), default=None)
    ends = min((day for day in (one[1], other[1]) if day), default=None)
    if begins and ends and begins > ends:
        return (
            min((day for day in (one[0], other[0]) if day), default=None),
            max((day for day in (one[1], other[1]) if day), default=None),
        )
    return begins, ends


def spoken_by(row: Row) -> dt.date | None:
    """Return the last day on which it may have been said: the speaker's, else of publication."""
    day: dt.date | None = row["said_latest" if row["said"] else "published_latest"]
    return day
