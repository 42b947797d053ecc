"""A cascade as plain data, ready for JSON, with its words in one language."""

from collections.abc import Sequence

from foedus.repercussions.cascade.cascade import Cascade, Sensitivity
from foedus.repercussions.cascade.chains import Step

__all__ = ["cascade_json"]

Plain = dict[str, object]
_MOST_CHAINS = 200


def cascade_json(found: Cascade, moves: Sequence[Sensitivity], language: str) -> Plain:
    """Return who is drawn in how likely, the commonest chains, and what it hangs on."""
    return {
        "act": found.act.words or found.act.kind,
        "initiators": list(found.act.initiators),
        "targets": list(found.act.targets),
        "on": found.on.isoformat(),
        "draws": found.draws,
        "nobody_joins": found.alone,
        "nobody_joins_low": found.alone_low,
        "nobody_joins_high": found.alone_high,
        "involvements": [
            {
                "actor": one.actor,
                "probability": one.probability,
                "low": one.low,
                "high": one.high,
                "with_attacked": one.with_attacked,
                "with_attackers": one.with_attackers,
                "through": [
                    {"instrument": instrument, "article": article, "share": share}
                    for instrument, article, share in one.through
                ],
            }
            for one in found.involvements
        ],
        "chains": [
            {
                "share": chain.share,
                "low": chain.low,
                "high": chain.high,
                "rounds": [[_step(step) for step in steps] for steps in chain.rounds],
            }
            for chain in found.chains[:_MOST_CHAINS]
        ],
        "sensitivities": [
            {
                "assumption": one.assumption,
                "actor": one.actor,
                "at_low": one.at_low,
                "at_high": one.at_high,
            }
            for one in moves
        ],
        "assumptions": [
            {
                "id": one.id,
                "label": one.label.said(language),
                "low": one.low,
                "high": one.high,
                "source": one.source,
            }
            for one in found.assumptions
        ],
        "suppositions": [str(one) for one in found.suppositions],
        "limits": [words.said(language) for words in found.limits],
    }


def _step(step: Step) -> Plain:
    return {
        "actor": step.actor,
        "side": step.side,
        "partner": step.partner,
        "struck": step.struck,
        "instrument": step.instrument,
        "article": step.article,
    }
