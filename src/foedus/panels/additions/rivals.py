"""What rivalries add to a panel."""

import ibis
from ibis.expr.types import Table

from foedus.panels.additions.rows import both_ways
from foedus.panels.calendar import in_years, years_of
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["RIVALRIES", "RIVALRIES_2012"]

_KINDS = ("positional", "spatial", "ideological", "interventionary")
# Austria-Serbia outlives Austria-Hungary (300): from 1919 its Austria is the republic (305).
_AUSTRIA_SERBIA = 76


def _rivalries(held: HeldTables) -> Table:
    spells = held.table("rivalries", "spells")
    first, last = held.years("rivalries", "spells")
    years = years_of(max(first or 1816, 1816), last or 2020)
    yearly = in_years(spells, spells.start, spells.end, years)
    succeeded = (yearly.tssr_id == _AUSTRIA_SERBIA) & (yearly.year >= 1919)
    coded = yearly.mutate(
        **{
            code: ibis.ifelse(succeeded & (yearly[code] == 300), 305, yearly[code]).cast("int32")
            for code in COW.pair
        },
        **{kind: yearly[kind].fill_null(0) for kind in _KINDS},
    )
    rows = coded.select("tssr_id", *_KINDS, "year", state1="ccode1", state2="ccode2")
    both = both_ways(rows)
    return both.mutate(ongoingrivalry=ibis.literal(1, "int32"))


def _numbers(held: HeldTables) -> Table:
    rows = _rivalries(held)
    return rows.group_by("year", state=rows.state1).agg(
        **{f"n_{kind}": rows[kind].sum().cast("int32") for kind in sorted(_KINDS)}
    )


RIVALRIES: tuple[Join, ...] = (
    Pairs(
        "rivalries",
        "spells",
        COW,
        _rivalries,
        (
            Added("tssr_id", "number of the rivalry in force"),
            *(Added(kind, f"the rivalry is {kind}, 1 yes, 0 no", 0) for kind in _KINDS),
            Added("ongoingrivalry", "a strategic rivalry was in force, 1 yes, 0 no", 0),
        ),
        "by directed pair and year, from the year of its start to that of its end",
    ),
    States(
        "rivalries",
        "spells",
        COW,
        _numbers,
        tuple(Added(f"n_{kind}", f"number of {kind} rivalries", 0) for kind in sorted(_KINDS)),
        "by state and year: rivalries in force with any other state",
    ),
)


# --- The older list -------------------------------------------------------------------------------

_TYPES = ("td_type1", "td_type2", "td_type3")


def _older(held: HeldTables) -> Table:
    spells = held.table("rivalries-2012", "spells")
    first, last = held.years("rivalries-2012", "spells")
    years = years_of(max(first or 1816, 1816), last or 2010)
    yearly = in_years(spells, spells.styear, spells.endyear, years)
    rows = yearly.select(
        "year",
        state1="ccode1",
        state2="ccode2",
        td_rivalryno="rivalryno",
        **{name: yearly[name.removeprefix("td_")] for name in _TYPES},
        td_ongoingrivalry=ibis.literal(1, "int32"),
    )
    return both_ways(rows)


RIVALRIES_2012: tuple[Join, ...] = (
    Pairs(
        "rivalries-2012",
        "spells",
        COW,
        _older,
        (
            Added("td_rivalryno", "number of the rivalry in force (Thompson and Dreyer)"),
            Added("td_type1", "its first kind"),
            Added("td_type2", "its second kind"),
            Added("td_type3", "its third kind"),
            Added("td_ongoingrivalry", "a strategic rivalry was in force, 1 yes, 0 no", 0),
        ),
        "by directed pair and year, from the year of its start to that of its end",
    ),
)
