"""A run of days with a start and an end, each as surely known as its source allows."""

import datetime as dt
from dataclasses import dataclass

from foedus.evidence.day import Day

__all__ = ["Spell"]


@dataclass(frozen=True, slots=True)
class Spell:
    """From `begins` to `ends`, both days included; `ends` None means it still runs.

    `begins` None means the beginning is before all records, not that it is unknown.
    """

    begins: Day | None = None
    ends: Day | None = None

    def __post_init__(self) -> None:
        if self.begins and self.ends and _reversed(self.begins, self.ends):
            raise ValueError(f"spell {self} ends before it begins")

    def surely_covers(self, date: dt.date) -> bool:
        """Whether `date` lies inside, whatever the doubtful ends turn out to be."""
        begun = self.begins is None or self.begins.surely_on_or_before(date)
        return begun and (
            self.ends is None or (self.ends.earliest is not None and date <= self.ends.earliest)
        )

    def may_cover(self, date: dt.date) -> bool:
        """Whether `date` lies inside for some reading of the doubtful ends."""
        begun = self.begins is None or self.begins.possibly_on_or_before(date)
        return begun and (self.ends is None or self.ends.latest is None or date <= self.ends.latest)

    def __str__(self) -> str:
        return f"{self.begins or '..'}/{self.ends or '..'}"


def _reversed(begins: Day, ends: Day) -> bool:
    return begins.earliest is not None and ends.latest is not None and ends.latest < begins.earliest
