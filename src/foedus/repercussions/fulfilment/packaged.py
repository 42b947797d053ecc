"""The rates that foedus carries, so that a cascade can be judged without any dataset.

`rates.csv` is derived by us from the datasets that each of its rows names, and written anew by
`python -m studies.alliance_reliability`. `published.csv` has what others found, and where they say
so.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = [
    "FulfilmentRate",
    "PublishedRate",
    "fulfilment_rates",
    "published_rates",
    "rate_for",
]

_WHOLE, _BEFORE, _SINCE = "1816-2010", "1816-1944", "1945-2010"
_BREAK = 1945


@dataclass(frozen=True, slots=True, kw_only=True)
class FulfilmentRate:
    """How often one kind of promise was kept in one kind of conflict, period and group.

    Of `asked` promises in `conflicts` conflicts `acted` were kept: for neutrality and
    non-aggression, by staying out. `low` and `high` are the 95 % interval; `against` fought the
    partner. They were promises of so many `treaties`; `most_from_one` were of the one called upon
    most: where those are nearly all, the rate is that treaty's. These three are None for "some
    ally", whose cases are partners and not promises. `sources` names datasets and versions.
    """

    kind: str
    conflict: str
    period: str
    group: str
    asked: int
    acted: int
    against: int | None
    rate: float
    low: float
    high: float
    conflicts: int
    treaties: int | None
    most_from_one: int | None
    sources: str

    def covers(self, on: dt.date) -> bool:
        """Whether the day lies in the years counted; else the rate is carried beyond them."""
        first, last = (int(year) for year in self.period.split("-"))
        return first <= on.year <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRate:
    """What a published study found: `kind` is "all" or a kind of obligation.

    `asked` and `acted` are None where only the share is published. `unit` says what one case is,
    None where we are not certain of it; `where` is where in the publication the number stands.
    """

    study: str
    kind: str
    period: str
    asked: int | None
    acted: int | None
    rate: float
    unit: str | None
    where: str
    citation: str


@cache
def fulfilment_rates() -> tuple[FulfilmentRate, ...]:
    """Return every row of the table, in its order."""
    return tuple(
        FulfilmentRate(
            kind=row["kind"],
            conflict=row["conflict"],
            period=row["period"],
            group=row["group"],
            asked=int(row["asked"]),
            acted=int(row["acted"]),
            against=_number(row["against"]),
            rate=float(row["rate"]),
            low=float(row["low"]),
            high=float(row["high"]),
            conflicts=int(row["conflicts"]),
            treaties=_number(row["treaties"]),
            most_from_one=_number(row["most_from_one"]),
            sources=row["sources"],
        )
        for row in _rows("rates.csv")
    )


def rate_for(
    kind: str, on: dt.date | None = None, *, conflict: str = "war", group: str = "plain"
) -> FulfilmentRate | None:
    """Return the rate for a kind of obligation, on a day or over all years counted.

    A day before 1945 takes the years to 1944, any later day those from 1945 to 2010, also one after
    2010: ask `covers`. None where nothing was counted: for consultation and other kinds that no
    data tell of, and for groups nobody asked in.
    """
    period = _WHOLE if on is None else _BEFORE if on.year < _BREAK else _SINCE
    wanted = (kind, conflict, period, group)
    return next(
        (
            one
            for one in fulfilment_rates()
            if (one.kind, one.conflict, one.period, one.group) == wanted
        ),
        None,
    )


@cache
def published_rates() -> tuple[PublishedRate, ...]:
    """Return what others found, in the order of the table."""
    return tuple(
        PublishedRate(
            study=row["study"],
            kind=row["kind"],
            period=row["period"],
            asked=_number(row["asked"]),
            acted=_number(row["acted"]),
            rate=float(row["rate"]),
            unit=row["unit"] or None,
            where=row["where"],
            citation=row["citation"],
        )
        for row in _rows("published.csv")
    )


def _number(written: str) -> int | None:
    return int(written) if written else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("foedus.repercussions.fulfilment").joinpath(name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
