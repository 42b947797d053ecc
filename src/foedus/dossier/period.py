"""Which part of a long clock to enlarge: where most of what happened lies."""

import datetime as dt
from collections.abc import Sequence

__all__ = ["detail_from"]

# The enlarged part holds at least this share of the events, in at most that share of the time.
SHARE_OF_EVENTS = 0.6
SHARE_OF_TIME = 0.45
LEAST_DAYS = 540


def detail_from(days: Sequence[dt.date], begins: dt.date, ends: dt.date) -> dt.date | None:
    """Return the 1 January from which to enlarge, None when what happened is spread evenly.

    It is the latest one after which at least 60 % of the days lie, and a year and a half of time.
    """
    if not days:
        return None
    ordered = sorted(days)
    held = ordered[int(len(ordered) * (1 - SHARE_OF_EVENTS))]
    latest = min(held, ends - dt.timedelta(days=LEAST_DAYS))
    start = dt.date(latest.year, 1, 1)
    if start <= begins or (ends - start).days > SHARE_OF_TIME * (ends - begins).days:
        return None
    return start
