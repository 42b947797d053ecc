"""What wars, armed conflicts and crises add to a panel."""

import ibis
from ibis.expr.types import Table

from foedus.panels.additions.rows import either_way, pairs, states
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW, GW

__all__ = ["ICB", "UCDP_ACD", "WARS"]

# --- Correlates of War ----------------------------------------------------------------------------

# Sides are told apart from those of the disputes, which have the same names.
_OF_THE_WAR = {
    "warnum": ("warnum", "number of the inter-state war, the deadlier where there were several"),
    "war_sidea1": ("sidea1", "the first state is on side A of the war"),
    "war_sidea2": ("sidea2", "the second state is on side A of the war"),
    "initiator1": ("initiator1", "the first state initiated the war"),
    "initiator2": ("initiator2", "the second state initiated the war"),
    "outcome1": ("outcome1", "outcome of the war for the first state (1 to 8)"),
    "outcome2": ("outcome2", "outcome of the war for the second state (1 to 8)"),
    "batdeath1": ("batdeath1", "battle deaths of the first state in the war"),
    "batdeath2": ("batdeath2", "battle deaths of the second state in the war"),
    "resume": ("resume", "combat resumed after a pause"),
}


def _inter_state(held: HeldTables) -> Table:
    """One war per pair and year: one that began before one that went on, then the deadlier."""
    rows = held.table("wars", "interstate")
    deaths = rows.batdeath1.fill_null(0) + rows.batdeath2.fill_null(0)
    order = ibis.window(
        group_by=["ccode1", "ccode2", "year"],
        order_by=[rows.cowinteronset.desc(), deaths.desc(), rows.warnum],
    )
    ranked = rows.mutate(place=ibis.row_number().over(order))
    named = ranked.filter(ranked.place == 0).rename(
        {new: old for new, (old, _) in _OF_THE_WAR.items() if new != old}
    )
    return pairs(named, "cowinterongoing", "cowinteronset", *_OF_THE_WAR)


def _intra_state(held: HeldTables) -> Table:
    """States that fought in an intra-state war, on either side."""
    rows = held.table("wars", "intrastate")
    names = ("cowintraongoing", "cowintraonset")
    one = states(rows, *names, code="ccodea")
    both = ibis.union(one, states(rows, *names, code="ccodeb"), distinct=False)
    both = both.filter(both.state.notnull())
    return both.group_by("state", "year").agg(**{name: both[name].max() for name in names})


WARS: tuple[Join, ...] = (
    Pairs(
        "wars",
        "interstate",
        COW,
        _inter_state,
        (
            Added("cowinterongoing", "the two fought an inter-state war: 1 yes, 0 no", 0),
            Added("cowinteronset", "an inter-state war between the two began", 0),
            *(Added(new, meaning) for new, (_, meaning) in _OF_THE_WAR.items()),
        ),
        "by directed pair and year: wars in which the two were on opposite sides",
    ),
    States(
        "wars",
        "intrastate",
        COW,
        _intra_state,
        (
            Added("cowintraongoing", "the state fought in an intra-state war: 1 yes, 0 no", 0),
            Added("cowintraonset", "an intra-state war in which the state fought began", 0),
        ),
        "by state and year: wars in which the state fought on either side",
    ),
)

# --- UCDP/PRIO ------------------------------------------------------------------------------------


def _armed_conflict(held: HeldTables) -> Table:
    """States that were a party to an armed conflict, on either side: primary, or with troops."""
    parties = held.table("ucdp-acd", "parties")
    rows = held.table("ucdp-acd", "conflict_years")
    intensity = rows.group_by(conflict=rows.conflict_id, in_year=rows.year.cast("int32")).agg(
        intensity=rows.intensity_level.max().cast("int32")
    )
    named = parties.filter(parties.gwno.notnull())
    known = states(named, "conflict_id", "secondary", code="gwno").inner_join(
        intensity,
        [named.conflict_id == intensity.conflict, named.year.cast("int32") == intensity.in_year],
    )
    primary = ~known.secondary
    counted = known.group_by("state", "year").agg(
        ucdp_conflicts=known.conflict_id.nunique(where=primary).cast("int32"),
        maxintensity=known.intensity.max(where=primary),
        ucdp_supporting=known.conflict_id.nunique(where=known.secondary).cast("int32"),
    )
    return counted.mutate(ucdpongoing=(counted.ucdp_conflicts > 0).cast("int32"))


UCDP_ACD: tuple[Join, ...] = (
    States(
        "ucdp-acd",
        "parties",
        GW,
        _armed_conflict,
        (
            Added("ucdpongoing", "a primary party to an armed conflict: 1 yes, 0 no", 0),
            Added("ucdp_conflicts", "number of such conflicts", 0),
            Added(
                "maxintensity", "highest intensity: 1 25 to 999 battle deaths in the year, 2 more"
            ),
            Added("ucdp_supporting", "number of conflicts in which it had troops for a party", 0),
        ),
        "by state and year: conflicts to which it was a party, primary or with troops for one",
    ),
)

# --- International crises -------------------------------------------------------------------------


def _crisis_states(held: HeldTables) -> Table:
    rows = held.table("icb", "crisis_actors")
    actors = rows.select(
        state=rows.cracid.cast("int32"), year=rows.yrtrig.cast("int32"), crisis="crisno"
    )
    return actors.group_by("state", "year").agg(icb_crises=actors.crisis.nunique().cast("int32"))


def _crisis_pairs(held: HeldTables) -> Table:
    rows = held.table("icb", "crisis_actors")
    triggered = rows.select(
        state1=rows.trigent.cast("int32"),
        state2=rows.cracid.cast("int32"),
        year=rows.yrtrig.cast("int32"),
        crisis="crisno",
    )
    triggered = triggered.filter(triggered.state1 != triggered.state2)
    return triggered.group_by("state1", "state2", "year").agg(
        icb_triggered=triggered.crisis.nunique().cast("int32")
    )


def _crises_either_way(held: HeldTables) -> Table:
    rows = _crisis_pairs(held)
    return either_way(rows, icb_triggered=rows.icb_triggered.sum().cast("int32"))


ICB: tuple[Join, ...] = (
    Pairs(
        "icb",
        "crisis_actors",
        GW,
        _crisis_pairs,
        (
            Added(
                "icb_triggered",
                "crises that the first state triggered for the second, or either for the other",
                0,
            ),
        ),
        "by directed pair and year of the trigger; of undirected pairs both directions together",
        undirected=_crises_either_way,
    ),
    States(
        "icb",
        "crisis_actors",
        GW,
        _crisis_states,
        (Added("icb_crises", "international crises that began for the state", 0),),
        "by state and year of the trigger",
    ),
)
