"""What was known on a day: the ledger keeps when a thing happened and when it was said.

Settle the events of what was known, and each has the standing and the origins it had then.
"""

import datetime as dt

import ibis
from ibis import _
from ibis.expr.types import Table

from foedus.ledger.engine import Ledger
from foedus.ledger.settle import settled_events

__all__ = ["as_known_on", "events_known_on"]


def as_known_on(assertions: Table, date: dt.date) -> Table:
    """Return the assertions known at the end of `date`; one row per assertion, columns unchanged.

    An assertion is known from the day its speaker said it, where the text tells that day, and else
    from the day its document was published. Of a day known only as a month or a year the last day
    counts: on an earlier one it was not surely known. What carries neither day was known at some
    time nobody can tell, so it is known on no date: unknown stays unknown.
    """
    known_from = ibis.coalesce(_.said_latest, _.published_latest)
    return assertions.filter(known_from <= ibis.literal(date))


def events_known_on(ledger: Ledger, date: dt.date) -> Table:
    """Return the events as they stood at the end of `date`, in the columns of the table `events`.

    They are settled anew from the assertions `as_known_on` the date, so an event may have fewer
    members than today, and another id. The analyst's judgements of today hold.
    """
    known = as_known_on(ledger.table("assertions"), date)
    return settled_events(
        known, ledger.table("works"), ledger.table("documents"), ledger.table("judgements")
    )
