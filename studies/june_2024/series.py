"""Monthly counts of directed dyads in the years around June 2024, each from one published file."""

import calendar
import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

__all__ = ["FIRST", "LAST", "MONTHS", "Series", "listings", "speech"]

FIRST, LAST = dt.date(2023, 1, 1), dt.date(2025, 12, 1)
MONTHS = tuple(
    dt.date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)
)
_PLACE = {month: index for index, month in enumerate(MONTHS)}
_SPEAKERS = {"1tv": "RUS", "cctv_xinwen_lianbo": "CHN", "white_house": "USA"}
_TERMS = {
    "china": "CHN",
    "japan": "JPN",
    "nato": "NATO",
    "north_korea": "PRK",
    "russia": "RUS",
    "south_korea": "KOR",
    "ukraine": "UKR",
    "usa": "USA",
}
_LISTS = {
    "EU lists persons over Ukraine": ("EU", "RUS", "eu_32014R0269_russia_persons.parquet"),
    "EU lists for sectors": ("EU", "RUS", "eu_32014R0833_russia_sectoral.parquet"),
    "EU lists for North Korea": ("EU", "PRK", "eu_32017R1509_dprk.csv"),
}


@dataclass(frozen=True, slots=True)
class Series:
    """Counts and exposures per month from `FIRST` to `LAST`; 0 exposure where nothing is covered.

    `measure` says what is counted, `source` and `target` are the directed dyad.
    """

    measure: str
    source: str
    target: str
    counts: NDArray[np.float64]
    exposures: NDArray[np.float64]

    @property
    def name(self) -> str:
        """The dyad and what is counted, one line."""
        return f"{self.source} → {self.target}, {self.measure}"


def speech(data: Path) -> tuple[Series, ...]:
    """Return how many documents of each source name each actor: exposure is all its documents."""
    table = pq.read_table(data / "attention/daily_mentions.parquet").to_pylist()
    pairs = sorted({(row["source"], row["term"]) for row in table if row["term"] in _TERMS})
    made = []
    for source, term in pairs:
        rows = [row for row in table if (row["source"], row["term"]) == (source, term)]
        counts, exposures = np.zeros(len(MONTHS)), np.zeros(len(MONTHS))
        for row in rows:
            place = _PLACE.get(dt.date.fromisoformat(str(row["date"])[:10]).replace(day=1))
            if place is not None:
                counts[place] += row["documents_mentioning"]
                exposures[place] += row["documents"]
        made.append(
            Series("documents naming it", _SPEAKERS[source], _TERMS[term], counts, exposures)
        )
    return tuple(made)


def listings(data: Path) -> tuple[Series, ...]:
    """Return on how many days of each month names were added to a list that stands today.

    Days, not names: one act may list a hundred. Exposure is the days of the month. Names taken off
    since are not in these files.
    """
    days = np.array([calendar.monthrange(each.year, each.month)[1] for each in MONTHS], dtype=float)
    made = [
        Series(what, source, target, _days(_listed(data / "sanctions" / file)), days)
        for what, (source, target, file) in _LISTS.items()
    ]
    with (data / "sanctions/cn_mfa_sanctions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Country"].upper() == "US"]
    chinese = (_day(row["Date"]) for row in rows)
    made.append(Series("China's counter-measures", "CHN", "USA", _days(chinese), days))
    return tuple(made)


def _listed(path: Path) -> Iterator[dt.date | None]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows: list[Mapping[str, str]] = list(csv.DictReader(file))
    else:
        rows = pq.read_table(path).to_pylist()
    return (_day(row["startDate"]) for row in rows)


def _day(text: str | None) -> dt.date | None:
    """Return the day of D.M.YYYY, D.M.YY or "10 March 2022"; None where there is none."""
    for form in ("%d.%m.%Y", "%d.%m.%y", "%d %B %Y"):
        try:
            return dt.datetime.strptime((text or "").strip(), form).date()
        except ValueError:
            continue
    return None


def _days(days: Iterator[dt.date | None]) -> NDArray[np.float64]:
    found = Counter(day.replace(day=1) for day in {day for day in days if day is not None})
    return np.array([found.get(month, 0) for month in MONTHS], dtype=float)
