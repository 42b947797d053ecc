"""The parts of an escalation index: what each is counted from, its unit, and what it is worth.

`parts.csv` declares them. The worth of a part is the Goldstein score, without its sign, of the
PLOVER type that it is an instance of (`relations.weights`): a missile test or an exercise counts as
a display of force, a militarised dispute as the gravest act it may hold. The scores are Goldstein's
(1992); that these parts are instances of those types, and that their worth is added up, is our own
choice, made to be argued with. No published index of a dyad is reproduced.

A part belongs to a pair that its source can speak of: tests of missiles by North Korea tell of it
and those they fly towards (`actor`, `against`), not of it and Russia.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.evidence import EventType
from foedus.relations.weights import event_weights
from foedus.treaties.words import Words

__all__ = ["Part", "PartSeries", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `dataset` and `table` it is counted from, None for the stores of events held.

    `worth` is its weight in the index, `event_type` the type that this is taken from.
    """

    key: str
    dataset: str | None
    table: str
    event_type: EventType
    worth: float
    name: Words
    unit: Words
    actor: str | None
    against: tuple[str, ...]

    def belongs_to(self, one: str, other: str) -> bool:
        """Whether its source can speak of this pair."""
        if self.actor is None:
            return True
        return any(
            self.actor == each and rest in self.against
            for each, rest in ((one, other), (other, one))
        )


@dataclass(frozen=True, slots=True)
class PartSeries:
    """A part month by month: None where nobody covers the month.

    `seen` are months in which something was recorded outside coverage: at least so much. `missing`
    says what to run or add where nothing is covered at all, None where something is. `rows` names
    what stands behind a month: keys of rows, or events of the case. `covers` are the first and last
    month covered, None for none.
    """

    part: Part
    values: tuple[float | None, ...]
    seen: tuple[tuple[int, float], ...] = ()
    rows: tuple[tuple[int, str], ...] = ()
    version: str | None = None
    missing: str | None = None


@cache
def _declared() -> tuple[Part, ...]:
    text = (files(__package__) / "parts.csv").read_text(encoding="utf-8")
    worth = {each.event_type: abs(each.weight) for each in event_weights()}
    return tuple(
        Part(
            row["key"],
            row["dataset"] or None,
            row["table"],
            EventType(row["worth"]),
            worth[EventType(row["worth"])],
            Words(row["name_en"], row["name_fr"]),
            Words(row["unit_en"], row["unit_fr"]),
            row["actor"] or None,
            tuple(row["against"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )


def parts_of(one: str, other: str) -> tuple[Part, ...]:
    """Return the parts that belong to a pair of actors, in the order they are shown."""
    return tuple(part for part in _declared() if part.belongs_to(one, other))
