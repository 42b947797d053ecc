"""Who may climb next: one row per pair and period after an incident, with what came.

    from foedus.repercussions.escalation import pairs_at_risk

    pairs_at_risk(disputes_held(engine), step=12, horizons=(12, 36, 60))

This is the table that a hazard or a forecast of escalation is fitted on.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pyarrow as pa

from foedus.repercussions.escalation.disputes import Disputes, code_months
from foedus.repercussions.escalation.risk_periods import RiskPeriods, risk_periods

__all__ = ["HORIZONS", "MEMORY", "pairs_at_risk"]

HORIZONS = (12, 36, 60)
"""Months ahead that are looked at, unless said."""
MEMORY = 120
"""Months after an incident in which a pair is at risk, unless said."""
_KINDS = ("rivals", "by_land", "major", "again")


def pairs_at_risk(
    disputes: Disputes, *, step: int = 6, horizons: Sequence[int] = HORIZONS, memory: int = MEMORY
) -> pa.Table:
    """Return one row per pair of states and period of `step` months at risk of a higher rung.

    A pair is at risk from the end of the period in which a dispute of theirs surely began, for
    `memory` months, unless that dispute was a war: there is no rung above. Columns: `one`, `other`
    (COW numbers, ascending); `year`, `month` (last of the period); `dispute`, `level` of their
    latest, the highest where several began in a month; `since`, months from it; `incidents`, how
    many they have had since 1816; `rivals`, `by_land`, `major`, `again`, the kind of pair as the
    latest dispute began (`Disputes`), null where unknown; and one column `climbs_h` for each
    horizon of h months: True where a dispute on a higher rung than the latest begins within h
    months after the period, False where none does, null where the record (to the end of the data,
    or of either state) does not reach so far or an unknown month leaves it open.

    With a step of 12 these are dyad-years, with 1 dyad-months. A dispute stands on the rung it
    came to in the end, known to the data only afterwards: who forecasts with `level` of an ongoing
    dispute uses what nobody knew then.
    """
    parts = [
        _of_pair(disputes, pair, rows, step, horizons, memory)
        for pair, rows in disputes.by_pair.items()
    ]
    return pa.concat_tables([_empty(horizons), *parts])


def _of_pair(
    disputes: Disputes,
    pair: tuple[int, int],
    rows: list[dict[str, int]],
    step: int,
    horizons: Sequence[int],
    memory: int,
) -> pa.Table:
    begins, ends = disputes.covered
    last = min(ends, max([row["last"] for row in rows] + [_until(pair)]))
    found = risk_periods(
        [row["first"] for row in rows],
        [row["last"] for row in rows],
        [row["level"] for row in rows],
        covered=(begins, last),
        step=step,
        horizons=horizons,
        memory=memory,
    )
    return _table(found, pair, _latest(found, rows), horizons)


def _latest(found: RiskPeriods, rows: list[dict[str, int]]) -> list[dict[str, int]]:
    """Return of each period the dispute that is the latest by its end."""
    ordered = sorted(rows, key=lambda row: (row["last"], row["level"]))
    return [ordered[count - 1] for count in found.incidents.tolist()]


@cache
def _until(pair: tuple[int, int]) -> int:
    """Return the last month in which both states of a pair stood."""
    spells = [code_months(code) for code in pair]
    return min((max(end for _, end in one) if one else 12 * 10_000) for one in spells)


def _table(
    found: RiskPeriods,
    pair: tuple[int, int],
    latest: list[dict[str, int]],
    horizons: Sequence[int],
) -> pa.Table:
    n = len(found.ends)
    columns = [
        np.full(n, pair[0]),
        np.full(n, pair[1]),
        found.ends // 12,
        found.ends % 12 + 1,
        [row["dispute"] for row in latest],
        found.level,
        found.since,
        found.incidents,
        *([row[kind] for row in latest] for kind in _KINDS),
        *(_truth(found.climbs[:, place]) for place in range(len(horizons))),
    ]
    schema = _schema(horizons)
    arrays = [pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _truth(climbs: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[bool | None]:
    return [None if np.isnan(one) else bool(one) for one in climbs]


def _schema(horizons: Sequence[int]) -> pa.Schema:
    whole = ("one", "other", "year", "month", "dispute", "level", "since", "incidents")
    fields = [(name, pa.int64()) for name in whole]
    fields += [(name, pa.bool_()) for name in _KINDS]
    return pa.schema([*fields, *((f"climbs_{each}", pa.bool_()) for each in horizons)])


def _empty(horizons: Sequence[int]) -> pa.Table:
    return _schema(horizons).empty_table()
