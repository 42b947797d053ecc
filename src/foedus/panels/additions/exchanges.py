"""What states do to and with each other: sanctions, arms, exercises, visits."""

import ibis
from ibis.expr.types import Table

from foedus.panels.additions.rows import either_way, pairs, states
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs, States
from foedus.panels.systems import COW

__all__ = ["EXERCISES", "GSDB", "SIPRI_TRANSFERS", "VISITS"]

# --- Sanctions ------------------------------------------------------------------------------------

_MEASURES = ("trade", "arms", "military", "financial", "travel", "other")
_SANCTIONS = (
    Added("gsdb_sanctions", "the first state had sanctions on the second in force: 1 yes, 0 no", 0),
    *(Added(f"gsdb_{kind}", f"among them {kind} sanctions: 1 yes, 0 no", 0) for kind in _MEASURES),
)


def _sanctions(held: HeldTables) -> Table:
    rows = held.table("gsdb", "sender_target_years")
    known = rows.filter(rows.ccode1.notnull(), rows.ccode2.notnull())
    return (
        pairs(known, *_MEASURES)
        .group_by("state1", "state2", "year")
        .agg(
            gsdb_sanctions=ibis.literal(1, "int32"),
            **{f"gsdb_{kind}": ibis._[kind].max().cast("int32") for kind in _MEASURES},
        )
    )


def _sanctions_either_way(held: HeldTables) -> Table:
    rows = _sanctions(held)
    return either_way(rows, **{added.name: rows[added.name].max() for added in _SANCTIONS})


GSDB: tuple[Join, ...] = (
    Pairs(
        "gsdb",
        "sender_target_years",
        COW,
        _sanctions,
        _SANCTIONS,
        "by directed pair, from sender to target, and year; undirected: either on the other",
        undirected=_sanctions_either_way,
    ),
)

# --- Arms -----------------------------------------------------------------------------------------

_TIV = Added(
    "sipri_tiv",
    "deliveries of major arms from the first to the second state, millions of SIPRI's trend "
    "indicator (undirected: both ways together)",
    0,
)


def _transfers(held: HeldTables) -> Table:
    rows = held.table("sipri-transfers", "dyad_years")
    known = rows.filter(rows.supplier_ccode.notnull(), rows.recipient_ccode.notnull())
    named = pairs(known, "tiv", codes=("supplier_ccode", "recipient_ccode"))
    return named.group_by("state1", "state2", "year").agg(sipri_tiv=named.tiv.sum().cast("float64"))


def _transfers_either_way(held: HeldTables) -> Table:
    rows = _transfers(held)
    return either_way(rows, sipri_tiv=rows.sipri_tiv.sum())


def _transfers_of_states(held: HeldTables) -> Table:
    rows = _transfers(held)
    sent = rows.select("year", state=rows.state1, sent=rows.sipri_tiv, received=ibis.literal(0.0))
    received = rows.select(
        "year", state=rows.state2, sent=ibis.literal(0.0), received=rows.sipri_tiv
    )
    both = ibis.union(sent, received.select(*sent.columns), distinct=False)
    return both.group_by("state", "year").agg(
        sipri_tiv_sent=both.sent.sum(), sipri_tiv_received=both.received.sum()
    )


SIPRI_TRANSFERS: tuple[Join, ...] = (
    Pairs(
        "sipri-transfers",
        "dyad_years",
        COW,
        _transfers,
        (_TIV,),
        "by directed pair, from supplier to recipient, and year of delivery",
        undirected=_transfers_either_way,
    ),
    States(
        "sipri-transfers",
        "dyad_years",
        COW,
        _transfers_of_states,
        (
            Added("sipri_tiv_sent", "major arms delivered to other states (SIPRI's indicator)", 0),
            Added("sipri_tiv_received", "major arms received from other states", 0),
        ),
        "by state and year of delivery",
    ),
)

# --- Exercises ------------------------------------------------------------------------------------


def _taking_part(held: HeldTables) -> Table:
    rows = held.table("exercises", "mme_participants")
    return states(rows.filter(rows.ccode.notnull()), "MMEID").distinct()


def _together(held: HeldTables) -> Table:
    one = _taking_part(held)
    two = one.view().select(other="state", exercise="MMEID", in_year="year")
    met = one.inner_join(
        two, [two.exercise == one.MMEID, one.year == two.in_year, one.state < two.other]
    )
    named = met.select("MMEID", "year", state1="state", state2="other")
    return named.group_by("state1", "state2", "year").agg(
        mme_joint=named.MMEID.nunique().cast("int32")
    )


def _exercises(held: HeldTables) -> Table:
    rows = _taking_part(held)
    return rows.group_by("state", "year").agg(mme_exercises=rows.MMEID.nunique().cast("int32"))


EXERCISES: tuple[Join, ...] = (
    Pairs(
        "exercises",
        "mme_participants",
        COW,
        _together,
        (Added("mme_joint", "multinational military exercises in which both took part", 0),),
        "by pair and year, the same in both directions",
        mutual=True,
    ),
    States(
        "exercises",
        "mme_participants",
        COW,
        _exercises,
        (Added("mme_exercises", "multinational military exercises in which it took part", 0),),
        "by state and year",
    ),
)

# --- Visits ---------------------------------------------------------------------------------------


def _visits(table: str, name: str, meaning: str) -> States:
    def of_states(held: HeldTables) -> Table:
        rows = held.table("visits", table)
        known = states(rows.filter(rows.ccode.notnull()), "visits")
        return known.group_by("state", "year").agg(**{name: known.visits.sum().cast("int32")})

    return States("visits", table, COW, of_states, (Added(name, meaning, 0),), "by state and year")


VISITS: tuple[States, ...] = (
    _visits("received", "visits_received", "visits of foreign leaders received"),
    _visits("sent", "visits_sent", "visits abroad of its leader"),
)
