"""The addresses of GDELT's event files between two days.

Version 2.0 has a file every quarter of an hour since 18 February 2015, 23:00 UTC; version 1.0 one a
day since 1 April 2013 (GDELT Project, *Data*: https://www.gdeltproject.org/data.html; lists of
files at http://data.gdeltproject.org/gdeltv2/masterfilelist.txt and
http://data.gdeltproject.org/events/index.html). The server knows no https.
"""

import datetime as dt
from collections.abc import Iterator

__all__ = ["FIRST_DAY", "gdelt_addresses"]

FIRST_DAY = dt.date(2013, 4, 1)
FIRST_QUARTER = dt.datetime(2015, 2, 18, 23, 0)
QUARTER = dt.timedelta(minutes=15)
DAY = dt.timedelta(days=1)
QUARTERLY = "http://data.gdeltproject.org/gdeltv2/{:%Y%m%d%H%M%S}.export.CSV.zip"
DAILY = "http://data.gdeltproject.org/events/{:%Y%m%d}.export.CSV.zip"


def gdelt_addresses(first: dt.date, last: dt.date, *, daily: bool = False) -> Iterator[str]:
    """Yield the addresses of the files of the days from `first` to `last`, both included.

    Quarter-hours of version 2.0 where there are any and `daily` does not ask for version 1.0; the
    day's file of version 1.0 else. Raises ValueError when a day lies before the first file, or the
    days run backwards.
    """
    if first < FIRST_DAY:
        raise ValueError(f"GDELT has daily files from {FIRST_DAY} on, none for {first}")
    if last < first:
        raise ValueError(f"the last day, {last}, is before the first, {first}")
    for number in range((last - first).days + 1):
        yield from _of(first + number * DAY, daily)


def _of(day: dt.date, daily: bool) -> Iterator[str]:
    if daily or day < FIRST_QUARTER.date():
        yield DAILY.format(day)
        return
    midnight = dt.datetime.combine(day, dt.time())
    for quarter in range(96):
        begins = midnight + quarter * QUARTER
        if begins >= FIRST_QUARTER:
            yield QUARTERLY.format(begins)
