"""The time from a signature to force as a bar: outlined where it binds nobody yet, then filled.

Places along the bar are percentages of its length.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.treaties.casus_words import LABELS
from foedus.treaties.sentences import said_day

__all__ = ["EntryBar", "entry_bar"]

_MARGIN = 0.12
"""Of the time between the first and the last day, so much is drawn before and after."""


@dataclass(frozen=True, slots=True)
class EntryBar:
    """Where a bar begins, may and must be filled, and where the day of the act stands.

    `begins` to `surely` are the days force may have begun; both None where it never did, or no day
    of it is known. The words name the marks from left to right.
    """

    signed: float
    act: float
    begins: float | None
    surely: float | None
    words: tuple[tuple[str, str], ...]


def entry_bar(values: Mapping[str, str], on: dt.date, language: str) -> EntryBar | None:
    """Return the bar of the days `signed` and `since` (in EDTF, either may be missing).

    None where the day of signature is not known.
    """
    signed = Day(values["signed"]) if values.get("signed") else None
    since = Day(values["since"]) if values.get("since") else None
    if signed is None or signed.earliest is None:
        return None
    days = [signed.earliest, on]
    days += [day for day in (since and since.earliest, since and since.latest) if day]
    first, last = min(days), max(days)
    around = max((last - first).days * _MARGIN, 1)
    whole = (last - first).days + 2 * around

    def place(day: dt.date | None) -> float | None:
        return None if day is None else round(100 * ((day - first).days + around) / whole, 2)

    words = [("signed", signed, LABELS["signed_on"]), ("act", Day.of(on), LABELS["act_day"])]
    if since is not None:
        words.append(("force", since, LABELS["in_force_on"]))
    return EntryBar(
        signed=place(signed.earliest) or 0,
        act=place(on) or 0,
        begins=place(since.earliest) if since else None,
        surely=place(since.latest) if since else None,
        words=tuple(
            (mark, f"{label.said(language)}, {said_day(day, language)}")
            for mark, day, label in words
        ),
    )
