"""A scenario made ready: its acts on their days, what is assumed of them, or all its faults.

A scenario that names an actor unknown on its day, makes more than two sides, or assumes what cannot
be, is refused with the line and the reason.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from foedus.errors import Fault, FaultyInput, FoedusError
from foedus.repercussions.cascade.arena import arena
from foedus.repercussions.cascade.camps import camps
from foedus.repercussions.scenarios.assuming import FORMS, Assumed, assumed, clashes, never_holding
from foedus.repercussions.scenarios.setting import NAMED
from foedus.sources.case import Case, Scenario
from foedus.sources.toml_lines import Where, lines_of
from foedus.treaties.acts import GRAMMAR, Act, act_from
from foedus.treaties.instrument import Instrument

__all__ = ["Opening", "openings"]

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The acts of a scenario, each with its day, and what the analyst assumes.

    The war is asked about on the day of the last act, when all have happened.
    """

    scenario: Scenario
    acts: tuple[tuple[Act, dt.date], ...]
    assumed: tuple[Assumed, ...] = ()

    @property
    def on(self) -> dt.date:
        """The day of the last act."""
        return self.acts[-1][1]

    @property
    def fights(self) -> bool:
        """Whether a war can be drawn: force is used by and on somebody that is named."""
        return all(act.force and act.initiators and act.targets for act, _ in self.acts)


def openings(case: Case, instruments: Mapping[str, Instrument]) -> tuple[tuple[Opening, ...], ...]:
    """Return the openings of each scenario of a case, one per day it is asked for.

    A day known only roughly is asked twice, for the first and the last day it may be. Raises
    FaultyInput with every fault of every scenario.
    """
    readying = _Readying(case.folder / "case.toml", instruments)
    found = tuple(
        tuple(readying.openings(number, one)) for number, one in enumerate(case.scenarios)
    )
    if readying.faults:
        raise FaultyInput(list(dict.fromkeys(readying.faults)))
    return found


class _Readying:
    """Scenarios being made ready, with the faults found so far."""

    def __init__(self, file: Path, instruments: Mapping[str, Instrument]) -> None:
        self.file, self.instruments = file, instruments
        self.faults: list[Fault] = []
        self.lines = lines_of(file.read_text(encoding="utf-8-sig")) if file.is_file() else {}

    def openings(self, number: int, scenario: Scenario) -> Iterator[Opening]:
        where: Where = ("scenario", number)
        for put in _put(scenario):
            acts = [
                (self._tried((*where, *place), GRAMMAR, act_from, words, at, on), on)
                for place, words, at, on in put
            ]
            known = [(act, on) for act, on in acts if act is not None]
            if not known or len(known) < len(acts):
                continue
            opening = Opening(scenario=scenario, acts=tuple(known))
            if opening.fights:
                given = self._assumed(where, opening)
                yield Opening(scenario=scenario, acts=tuple(known), assumed=given)
                continue
            yield opening
            if scenario.assumed:
                problem = "there is no war to assume anything of"
                self._fault((*where, "assume", 0), problem, "an act of force between named sides")

    def _assumed(self, where: Where, opening: Opening) -> tuple[Assumed, ...]:
        acts = [act for act, _ in opening.acts]
        sides = self._tried((*where, "acts"), "two sides", camps, acts)
        if sides is None:
            return ()
        expected = FORMS + ", ".join(NAMED)
        given: list[Assumed] = []
        numbers: list[int] = []
        for number, written in enumerate(opening.scenario.assumed):
            at = (*where, "assume", number, "that")
            one = self._tried(at, expected, assumed, written, opening.on, NAMED)
            if one is not None:
                given.append(one)
                numbers.append(number)
        for place, why in clashes(given, *sides):
            self._fault((*where, "assume", numbers[place], "that"), why, "what can be")
        supposed = {one.supposition: number for one, number in zip(given, numbers, strict=True)}
        supposed.pop(None, None)
        if supposed:
            found = arena(acts, opening.on, self.instruments, [one for one in supposed if one])
            for never, why in never_holding(found):
                at = (*where, "assume", supposed[never], "that")
                self._fault(at, why, "a condition that something else can meet first")
        return tuple(given)

    def _tried(
        self, where: Where, expected: str, made: Callable[..., Made], *given: object
    ) -> Made | None:
        try:
            return made(*given)
        except (FoedusError, ValueError) as error:
            self._fault(where, str(error).rstrip("."), expected)
            return None

    def _fault(self, where: Where, problem: str, expected: str) -> None:
        nearest = where
        while nearest and nearest not in self.lines:
            nearest = nearest[:-1]
        name = "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in where)
        self.faults.append(
            Fault(str(self.file), self.lines.get(nearest), name.lstrip("."), problem, expected)
        )


Put = tuple[Where, str, str | None, dt.date]


def _put(scenario: Scenario) -> Iterator[Sequence[Put]]:
    """The acts of a scenario as they are put, each with its field, once for each day asked."""
    if not scenario.acts:
        dates = (date for day in scenario.days for date in (day.earliest, day.latest) if date)
        for date in dict.fromkeys(dates):
            yield [(("act",), scenario.act, scenario.place, date)]
        return
    ends = [
        [
            (("acts", number, "act"), one.act, one.place, on)
            for number, one in enumerate(scenario.acts)
            if (on := one.on.earliest if end == 0 else one.on.latest)
        ]
        for end in (0, 1)
    ]
    yield ends[0]
    if ends[1] != ends[0]:
        yield ends[1]
