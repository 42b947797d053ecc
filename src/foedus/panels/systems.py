"""The two lists of states, and what each calls its codes.

Correlates of War Project, *State System Membership List, v2016*, 2017. Gleditsch and Ward, "A
Revised List of Independent States since the Congress of Vienna", *International Interactions* 25
(1999): 393-413; its list of microstates is no part of the system.
"""

import datetime as dt
from dataclasses import dataclass
from difflib import get_close_matches

import ibis
from ibis.expr.types import Table

from foedus.errors import FoedusError, UnknownSystem
from foedus.panels.held_tables import HeldTables

__all__ = [
    "COW",
    "GW",
    "System",
    "carried_from",
    "covered_years",
    "state_spells",
    "system_named",
]


@dataclass(frozen=True, slots=True)
class System:
    """A list of states: its name, the dataset that holds it, its scheme and column of codes."""

    name: str
    dataset: str
    code: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two columns of codes of a pair of states."""
        return f"{self.code}1", f"{self.code}2"

    @property
    def other(self) -> "System":
        """The other list."""
        return GW if self is COW else COW


COW = System("cow", "cow-states", "ccode")
GW = System("gw", "gw-states", "gwcode")


def system_named(words: str) -> System:
    """Return the list of states of this name, "cow" or "gw"; raises UnknownSystem."""
    systems = {system.name: system for system in (COW, GW)}
    name = words.strip().lower()
    if name not in systems:
        raise UnknownSystem(words, get_close_matches(name, systems) or tuple(systems))
    return systems[name]


def state_spells(held: HeldTables, system: System, until: int | None = None) -> Table:
    """One row per state and unbroken stay in the system: `state`, `begins`, `ends` (dates).

    Both days are included. The last day of the list stands for "still a member": with `until`, a
    year after it, such stays last to the end of that year (see `carried_from`).
    """
    spells = held.table(system.dataset, "spells")
    if "microstate" in spells.columns:
        spells = spells.filter(~spells.microstate.fill_null(False))
    ends = spells.ends
    last = carried_from(held, system, until)
    if last is not None and until is not None:
        ends = ibis.ifelse(ends == dt.date(last, 12, 31), dt.date(until, 12, 31), ends)
    return spells.select(state=spells[system.code].cast("int32"), begins=spells.begins, ends=ends)


def carried_from(held: HeldTables, system: System, until: int | None) -> int | None:
    """Return the last year of the list of states when `until` lies after it, else None.

    In the years between, the states are those of the list's last day: none has entered either
    system or left it since (`foedus.actors.codes`, where both lists are carried on).
    """
    _, last = held.years(system.dataset, "spells")
    return last if last is not None and until is not None and until > last else None


def covered_years(
    held: HeldTables, system: System, asked: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the years asked for, all that the list of states covers when None were.

    Years after the list's, up to this one, are given when asked for: `carried_from` says of what
    states. Raises FoedusError for years before the list begins and for years to come.
    """
    first, last = held.years(system.dataset, "spells")
    if first is None or last is None:
        raise FoedusError(
            f"The list of states held here ({system.dataset}) does not say which years it covers. "
            f"Import it again, saying so: `foedus data get {system.dataset} --from FILE --covers "
            "1816-2016`"
        )
    wanted = asked or (first, last)
    if wanted[0] > wanted[1]:
        raise FoedusError(f"The years {wanted[0]}-{wanted[1]} end before they begin.")
    this_year = dt.date.today().year
    if wanted[0] < first or wanted[1] > max(last, this_year):
        version = held.version(system.dataset, "spells")
        raise FoedusError(
            f"The list of states held here ({system.dataset} {version}) covers {first}-{last}, and "
            f"is carried on to {this_year} when asked; which states there were in the other years "
            f"of {wanted[0]}-{wanted[1]} is not known. Ask for years within {first}-{this_year}."
        )
    return wanted
