"""Which assertions stand behind a row that gathers many events."""

from ibis import _
from ibis.expr.types import Table

__all__ = ["assertions_behind"]


def assertions_behind(events: Table, key: tuple[str, ...]) -> Table:
    """Return one row per `key` with `assertions`: the ids of all its events, sorted, each once.

    A key whose events have no assertion has no row.
    """
    ids = events.select(*key, assertion=events.assertions.unnest()).distinct()
    return ids.group_by(key).agg(assertions=_.assertion.collect(order_by=_.assertion))
