"""What is known of single states: capabilities, rank, democracy, trade, memberships."""

from ibis.expr.types import Table

from foedus.panels.additions.rows import both_ways, pairs, states
from foedus.panels.calendar import in_years, years_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["DEMOCRACY", "IGO", "MAJORS", "MILEX", "NMC", "TRADE"]

_CAPABILITIES = (
    Added("milex", "military expenditure, thousands of current pounds to 1913, then dollars"),
    Added("milper", "military personnel, thousands"),
    Added("irst", "iron and steel production, thousands of tons"),
    Added("pec", "primary energy consumption, thousands of coal-ton equivalents"),
    Added("tpop", "total population, thousands"),
    Added("upop", "urban population, thousands"),
    Added("cinc", "composite index of national capability, share of the system's total"),
)


def _nmc(held: HeldTables) -> Table:
    return states(held.table("nmc", "state_years"), *(column.name for column in _CAPABILITIES))


NMC: tuple[Join, ...] = (
    States("nmc", "state_years", COW, _nmc, _CAPABILITIES, "by state and year"),
)


def _majors(held: HeldTables) -> Table:
    spells = held.table("majors", "spells")
    first, last = held.years("majors", "spells")
    years = years_of(first or 1816, last or 2016)
    yearly = in_years(spells, spells.begins.year(), spells.ends.year(), years)
    kept = yearly.select("year", state=yearly.ccode).distinct()
    return kept.mutate(cowmaj=(kept.state == kept.state).cast("int32"))


MAJORS: tuple[Join, ...] = (
    States(
        "majors",
        "spells",
        COW,
        _majors,
        (Added("cowmaj", "a major power, 1 yes, 0 no", 0),),
        "by state and year: 1 from the year of the first to the year of the last day",
    ),
)

_SCORES = (
    Added("euds", "Unified Democracy Score as extended by Marquez, no unit"),
    Added("aeuds", "the same, 0 at the average cut of the measures that say yes or no"),
    Added("polity2", "Polity5 score, -10 the most autocratic, 10 the most democratic"),
    Added("v2x_polyarchy", "electoral democracy by Varieties of Democracy, 0 to 1"),
)


def _democracy(held: HeldTables) -> Table:
    return states(held.table("democracy", "state_years"), *(column.name for column in _SCORES))


DEMOCRACY: tuple[Join, ...] = (
    States("democracy", "state_years", COW, _democracy, _SCORES, "by state and year"),
)

_MEMBERSHIPS = tuple(
    Added(f"sum_igo_{kind}", f"number of international organisations joined ({kind})")
    for kind in ("full", "associate", "observer", "anytype")
)


def _igo_states(held: HeldTables) -> Table:
    return states(held.table("igo", "state_years"), *(column.name for column in _MEMBERSHIPS))


def _igo_pairs(held: HeldTables) -> Table:
    return pairs(held.table("igo", "dyad_years"), "dyadigos")


IGO: tuple[Join, ...] = (
    Pairs(
        "igo",
        "dyad_years",
        COW,
        _igo_pairs,
        (Added("dyadigos", "number of international organisations that both are full members of"),),
        "by pair and year, the same in both directions",
        mutual=True,
    ),
    States("igo", "state_years", COW, _igo_states, _MEMBERSHIPS, "by state and year"),
)

_FLOWS = (
    Added("flow1", "imports of the first state from the second, millions of current US dollars"),
    Added("flow2", "imports of the second state from the first, millions of current US dollars"),
    Added("smoothflow1", "`flow1`, smoothed by the publisher"),
    Added("smoothflow2", "`flow2`, smoothed by the publisher"),
)
_EXCHANGED = {
    "flow1": "flow2",
    "flow2": "flow1",
    "smoothflow1": "smoothflow2",
    "smoothflow2": "smoothflow1",
}


def _flows(held: HeldTables) -> Table:
    rows = held.table("trade", "dyad_years")
    return both_ways(pairs(rows, *_EXCHANGED), _EXCHANGED)


def _imports(held: HeldTables) -> Table:
    return states(held.table("trade", "state_years"), "imports", "exports")


TRADE: tuple[Join, ...] = (
    Pairs(
        "trade",
        "dyad_years",
        COW,
        _flows,
        _FLOWS,
        "by directed pair and year: no row means not known, not no trade",
    ),
    States(
        "trade",
        "state_years",
        COW,
        _imports,
        (
            Added("imports", "imports, millions of current US dollars"),
            Added("exports", "exports, millions of current US dollars"),
        ),
        "by state and year",
    ),
)

_EXPENDITURE = {
    "sipri_constant_usd": (
        "constant_usd",
        "military expenditure (SIPRI), millions of constant US dollars",
    ),
    "sipri_current_usd": (
        "current_usd",
        "military expenditure (SIPRI), millions of current US dollars",
    ),
    "sipri_share_of_gdp": ("share_of_gdp", "military expenditure (SIPRI), share of GDP, 0 to 1"),
}


def _milex(held: HeldTables) -> Table:
    rows = held.table("sipri-milex", "country_years")
    rows = rows.filter(rows.ccode.notnull(), rows.existed)
    renamed = rows.rename({new: old for new, (old, _) in _EXPENDITURE.items()})
    known = states(renamed, *_EXPENDITURE)
    # Two names of one state in one year (a union and its successor) are not added up.
    return known.group_by("state", "year").agg(**{name: known[name].max() for name in _EXPENDITURE})


MILEX: tuple[Join, ...] = (
    States(
        "sipri-milex",
        "country_years",
        COW,
        _milex,
        tuple(Added(name, meaning) for name, (_, meaning) in _EXPENDITURE.items()),
        "by state and year",
    ),
)
