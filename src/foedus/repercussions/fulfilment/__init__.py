"""From must to likely: how often allies who were asked to act did act."""

from foedus.repercussions.fulfilment.limits import LIMITS
from foedus.repercussions.fulfilment.packaged import (
    FulfilmentRate,
    PublishedRate,
    fulfilment_rates,
    published_rates,
    rate_for,
)

__all__ = [
    "LIMITS",
    "FulfilmentRate",
    "PublishedRate",
    "fulfilment_rates",
    "published_rates",
    "rate_for",
]
