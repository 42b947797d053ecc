"""Who can bring force to where a war begins: neighbours, great powers, the rest by loss.

An actor reaches the war if it can reach the ground of one of the parties to the opening acts,
friend or enemy. Land neighbours do, as do those across at most 400 miles of water (Correlates of
War, Direct Contiguity v3.2, types 1 to 5) or at that least distance, and major powers (COW). Of the
others it is known how much of their strength is left there (`gradient`); how much must be left is
an assumption. Unknown is unknown: no code, no distance, no capabilities, outside the years covered.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from foedus.actors.codes import code
from foedus.datasets.holdings import held_columns, holding
from foedus.repercussions.scenarios.capabilities import Capability, carried_year
from foedus.repercussions.scenarios.gradient import KM_PER_MILE, strength_left

__all__ = ["GEOGRAPHY", "Reach", "reaches"]

GEOGRAPHY = ("contiguity", "minimum-distance", "majors")
NEAR = 400 * KM_PER_MILE
"""Kilometres: the widest water that COW counts as contiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How one actor reaches the war, or that it is not known.

    `how` is "party", "land", "water", "near", "major", "far" or "unknown". `left` is the share of
    its strength that it has there: 1 for all but the far, None where it is not known. `kilometres`
    is the least distance to a party; `years` the years of the datasets it rests on.
    """

    actor: str
    how: str
    left: float | None
    kilometres: float | None = None
    years: tuple[tuple[str, int], ...] = ()


def reaches(
    actors: Iterable[str],
    parties: Collection[str],
    on: dt.date,
    datasets: Collection[str],
    known: Mapping[str, Capability],
) -> Mapping[str, Reach] | None:
    """Return how each actor reaches the parties; None where the case names no geography.

    Raises MissingDataset for a dataset that is named and not held.
    """
    named = [one for one in GEOGRAPHY if one in datasets]
    if not {"contiguity", "minimum-distance"} & {*named}:
        return None
    codes = {one: code(one, "cow", on) for one in (*actors, *parties)}
    targets = [codes[one] for one in parties if codes[one] is not None]
    types, typed = _closest("contiguity", "directed_dyad_years", "conttype", targets, on, named)
    least, measured = _closest("minimum-distance", "cow_dyad_years", "mindist", targets, on, named)
    majors, ranked = _majors(on) if "majors" in named else (frozenset[object](), None)
    years = {"contiguity": typed, "minimum-distance": measured, "majors": ranked}
    found = {}
    for one in actors:
        number = codes[one]
        kilometres = None if number is None else least.get(number)
        how, left = "unknown", None
        if one in parties:
            how, left = "party", 1.0
        elif number is not None and number in types:
            how, left = ("land" if types[number] == 1 else "water"), 1.0
        elif kilometres is not None and kilometres <= NEAR:
            how, left = "near", 1.0
        elif number is not None and number in majors:
            how, left = "major", 1.0
        elif kilometres is not None and (cinc := _cinc(known, one)):
            how, left = "far", strength_left(cinc, kilometres, on.year)
        used = {"land": "contiguity", "water": "contiguity", "major": "majors"}.get(how, "")
        used = "minimum-distance" if how in ("near", "far") else used
        year = years.get(used)
        found[one] = Reach(
            actor=one,
            how=how,
            left=left,
            kilometres=kilometres,
            years=() if year is None else ((used, year),),
        )
    return found


def _cinc(known: Mapping[str, Capability], actor: str) -> float | None:
    return known[actor].cinc if actor in known else None


def _closest(
    dataset: str,
    table: str,
    column: str,
    targets: Collection[object],
    on: dt.date,
    named: Collection[str],
) -> tuple[dict[object, float], int | None]:
    """The least value of each code towards any of the targets, in the year that stands for a day.

    Contiguity lists who touches whom, so that one who is not in it touches none of them.
    """
    year = carried_year(on, holding(dataset, table).covers) if dataset in named else None
    if year is None:
        return {}, None
    rows = held_columns(dataset, table, "ccode1", "ccode2", "year", column)
    rows = rows.filter(pc.and_(pc.equal(rows["year"], year), pc.is_valid(rows[column])))
    found: dict[object, float] = {}
    for near, far in (("ccode1", "ccode2"), ("ccode2", "ccode1")):
        wanted = pa.array(list(targets), rows[far].type)
        some = rows.filter(pc.is_in(rows[far], wanted))
        pairs = zip(some[near].to_pylist(), some[column].to_pylist(), strict=True)
        for number, value in pairs:
            found[number] = min(value, found.get(number, value))
    return found, year


def _majors(on: dt.date) -> tuple[frozenset[object], int | None]:
    """Who is a major power, that day or on the last day covered if that is near enough."""
    covers = holding("majors", "spells").covers
    year = carried_year(on, covers)
    if year is None:
        return frozenset(), None
    day = on if year == on.year else dt.date(year, 12, 31)
    rows = held_columns("majors", "spells", "ccode", "begins", "ends").to_pylist()
    return frozenset(row["ccode"] for row in rows if row["begins"] <= day <= row["ends"]), year
