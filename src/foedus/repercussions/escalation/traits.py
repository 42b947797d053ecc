"""What kind of pair two states are: strategic rivals, neighbours by land, a major power among them.

Rivals: William R. Thompson, Kentaro Sakuwa and Prashant Hosur Suhas, *Analyzing Strategic Rivalries
in World Politics*, 2021; neighbours by land: Correlates of War, *Direct Contiguity* v3.2, type 1;
major powers: *State System Membership*, v2016. Each is known within its own years only.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus.actors.codes import code_spells
from foedus.datasets.holdings import held_table, holdings_of
from foedus.ledger.engines import Engine

__all__ = ["TRAIT_DATASETS", "PairTraits", "Traits", "traits_of"]

TRAIT_DATASETS = {"rivals": "rivalries", "by_land": "contiguity", "major": "majors"}
"""The dataset each trait is read from."""
_BY_LAND = 1


@dataclass(frozen=True, slots=True)
class Traits:
    """The kind of pair, each trait with the year it is known of: the one asked for, or the last.

    A trait is None, and its year too, where its dataset is not held or may not be opened.
    """

    rivals: bool | None
    by_land: bool | None
    major: bool | None
    years: Mapping[str, int | None]


_Spells = tuple[tuple[int, int], Mapping[tuple[int, ...], list[tuple[int, int]]]]


class PairTraits:
    """The traits of pairs of states by year, from the datasets that are held."""

    def __init__(self, engine: Engine, allowed: Iterable[str] | None = None) -> None:
        """Read the spells once; `allowed` names the datasets that may be opened, None for all."""
        chosen = None if allowed is None else frozenset(allowed)
        ends = {"rivals": ("start", "end"), "by_land": ("begins", "ends")}
        self._spells = {
            trait: _spells(
                engine,
                dataset,
                ends.get(trait, ("begins", "ends")),
                ("ccode",) if trait == "major" else ("ccode1", "ccode2"),
            )
            if chosen is None or dataset in chosen
            else None
            for trait, dataset in TRAIT_DATASETS.items()
        }

    def of(self, one: int, other: int, year: int) -> dict[str, bool | None]:
        """Return the traits of a pair of COW numbers in a year, None outside coverage."""
        major = [_within(self._spells["major"], (each,), year) for each in (one, other)]
        return {
            "rivals": _within(self._spells["rivals"], (one, other), year),
            "by_land": _within(self._spells["by_land"], (one, other), year),
            "major": None if None in major else any(major),
        }

    def last_year(self, trait: str, year: int) -> int | None:
        """Return a year, or the last before it that a trait is known of; None for none."""
        spells = self._spells[trait]
        return None if spells is None or year < spells[0][0] else min(year, spells[0][1])


def traits_of(
    engine: Engine, one: str, other: str, year: int, allowed: Iterable[str] | None = None
) -> Traits | None:
    """Return the traits of two actors in a year, or the last before it that each is known of.

    None where either is no state of the Correlates of War.
    """
    codes = [
        [int(row.code) for row in code_spells() if row.scheme == "cow" and row.actor == actor]
        for actor in (one, other)
    ]
    if not all(codes):
        return None
    known = PairTraits(engine, allowed)
    years = {trait: known.last_year(trait, year) for trait in TRAIT_DATASETS}
    found = {
        trait: None if then is None else known.of(codes[0][-1], codes[1][-1], then)[trait]
        for trait, then in years.items()
    }
    return Traits(found["rivals"], found["by_land"], found["major"], years)


def _spells(
    engine: Engine, dataset: str, ends: tuple[str, str], codes: tuple[str, ...]
) -> _Spells | None:
    """Return the years covered and the spells of each code or pair; None where it is not held."""
    record = holdings_of(dataset).get("spells")
    if record is None:
        return None
    first, last = ends
    table = held_table(engine, dataset, "spells")
    if dataset == "contiguity":
        table = table.filter(table.conttype == _BY_LAND)
    rows = engine.to_pyarrow(table.select(*codes, first, last)).to_pylist()
    begins, until = record.covers
    found: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for row in rows:
        key = tuple(sorted(row[code] for code in codes))
        spell = (_year(row[first], begins or 0), _year(row[last], until or 9999))
        found.setdefault(key, []).append(spell)
    return (begins or 0, until or 9999), found


def _year(value: dt.date | int | None, otherwise: int) -> int:
    if value is None:
        return otherwise
    return value if isinstance(value, int) else value.year


def _within(spells: _Spells | None, key: Iterable[int], year: int) -> bool | None:
    if spells is None or not spells[0][0] <= year <= spells[0][1]:
        return None
    return any(first <= year <= last for first, last in spells[1].get(tuple(sorted(key)), ()))
