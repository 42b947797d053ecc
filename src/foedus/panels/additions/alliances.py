"""What alliances add to a panel: ATOP, COW Formal Alliances, and defence cooperation agreements."""

import datetime as dt

import ibis
from ibis.expr.types import Table

from foedus.panels.additions.rows import (
    either_way,
    once,
    owed_either_way,
    pairs,
    pairs_in_months,
    pairs_in_years,
)
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["ATOP", "COW_ALLIANCES", "DCAD"]

# --- ATOP -----------------------------------------------------------------------------------------

_KINDS = ("defense", "offense", "neutral", "nonagg", "consul")
_OWED = dict(
    zip(
        _KINDS,
        ("defence", "offensive support", "neutrality", "non-aggression", "consultation"),
        strict=True,
    )
)
_OBLIGATIONS = tuple(
    Added(f"atop_{kind}", f"the first state owes the second {owed}: 1 yes, 0 no", 0)
    for kind, owed in _OWED.items()
)
_FLAGS = tuple(column.name for column in _OBLIGATIONS)


def _atop_years(held: HeldTables) -> Table:
    return pairs(held.table("atop", "directed_dyad_years"), *_FLAGS)


def _atop_months(held: HeldTables) -> Table:
    """What was owed in a year, in the months of it in which the two were in some alliance."""
    members = held.table("atop", "memberships")
    last = dt.date((held.years("atop", "memberships")[1] or 2018), 12, 31)
    one = members.select(
        "atopid", state1="member", begins1="begins", ends1=members.ends.fill_null(last)
    )
    two = members.view().select(
        "atopid", state2="member", begins2="begins", ends2=ibis._.ends.fill_null(last)
    )
    met = one.inner_join(
        two,
        [
            one.atopid == two.atopid,
            one.state1 != two.state2,
            one.begins1 <= two.ends2,
            two.begins2 <= one.ends1,
        ],
    ).select(
        "state1",
        "state2",
        begins=ibis.greatest(one.begins1, two.begins2),
        ends=ibis.least(one.ends1, two.ends2),
    )
    first, _ = held.years("atop", "memberships")
    months = pairs_in_months(met, (first or 1815, last.year)).distinct()
    owed = _atop_years(held)
    return months.inner_join(owed, ["state1", "state2", "year"]).select(*months.columns, *_FLAGS)


def _either(rows: Table) -> Table:
    """Either direction counts: the flags of one pair are not the same both ways."""
    return either_way(rows, **{name: owed_either_way(rows[name]) for name in _FLAGS})


_ATOP_STATES = (
    Added("atop_alliances", "number of alliances in force", 0),
    *(
        Added(f"atop_any_{kind}", f"owes {owed} to some other state: 1 yes, 0 no", 0)
        for kind, owed in _OWED.items()
    ),
)


def _atop_states(held: HeldTables) -> Table:
    rows = held.table("atop", "state_years")
    return rows.select(
        "state",
        "year",
        atop_alliances="number",
        **{f"atop_any_{kind}": rows[kind] for kind in _KINDS},
    )


ATOP: tuple[Join, ...] = (
    Pairs(
        "atop",
        "directed_dyad_years",
        COW,
        _atop_years,
        _OBLIGATIONS,
        "by directed pair and year: what the first state owes the second; of undirected pairs what "
        "either owes the other",
        undirected=lambda held: _either(_atop_years(held)),
    ),
    Pairs(
        "atop",
        "memberships",
        COW,
        _atop_months,
        _OBLIGATIONS,
        "by directed pair: what was owed in the year, in the months with a day on which both were "
        "members of one alliance",
        monthly=True,
        undirected=lambda held: _either(_atop_months(held)),
    ),
    States("atop", "state_years", COW, _atop_states, _ATOP_STATES, "by state and year"),
)

# --- COW Formal Alliances -------------------------------------------------------------------------

_COW_KINDS = {
    "cow_defense": "defence",
    "cow_neutral": "neutrality",
    "cow_nonagg": "non-aggression",
    "cow_entente": "consultation",
}
_COW = tuple(
    Added(name, f"the first state promised the second {owed} (COW): 1 yes, 0 no", 0)
    for name, owed in _COW_KINDS.items()
)


def _cow_alliances(held: HeldTables) -> Table:
    return pairs(held.table("cow-alliances", "directed_dyad_years"), *_COW_KINDS)


def _cow_either(held: HeldTables) -> Table:
    rows = _cow_alliances(held)
    return either_way(rows, **{name: owed_either_way(rows[name]) for name in _COW_KINDS})


COW_ALLIANCES: tuple[Join, ...] = (
    Pairs(
        "cow-alliances",
        "directed_dyad_years",
        COW,
        _cow_alliances,
        _COW,
        "by directed pair and year; of undirected pairs what either promised the other",
        undirected=_cow_either,
    ),
)

# --- Defence cooperation agreements ---------------------------------------------------------------

_DCAD = (
    Added("dca_signed", "defence cooperation agreements signed in the year (DCAD)", 0),
    Added(
        "dca_in_force", "those signed since 1980 and, by estimate, in force in the year (DCAD)", 0
    ),
)


def _dcad(held: HeldTables) -> Table:
    rows = once(held.table("dcad", "agreements"))
    first, last = held.years("dcad", "agreements")
    until = ibis.coalesce(rows.endYearEstimate, last)
    lasting = pairs_in_years(
        rows.mutate(signed=rows.signYear), rows.signYear, until, (first or 1980, last or 2010)
    )
    in_force = (lasting.year >= lasting.EIFYear).fill_null(False)
    return lasting.group_by("state1", "state2", "year").agg(
        dca_signed=(lasting.year == lasting.signed).sum().cast("int32"),
        dca_in_force=in_force.sum().cast("int32"),
    )


DCAD: tuple[Join, ...] = (
    Pairs(
        "dcad",
        "agreements",
        COW,
        _dcad,
        _DCAD,
        "by pair and year, the same in both directions: agreements between the two",
        mutual=True,
    ),
)
