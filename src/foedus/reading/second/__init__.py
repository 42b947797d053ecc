"""A language model as a second reader: optional, checked against the text, never merged."""

from foedus.reading.second.budget import Budget
from foedus.reading.second.comparison import ASPECTS, Comparison, Pair, disagreements
from foedus.reading.second.endpoint import KEY_VARIABLE, Endpoint, endpoint_at
from foedus.reading.second.second_reading import SecondReading, second_reading

__all__ = [
    "ASPECTS",
    "KEY_VARIABLE",
    "Budget",
    "Comparison",
    "Endpoint",
    "Pair",
    "SecondReading",
    "disagreements",
    "endpoint_at",
    "second_reading",
]
