"""What a panel of each grain stands on before anything is added."""

from ibis.expr.types import Table

from foedus.panels.calendar import months_of, years_of
from foedus.panels.composing import Ground
from foedus.panels.crosswalk import counterparts
from foedus.panels.grain import Grain
from foedus.panels.held_tables import HeldTables
from foedus.panels.narrowing import Narrowing
from foedus.panels.spine import dyad_months, dyad_years, state_years
from foedus.panels.systems import COW, GW, System, state_spells

__all__ = ["DISPUTES", "LEADERS", "key_columns", "panel_ground"]

DISPUTES = ("mid", "directed_dispute_years")
LEADERS = ("archigos", "leaders")


def key_columns(grain: Grain, system: System) -> tuple[str, ...]:
    """Return the columns that make a row of such a panel unique, in the order of its rows."""
    return {
        Grain.STATE_YEAR: (system.code, "year"),
        Grain.DYAD_YEAR: (*system.pair, "year"),
        Grain.DYAD_MONTH: (*system.pair, "year", "month"),
        Grain.DISPUTE: ("dispnum", *system.pair, "year"),
        Grain.LEADER_SPELL: ("obsid",),
    }[grain]


def panel_ground(
    grain: Grain, system: System, directed: bool, held: HeldTables, narrowing: Narrowing
) -> Ground:
    """Return the rows of the grain with what is needed to add to them."""
    spells = state_spells(held, system, narrowing.years[1])
    alone = grain in (Grain.STATE_YEAR, Grain.LEADER_SPELL)
    if grain is Grain.DISPUTE:
        spine, source = _disputes(system, held, narrowing), DISPUTES
    elif grain is Grain.LEADER_SPELL:
        spine, source = _leaders(system, held, narrowing), LEADERS
    else:
        spine = _members(grain, system, directed, narrowing, spells)
        source = (system.dataset, "spells")
    return Ground(
        held=held,
        system=system,
        spine=spine,
        source=source,
        states=(system.code,) if alone else system.pair,
        monthly=grain is Grain.DYAD_MONTH,
        directed=directed or grain is Grain.DISPUTE,
        narrowing=narrowing,
        state_years=state_years(spells, years_of(*narrowing.years)),
        crosswalk=lambda: _crosswalk(system, held, narrowing),
    )


def _members(
    grain: Grain, system: System, directed: bool, narrowing: Narrowing, spells: Table
) -> Table:
    """States, or pairs of them, in every year or month in which they were in the system."""
    if grain is Grain.STATE_YEAR:
        rows = state_years(spells, years_of(*narrowing.years)).order_by("state", "year")
        return narrowing.exactly(rows, "state").rename({system.code: "state"})
    first, second = system.pair
    if grain is Grain.DYAD_YEAR:
        rows = dyad_years(spells, years_of(*narrowing.years), directed=directed)
    else:
        rows = dyad_months(spells, months_of(*narrowing.years), directed=directed)
    kept = narrowing.exactly(narrowing.of_pairs(rows), "state1", "state2")
    return kept.rename({first: "state1", second: "state2"})


def _disputes(system: System, held: HeldTables, narrowing: Narrowing) -> Table:
    """One row per dispute, directed pair and year; states without a GW code have none."""
    rows = held.table(*DISPUTES).drop("row")
    rows = rows.filter(rows.year.between(*narrowing.years))
    if system is not COW:
        walk = _crosswalk(COW, held, narrowing)
        for code, other in zip(COW.pair, system.pair, strict=True):
            rows = _with_other(rows, walk, code, other)
    first, second = system.pair
    ordered = ("dispnum", first, second, "year")
    kept = narrowing.exactly(rows, first, second)
    return kept.select(*ordered, *(name for name in kept.columns if name not in ordered))


def _leaders(system: System, held: HeldTables, narrowing: Narrowing) -> Table:
    """One row per leader's unbroken time in office, with the `year` in which it began."""
    rows = held.table(*LEADERS).drop("row")
    rows = rows.mutate(year=rows.startdate.year().cast("int32"))
    rows = rows.filter(rows.year.between(*narrowing.years))
    if system is not GW:
        rows = _with_other(rows, _crosswalk(GW, held, narrowing), GW.code, system.code)
    ordered = ("obsid", system.code, "year")
    kept = narrowing.exactly(rows, system.code)
    return kept.select(*ordered, *(name for name in kept.columns if name not in ordered))


def _with_other(rows: Table, walk: Table, code: str, other: str) -> Table:
    """Add the code of the other list to the rows, missing where the state has none."""
    side = walk.select(**{f"{other}_{name}": name for name in ("state", "year", "other")})
    joined = rows.left_join(
        side, [rows[code] == side[f"{other}_state"], rows.year == side[f"{other}_year"]]
    )
    return joined.select(*rows.columns, **{other: joined[f"{other}_other"]})


def _crosswalk(system: System, held: HeldTables, narrowing: Narrowing) -> Table:
    return held.engine.rows(counterparts(system.name, system.other.name, *narrowing.years))
