"""Spans of ours against spans of gold: how many are touched."""

from collections.abc import Iterable, Sequence

__all__ = ["Touched", "f1"]

Span = tuple[int, int]


class Touched:
    """Counts, over many texts, of gold spans that one of ours touches, and the other way round."""

    def __init__(self) -> None:
        self.gold = self.found = self.ours = self.right = 0

    def add(self, gold: Iterable[Span], ours: Iterable[Span]) -> None:
        """Add the spans of one text."""
        wanted, given = list(gold), list(ours)
        self.gold += len(wanted)
        self.ours += len(given)
        self.found += sum(_touches(one, given) for one in wanted)
        self.right += sum(_touches(one, wanted) for one in given)

    @property
    def recall(self) -> float:
        """The share of the gold spans that one of ours touches."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """The share of ours that touch a gold span."""
        return self.right / self.ours if self.ours else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _touches(one: Span, others: Sequence[Span]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)
