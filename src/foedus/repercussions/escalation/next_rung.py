"""How often disputes went one rung further, and what came after an incident, by kind of pair."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from foedus.repercussions.escalation.competing import FirstToCome, first_to_come, jeffreys
from foedus.repercussions.escalation.disputes import Disputes
from foedus.repercussions.escalation.ladder import THREAT, WAR
from foedus.repercussions.fulfilment.rates import rates

__all__ = ["PERIODS", "TRAITS", "Aftermath", "Kind", "aftermath", "steps_by", "whole_steps"]

HALF_YEARS = 10
"""How many half-years after an incident are followed."""
PERIODS = ((1816, 1913), (1914, 1945), (1946, 1989), (1990, 2100))
"""Before the world wars, between their first and last year, the cold war, since."""
_LENGTHS = ((0, 1), (2, 30), (31, 180), (181, 1 << 30))
"""Days a dispute lasts at the least: one, a month, half a year, more."""

TRAITS = ("rivals", "by_land", "major", "again", "period", "length")
"""What the steps of disputes are told apart by."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """Pairs alike: what is asked of each trait; None where it is not asked."""

    rivals: bool | None = None
    by_land: bool | None = None
    major: bool | None = None
    again: bool | None = None
    since: int | None = None

    def takes(self, row: Row) -> bool:
        """Whether a dispute of a pair is of this kind; one whose trait is unknown is not."""
        traits = ("rivals", "by_land", "major", "again")
        return all(
            getattr(self, name) is None or row[name] is getattr(self, name) for name in traits
        ) and (self.since is None or row["year"] >= self.since)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came first after incidents on one rung between pairs of one kind.

    Kinds of `found` are 1, an incident on a higher rung, and 2, another no higher, by half-year
    from the month of the incident. None where there was no such incident.
    """

    level: int
    kind: Kind
    found: FirstToCome | None


def whole_steps(disputes: Disputes) -> pa.Table:
    """Return how many disputes reached each rung and how many went further, over all disputes.

    One row per rung k from 2 to 4: `level`, `reached` (disputes whose highest level is k or more),
    `further` (k + 1 or more), `rate`, `low`, `high` (90 % Jeffreys). A dispute that skipped a rung
    counts as having reached it: the data know only the highest.
    """
    levels = np.asarray(disputes.whole["level"].drop_null())
    rungs = np.arange(THREAT, WAR)
    reached = np.array([(levels >= rung).sum() for rung in rungs])
    further = np.array([(levels > rung).sum() for rung in rungs])
    low, high = jeffreys(further, reached)
    with np.errstate(invalid="ignore"):
        rate = further / reached
    return pa.table(
        {
            "level": rungs,
            "reached": reached,
            "further": further,
            "rate": rate,
            "low": low,
            "high": high,
        }
    )


def steps_by(disputes: Disputes, trait: str) -> pa.Table:
    """Return how often pairs in a dispute went one rung further, by a trait of the pair or dispute.

    `trait` is rivals, by_land, major, again, period or length. One row per value and rung: `value`,
    `level`, and the columns of `fulfilment.rates.rates`: here `asked` are parts of pairs in
    disputes that reached the rung, `acted` those that went further, and the 95 % interval respects
    that pairs of one dispute hang together. Rows of which the trait is unknown are left out.
    """
    named = _TRAITS[trait]
    parts = []
    for level in range(THREAT, WAR):
        rows = [
            {"value": value, "level": level, "acted": row["level"] > level, "conflict": row[D]}
            for row in disputes.dyadic.to_pylist()
            if row["level"] >= level and (value := named(row)) is not None
        ]
        if rows:
            parts.append(rates(pa.Table.from_pylist(rows), ("value", "level")))
    return pa.concat_tables(parts)


D = "dispute"


def _spans(value: int, spans: tuple[tuple[int, int], ...]) -> str | None:
    for low, high in spans:
        if low <= value <= high:
            return f"{low}+" if (low, high) == spans[-1] else f"{low}-{high}"
    return None


def _told(name: str) -> Callable[[Row], str | None]:
    return lambda row: None if row[name] is None else ("yes" if row[name] else "no")


_TRAITS: Mapping[str, Callable[[Row], str | None]] = {
    **{name: _told(name) for name in ("rivals", "by_land", "major", "again")},
    "period": lambda row: _spans(row["year"], PERIODS),
    "length": lambda row: None if row["days"] is None else _spans(row["days"], _LENGTHS),
}


def aftermath(disputes: Disputes, level: int, kind: Kind | None = None) -> Aftermath:
    """Return what came first after the disputes on a rung between pairs of a kind.

    Months are counted from that in which a dispute surely had begun; one that began in the same
    month as another of the pair is not told apart from it, and the higher stands. A pair is
    followed to the end of the record. Raises ValueError for a level without a higher.
    """
    if not THREAT <= level < WAR:
        raise ValueError(f"the next rung is asked from levels {THREAT} to {WAR - 1}, not {level}")
    kind = kind or Kind()
    found = [
        one
        for rows in disputes.by_pair.values()
        for one in _followed(rows, level, kind, disputes.covered[1])
    ]
    if not found:
        return Aftermath(level, kind, None)
    waits, kinds, clusters = zip(*found, strict=True)
    return Aftermath(level, kind, first_to_come(waits, kinds, clusters, intervals=HALF_YEARS))


def _followed(
    rows: list[dict[str, Any]], level: int, kind: Kind, until: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the half-year, the kind of what came first (0 for nothing), and the dispute."""
    months: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        months.setdefault(row["last"], []).append(row)
    ordered = sorted(months)
    for place, month in enumerate(ordered):
        top = max(months[month], key=lambda row: row["level"])
        if top["level"] != level or not kind.takes(top):
            continue
        if place + 1 < len(ordered):
            after = ordered[place + 1]
            higher = max(row["level"] for row in months[after]) > level
            yield (after - month - 1) // 6, 1 if higher else 2, top["dispute"]
        else:
            yield (until - month) // 6, 0, top["dispute"]
