"""Stretches of a text that are already taken."""

from bisect import bisect_left, insort
from collections.abc import Iterable

__all__ = ["Taken"]


class Taken:
    """Spans that do not overlap each other, asked whether another one touches any of them."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)

    def touches(self, start: int, end: int) -> bool:
        """Whether a character between `start` and `end` is taken."""
        next_one = bisect_left(self._spans, (start,))
        if next_one < len(self._spans) and self._spans[next_one][0] < end:
            return True
        return next_one > 0 and self._spans[next_one - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Take the characters between `start` and `end`."""
        insort(self._spans, (start, end))
