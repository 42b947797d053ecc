"""Who moved, as plain values for JSON and for the rows behind a picture."""

import math
from typing import Any

from foedus.repercussions.movements.doubts import doubts
from foedus.repercussions.movements.estimators import MethodResult
from foedus.repercussions.movements.movement import DyadMovement, Movements, Synthetic
from foedus.repercussions.movements.outcome import Period

__all__ = ["movements_json"]


def movements_json(found: Movements) -> dict[str, Any]:
    """Return all that is found; a number that is not known is null, days are ISO 8601."""
    outcome, pooled = found.outcome, found.pooled
    return {
        "event": found.event.edtf,
        "outcome": outcome.name,
        "logarithms": outcome.ratio,
        "grain": outcome.grain,
        "file": None
        if outcome.file is None
        else {"name": outcome.file[0], "sha256": outcome.file[1]},
        "sources": [
            {"dataset": one.dataset, "version": one.version, "citation": list(one.citation)}
            for one in outcome.sources
        ],
        "focus": list(found.focus),
        "watched": list(found.watched),
        "before": [_period(each) for each in found.before],
        "left_out": [_period(each) for each in found.left_out],
        "after": [_period(each) for each in found.after],
        "known_until": None if found.known_until is None else _period(found.known_until),
        "unsaid": found.unsaid,
        "untreated": found.untreated,
        "placebos_in_time_too": found.also_in_time,
        "dyads": [_dyad(one, found) for one in found.dyads],
        "pooled": None
        if pooled is None
        else {
            "effect": pooled.effect,
            "p": pooled.p,
            "draws": pooled.draws,
            "pretrend_p": pooled.pretrend_p,
            "leads_and_lags": [
                {
                    "period": _period(outcome.periods[place]),
                    "gap": _known(float(pooled.leads_and_lags[row])),
                    "low": None if pooled.low is None else _known(float(pooled.low[row])),
                    "high": None if pooled.high is None else _known(float(pooled.high[row])),
                }
                for row, place in enumerate(pooled.periods)
            ],
        },
        "event_study": None
        if found.study is None
        else {
            "treated": found.study.treated,
            "untreated": found.study.untreated,
            "observations": found.study.observations,
            "members": found.study.members,
            "methods": [_method(one) for one in found.study.results],
        },
        "no_event_study": found.study_why_not or None,
    }


def _dyad(one: DyadMovement, found: Movements) -> dict[str, Any]:
    plain = (
        *(
            "third",
            "focus",
            "verdict",
            "why",
            "effect",
            "interval",
            "visible",
            "same_sign",
            "below_visible",
        ),
        *("p", "p_own", "q", "q_any", "drift_p", "before", "after"),
    )
    return {
        **{name: getattr(one, name) for name in plain},
        "doubts": [str(each) for each in doubts(one, found)] if one.effect is not None else [],
        "in_time": {"p": one.in_time.p, "statistics": list(one.in_time.statistics)},
        "by_period": [
            {"period": _period(each.period), "effect": each.effect, "interval": each.interval}
            for each in one.by_period
        ],
        "synthetic": _synthetic(one.synthetic, found),
    }


def _synthetic(made: Synthetic, found: Movements) -> dict[str, Any]:
    control = made.control
    if control is None:
        return {"effect": None, "why_not": made.why_not or None}
    return {
        "effect": control.effect,
        "interval": control.interval,
        "p": control.p,
        "ranked": control.ranked,
        "rmspe_before": control.rmspe_before,
        "rmspe_after": control.rmspe_after,
        "fit": control.fit,
        "donors": [
            {"dyad": list(pair), "weight": round(float(weight), 6)}
            for pair, weight in zip(made.donors, control.weights, strict=True)
            if weight > 0
        ],
        "gaps": [
            {"period": _period(found.outcome.periods[place]), "gap": float(gap)}
            for place, gap in zip(made.periods, control.gaps, strict=True)
        ],
    }


def _method(result: MethodResult) -> dict[str, Any]:
    return {
        "method": result.method,
        "average": result.average,
        "interval": list(result.average_interval),
        "pretrend_p": result.pretrend_p,
        "times": [
            {
                "since": time,
                "effect": float(effect),
                "error": float(error),
                "interval": ends.tolist(),
            }
            for time, effect, error, ends in zip(
                result.relative,
                result.effects,
                result.standard_errors,
                result.intervals,
                strict=True,
            )
        ],
    }


def _known(value: float) -> float | None:
    """Return a number, None for what is none: in a period in which no dyad is known."""
    return value if math.isfinite(value) else None


def _period(period: Period) -> list[str]:
    return [period[0].isoformat(), period[1].isoformat()]
