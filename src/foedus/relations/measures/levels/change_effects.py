"""How large a change was: a mixture over where it was and where its neighbours were.

The stretch before a change and the one after it are independent given its place. Of places that
carry a posterior all but a hundred-thousandth are taken; where they are more than 48 (12 for each
node of a spread), or 16 (6) on either side, so many at equal steps of the cumulative sum stand for
them.
"""

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.levels.quantiles import quantile
from foedus.relations.measures.levels.segmentation import Segmentation
from foedus.relations.measures.levels.segments import Floats

__all__ = ["Node", "effect_quantiles"]

Node = tuple[float, Segmentation]
"""A weight, and the segmentation it belongs to."""
_NEGLIGIBLE = 1e-5
_PLACES, _SIDES = 48, 16


def _carrying(weights: Floats, at_most: int) -> tuple[NDArray[np.int64], Floats]:
    """Return indices that stand for a distribution, and their weights.

    All that carry it but for a hundred-thousandth; where they are more than `at_most`, those at
    equal steps of its cumulative sum.
    """
    order = np.argsort(weights)[::-1]
    needed = int(np.searchsorted(np.cumsum(weights[order]), weights.sum() * (1 - _NEGLIGIBLE))) + 1
    if needed <= at_most:
        kept = np.sort(order[:needed])
        return kept, weights[kept] / weights[kept].sum()
    summed = np.cumsum(weights)
    steps = (np.arange(at_most) + 0.5) / at_most * summed[-1]
    return np.searchsorted(summed, steps), np.full(at_most, 1 / at_most)


def effect_quantiles(
    nodes: list[Node], each: int, number: int, mass: float
) -> tuple[float, float, float]:
    """Return the lower, middle and upper quantile of the effect at one of `number` changes.

    `each` says which, from 0; `nodes` are segmentations with their weights, which sum to one;
    `mass` lies between the lower and the upper.

    A mixture over the place of the change, the start of the stretch before and the end of the one
    after it, which are independent given the place.
    """
    weights, effects = [], []
    places, sides = (_PLACES, _SIDES) if len(nodes) == 1 else (12, 6)
    for weight, one in nodes:
        picked, chances = _carrying(one.places(number)[each], places)
        starts, middles, ends, shares = _triples(one, picked, chances, each, number, sides)
        weights.append(weight * shares)
        effects.append(one.segments.effect(starts, middles, ends))
    whole = np.concatenate(weights)
    centres = np.concatenate([effect.centre for effect in effects])
    spreads = np.concatenate([effect.spread for effect in effects])
    centre = float(whole @ centres)
    spread = float(np.sqrt(whole @ (spreads**2 + (centres - centre) ** 2)))

    def below(value: float) -> float:
        return sum(
            float(weight @ effect.below(value))
            for weight, effect in zip(weights, effects, strict=True)
        )

    low, middle, high = (
        quantile(below, level, centre, spread) for level in ((1 - mass) / 2, 0.5, (1 + mass) / 2)
    )
    return low, middle, high


def _triples(
    one: Segmentation,
    picked: NDArray[np.int64],
    chances: Floats,
    each: int,
    number: int,
    sides: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Floats]:
    """Return start, change, end and weight of pairs of neighbouring stretches."""
    if number == 1:
        n = one.before.shape[1] - 1
        return np.zeros_like(picked), picked, np.full_like(picked, n), chances
    rows = []
    for place, chance in zip(picked.tolist(), chances.tolist(), strict=True):
        starts, left = _carrying(one.starts(place, each), sides)
        ends, right = _carrying(one.ends(place, number - each - 1), sides)
        shape = (len(starts), len(ends))
        rows.append(
            (
                np.broadcast_to(starts[:, None], shape).ravel(),
                np.full(shape, place).ravel(),
                np.broadcast_to(ends, shape).ravel(),
                (chance * np.outer(left, right)).ravel(),
            )
        )
    one_after_another = [np.concatenate(parts) for parts in zip(*rows, strict=True)]
    return tuple(one_after_another)  # type: ignore[return-value]
