"""The capabilities of one actor beside what passed between it and others."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from foedus.actors.states import actor as actor_with_id
from foedus.ledger.engines import Engine
from foedus.relations.measures.levels.changes import Changes, change_points
from foedus.repercussions.capabilities.comparisons import (
    Comparison,
    test_comparisons,
    year_comparisons,
)
from foedus.repercussions.capabilities.marks import Mark, case_flows, deliveries, signatures
from foedus.repercussions.capabilities.rivals import Rivals, rivals_of
from foedus.repercussions.capabilities.series import (
    CapabilitySeries,
    Test,
    capability_series,
    reach_of,
    tests_of,
)
from foedus.treaties.instrument import Instrument

__all__ = ["Capabilities", "Quarters", "capabilities_of"]


@dataclass(frozen=True, slots=True)
class Quarters:
    """Days with a launch by quarter, to the last whole one covered, and the levels they lie on.

    `begins` is the first day of each quarter.
    """

    begins: tuple[dt.date, ...]
    counts: tuple[int, ...]
    found: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """Everything said of one actor's capabilities.

    `series` are those of `first` to `last` year. `marks` is what passed between the actor and those
    `beside` it in these years; `comparisons` hold series against what it
    received or did with them. `tests` are all that are
    listed, empty where the actor has none or they are not held; `quarters` when their level
    changed, None without tests.
    """

    actor: str
    beside: tuple[str, ...]
    first: int
    last: int
    series: tuple[CapabilitySeries, ...]
    marks: tuple[Mark, ...]
    comparisons: tuple[Comparison, ...]
    tests: tuple[Test, ...]
    quarters: Quarters | None

    @property
    def missing(self) -> tuple[CapabilitySeries, ...]:
        """The series of which nothing is known in these years."""
        return tuple(one for one in self.series if not one.known)


def capabilities_of(
    engine: Engine,
    actor: str,
    first: int,
    last: int,
    *,
    beside: Iterable[str] = (),
    instruments: Mapping[str, Instrument] | None = None,
    events: Sequence[Mapping[str, Any]] = (),
    datasets: Iterable[str] | None = None,
    language: str = "en",
) -> Capabilities:
    """Return the capabilities of an actor in some years, with what passed between it and others.

    `events` are rows of a case's ledger. `datasets` are those that may be opened; all that are held
    where it is None. Raises UnknownActor, and ValueError for an actor beside itself or years that
    end before they begin.
    """
    others = tuple(dict.fromkeys(beside))
    for one in (actor, *others):
        actor_with_id(one)
    if actor in others:
        raise ValueError(f"{actor} stands beside itself")
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    allowed = None if datasets is None else frozenset(datasets)
    # Comparisons look further than the years asked about.
    longer = capability_series(engine, actor, first - 10, last + 10, allowed)
    tests = tests_of(engine) if any(one.kind.counted and one.known for one in longer) else ()
    marks = _marks(engine, actor, others, instruments or {}, events, allowed, language)
    within = tuple(one for one in marks if first <= one.earliest.year and one.latest.year <= last)
    chosen = _first_of_a_year(within, actor)
    begins = next((one.source.covers[0] for one in longer if one.kind.counted), None)
    found = [*test_comparisons(tests, dt.date(begins or first, 1, 1), chosen)] if tests else []
    found += year_comparisons(longer, chosen)
    rivals = rivals_of(engine, actor, allowed)
    return Capabilities(
        actor=actor,
        beside=others,
        first=first,
        last=last,
        series=tuple(_within(one, first, last) for one in longer),
        marks=within,
        comparisons=tuple(_with_rivals(rivals, others, one) for one in found),
        tests=tests,
        quarters=_quarters(tests, begins),
    )


def _within(series: CapabilitySeries, first: int, last: int) -> CapabilitySeries:
    values = {year: value for year, value in series.values.items() if first <= year <= last}
    return replace(series, values=values)


def _marks(
    engine: Engine,
    actor: str,
    others: tuple[str, ...],
    instruments: Mapping[str, Instrument],
    events: Sequence[Mapping[str, Any]],
    allowed: frozenset[str] | None,
    language: str,
) -> list[Mark]:
    if not others:
        return []
    may = allowed is None or "sipri-transfers" in allowed
    found = [
        *(deliveries(engine, actor, others) if may else ()),
        *case_flows(events, actor, others),
        *signatures(instruments, actor, others, language),
    ]
    return sorted(found, key=lambda one: (one.earliest, one.latest, one.kind, one.key))


def _first_of_a_year(marks: Sequence[Mark], actor: str) -> tuple[Mark, ...]:
    """Return what may have changed the actor: of each kind and giver, the first mark of a year.

    A sure one is taken before others. Marks of one year share nearly all of what lies before and
    after them; what the actor gave away is no transfer to it.
    """
    found: dict[tuple[str, str | None, int], Mark] = {}
    for one in sorted(marks, key=lambda each: not each.sure):
        if one.giver == actor:
            continue
        found.setdefault((one.kind, one.giver, one.earliest.year), one)
    return tuple(sorted(found.values(), key=lambda one: (one.earliest, one.kind)))


def _with_rivals(rivals: Rivals, others: tuple[str, ...], one: Comparison) -> Comparison:
    if one.found is None:
        return one
    own = others if one.mark.kind == "delivery" else ()
    found, silent = rivals.around(one.first.year, one.last.year, own)
    return replace(one, rivals=found, silent=silent)


def _quarters(tests: Sequence[Test], begins: int | None) -> Quarters | None:
    reach = reach_of(tests)
    if reach is None or begins is None:
        return None
    starts = [
        dt.date(year, month, 1)
        for year in range(begins, reach.year + 1)
        for month in (1, 4, 7, 10)
        if (year, month + 2) <= (reach.year, reach.month)
    ]
    days = {one.earliest for one in tests}
    counts = [sum(_same_quarter(day, start) for day in days) for start in starts]
    return Quarters(tuple(starts), tuple(counts), change_points(counts, family="counts"))


def _same_quarter(day: dt.date, start: dt.date) -> bool:
    return day.year == start.year and (day.month - 1) // 3 == (start.month - 1) // 3
