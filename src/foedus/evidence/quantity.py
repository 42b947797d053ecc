"""An amount as a source gives it: a range, never a point the words do not support."""

from dataclasses import dataclass

__all__ = ["Quantity"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of what: `low` to `high` of `unit`, as read from `words`.

    An end that the words leave open is None ("several thousand" has a low of 2,000 and no high).
    `of` says what is counted in English, singular ("soldier", "shell"); `unit` is the unit as
    written, None for a bare count.
    """

    words: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    of: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a quantity's low ({self.low}) is above its high ({self.high})")
