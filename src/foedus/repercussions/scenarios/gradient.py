"""How much of its strength a state has left far from home.

The loss of strength with distance is Boulding's (*Conflict and Defense*, 1962); the formula that of
Bueno de Mesquita (*The War Trap*, 1981): capabilities to the power log10(miles / miles a day +
10 - e), with 250 miles a day to 1918, 375 from 1919 to 1945, 500 since.
"""

import math

__all__ = ["KM_PER_MILE", "strength_left"]

KM_PER_MILE = 1.609344
_MILES_A_DAY = ((1946, 500.0), (1919, 375.0), (0, 250.0))


def strength_left(capabilities: float, kilometres: float, year: int) -> float:
    """Return which share of its capabilities (its CINC, above 0, at most 1) is left there.

    Raises ValueError for capabilities or a distance outside their range.
    """
    if not 0 < capabilities <= 1 or kilometres < 0:
        raise ValueError(f"no capabilities and distance: {capabilities}, {kilometres}")
    speed = next(speed for since, speed in _MILES_A_DAY if year >= since)
    power = math.log10(kilometres / KM_PER_MILE / speed + 10 - math.e)
    return min(float(capabilities ** (power - 1)), 1.0)
