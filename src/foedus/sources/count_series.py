"""An analyst's own counts through time, out of a CSV file."""

import csv
import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from foedus.errors import Fault, FaultyInput
from foedus.evidence import Day
from foedus.sources.event_counts import COLUMNS, counts_of_events

__all__ = ["CountSeries", "count_series"]

PERIODS = ("period", "date", "day", "month", "year")
"""Names of the column of periods, the first that a file has."""
_MOST_FAULTS = 20
_EXPECTED = "a year, a month, a day or two days, first and last: 2024-06"
_COUNT = re.compile(r"[0-9]{1,9}")
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}"
_PERIOD = re.compile(rf"[0-9]{{4}}(-(0[1-9]|1[0-2]))?|{_DAY}(/{_DAY})?")


@dataclass(frozen=True, slots=True)
class CountSeries:
    """Counts of one series, a period after the other without a gap between them.

    `name` is empty where the file has one series only. `begins` and `ends` (first day, day after
    the last) of each period; `counts` None where the file has no row for it or no count in it,
    `exposures` 1 where the file does not say.
    """

    name: str
    begins: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    counts: tuple[int | None, ...]
    exposures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    begins: dt.date
    ends: dt.date
    count: int | None
    exposure: float

    @property
    def months(self) -> int:
        """How many whole months of the calendar it is: 1, 3 or 12, else 0."""
        if self.begins.day > 1:
            return 0
        return next((n for n in (1, 3, 12) if _later(self.begins, n) == self.ends), 0)

    def as_long_as(self, other: "_Row") -> bool:
        """Whether both are so many days, or so many whole months."""
        same = self.ends - self.begins == other.ends - other.begins
        return same or (self.months > 0 and self.months == other.months)


def count_series(file: Path) -> tuple[CountSeries, ...]:
    """Return the series of a CSV file with the columns period (or date), count, and what else.

    A period is a year, month or day (1851, 2024-06, 2024-06-19) or goes from day to day, such as a
    week or a quarter (2024-06-03/2024-06-09), all of one length; `exposure` and `series` are
    optional. A period between the first and the last that has no row,
    and one with an empty count, are unknown. A file that `foedus series` wrote is
    read as `event_counts` says. Raises FaultyInput for all faults at once.
    """
    columns, rows = _records(file)
    if set(columns) >= COLUMNS:
        columns, rows = ("period", "count", "exposure", "series"), counts_of_events(rows)
    named = next((name for name in PERIODS if name in columns), None)
    faults = [
        Fault(str(file), 1, name, "this column stands twice", "one column of each name")
        for name in sorted({name for name in columns if columns.count(name) > 1})
    ]
    if named is None:
        faults.append(Fault(str(file), 1, "period", "there is no such column", "period or date"))
    if "count" not in columns:
        faults.append(Fault(str(file), 1, "count", "there is no such column", "whole numbers"))
    if not rows:
        faults.append(Fault(str(file), None, "rows", "there are none", "one for each period"))
    if faults or named is None:
        raise FaultyInput(faults)
    by_name: dict[str, list[_Row]] = {}
    first: _Row | None = None
    for line, row in rows:
        found = _read(str(file), line, row, named, faults)
        first = first or found
        if found is not None and first is not None and not found.as_long_as(first):
            told = f"'{row[named]}' is not as long as the first"
            faults.append(Fault(str(file), line, named, told, "periods of one length"))
        elif found is not None:
            by_name.setdefault(row.get("series") or "", []).append(found)
    made = []
    for name, read in by_name.items():
        ordered = sorted(read, key=lambda one: one.begins)
        faults += _overlaps(str(file), ordered, named)
        if not faults:
            made.append(_without_gaps(name, ordered))
    if faults:
        raise FaultyInput(_first(str(file), faults))
    return tuple(made)


def _records(file: Path) -> tuple[tuple[str, ...], list[tuple[int, dict[str, str | None]]]]:
    """Return the columns and the rows of a CSV file, each with its line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = tuple(reader.fieldnames or ())
            return columns, [(reader.line_num, row) for row in reader]
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
    except UnicodeDecodeError:
        problem = "is not in UTF-8"
    except csv.Error as error:
        problem = f"cannot be read: {error}"
    raise FaultyInput([Fault(str(file), None, "the file", problem, "a CSV file in UTF-8")])


def _first(file: str, faults: list[Fault]) -> list[Fault]:
    """Return the first faults of a file, headed by their number where there are many more."""
    if len(faults) <= _MOST_FAULTS:
        return faults
    told = f"has {len(faults):,} faults; here are the first {_MOST_FAULTS}"
    return [Fault(file, None, "the file", told), *faults[:_MOST_FAULTS]]


def _read(
    file: str, line: int, row: dict[str, str | None], named: str, faults: list[Fault]
) -> _Row | None:
    before = len(faults)
    count, exposure, day = row.get("count") or "", row.get("exposure"), row.get(named) or ""
    if None in row:
        faults.append(Fault(file, line, "row", "has more cells than columns", "one each"))
    period = _period(day.strip())
    if period is None:
        faults.append(Fault(file, line, named, f"'{day}'", _EXPECTED))
    number: int | None = None
    if count.strip():
        if _COUNT.fullmatch(count.strip()):
            number = int(count)
        else:
            expected = "a whole number of at most nine digits, or nothing"
            faults.append(Fault(file, line, "count", f"'{count}'", expected))
    length = 1.0
    if exposure is not None and exposure.strip():
        try:
            length = float(exposure)
        except ValueError:
            length = -1.0
        if not (math.isfinite(length) and length >= 0):
            faults.append(Fault(file, line, "exposure", f"'{exposure}'", "a number, 0 or above"))
        elif length == 0 and number:
            faults.append(Fault(file, line, "count", f"{number} where the exposure is 0", "none"))
    if len(faults) > before or period is None:
        return None
    return _Row(line, *period, number if length > 0 else None, length)


def _period(said: str) -> tuple[dt.date, dt.date] | None:
    """Return the first day of a period and the day after its last; None where it is none."""
    if not _PERIOD.fullmatch(said):
        return None
    try:
        first, *_, last = [Day(part) for part in (said.split("/") * 2)[:2]]
    except ValueError:
        return None
    if first.earliest is None or last.latest in (None, dt.date.max):
        return None  # no day follows the last there is
    if last.latest is None or last.latest < first.earliest:
        return None
    return first.earliest, last.latest + dt.timedelta(days=1)


def _overlaps(file: str, rows: list[_Row], named: str) -> Iterator[Fault]:
    for one, next_one in pairwise(rows):
        if next_one.begins < one.ends:
            told = f"{next_one.begins} is told of in line {one.line} too"
            yield Fault(file, next_one.line, named, told, "one row for each period")


def _without_gaps(name: str, rows: list[_Row]) -> CountSeries:
    whole: list[_Row] = []
    for row in rows:
        while whole and whole[-1].ends < row.begins:
            begins = whole[-1].ends
            ends = min(_next(begins, rows[0]), row.begins)
            whole.append(_Row(0, begins, ends, None, 1.0))
        whole.append(row)
    return CountSeries(
        name,
        tuple(one.begins for one in whole),
        tuple(one.ends for one in whole),
        tuple(one.count for one in whole),
        tuple(one.exposure if one.exposure > 0 else 1.0 for one in whole),
    )


def _next(begins: dt.date, like: _Row) -> dt.date:
    """Return the end of a period as long as another, in months or days."""
    if like.months:
        return _later(begins, like.months)
    return begins + (like.ends - like.begins)


def _later(first: dt.date, months: int) -> dt.date:
    """Return the first of a month so many months later, `date.max` past the last year."""
    month = first.year * 12 + first.month - 1 + months
    return dt.date(month // 12, month % 12 + 1, 1) if month < 12 * 10_000 else dt.date.max
