"""How similar the foreign policies of states are, by what they do with the same objects.

A state's portfolio is its level of commitment to every state (alliances: 3 defence or offence, 2
neutrality or consultation, 1 non-aggression, 0 none) or its vote on every resolution (1 yes, 2
abstain, 3 no). The measures, by name; all lie from -1 to 1, formulas are in `coefficients`:

- `s_absolute`, `s_squared`: S of Signorino and Ritter, by distance; 1 the same, -1 opposite ends;
- `kappa_nominal`, `kappa_absolute`, `kappa_squared`: Cohen's kappa; 0 as by chance;
- `pi_nominal`, `pi_absolute`, `pi_squared`: Scott's pi; 0 as by chance;
- `tau_b`: Kendall's tau-b;
- `alignment`: A of Benati and Capurri, by absolute distance: S less the S of two who choose
  independently, each as often as it does; 0 as by chance;
- `s_absolute_weighted`, `s_squared_weighted`, `alignment_weighted`: the same, objects weighted;
- `kappa_absolute_in_use`, … `pi_squared_in_use`: kappa and pi with distances by the levels that the
  pair happens to use, as older software has it.

Conventions. The scale is fixed by the caller, not by the levels that happen to occur: distances and
the greatest possible distance follow it, the same for every pair. *Self-ties*: the caller puts them
in (a state is bound to defend itself: 3); a member is compared with itself as with any other, S is
1. *Missing*: an object that either of the two leaves missing is dropped for that pair, in the
observed and in the expected disagreement. *Weights*: those of the objects present for the pair,
divided by their sum; an object whose weight is missing is dropped from the weighted measures.
*Undefined* is NaN, as `coefficients` says, never 0.

Sources: C. S. Signorino and J. M. Ritter, "Tau-b or Not Tau-b: Measuring the Similarity of Foreign
Policy Positions", *International Studies Quarterly* 43 (1999): 115-144 (absolute distance; squared
is the usage of later data). F. M. Häge, "Choice or Circumstance? Adjusting Measures of Foreign
Policy Similarity for Chance Agreement", *Political Analysis* 19 (2011): 287-305, on kappa and pi.
J. Cohen, *Educational and Psychological Measurement* 20 (1960): 37-46 and *Psychological Bulletin*
70 (1968): 213-220. W. A. Scott, *Public Opinion Quarterly* 19 (1955): 321-325. M. G. Kendall,
*Biometrika* 30 (1938): 81-93. S. Benati and A. Capurri, "The Alignment index and its application to
voting at the United Nations General Assembly", *Quality & Quantity* (2026),
doi:10.1007/s11135-026-02814-x; A is taken as the R package fpsim 0.2 documents it, the article
itself was not at hand.

Limits. Alliances are rare: S calls two states similar that share nothing but having no allies;
kappa, pi and A answer that, tau-b (a correlation of ranks) measures something else. No measure
knows whether a common tie was chosen. These are descriptions of portfolios known whole, not
estimates: there is no sampling error to give an interval for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.agreement.coefficients import (
    absolute,
    alignment,
    between_places_in_use,
    kappa,
    nominal,
    pi,
    s,
    squared,
    tau_b,
)
from foedus.relations.measures.agreement.joint_levels import JointLevels, joint_levels

__all__ = ["MEASURES", "UNWEIGHTED", "WEIGHTED", "Similarity", "similarity"]

WIDEST = 1e100
"""Levels beyond cannot be squared and summed in floats."""

Values = NDArray[np.float64]
Formula = Callable[[JointLevels], Values]
_Pairwise = Callable[[JointLevels, Values], Values]


def _by_scale(measure: _Pairwise, distance: Callable[[Values], Values]) -> Formula:
    return lambda joint: measure(joint, distance(joint.scale))


def _in_use(measure: _Pairwise, power: int) -> Formula:
    return lambda joint: measure(joint, between_places_in_use(joint, power))


_COUNTED: dict[str, Formula] = {
    "s_absolute": _by_scale(s, absolute),
    "s_squared": _by_scale(s, squared),
    "kappa_nominal": _by_scale(kappa, nominal),
    "kappa_absolute": _by_scale(kappa, absolute),
    "kappa_squared": _by_scale(kappa, squared),
    "pi_nominal": _by_scale(pi, nominal),
    "pi_absolute": _by_scale(pi, absolute),
    "pi_squared": _by_scale(pi, squared),
    "tau_b": tau_b,
    "alignment": _by_scale(alignment, absolute),
    "kappa_absolute_in_use": _in_use(kappa, 1),
    "kappa_squared_in_use": _in_use(kappa, 2),
    "pi_absolute_in_use": _in_use(pi, 1),
    "pi_squared_in_use": _in_use(pi, 2),
}
_WEIGHTED: dict[str, Formula] = {
    f"{name}_weighted": _COUNTED[name] for name in ("s_absolute", "s_squared", "alignment")
}

UNWEIGHTED: tuple[str, ...] = tuple(name for name in _COUNTED if not name.endswith("_in_use"))
"""The ten measures that need no weights, levels fixed by the scale."""
WEIGHTED: tuple[str, ...] = tuple(_WEIGHTED)
"""The three that need weights of the objects."""
MEASURES: tuple[str, ...] = (*_COUNTED, *WEIGHTED)
"""Every measure by name."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """What `similarity` found of every pair of members.

    `values` has one matrix per measure asked for, by name: float64, shape (members asked for,
    members), row and column in the order of the portfolio, NaN where the measure is undefined.
    `objects` (int64, the same shape) counts the objects on which both had a level.
    """

    objects: NDArray[np.int64]
    values: Mapping[str, Values]

    def __getitem__(self, measure: str) -> Values:
        return self.values[measure]


def similarity(
    portfolio: ArrayLike,
    measures: Iterable[str] = UNWEIGHTED,
    *,
    levels: ArrayLike,
    weights: ArrayLike | None = None,
) -> Similarity:
    """Return the similarity of every two members of a portfolio, by each measure.

    `portfolio` has one row per member and one column per object; a cell is one of `levels` (two or
    more finite numbers, ascending: the whole scale) or NaN, or masked, where it is missing. Only
    the measures whose name ends in `_weighted` use `weights`: one per object, zero or more, NaN
    where not known. No member and no object are allowed: the first gives empty matrices, the second
    NaN throughout.

    Raises ValueError for a portfolio that is not a table, a cell that is no level, a scale that
    does not ascend or goes beyond 1e100, a measure unknown, weights asked for and not given, of
    another number than the objects, negative, infinite, or without one that is above zero.
    """
    names = _known(measures)
    scale = _checked_scale(levels)
    codes = _places(portfolio, scale)
    weighted = {name: _WEIGHTED[name] for name in names if name in _WEIGHTED}
    counted = {name: _COUNTED[name] for name in names if name in _COUNTED}
    members = len(codes)
    objects = np.zeros((members, members), dtype=np.int64)
    values = {name: np.full((members, members), np.nan) for name in names}
    for rows, joint in joint_levels(codes, scale):
        objects[rows] = joint.total
        for name, formula in counted.items():
            values[name][rows] = formula(joint)
    if weighted:
        codes, each = _weighed(codes, weights)
        for rows, joint in joint_levels(codes, scale, each):
            for name, formula in weighted.items():
                values[name][rows] = formula(joint)
    return Similarity(objects, values)


def _known(measures: Iterable[str]) -> tuple[str, ...]:
    names = (measures,) if isinstance(measures, str) else tuple(dict.fromkeys(measures))
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        raise ValueError(f"no measure is called '{unknown[0]}'; there are {', '.join(MEASURES)}")
    return names


def _checked_scale(levels: ArrayLike) -> Values:
    scale = np.asarray(levels, dtype=np.float64)
    if scale.ndim != 1 or len(scale) < 2 or not np.isfinite(scale).all():
        raise ValueError(f"a scale is two or more finite numbers, not {levels!r}")
    if np.abs(scale).max() > WIDEST:
        raise ValueError(f"a level is beyond {WIDEST:.0e}; take another unit")
    if (np.diff(scale) <= 0).any():
        raise ValueError(f"the levels of a scale ascend, each once; these do not: {levels!r}")
    if len(scale) > np.iinfo(np.int8).max:
        raise ValueError(f"a scale has at most {np.iinfo(np.int8).max} levels, not {len(scale)}")
    return scale


def _places(portfolio: ArrayLike, scale: Values) -> NDArray[np.int8]:
    """Return the place of each cell on the scale, -1 where it is missing."""
    given = np.ma.filled(np.ma.asarray(portfolio, dtype=np.float64), np.nan)
    if given.ndim != 2:
        raise ValueError(f"a portfolio has members and objects, two dimensions, not {given.ndim}")
    places = np.full(given.shape, -1, dtype=np.int8)
    for place, level in enumerate(scale):
        places[given == level] = place
    strange = (places < 0) & ~np.isnan(given)
    if strange.any():
        member, thing = (int(each[0]) for each in np.nonzero(strange))
        raise ValueError(
            f"member {member} has {given[member, thing]:g} for object {thing}, which is no level "
            f"of the scale {', '.join(f'{level:g}' for level in scale)}; missing is NaN"
        )
    return places


def _weighed(codes: NDArray[np.int8], weights: ArrayLike | None) -> tuple[NDArray[np.int8], Values]:
    """Return the columns that have a weight, and the weights."""
    if weights is None:
        raise ValueError("a weighted measure needs weights, one per object")
    each = np.ma.filled(np.ma.asarray(weights, dtype=np.float64), np.nan)
    if each.shape != (codes.shape[1],):
        raise ValueError(f"{codes.shape[1]} objects need as many weights, not {each.shape}")
    if np.isinf(each).any() or (each < 0).any():
        raise ValueError("a weight is negative or infinite; weights are zero or more, NaN unknown")
    if len(each) and not (each > 0).any():
        raise ValueError("no object has a weight above zero: nothing can be weighted by them")
    known = each > 0
    # What follows divides by their sum; so that it neither overflows nor vanishes.
    return codes[:, known], each[known] / each[known].max(initial=0.0)
