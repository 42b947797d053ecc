r"""The spread that all stretches of a series share, integrated out by quadrature.

For negative binomial counts with prior mean rate :math:`\bar\lambda` and size r per unit of
exposure, :math:`u = (\bar\lambda / r) / (1 + \bar\lambda / r)` is the share of the variance of one
unit of exposure that goes beyond Poisson; its prior is uniform on 0 to 1. For a continuous series u
is the variance within stretches, of a period of the usual (harmonic mean) exposure, over that of
the whole series, uniform on 0 to 2.

The posterior of u narrows as the series grows, so the nodes must lie where it is. They are Gauss
and Legendre's 16, over the span within which the likelihood of u, with the places of the changes
held where the simplest answer has them, or with no change, is within exp(-16) of its peak. Where
the outermost nodes then still carry weight, the span is widened and all is done again.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import special

from foedus.relations.measures.levels.segmentation import (
    Segmentation,
    TooManyChanges,
    segmentation,
)
from foedus.relations.measures.levels.segments import (
    Floats,
    NegativeBinomialSegments,
    NormalSegments,
    PoissonSegments,
    Segments,
    prior_mean,
)

__all__ = ["FAMILIES", "Weighed", "segmentations"]

FAMILIES = ("poisson", "negative binomial", "normal")
NODES = 16
_SCAN = 192
_WITHIN = 16.0
_RETRIES = 4

Weighed = tuple[float, Segmentation, float | None]
"""The prior weight of a node (with its width), what follows from it, and its 1/size or variance."""


def segmentations(
    family: str, values: Floats, exposures: Floats, gaps: NDArray[np.int64], most: int
) -> list[Weighed]:
    """Return the segmentations of a covered series for each node of the spread of its family.

    Raises TooManyChanges where none of them can be told.
    """
    if family == "poisson":
        return [(1.0, segmentation(PoissonSegments(values, exposures), gaps, most), None)]
    counted, unit = family == "negative binomial", 1.0
    mean, whole = prior_mean(values, exposures), float(values.var())
    if counted:
        top = 1.0
        start: Segments = PoissonSegments(values, exposures)

        def made(u: float) -> Segments:
            return NegativeBinomialSegments(values, exposures, (1 - u) / u * mean)

    else:
        top = 2.0
        # In units in which a usual period has an exposure of 1, so that its unit does not matter.
        unit = len(exposures) / float((1 / exposures).sum())
        lengths = exposures / unit
        jumps = float((np.diff(values) ** 2).mean()) / 2
        start = NormalSegments(values, lengths, min(max(jumps, whole / 1e4), whole))

        def made(u: float) -> Segments:
            return NormalSegments(values, lengths, u * whole)

    low, high = _span(made, top, _cuts(start, gaps, most))
    for _ in range(_RETRIES):
        nodes, weights = special.roots_legendre(NODES)
        places = low + (high - low) * (nodes + 1) / 2
        found = [_told(made(float(u)), gaps, most) for u in places]
        logs = np.array(
            [np.logaddexp.reduce(each.log_evidence) if each else -np.inf for each in found]
        )
        low_heavy, high_heavy = logs[0] > logs.max() - 7, logs[-1] > logs.max() - 7
        widened = (
            max(0.0, low - (high - low) * low_heavy),
            min(top, high + (high - low) * high_heavy),
        )
        if widened == (low, high):
            break
        low, high = widened
    if not any(found):
        raise TooManyChanges(most)
    density = weights / 2 * (high - low) / top
    return [
        (float(weight), each, float(u / (1 - u) / mean if counted else u * whole * unit))
        for weight, each, u in zip(density, found, places, strict=True)
        if each
    ]


def _told(segments: Segments, gaps: NDArray[np.int64], most: int) -> Segmentation | None:
    """Return the segmentation, None where it has too many changes to be told."""
    try:
        return segmentation(segments, gaps, most)
    except TooManyChanges:
        return None


def _cuts(segments: Segments, gaps: NDArray[np.int64], most: int) -> list[NDArray[np.int64]]:
    """Return two ways to cut the series: not at all, and where the simplest answer has it.

    Where that has too many changes to tell, the first only.
    """
    n, start = len(gaps) + 1, _told(segments, gaps, most)
    if start is None:
        return [np.array([0, n])]
    number = int(np.argmax(start.log_evidence - np.arange(start.most + 1) * np.log(2)))
    places = np.unique(start.places(number).argmax(axis=1)) if number else np.zeros(0, int)
    return [np.array([0, n]), np.concatenate([[0], places, [n]])]


def _span(
    made: Callable[[float], Segments], top: float, cuts: Sequence[NDArray[np.int64]]
) -> tuple[float, float]:
    """Return the span of u in which one of the `cuts` is likely enough."""
    grid = (np.arange(_SCAN) + 0.5) / _SCAN * top
    families = [made(float(u)) for u in grid]
    logs = np.array(
        [
            [each.log_constant + each.log_marginal(cut[:-1], cut[1:]).sum() for each in families]
            for cut in cuts
        ]
    )
    likely = np.nonzero((logs > logs.max() - _WITHIN).any(axis=0))[0]
    step = top / _SCAN
    return max(0.0, grid[likely[0]] - step), min(top, grid[likely[-1]] + step)
