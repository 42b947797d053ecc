"""What may be said of many dyads at once: rates of false discovery, and the verdict on each."""

from dataclasses import replace
from typing import Final

from foedus.repercussions.movements.movement import DyadMovement, Verdict, Why

__all__ = ["DISCOVERY", "with_discovery"]

DISCOVERY: Final = 0.10
"""False discovery rate up to which a movement is said, and p of a drift that forbids it."""


def with_discovery(dyads: list[DyadMovement], closer: int) -> list[DyadMovement]:
    """Return the dyads with rates of false discovery and the verdict that they allow.

    Rates: Y. Benjamini and Y. Hochberg (1995), Journal of the Royal Statistical Society B 57(1),
    289-300; valid under any dependence, Benjamini and D. Yekutieli (2001), Annals of Statistics
    29(4), 1165-1188. A movement is said where the first is at most DISCOVERY, its interval leaves
    out 0, the dyad was not on its way before (drift p above DISCOVERY), and the sign is the same in
    every period the event may have fallen in. `closer` is the outcome's. Dyads without a p are left
    as they are.
    """
    from scipy.stats import false_discovery_control  # noqa: PLC0415  # half a second

    ranked = [each for each in dyads if each.p is not None]
    if not ranked:
        return dyads
    ps = [each.p for each in ranked]
    usual = false_discovery_control(ps, method="bh")
    careful = false_discovery_control(ps, method="by")
    rates = {
        id(each): rate for each, rate in zip(ranked, zip(usual, careful, strict=True), strict=True)
    }
    return [
        each
        if id(each) not in rates
        else _judged(
            replace(each, q=float(rates[id(each)][0]), q_any=float(rates[id(each)][1])), closer
        )
        for each in dyads
    ]


def _judged(dyad: DyadMovement, closer: int) -> DyadMovement:
    if dyad.interval is None or dyad.effect is None or dyad.q is None:
        return replace(dyad, verdict=Verdict.UNKNOWN, why=Why.FEW_OTHERS)
    low, high = dyad.interval
    if dyad.q > DISCOVERY or low <= 0 <= high:
        return dyad
    if dyad.drift_p is not None and dyad.drift_p <= DISCOVERY:
        return replace(dyad, verdict=Verdict.UNKNOWN, why=Why.DRIFT)
    if any(each.effect * dyad.effect <= 0 for each in dyad.by_period):
        return replace(dyad, verdict=Verdict.UNKNOWN, why=Why.DEPENDS_ON_DAY)
    if not closer:
        return replace(dyad, verdict=Verdict.MORE if dyad.effect > 0 else Verdict.LESS)
    nearer = (dyad.effect > 0) == (closer > 0)
    return replace(dyad, verdict=Verdict.TOGETHER if nearer else Verdict.APART)
