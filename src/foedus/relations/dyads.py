"""Which pairs of actors an event ties together.

Tables in, tables out; nothing here runs a query.
"""

import ibis
from ibis import _
from ibis.expr.types import Table

__all__ = ["dyadic_events"]


def dyadic_events(events: Table) -> Table:
    """Return one row per event and undirected dyad it ties: `dyad`, `member`, `partner`, event.

    An event with a target ties every initiator to every target, and not the initiators to each
    other: three states that accuse a fourth have three ties of conflict with it. An event without
    target is one in which all take part alike, and ties every pair of initiators; with a single
    initiator and no target it ties nobody and has no row. `member` is the id that sorts first,
    `dyad` is "PRK-RUS"; the columns of `events` follow unchanged.
    """
    return _pairs(events).join(events, "event").select("dyad", "member", "partner", *events.columns)


def _pairs(events: Table) -> Table:
    sided = events.select("event", "target", "initiator", _from=_.initiator).unnest("_from")
    aimed = sided.select("event", "_from", _to=_.target).unnest("_to")
    mutual = (
        sided.filter(_.target.length() == 0).select("event", "_from", _to=_.initiator).unnest("_to")
    )
    tied = ibis.union(aimed, mutual).filter(_["_from"] != _["_to"])
    ordered = tied.select(
        "event",
        member=ibis.least(tied["_from"], tied["_to"]),
        partner=ibis.greatest(tied["_from"], tied["_to"]),
    )
    return ordered.mutate(dyad=_.member + "-" + _.partner).distinct()
