"""In which cases, numbers and genders words agree."""

from collections.abc import Sequence

from foedus.reading.languages.ukrainian.readings import Reading

__all__ = ["State", "joined", "merged"]

State = tuple[int, str, str]
"""A set of cases, a number and a gender, either empty where it is open."""


def joined(states: Sequence[State], readings: Sequence[Reading]) -> list[State]:
    """The cases, numbers and genders in which a word agrees with what is before it."""
    found: dict[tuple[str, str], int] = {}
    for mask, number, gender in states:
        for one in readings:
            cases = mask & one.cases
            if not cases or (number and one.number and number != one.number):
                continue
            if gender and one.gender and gender != one.gender:
                continue
            key = (number or one.number, gender or one.gender)
            found[key] = found.get(key, 0) | cases
    return [(cases, number, gender) for (number, gender), cases in found.items()]


def merged(states: Sequence[State]) -> State:
    """All the cases of the states, and their number and gender where they have one."""
    mask = 0
    for cases, _, _ in states:
        mask |= cases
    numbers = {number for _, number, _ in states}
    genders = {gender for _, _, gender in states}
    return (
        mask,
        numbers.pop() if len(numbers) == 1 else "",
        genders.pop() if len(genders) == 1 else "",
    )
