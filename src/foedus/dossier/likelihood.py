"""How likely, in words and figures that mean the same to every reader; and how sure we are of it.

Likelihood words and their ranges are those of ICD-203 (US Director of National Intelligence,
*Intelligence Community Directive 203: Analytic Standards*, 2015, section D.6.e.2). The same
directive asks that likelihood and confidence never share a sentence.
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["BANDS", "Confidence", "Likelihood", "confidence_of", "likelihood_of"]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A band of ICD-203: `key` of its words, its ends, and the probability that fell in it."""

    key: str
    low: float
    high: float
    point: float


BANDS = (
    ("almost_none", 0.01, 0.05),
    ("very_unlikely", 0.05, 0.20),
    ("unlikely", 0.20, 0.45),
    ("even", 0.45, 0.55),
    ("likely", 0.55, 0.80),
    ("very_likely", 0.80, 0.95),
    ("almost_certain", 0.95, 0.99),
)


class Confidence(StrEnum):
    """How good the ground of a judgement is, whatever its likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


def likelihood_of(probability: float) -> Likelihood:
    """Return the band a probability falls in; its upper end belongs to the band.

    ICD-203 has no words for certainty: what lies beyond 1 and 99 % takes the outermost band. Raises
    ValueError for what is not a probability.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability")
    for key, low, high in BANDS:
        if probability <= high:
            return Likelihood(key, low, high, probability)
    return Likelihood(*BANDS[-1], probability)


def confidence_of(origins: int, contested: int, ungraded: int, sources: int) -> Confidence:
    """Return the confidence that the evidence allows, by a rule of our own.

    High needs three independent origins, every source graded and nothing contested; moderate two
    origins and less than half contested; all else is low. ICD-203 asks for a confidence and gives
    no rule; a stated rule can be argued with.
    """
    if origins >= 3 and not contested and not ungraded:
        return Confidence.HIGH
    if origins >= 2 and 2 * contested < sources:
        return Confidence.MODERATE
    return Confidence.LOW
