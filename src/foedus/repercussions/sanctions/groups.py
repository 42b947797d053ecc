"""Measures told together: those of one sender, source, act and reason, by their standing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from foedus.repercussions.sanctions.in_force import Standing
from foedus.repercussions.sanctions.measures import KINDS, InForce, Measure, Why

__all__ = ["SORTS", "MeasureGroup", "grouped", "sort_of"]

SORTS = ("persons", "bodies", "ships", "other")
"""What can be listed."""
_SORTS = {
    "Person": "persons",
    "Company": "bodies",
    "Entity": "bodies",
    "LegalEntity": "bodies",
    "Organization": "bodies",
    "PublicBody": "bodies",
    "Vessel": "ships",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGroup:
    """Measures of `sender` (None: not named) on one target, of one dataset and programme.

    `programme` is None for the cases of the Global Sanctions Data Base, which are told together.
    `through` is the organisation, where a member's measures were asked for.
    """

    sender: str | None
    through: str | None
    dataset: str
    programme: str | None
    why: Why | None
    standings: tuple[Standing, ...]

    def of(self, standing: InForce) -> tuple[Measure, ...]:
        """Return the measures of one standing."""
        return tuple(one.measure for one in self.standings if one.standing is standing)

    def count(self, standing: InForce) -> int:
        """Return how many measures have this standing."""
        return len(self.of(standing))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The families that the measures are of, in the order of `KINDS`."""
        found = {kind for one in self.standings for kind in one.measure.kinds}
        return tuple(kind for kind in KINDS if kind in found)

    @property
    def first_year(self) -> int | None:
        """The year in which the first of them began, where that is known."""
        begins = [one.measure.spell.begins for one in self.standings]
        years = [day.earliest.year for day in begins if day and day.earliest]
        return min(years, default=None)

    @property
    def known_until(self) -> dt.date | None:
        """The last day that the source reaches."""
        days = [one.measure.known_until for one in self.standings if one.measure.known_until]
        return max(days, default=None)

    def sorts(self, standing: InForce) -> dict[str, int]:
        """Return how many of each of `SORTS` have this standing; those that are none left out."""
        counted = Counter(sort_of(one) for one in self.of(standing))
        return {sort: counted[sort] for sort in SORTS if counted[sort]}

    def newest(self, most: int) -> tuple[Measure, ...]:
        """Return those listed last of the certain ones, the newest first; none without a name."""
        dated = [one for one in self.of(InForce.CERTAIN) if one.name and _listed(one) > dt.date.min]
        return tuple(sorted(dated, key=lambda one: (_listed(one), one.name), reverse=True)[:most])


def sort_of(measure: Measure) -> str:
    """Return which of `SORTS` a listing is of."""
    return _SORTS.get(measure.sort or "", "other")


def grouped(standings: Iterable[Standing]) -> tuple[MeasureGroup, ...]:
    """Return the measures in groups: lists before cases, the largest first."""
    kept: dict[tuple[object, ...], list[Standing]] = {}
    for one in standings:
        measure = one.measure
        programme = None if measure.name is None else measure.programme
        key = (measure.sender, one.through, measure.dataset, programme, one.why)
        kept.setdefault(key, []).append(one)
    groups = [
        MeasureGroup(
            sender=members[0].measure.sender,
            through=members[0].through,
            dataset=members[0].measure.dataset,
            programme=None if members[0].measure.name is None else members[0].measure.programme,
            why=members[0].why,
            standings=tuple(members),
        )
        for members in kept.values()
    ]
    return tuple(
        sorted(
            groups, key=lambda one: (one.programme is None, -len(one.standings), str(one.sender))
        )
    )


def _listed(measure: Measure) -> dt.date:
    begins = measure.spell.begins
    return begins.earliest if begins and begins.earliest else dt.date.min
