"""An analyst's own numbers for pairs of actors through time, out of a CSV file."""

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
from foedus.sources.own_table import own_table, unusable

__all__ = ["DyadValues", "dyad_values"]

_MEMBERS: Final = (("one", "two"), ("member", "partner"))
_MOST_FAULTS: Final = 20
_LARGEST: Final = 200_000_000
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
    columns, told_rows = own_table(file, _LARGEST)
    rows = [(line, dict(zip(columns, cells, strict=False))) for line, cells in told_rows]
    members = next((pair for pair in _MEMBERS if set(pair) <= set(columns)), None)
    value = "value" if "value" in columns else "per_thousand"
    period = "period" if "period" in columns else "begins"
    if members is None or value not in columns or period not in columns:
        raise unusable(file, "lacks a column", "one, two, period and value")
    if not rows:
        raise unusable(file, "has no row", "one for each pair and period")
    faults: list[Fault] = []
    found: dict[tuple[str, str], dict[tuple[dt.date, dt.date], float]] = {}
    grains: dict[str, int] = {}
    for line, row in rows:
        told = _pair(file, line, row, members, faults)
        day = _period(file, line, row, period, faults)
        number = _number(file, line, row.get(value), faults)
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
    row: Mapping[str, str],
    members: tuple[str, str],
    faults: list[Fault],
) -> tuple[str, str] | None:
    ids = []
    for column in members:
        try:
            ids.append(actor_named((row.get(column) or "").strip()).id)
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
    file: Path, line: int, row: Mapping[str, str], column: str, faults: list[Fault]
) -> Day | None:
    words = (row.get(column) or "").strip()
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
