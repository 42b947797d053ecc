"""The date a narrative has reached, from which "the next day" and "that year" are reckoned."""

from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.times.words import Told

__all__ = ["Narrative"]

_REACH = 2
_NOTHING = Told()


@dataclass(slots=True)
class Narrative:
    """The last day, month and year told, each forgotten some paragraphs on."""

    told: dict[str, tuple[Day, int]] = field(default_factory=dict)

    def tell(self, day: Day, paragraph: int, aside: bool = False) -> None:
        """Take note of a date; one told `aside` ("the treaty of 1961") replaces none that is known.

        A coarser date, an approximate one or an interval outside what was told moves the narrative
        to where no day is known.
        """
        serves = _SERVES.get(day.precision, ()) if day.edtf[-1] != "?" else ()
        if aside:
            serves = tuple(name for name in serves if not self._is_known(name, paragraph))
        else:
            self.told = {name: one for name, one in self.told.items() if _holds(day, one[0])}
        self.told.update(dict.fromkeys(serves, (day, paragraph)))

    def _is_known(self, name: str, paragraph: int) -> bool:
        known = self.told.get(name)
        return known is not None and paragraph - known[1] <= _REACH

    def at(self, paragraph: int) -> Told:
        """Return what has been told and is near enough to a paragraph."""
        near = {
            name: day for name, (day, where) in self.told.items() if paragraph - where <= _REACH
        }
        return Told(**near) if near else _NOTHING


def _holds(day: Day, known: Day) -> bool:
    """Whether a date goes no further than taking up what was told: "in 2024" of 19 June 2024."""
    first, last = known.earliest, known.latest
    if first is None or last is None or day.earliest is None or day.latest is None:
        return False
    return day.earliest <= first and last <= day.latest


_SERVES = {"day": ("day", "month", "year"), "month": ("month", "year"), "year": ("year",),
           "season": ("year",)}  # fmt: skip
