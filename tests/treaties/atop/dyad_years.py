"""What one state owed another in a year, in the field's own form, from our instruments.

ATOP's directed dyad-years count as a pair two members of one phase for more than one day; of an
alliance that changed phase within the year the later phase counts.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from foedus.actors.codes import code_spells
from foedus.treaties.binding import obligations_table
from foedus.treaties.clauses import Instruments
from foedus.treaties.vocabulary import kinds

__all__ = ["Pair", "owed_by_year"]

LAST_DAY = dt.date(2018, 12, 31)
Pair = tuple[int, int, int]
"""The COW codes of the one who owes and the one who is owed, and the year."""


@dataclass(frozen=True)
class Promise:
    """One row of the table of obligations, with the day its wording began."""

    instrument: str
    variable: str
    obligor: str
    beneficiary: str
    first: dt.date
    last: dt.date
    worded: dt.date
    to_whom_is_told: bool


def owed_by_year(atop: Instruments) -> dict[Pair, dict[str, set[str]]]:
    """Return for each pair and year what is owed by ATOP's variable, each with what owes it.

    What is owed is written "told", or, where ATOP does not say to which partner, the instrument.
    """
    in_wording: dict[tuple[str, Pair], tuple[dt.date, set[tuple[str, str]]]] = {}
    for promise in promises(atop):
        owed = (promise.variable, "told" if promise.to_whom_is_told else promise.instrument)
        for pair in pairs_and_years(promise):
            worded, found = in_wording.get((promise.instrument, pair), (dt.date.min, set()))
            if promise.worded > worded:
                worded, found = promise.worded, set()
            if promise.worded == worded:
                found.add(owed)
            in_wording[promise.instrument, pair] = worded, found
    years: dict[Pair, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (_, pair), (_, found) in in_wording.items():
        for variable, whence in found:
            years[pair][variable].add(whence)
    return years


def promises(atop: Instruments) -> Iterator[Promise]:
    variables = {one.id: dict(one.counted_as).get("atop", "") for one in kinds().values()}
    clauses = {(one.instrument.id, one.obligation.id): one for one in atop.clauses}
    for row in obligations_table(atop.values()).to_pyarrow().to_pylist():
        clause = clauses[row["instrument"], row["obligation"]]
        assert clause.spell is not None
        assert clause.spell.begins is not None
        assert clause.spell.begins.earliest is not None
        if variables[row["kind"]] in ("defense", "offense", "neutral", "nonagg", "consul"):
            yield Promise(
                row["instrument"],
                variables[row["kind"]],
                row["obligor"],
                row["beneficiary"],
                row["begins_earliest"],
                min(row["ends_latest"] or LAST_DAY, LAST_DAY),
                clause.spell.begins.earliest,
                "beneficiary" not in clause.obligation.trigger.untold,
            )


def pairs_and_years(promise: Promise) -> Iterator[Pair]:
    codes = codes_of_actors()
    for one, other in product(codes[promise.obligor], codes[promise.beneficiary]):
        first = max(promise.first, one.first, other.first)
        last = min(promise.last, one.last, other.last)
        if first < last:
            yield from ((one.code, other.code, year) for year in range(first.year, last.year + 1))


@dataclass(frozen=True)
class Code:
    """A COW code of an actor, carried on from the one before to the one after."""

    code: int
    first: dt.date
    last: dt.date


@cache
def codes_of_actors() -> Mapping[str, list[Code]]:
    begun: dict[str, dict[int, dt.date]] = defaultdict(dict)
    for one in code_spells():
        if one.scheme == "cow" and one.spell.begins and one.spell.begins.earliest:
            begun[one.actor].setdefault(int(one.code), one.spell.begins.earliest)
    found: dict[str, list[Code]] = {"ANNAM": []}  # no state of the COW list
    for actor, firsts in begun.items():
        turns = sorted((day, code) for code, day in firsts.items())
        days = [dt.date.min, *(day for day, _ in turns[1:])]
        ends = [*(day - dt.timedelta(days=1) for day in days[1:]), dt.date.max]
        found[actor] = [
            Code(code, first, last)
            for (_, code), first, last in zip(turns, days, ends, strict=True)
        ]
    return found
