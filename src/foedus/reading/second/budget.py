"""How much may be asked, and how much was."""

from dataclasses import dataclass
from typing import Any

__all__ = ["Budget", "Spent"]


@dataclass(frozen=True, slots=True)
class Budget:
    """The most requests, counting those sent again, and the most tokens; None is no limit."""

    requests: int | None = 100
    tokens: int | None = None

    def less(self, requests: int, tokens: int) -> "Budget":
        """Return what is left of it after so many requests and tokens."""
        return Budget(_left(self.requests, requests), _left(self.tokens, tokens))


class Spent:
    """What has been spent so far.

    `tokens` is what the server says, None once an answer did not say. Against the budget such an
    answer counts with the bytes sent and received, of which there are at least as many: the sum is
    `tokens_at_most`.
    """

    def __init__(self) -> None:
        self.requests = 0
        self.tokens: int | None = 0
        self.tokens_at_most = 0

    def request(self) -> None:
        """Count a request that is about to be sent."""
        self.requests += 1

    def answer(self, usage: Any, size: int) -> None:
        """Count an answer by its own `usage`, or by the bytes that went to and fro."""
        told = _total(usage)
        self.tokens_at_most += size if told is None else told
        self.tokens = None if told is None or self.tokens is None else self.tokens + told

    def over(self, budget: Budget) -> str | None:
        """Say which part of the budget is used up; None while another request is allowed."""
        if budget.requests is not None and self.requests >= budget.requests:
            return "the budget of requests is used up"
        if budget.tokens is not None and self.tokens_at_most >= budget.tokens:
            return "the budget of tokens is used up"
        return None


def _left(number: int | None, spent: int) -> int | None:
    return None if number is None else max(0, number - spent)


def _total(usage: Any) -> int | None:
    if not isinstance(usage, dict):
        return None
    parts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    for numbers in ([usage.get("total_tokens")], parts):
        counts = [one for one in numbers if type(one) is int and 0 <= one < 1 << 40]
        if len(counts) == len(numbers):
            return sum(counts)
    return None
