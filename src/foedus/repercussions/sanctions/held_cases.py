"""The cases of the Global Sanctions Data Base as measures, one for each sender and target.

Years are all it knows. A last year of the release's last year is censored: the sanctions may go on.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pyarrow.compute as pc

from foedus.datasets.holdings import held_columns, holding
from foedus.evidence import Day, Spell
from foedus.repercussions.sanctions.measures import KINDS, Measure, Why

__all__ = ["measures_of_gsdb"]

_PAIR = ("case_id", "sender_id", "target_id")


def measures_of_gsdb() -> tuple[Measure, ...]:
    """Return one measure per case, sender and target that mean actors; raises MissingDataset.

    It lasts as long as both names mean these actors: a case goes on against whom a name means next.
    Names that mean no actor in a year have no measure in it (table `unmatched_names`).
    """
    last_covered = holding("gsdb", "cases").covers[1]
    cases = held_columns("gsdb", "cases", "case_id", *KINDS).to_pylist()
    kinds = {row["case_id"]: tuple(kind for kind in KINDS if row[kind] == 1) for row in cases}
    years = held_columns("gsdb", "sender_target_years", *_PAIR, "year")
    known = years.filter(pc.and_(pc.is_valid(years["sender_id"]), pc.is_valid(years["target_id"])))
    spans = known.group_by([*_PAIR]).aggregate([("year", "min"), ("year", "max")])
    ordered = spans.sort_by([(name, "ascending") for name in _PAIR])
    return tuple(_measure(row, kinds[row["case_id"]], last_covered) for row in ordered.to_pylist())


def _measure(row: Mapping[str, Any], kinds: tuple[str, ...], last_covered: int | None) -> Measure:
    first, last = row["year_min"], row["year_max"]
    censored = last_covered is not None and last >= last_covered
    return Measure(
        key=f"gsdb:{row['case_id']}:{row['sender_id']}:{row['target_id']}",
        dataset="gsdb",
        sender=row["sender_id"],
        on=((row["target_id"], Why.NAMED),),
        kinds=kinds,
        spell=Spell(Day(f"{first:04}"), Day(f"{last:04}/..") if censored else Day(f"{last:04}")),
        programme=f"GSDB {row['case_id']}",
        known_until=dt.date(last_covered, 12, 31) if last_covered else None,
    )
