"""What a bond's rows come to: what is in force, how the two vote now, when either moved."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

from foedus.relations.bonds import Bond

__all__ = [
    "DUTIES",
    "MASS",
    "Gone",
    "Move",
    "Standing",
    "apart",
    "in_force",
    "latest_move",
    "points_of",
    "told_apart",
    "treaty_spells",
]

Row = Mapping[str, Any]
MASS = 0.9
"""What the intervals hold."""
_NORMAL = NormalDist().inv_cdf((1 + MASS) / 2)
"""How many standard deviations a normal quantile of 95 % lies above the middle."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one instrument asks of whom for one spell.

    `obligors` are those of the two who owe it, `kinds` what; days are the earliest and latest they
    may be, `ends` None while it runs. `surely` is false where something but its days is in doubt.
    `known_to` is the last year known of one that runs, None for no bound.
    """

    instrument: str
    title: str
    title_fr: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    kinds: tuple[str, ...]
    signed: dt.date | None
    begins: tuple[dt.date | None, dt.date | None]
    ends: tuple[dt.date | None, dt.date | None]
    surely: bool
    known_to: int | None

    @property
    def runs(self) -> bool:
        """Whether it has no end."""
        return self.ends == (None, None)


@dataclass(frozen=True, slots=True)
class Move:
    """A move of an ideal point between two sessions running.

    It is the latest of `among` moves that can be told from none: `low` to `high` is widened so that
    all `among` intervals hold together with 90 % (Bonferroni), else choosing one would mislead.
    """

    actor: str
    before: int
    after: int
    among: int
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gone:
    """The difference of two ideal points of one session, with its 90 % interval."""

    year: int
    one: Row
    other: Row
    difference: float
    low: float
    high: float

    @property
    def perhaps_none(self) -> bool:
        """Whether no difference lies within the interval."""
        return self.low <= 0 <= self.high


def treaty_spells(bond: Bond) -> tuple[Standing, ...]:
    """Return what each instrument asked, one entry per spell, set of obligors and doubt."""
    part = bond.parts["obligations"]
    known = next((each.covers[1] for each in part.sources if each.dataset == "atop"), None)
    groups: defaultdict[tuple[Any, ...], dict[str, set[tuple[str, str]]]] = defaultdict(dict)
    first: dict[tuple[Any, ...], Row] = {}
    row: Row
    for row in part.to_pylist():
        key = (row["instrument"], *(row[name] for name in _DAYS), row["doubted"])
        first.setdefault(key, row)
        owed = groups[key].setdefault(row["kind"], set())
        owed.add((row["obligor"], row["beneficiary"]))
    found = []
    for key, kinds in groups.items():
        for pairs in dict.fromkeys(frozenset(each) for each in kinds.values()):
            row = first[key]
            found.append(
                Standing(
                    instrument=row["instrument"],
                    title=row["title"],
                    title_fr=row["title_fr"],
                    obligors=tuple(sorted({one for one, _ in pairs})),
                    beneficiaries=tuple(sorted({other for _, other in pairs})),
                    kinds=_in_order(kind for kind, each in kinds.items() if each == pairs),
                    signed=row["signed"],
                    begins=(row["begins_earliest"], row["begins_latest"]),
                    ends=(row["ends_earliest"], row["ends_latest"]),
                    surely=not row["doubted"],
                    known_to=known if row["coded_by"] == "atop" else None,
                )
            )
    return tuple(sorted(found, key=lambda each: (str(each.begins[0]), each.instrument)))


_DAYS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")


DUTIES = ("defence", "offence", "neutrality", "nonaggression", "consultation")
"""The promises that ATOP counts, in the order in which they are named."""


def _in_order(found: Iterable[str]) -> tuple[str, ...]:
    kinds = list(found)
    return (*(kind for kind in DUTIES if kind in kinds), *(k for k in kinds if k not in DUTIES))


def in_force(spells: Iterable[Standing], day: dt.date) -> tuple[Standing, ...]:
    """Return those that bind, or may bind, on a day; an end nobody knows is not taken for open."""
    return tuple(
        each
        for each in spells
        if (each.begins[0] is None or each.begins[0] <= day)
        and (each.ends[1] is None or day <= each.ends[1])
        and not (each.runs and each.known_to is not None and day.year > each.known_to)
    )


def points_of(bond: Bond, actors: Sequence[str]) -> list[Row]:
    """Return the ideal points of a line of actors, by year."""
    rows = bond.parts["ideal_points"].to_pylist()
    return sorted((row for row in rows if row["actor"] in actors), key=lambda row: row["year"])


def apart(one: Row, other: Row, *, among: int = 1) -> Gone:
    """Return how far two points lie apart, taking their posteriors as independent and normal.

    The interval holds with 90 % together with those of `among` - 1 other differences.
    """
    difference = one["point"] - other["point"]
    wide = NormalDist().inv_cdf(1 - (1 - MASS) / (2 * among))
    spread = wide * (_deviation(one) ** 2 + _deviation(other) ** 2) ** 0.5
    return Gone(one["year"], one, other, difference, difference - spread, difference + spread)


def latest_move(points: Sequence[Row]) -> Move | None:
    """Return the latest move between two sessions running that can be told from none."""
    pairs = [
        (before, after)
        for before, after in itertools.pairwise(points)
        if after["year"] - before["year"] <= _NEXT and after["code"] == before["code"]
    ]
    for before, after in reversed(pairs):
        found = apart(after, before, among=len(pairs))
        if not found.perhaps_none:
            return Move(
                after["actor"],
                before["year"],
                after["year"],
                len(pairs),
                found.difference,
                found.low,
                found.high,
            )
    return None


def told_apart(turns: Sequence[Row], none: float = 0.0) -> list[Row]:
    """Return the changes of a series that are more likely than not, of a size that is not `none`.

    `none` is 0 for a difference and 1 for a ratio.
    """
    return [
        row
        for row in turns
        if row["changes"] and not row["effect_low"] <= none <= row["effect_high"]
    ]


_NEXT = 2
"""Sessions running begin a year apart; the nineteenth, of 1964, has no votes."""


def _deviation(point: Row) -> float:
    return float(point["high"] - point["low"]) / (2 * _NORMAL)
