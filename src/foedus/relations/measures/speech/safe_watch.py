r"""Evidence against "it speaks as before" that may be looked at every day: e-processes for counts.

An e-process is a series of numbers, never below 0, whose expectation under the null is at most 1 at
every time and at every stopping time. By Ville's inequality the chance that it *ever* reaches
:math:`1/\alpha` is at most :math:`\alpha`; one may look daily, stop when one likes, go on later.
An e-value of 20 is evidence as strong as a single test at 5 % would allow, and 1 is none.
(Ville 1939, *Étude critique de la notion de collectif*; Grünwald, de Heide & Koolen, "Safe
testing", *JRSS B* 2024; Ramdas, Grünwald, Vovk & Shafer, "Game-theoretic statistics and safe
anytime-valid inference", *Statistical Science* 2023.)

**The null.** There is a rate :math:`\lambda_0`, unknown, such that (1) the baseline's total over
:math:`D` documents is negative binomial with mean :math:`\lambda_0 D` and variance :math:`1 + \phi`
times that; (2) each further count, given all before it, is negative binomial with the same
:math:`\phi` and a mean of *at least* :math:`\lambda_0 d_t` (for the test of silence), *at most*
that (of loudness). The excess :math:`\phi` is part of the null: given, not tested; a smaller excess
in (2) is allowed for. With :math:`\phi = 0`: Poisson. The e-process holds for every
:math:`\lambda_0`, so that the baseline's uncertainty costs evidence and never validity.

**The process.** For a change of the mean by the factor m, tilting each count's law gives

.. math:: W_m = \prod_t \left(\frac{m (1 + \phi)}{1 + m \phi}\right)^{x_t}
          \left(\frac{1 + \phi}{1 + m \phi}\right)^{\lambda_0 d_t / \phi},

a martingale where the mean is :math:`\lambda_0 d_t`, and a supermartingale under all of (2) for
m < 1 (silence) or m > 1 (loudness). W averages it over 24 values of m (silence: Gauss and
Legendre's nodes on 0 to 1, uniform; loudness: their inverses). The baseline's own evidence against
:math:`\lambda_0` is :math:`B = 1 / (2 \sqrt p)`, where p is the chance under :math:`\lambda_0` of a
total as high as the baseline's (as low, for loudness): an e-value, by a calibrator of Vovk & Wang,
"E-values: calibration, combination and applications", *Annals of Statistics* 2021. Then
:math:`E_t = \inf_{\lambda_0} B(\lambda_0) W_t(\lambda_0)` is no greater than the product for the
true :math:`\lambda_0`, which is a supermartingale, and so is an e-process. The infimum is taken
from below: on each cell of a fine grid, the smallest B times the smallest W.

Range 0 to infinity. A period without documents leaves the process where it was. A baseline without
a mention cannot give evidence of silence: the value stays below 1/2. Limits: it is about the law of
counts; bursts that outlast a period break (2), as the second half of a burst is not independent of
the first.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import special

__all__ = ["e_process"]

Floats = NDArray[np.float64]

_CELLS = 384
_FACTORS = 24
_FARTHEST = 1e-13
_LEAST_CHANCE = 1e-80
_LEAST_EXCESS = 1e-9


def e_process(
    counts: Floats,
    documents: Floats,
    mentions: int,
    volume: float,
    excess: float,
    *,
    silent: bool = True,
) -> Floats:
    """Return the e-process (n) against speaking at least (at most) as often as in the baseline.

    `counts` and `documents` (n) are those of the watched periods in order of time; `mentions` over
    `volume` documents is the baseline's total; `excess` the φ of the null. `silent` watches for too
    few mentions, otherwise for too many.
    """
    rates = _grid(mentions, volume, excess)
    told = np.log(0.5) - 0.5 * np.log(_tail(rates, mentions, volume, excess, silent))
    nodes, weights = _legendre()
    factors = (nodes + 1) / 2 if silent else 2 / (nodes + 1)
    per_mention = np.log(factors * (1 + excess) / (1 + factors * excess))
    per_expected = (
        np.log((1 + excess) / (1 + factors * excess)) / excess
        if excess > _LEAST_EXCESS
        else 1 - factors
    )
    seen, shown = np.cumsum(counts), np.cumsum(documents)
    fixed = np.log(weights / 2) + seen[:, None] * per_mention
    found = np.empty(len(counts))
    growth = rates[:, None] * per_expected
    for each in range(len(counts)):
        logs = fixed[each] + shown[each] * growth
        tops = logs.max(axis=1)
        watched = tops + np.log(np.exp(logs - tops[:, None]).sum(axis=1))
        found[each] = _least(told, watched, silent)
    return np.exp(found)


@cache
def _legendre() -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(_FACTORS)
    return nodes, weights


def _grid(mentions: int, volume: float, excess: float) -> Floats:
    """Return rates from where the baseline is far too high for them to where it is far too low."""
    shape = (mentions + 0.5) / (1 + excess)
    scale = (1 + excess) / volume
    low = special.gammaincinv(max(shape, 0.5), _LEAST_CHANCE) * scale
    high = special.gammainccinv(shape + 1, _FARTHEST) * scale * 1.5
    middle = (mentions + 0.5) / volume
    spaced = np.geomspace(max(low, middle * 1e-6), high, _CELLS)
    return np.concatenate([[0.0], spaced])


def _tail(rates: Floats, mentions: int, volume: float, excess: float, silent: bool) -> Floats:
    """Return the chance, per rate, of a baseline as high as it was (as low, for loudness)."""
    means = rates * volume
    if silent and mentions == 0:
        return np.ones(len(rates))
    if excess <= _LEAST_EXCESS:
        tail = (
            special.gammainc(mentions, means) if silent else special.gammaincc(mentions + 1, means)
        )
    elif silent:
        tail = special.betainc(mentions, np.maximum(means / excess, 1e-300), excess / (1 + excess))
    else:
        size = np.maximum(means / excess, 1e-300)
        tail = special.betainc(size, mentions + 1, 1 / (1 + excess))
    return np.maximum(tail, 1e-300)


def _least(told: Floats, watched: Floats, silent: bool) -> float:
    """Return the log of a lower bound of the infimum of B W, cell by cell.

    For silence B falls and W grows with the rate; for loudness the other way round. Beyond the last
    rate B is above 1/2 and W no smaller (silence); for loudness the product, which is convex in its
    logarithm, must have turned upwards before, else nothing is claimed.
    """
    if silent:
        cells = told[1:] + watched[:-1]
        return float(min(cells.min(), np.log(0.5) + watched[-1]))
    cells = told[:-1] + watched[1:]
    if told[-1] + watched[-1] <= told[-2] + watched[-2]:
        return -np.inf
    return float(cells.min())
