"""Laws of counts whose rate is itself unknown."""

from scipy import special

__all__ = ["beta_negative_binomial"]


def beta_negative_binomial(count: int, size: float, a: float, b: float) -> float:
    """P(count), negative binomial of any positive size, its chance p Beta with a and b."""
    ways = special.poch(size, count) / special.factorial(count)
    return float(ways * special.beta(a + size, b + count) / special.beta(a, b))
