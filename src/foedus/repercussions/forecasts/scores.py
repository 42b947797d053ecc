"""How good forecasts were: proper scores, their parts, and the line of calibration.

Of n probabilities p and what came of them, y (0 or 1):

    Brier score        mean (p - y)²                       G. W. Brier 1950
    log score          mean -ln P(y)                        I. J. Good 1952
    ignorance          the same in bits                     M. S. Roulston and L. A. Smith 2002
    AUC                P(p of an event > p of none) + ties / 2
    calibration line   logit P(y = 1) = a + b logit p       D. R. Cox 1958; a 0 and b 1 when p means
                                                            what it says, b over 1 where too timid

All but the AUC are better the lower; the first three are proper: nothing but one's true belief
minimises their expectation. Of a distribution and a number that came, the continuous ranked
probability score is in the number's unit (T. Gneiting and A. E. Raftery, "Strictly Proper Scoring
Rules, Prediction, and Estimation", Journal of the American Statistical Association 102, 2007,
359-378): of a normal by its section 4.2, of a sample by E|X - y| - E|X - X'| / 2, equation 21.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit, ndtr

from foedus.relations.measures.inference.dyadic_errors import dyadic_covariance
from foedus.relations.measures.inference.regressions import regression

__all__ = [
    "BrierParts",
    "CalibrationLine",
    "area_under_curve",
    "brier",
    "brier_parts",
    "calibration_line",
    "crps_of_normals",
    "crps_of_samples",
    "ignorance",
    "log_odds",
    "log_score",
    "probability_of",
]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BrierParts:
    """A Brier score as reliability - resolution + uncertainty + within, which is exact.

    `reliability` is how far groups of like forecasts lie from what came of them, `resolution` how
    far what came of groups differs from the base rate, `uncertainty` the score of the base rate
    itself (A. H. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied
    Meteorology 12, 1973, 595-600). `within` is what is lost by grouping unlike forecasts: their
    variance within groups less twice their covariance with what came (D. B. Stephenson and others,
    Weather and Forecasting 23, 2008, 752-757); nought where a group's forecasts are all the same.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def score(self) -> float:
        """The Brier score."""
        return self.reliability - self.resolution + self.uncertainty + self.within


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """Slope and intercept of Cox's line with 95 % intervals (low, high), and how often it came.

    `ratio` is mean forecast over observed share. Intervals are dyadic-robust where the dyads were
    given, else those of independent forecasts.
    """

    slope: float
    slope_interval: tuple[float, float]
    intercept: float
    intercept_interval: tuple[float, float]
    ratio: float


def brier(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Return the mean squared difference of forecast and outcome, 0 to 1."""
    p, y = _checked(probability, outcome)
    return float(np.mean((p - y) ** 2))


def log_score(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Return the mean of minus the natural logarithm of what was given to the outcome.

    Infinite where something was called impossible and came.
    """
    p, y = _checked(probability, outcome)
    with np.errstate(divide="ignore"):
        return float(np.mean(-np.log(np.where(y == 1, p, 1 - p))))


def ignorance(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Return the log score in bits."""
    return log_score(probability, outcome) / float(np.log(2))


def area_under_curve(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Return the share of pairs of an event and a non-event that the forecasts order rightly.

    Ties count half; NaN where there is no event, or nothing else.
    """
    p, y = _checked(probability, outcome)
    events = int(y.sum())
    if events in (0, len(y)):
        return float("nan")
    _, place, same = np.unique(p, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(same) - (same - 1) / 2)[place]
    above = ranks[y == 1].sum() - events * (events + 1) / 2
    return float(above / (events * (len(y) - events)))


def brier_parts(probability: ArrayLike, outcome: ArrayLike, groups: ArrayLike) -> BrierParts:
    """Return the parts of the Brier score over groups (n,) of like forecasts, by any labels."""
    p, y = _checked(probability, outcome)
    _, group = np.unique(np.asarray(groups), return_inverse=True)
    if group.shape != p.shape:
        raise ValueError(f"{len(p)} forecasts need as many groups, not {group.shape}")
    size = np.bincount(group)
    said, came = np.bincount(group, p) / size, np.bincount(group, y) / size
    share, base = size / len(p), float(y.mean())
    spread = np.mean((p - said[group]) ** 2)
    together = np.mean((p - said[group]) * (y - came[group]))
    return BrierParts(
        float(share @ (said - came) ** 2),
        float(share @ (came - base) ** 2),
        base * (1 - base),
        float(spread - 2 * together),
    )


def calibration_line(
    probability: ArrayLike,
    outcome: ArrayLike,
    one: ArrayLike | None = None,
    two: ArrayLike | None = None,
) -> CalibrationLine:
    """Return the line on which what came lies, against what was said, both in log odds.

    `one` and `two` name the members of each forecast's dyad. Raises ValueError for a forecast of 0
    or 1, which has no log odds, for forecasts that are all the same, and where nothing or
    everything came.
    """
    p, y = _checked(probability, outcome)
    if ((p <= 0) | (p >= 1)).any():
        raise ValueError("a forecast of 0 or 1 has no log odds")
    if np.ptp(p) == 0:
        raise ValueError("all forecasts are the same: no line can be drawn")
    fit = regression(y, np.column_stack([np.ones(len(p)), logit(p)]), "logit")
    errors = np.sqrt(np.diag(fit.bread))
    if one is not None and two is not None:
        errors = dyadic_covariance(fit, np.asarray(one), np.asarray(two)).standard_errors
    ends = [
        (float(at - 1.96 * error), float(at + 1.96 * error))
        for at, error in zip(fit.coefficients, errors, strict=True)
    ]
    intercept, slope = map(float, fit.coefficients)
    return CalibrationLine(slope, ends[1], intercept, ends[0], float(p.mean() / y.mean()))


def crps_of_normals(mean: ArrayLike, deviation: ArrayLike, came: ArrayLike) -> Floats:
    """Return the score of each normal distribution, in the unit of what came.

    Raises ValueError for a deviation that is not above nought.
    """
    m, s, y = (np.asarray(each, float) for each in (mean, deviation, came))
    if not (s > 0).all():
        raise ValueError("a standard deviation is above nought")
    z = (y - m) / s
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    score: Floats = s * (z * (2 * ndtr(z) - 1) + 2 * density - 1 / np.sqrt(np.pi))
    return score


def crps_of_samples(samples: ArrayLike, came: ArrayLike) -> Floats:
    """Return the score (n,) of the empirical distribution of each row of samples (n, m)."""
    x, y = np.sort(np.asarray(samples, float), axis=1), np.asarray(came, float)
    if x.ndim != 2 or y.shape != x.shape[:1] or not x.shape[1]:
        raise ValueError(f"samples (n, m) need outcomes (n,), not {x.shape} and {y.shape}")
    size = x.shape[1]
    # The sum of |X - X'| over pairs of a sorted sample is a weighted sum.
    weights = 2 * np.arange(1, size + 1) - size - 1
    score: Floats = np.abs(x - y[:, None]).mean(axis=1) - x @ weights / size**2
    return score


def _checked(probability: ArrayLike, outcome: ArrayLike) -> tuple[Floats, Floats]:
    p, y = np.asarray(probability, float), np.asarray(outcome, float)
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError(f"forecasts and outcomes are of one shape (n,), not {p.shape}, {y.shape}")
    if not len(p):
        raise ValueError("there is no forecast to score")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a forecast is a probability, from 0 to 1")
    if not ((y == 0) | (y == 1)).all():
        raise ValueError("what came is 0 or 1; leave out what is not known")
    return p, y


def log_odds(probability: ArrayLike) -> Floats:
    """Return the logarithm of p / (1 - p)."""
    found: Floats = logit(np.asarray(probability, float))
    return found


def probability_of(odds: ArrayLike) -> Floats:
    """Return the probability of log odds, kept a hair from 0 and 1."""
    found: Floats = np.clip(expit(np.asarray(odds, float)), 1e-9, 1 - 1e-9)
    return found
