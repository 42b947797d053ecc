"""An analyst's own numbers for pairs of actors through time, out of a CSV file."""

import csv
import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from foedus.actors.names import actor_named
from foedus.errors import Fault, FaultyInput, FoedusError
from foedus.evidence import Day
from foedus.sources.checksum import sha256_of

__all__ = ["DyadValues", "dyad_values"]

_MEMBERS: Final = (("one", "two"), ("member", "partner"))
_MOST_FAULTS: Final = 20
_PRECISIONS: Final = {"year", "month"}


@dataclass(frozen=True, slots=True)
class DyadValues:
    """Values by pair of actor ids (sorted) and the first and last day of a period.

    `grain` is "year" or "month", the same for every row. A pair and period without a row is
    unknown. `name` and `sha256` are the file's.
    """

    name: str
    sha256: str
    grain: str
    values: Mapping[tuple[str, str], Mapping[tuple[dt.date, dt.date], float]]


def dyad_values(file: Path) -> DyadValues:
    """Return the rows of a CSV file with the columns one, two, period and value.

    `one` and `two` name actors (RUS, Japan), in either order; a period is a year or a month, the
    same kind in all rows; an empty value is unknown. A file that `foedus series --undirected -o`
    wrote is read too: events per thousand rows of its store where the store covers the period.
    Raises FaultyInput for all faults at once.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = tuple(reader.fieldnames or ())
            rows = [(reader.line_num, row) for row in reader]
    except OSError as error:
        raise _faulty(file, f"cannot be opened ({error.strerror})", "a file to read") from None
    except UnicodeDecodeError:
        raise _faulty(file, "is not in UTF-8", "UTF-8") from None
    members = next((pair for pair in _MEMBERS if set(pair) <= set(columns)), None)
    value = "value" if "value" in columns else "per_thousand"
    period = "period" if "period" in columns else "begins"
    if members is None or value not in columns or period not in columns:
        raise _faulty(file, "lacks a column", "one, two, period and value")
    if not rows:
        raise _faulty(file, "has no row", "one for each pair and period")
    faults: list[Fault] = []
    found: dict[tuple[str, str], dict[tuple[dt.date, dt.date], float]] = {}
    grains: dict[str, int] = {}
    for line, row in rows:
        told = _pair(file, line, row, members, faults)
        day = _period(file, line, row, period, faults)
        number = _number(file, line, row[value], faults)
        if told is None or day is None:
            continue
        grains.setdefault(day.precision, line)
        if number is None:
            continue
        ends = _ends(day)
        if ends in found.setdefault(told, {}):
            problem = f"{told[0]}-{told[1]} in {day} stands twice"
            faults.append(Fault(str(file), line, period, problem, "one row for each"))
        found[told][ends] = number
    if len(grains) > 1:
        line = max(grains.values())
        faults.append(Fault(str(file), line, period, "years and months are mixed", "one kind"))
    if faults:
        raise FaultyInput(faults[:_MOST_FAULTS])
    return DyadValues(file.name, sha256_of(file), next(iter(grains)), found)


def _pair(
    file: Path,
    line: int,
    row: Mapping[str, str | None],
    members: tuple[str, str],
    faults: list[Fault],
) -> tuple[str, str] | None:
    ids = []
    for column in members:
        try:
            ids.append(actor_named((row[column] or "").strip()).id)
        except FoedusError as error:
            faults.append(Fault(str(file), line, column, str(error).rstrip("."), "an actor"))
    if len(ids) < 2:
        return None
    if ids[0] == ids[1]:
        faults.append(Fault(str(file), line, members[1], f"{ids[0]} with itself", "two actors"))
        return None
    one, two = sorted(ids)
    return one, two


def _period(
    file: Path, line: int, row: Mapping[str, str | None], column: str, faults: list[Fault]
) -> Day | None:
    words = (row[column] or "").strip()
    if column == "begins":  # of `foedus series`: days, by months or years
        words = _of_series(words, (row.get("ends") or "").strip())
    try:
        day = Day(words)
    except ValueError:
        day = None
    if day is None or day.precision not in _PRECISIONS:
        faults.append(
            Fault(str(file), line, column, f"'{words}' is no period", "a year or a month: 2024-06")
        )
        return None
    return day


def _of_series(begins: str, ends: str) -> str:
    """Return the year or month that lies between two days, the text itself where none does."""
    for length in (4, 7):
        try:
            day = Day(begins[:length])
        except ValueError:
            return begins
        if (str(day.earliest), str(day.latest)) == (begins, ends):
            return begins[:length]
    return f"{begins}/{ends}"


def _number(file: Path, line: int, words: str | None, faults: list[Fault]) -> float | None:
    if not (words or "").strip():
        return None
    try:
        number = float(words or "")
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        faults.append(Fault(str(file), line, "value", f"'{words}' is no number", "a number"))
        return None
    return number


def _ends(day: Day) -> tuple[dt.date, dt.date]:
    if day.earliest is None or day.latest is None:
        raise ValueError(f"'{day}' is open")
    return day.earliest, day.latest


def _faulty(file: Path, problem: str, expected: str) -> FaultyInput:
    return FaultyInput([Fault(str(file), None, "the file", problem, expected)])
