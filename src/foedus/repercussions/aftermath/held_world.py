"""The arrays of every year, made once of the datasets held on this machine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus.ledger.engines import engine_at
from foedus.panels.additions import joins_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Between, Pairs, States
from foedus.relations.likeness.states_of_a_year import states_of
from foedus.repercussions.aftermath.new_pacts import NewPacts, new_pacts
from foedus.repercussions.aftermath.world import CONSULTS, World
from foedus.sources.data_folder import data_folder

__all__ = ["NEEDED", "WISHED", "WISHED_NAMES", "HeldWorld", "held_world"]

NEEDED = (
    ("atop", "members"),
    ("atop", "directed_dyad_years"),
    ("contiguity", "directed_dyad_years"),
    ("rivalries", "spells"),
    ("nmc", "state_years"),
    ("majors", "spells"),
)
"""Without these nobody can say what a like pact is; nor without disputes, `mid` or `gml`."""
WISHED = (
    ("democracy", "state_years"),
    ("capitals", "cow_spells"),
    ("ideal-points", "session_years"),
    ("trade", "dyad_years"),
)
"""Without these one covariate, or the outcomes that rest on them, are left out."""
WISHED_NAMES = frozenset(dataset for dataset, _ in WISHED)

FIRST, LAST = 1816, 2023
_ONSETS = {"mid": "disponset", "gml": "midonset"}
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class HeldWorld:
    """The arrays, every new pact, and the datasets behind: name to release and years covered.

    `missing` are the datasets of `WISHED` not drawn on, `folder` is that of the data. `kept`
    holds what was worked out of a year, for the next question.
    """

    world: World
    pacts: NewPacts
    sources: Mapping[str, tuple[str, int | None, int | None]]
    missing: tuple[str, ...]
    folder: str
    kept: dict[int, Any] = field(default_factory=dict)


def held_world(disputes: str = "mid", wished: frozenset[str] = WISHED_NAMES) -> HeldWorld:
    """Return the world with disputes of "mid" or "gml", made once while the process lasts.

    `wished` are the datasets of `WISHED` that may be drawn on; others stay closed even if held.

    Raises MissingDataset, with what to run, when one of `NEEDED` or the disputes is not held, and
    ValueError for other disputes.
    """
    if disputes not in _ONSETS:
        raise ValueError(f"disputes are those of {' or '.join(_ONSETS)}, not of {disputes}")
    return _made(str(data_folder()), disputes, wished & WISHED_NAMES)


@lru_cache(maxsize=2)
def _made(folder: str, disputes: str, may: frozenset[str]) -> HeldWorld:
    with engine_at() as engine:
        held = HeldTables(engine)
        tables = (*NEEDED, (disputes, "directed_dispute_years"))
        for dataset, table in tables:
            held.version(dataset, table)
        wished = tuple(each for each in WISHED if each[0] in may and held.holds(*each))
        made = _Making(held)
        world = made.world(disputes, {dataset for dataset, _ in wished})
        pacts = new_pacts(engine.to_pyarrow(held.table("atop", "members")), world)
        sources = {
            dataset: (held.version(dataset, table) or "", *held.years(dataset, table))
            for dataset, table in (*tables, *wished)
        }
        missing = tuple(each[0] for each in WISHED if each not in wished)
    return HeldWorld(_with_pacts(world, pacts), pacts, sources, missing, folder)


def _with_pacts(world: World, pacts: NewPacts) -> World:
    """Mark where a pact of consultation or more began; the array is still empty."""
    at = pacts.is_new & (pacts.level >= CONSULTS)
    place = pacts.year[at] - world.first
    world.pact[place, pacts.one[at], pacts.two[at]] = True
    world.pact[place, pacts.two[at], pacts.one[at]] = True
    return world


class _Making:
    """Rows of the held tables, put where they belong."""

    def __init__(self, held: HeldTables) -> None:
        self.held = held
        by_year = [states_of(year).codes for year in range(FIRST, LAST + 1)]
        self.codes = np.unique(np.concatenate(by_year)).astype(np.int32)
        self.years, self.states = len(by_year), len(self.codes)
        self.member = np.zeros((self.years, self.states), dtype=np.bool_)
        for place, codes in enumerate(by_year):
            self.member[place, np.searchsorted(self.codes, codes)] = True

    def world(self, disputes: str, wished: set[str]) -> World:
        onset, began = self._disputes(disputes)
        covered = {
            "level": self._years("atop", "directed_dyad_years"),
            "pact": self._years("atop", "members"),
            "onset": self._years(disputes, "directed_dispute_years"),
            "began": self._years(disputes, "directed_dispute_years"),
            "rival": self._years("rivalries", "spells"),
            "land": self._years("contiguity", "directed_dyad_years"),
            "major": self._years("majors", "spells"),
            "capability": self._years("nmc", "state_years"),
        }
        for what, dataset, table in (
            ("democracy", *WISHED[0]),
            ("capital", *WISHED[1]),
            ("ideal_point", *WISHED[2]),
            ("trade", *WISHED[3]),
        ):
            if dataset in wished:
                covered[what] = self._years(dataset, table)
        empty = np.full((self.years, self.states), np.nan, dtype=np.float32)
        return World(
            first=FIRST,
            codes=self.codes,
            member=self.member,
            major=self._carried(self._values("majors", "cowmaj") == 1, covered["major"]),
            ideal_point=self._values("ideal-points", "ideal_point")
            if "ideal-points" in wished
            else empty,
            capability=self._values("nmc", "cinc"),
            democracy=self._values("democracy", "aeuds") if "democracy" in wished else empty,
            capital=np.stack([self._values("capital-distance", axis) for axis in "xyz"], axis=-1)
            if "capitals" in wished
            else np.stack([empty] * 3, axis=-1),
            level=self._levels(),
            pact=np.zeros((self.years, self.states, self.states), dtype=np.bool_),
            onset=onset,
            began=began,
            rival=self._flags("rivalries", lambda rows: rows["ongoingrivalry"]),
            land=self._carried(
                self._flags("contiguity", lambda rows: rows["conttype"] == 1), covered["land"]
            ),
            trade=self._trade("trade" in wished),
            covered=covered,
        )

    def _carried(self, flags: NDArray[np.bool_], covered: tuple[int, int]) -> NDArray[np.bool_]:
        """After the list's last day its states are those of that day, as in a panel."""
        flags[covered[1] - FIRST + 1 :] = flags[covered[1] - FIRST]
        return flags

    def _years(self, dataset: str, table: str) -> tuple[int, int]:
        first, last = self.held.years(dataset, table)
        return max(first or FIRST, FIRST), min(last or LAST, LAST)

    def _rows(self, addition: str, kind: type) -> dict[str, NDArray[Any]]:
        """Return the columns of the rows that an addition joins, years outside left out."""
        joins = (one.states if isinstance(one, Between) else one for one in joins_of(addition))
        join = next(one for one in joins if isinstance(one, kind))
        rows = self.held.engine.to_pyarrow(join.rows(self.held))
        return self._inside({name: rows[name].to_numpy() for name in rows.column_names})

    def _inside(self, rows: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        year = rows["year"].astype(np.int64)
        kept = (year >= FIRST) & (year <= LAST)
        for name in ("state", "state1", "state2"):
            if name in rows:
                kept &= np.isin(rows[name], self.codes)
        inside = {name: values[kept] for name, values in rows.items()}
        inside["year"] = inside["year"].astype(np.int64) - FIRST
        for name in ("state", "state1", "state2"):
            if name in rows:
                inside[name] = np.searchsorted(self.codes, inside[name])
        return inside

    def _values(self, addition: str, column: str) -> NDArray[np.float32]:
        rows = self._rows(addition, States)
        found = np.full((self.years, self.states), np.nan, dtype=np.float32)
        found[rows["year"], rows["state"]] = rows[column].astype(np.float32)
        return found

    def _flags(
        self, addition: str, of: Callable[[Mapping[str, NDArray[Any]]], NDArray[Any]]
    ) -> NDArray[np.bool_]:
        rows = self._rows(addition, Pairs)
        found = np.zeros((self.years, self.states, self.states), dtype=np.bool_)
        true = of(rows).astype(bool)
        year, one, two = (rows[name][true] for name in ("year", "state1", "state2"))
        found[year, one, two] = True
        found[year, two, one] = True
        return found

    def _pairs(self, dataset: str, table: str, *columns: str) -> dict[str, NDArray[Any]]:
        asked = self.held.engine.to_pyarrow(
            self.held.table(dataset, table).select("ccode1", "ccode2", "year", *columns)
        )
        renamed = {"ccode1": "state1", "ccode2": "state2"}
        return self._inside(
            {renamed.get(name, name): asked[name].to_numpy() for name in asked.column_names}
        )

    def _levels(self) -> NDArray[np.int8]:
        """Return the level owed either way; an unknown flag counts as not owed (there are few)."""
        names = ("defense", "offense", "neutral", "consul", "nonagg")
        rows = self._pairs("atop", "directed_dyad_years", *(f"atop_{name}" for name in names))
        owed = {name: rows[f"atop_{name}"] == 1 for name in names}
        level = np.select(
            [
                owed["defense"] | owed["offense"],
                owed["neutral"] | owed["consul"],
                owed["nonagg"],
            ],
            [3, 2, 1],
            0,
        ).astype(np.int8)
        found = np.zeros((self.years, self.states, self.states), dtype=np.int8)
        for one, two in (("state1", "state2"), ("state2", "state1")):
            np.maximum.at(found, (rows["year"], rows[one], rows[two]), level)
        return found

    def _disputes(self, dataset: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        new = _ONSETS[dataset]
        rows = self._pairs(
            dataset, "directed_dispute_years", new, "sidea1", "sidea2", "orig1", "orig2"
        )
        shape = (self.years, self.states, self.states)
        onset, began = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
        is_new = rows[new] == 1
        place = tuple(rows[name][is_new] for name in ("year", "state1", "state2"))
        onset[place] = True
        first_day = (rows["orig1"] == 1) & (rows["orig2"] == 1)
        starts = is_new & first_day & (rows["sidea1"] == 1) & (rows["sidea2"] == 0)
        began[tuple(rows[name][starts] for name in ("year", "state1", "state2"))] = True
        return onset | onset.transpose(0, 2, 1), began

    def _trade(self, held: bool) -> NDArray[np.float32]:
        """Return both flows together, NaN where either is not known."""
        found = np.full((self.years, self.states, self.states), np.nan, dtype=np.float32)
        if not held:
            return found
        rows = self._pairs("trade", "dyad_years", "flow1", "flow2")
        both = (rows["flow1"].astype(float) + rows["flow2"].astype(float)).astype(np.float32)
        for one, two in (("state1", "state2"), ("state2", "state1")):
            found[rows["year"], rows[one], rows[two]] = both
        return found
