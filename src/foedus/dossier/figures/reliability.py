"""What came of forecasts, against what they said."""

from dataclasses import dataclass

__all__ = ["LikeForecasts", "Reliability"]


@dataclass(frozen=True, slots=True)
class LikeForecasts:
    """A group of forecasts that said about the same: `said` and `came` are shares of one.

    `low` to `high` is where `came` would lie nine times in ten if they meant what they say.
    """

    said: float
    came: float
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Groups of like forecasts on two axes of shares, the likely far from the unlikely.

    `said_words` and `came_words` name the axes; `evidence` is the exhibit that a group opens, empty
    for none.
    """

    groups: tuple[LikeForecasts, ...]
    said_words: str
    came_words: str
    describes: str
    evidence: str
