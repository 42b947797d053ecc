"""Capabilities as plain data, ready for JSON."""

import math
from dataclasses import asdict
from typing import Any

from foedus.repercussions.capabilities.before_after import LEVEL
from foedus.repercussions.capabilities.capabilities import Capabilities
from foedus.repercussions.capabilities.comparisons import Comparison
from foedus.repercussions.capabilities.marks import Mark

__all__ = ["capabilities_json"]

Plain = dict[str, Any]


def capabilities_json(found: Capabilities) -> Plain:
    """Return everything that is held of an actor's capabilities; unknown as null."""
    return {
        "actor": found.actor,
        "beside": list(found.beside),
        "years": [found.first, found.last],
        "series": [
            {
                "key": each.kind.key,
                "unit": each.kind.unit.said("en"),
                "base_year": each.base_year,
                "dataset": each.kind.dataset,
                "version": each.source.version,
                "covers": list(each.source.covers),
                "missing": each.source.missing,
                "values": {str(year): value for year, value in sorted(each.values.items())},
            }
            for each in found.series
        ],
        "marks": [_mark(one) for one in found.marks],
        "comparisons": [_comparison(one) for one in found.comparisons],
        "levels": _levels(found),
        "interval": LEVEL,
    }


def _mark(mark: Mark) -> Plain:
    days = {"earliest": mark.earliest.isoformat(), "latest": mark.latest.isoformat()}
    return asdict(mark) | days


def _comparison(one: Comparison) -> Plain:
    found = asdict(one.found) if one.found is not None else None
    return {
        "measure": one.measure,
        "mark": one.mark.key,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "found": found and {name: _finite(value) for name, value in found.items()},
        "refused": one.refused or None,
        "rival_explanations": [asdict(each) for each in one.rivals],
        "cannot_tell": list(one.silent),
    }


def _levels(found: Capabilities) -> Plain | None:
    quarters = found.quarters
    if quarters is None:
        return None
    return {
        "quarters": [day.isoformat() for day in quarters.begins],
        "launch_days": list(quarters.counts),
        "no_change": quarters.found.no_change,
        "changes": [
            {
                "first": quarters.begins[each.first].isoformat(),
                "last": quarters.begins[each.last].isoformat(),
                "probability": each.probability,
                "ratio": each.effect,
                "low": each.effect_low,
                "high": each.effect_high,
            }
            for each in quarters.found.changes
        ],
    }


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
