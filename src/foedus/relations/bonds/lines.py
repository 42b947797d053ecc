"""An actor and those that published data count as the same state before and after it.

Datasets that go by the codes of the Correlates of War write one number for the Russian Empire, the
Soviet Union and Russia (365). A bond followed through time shows them one after the other, and says
where one ends and the next begins.
"""

import datetime as dt
from dataclasses import dataclass

from foedus.actors.codes import code_spells

__all__ = ["Holder", "Line", "line_of"]

_SCHEME = "cow"


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor that held one of the codes from `begins` to `ends`, both days included.

    Either is None where the list of states sets no bound.
    """

    actor: str
    code: int
    begins: dt.date | None
    ends: dt.date | None

    def holds_on(self, day: dt.date) -> bool:
        """Whether it held the code that day."""
        return (self.begins is None or self.begins <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True, slots=True)
class Line:
    """The actor asked for and all that held its codes, in the order of time.

    Without holders it is no state of the Correlates of War: nothing that goes by its codes can say
    anything of it.
    """

    actor: str
    holders: tuple[Holder, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone in the line, once each; the actor itself where there is no holder."""
        return tuple(dict.fromkeys(one.actor for one in self.holders)) or (self.actor,)

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes, ascending."""
        return tuple(sorted({one.code for one in self.holders}))

    def on(self, day: dt.date) -> str | None:
        """Return who of the line held a code that day, None when nobody did."""
        return next((one.actor for one in self.holders if one.holds_on(day)), None)

    def code_in(self, year: int) -> int | None:
        """Return the code held on the last day of a year, else the last held in it, if any."""
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        held = [
            one
            for one in self.holders
            if (one.begins is None or one.begins <= last)
            and (one.ends is None or one.ends >= first)
        ]
        return held[-1].code if held else None

    def seams(self, first: dt.date, last: dt.date) -> tuple[tuple[Holder, Holder], ...]:
        """Return each pair of different actors of which one follows the other in these days."""
        pairs = zip(self.holders, self.holders[1:], strict=False)
        return tuple(
            (before, after)
            for before, after in pairs
            if before.actor != after.actor and after.begins and first < after.begins <= last
        )


def line_of(actor: str) -> Line:
    """Return the line of an actor id: everyone who held one of its codes."""
    rows = [row for row in code_spells() if row.scheme == _SCHEME]
    codes = {row.code for row in rows if row.actor == actor}
    holders = [
        Holder(
            row.actor,
            int(row.code),
            row.spell.begins.earliest if row.spell.begins else None,
            row.spell.ends.latest if row.spell.ends else None,
        )
        for row in rows
        if row.code in codes
    ]
    holders.sort(key=lambda one: (one.begins or dt.date.min, one.code))
    return Line(actor, tuple(holders))
