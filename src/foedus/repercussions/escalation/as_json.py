"""An escalation as plain data, ready for JSON."""

from dataclasses import asdict
from typing import Any

import numpy as np

from foedus.repercussions.escalation.competing import LEVEL
from foedus.repercussions.escalation.escalation import Escalation
from foedus.repercussions.escalation.ladder import ladder
from foedus.repercussions.escalation.next_rung import (
    TRAITS,
    Aftermath,
    steps_by,
    whole_steps,
)

__all__ = ["escalation_json"]

Plain = dict[str, Any]


def escalation_json(found: Escalation) -> Plain:
    """Return everything an escalation holds; months by their first day, unknown as null."""
    return {
        "dyad": found.dyad,
        "months": [month.isoformat() for month in found.months],
        "index": {
            name: _numbers(getattr(found.index, name))
            for name in ("low", "middle", "high", "known")
        },
        "parts": [
            {
                "key": each.part.key,
                "dataset": each.part.dataset,
                "from": each.version,
                "weight": each.part.worth,
                "weight_of": each.part.event_type.value,
                "unit": each.part.unit.said("en"),
                "values": list(each.values),
                "ranks": _numbers(ranks),
                "seen_outside_coverage": [
                    {"month": f"{month // 12:04d}-{month % 12 + 1:02d}", "at_least": value}
                    for month, value in each.seen
                ],
                "missing": each.missing,
            }
            for each, ranks in zip(found.series, found.ranks, strict=True)
        ],
        "last_year_against_before": [
            {
                "part": one.key,
                "year": one.year,
                "before": list(one.before),
                **_finite(asdict(one.found)),
            }
            for one in found.years
        ],
        "record": [
            {"event": one.event, "type": one.event_type, "day": one.day, "certain": one.certain}
            for one in (found.record.events if found.record else ())
        ],
        "incident": None
        if found.incident is None
        else {
            "level": found.incident.level,
            "year": found.incident.year,
            "source": found.incident.source,
            "event": found.incident.event.event if found.incident.event else None,
            "dispute": found.incident.dispute,
        },
        "ladder": [{"level": one.level, "means": one.means.said("en")} for one in ladder()],
        "steps": whole_steps(found.disputes).to_pylist() if found.disputes else [],
        "steps_by": {trait: steps_by(found.disputes, trait).to_pylist() for trait in TRAITS}
        if found.disputes
        else {},
        "crises": asdict(found.crises) if found.crises else None,
        "chances": [_chance(one) for one in found.chances],
        "next_half_year": None
        if found.next_half_year is None
        else dict(zip(("chance", "low", "high"), found.next_half_year, strict=True)),
        "disputes": [
            {name: row[name] for name in ("dispute", "year", "level")} for row in found.own
        ],
        "dataset": f"{found.disputes.dataset} {found.disputes.version}" if found.disputes else None,
        "interval": LEVEL,
    }


def _chance(one: Aftermath) -> Plain:
    kinds: Plain = {}
    if one.found is not None:
        for place, name in enumerate(("higher", "no_higher")):
            kinds[name] = {
                each: _numbers(getattr(one.found, each)[place])
                for each in ("chance", "low", "high")
            }
    return {
        "level": one.level,
        "kind": asdict(one.kind),
        "incidents": one.found.incidents if one.found else 0,
        "by_half_year": kinds,
    }


def _numbers(values: np.ndarray[Any, np.dtype[np.float64]]) -> list[float | None]:
    return [None if np.isnan(one) else float(one) for one in values.tolist()]


def _finite(values: Plain) -> Plain:
    return {
        name: None if isinstance(value, float) and not np.isfinite(value) else value
        for name, value in values.items()
    }
