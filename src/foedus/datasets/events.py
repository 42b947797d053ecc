"""Events of every store under one view: who did what to whom, when, where, on which rows' evidence.

Machines' readings of the news (GDELT, ICEWS, POLECAT), ACLED's, and the assertions of a case's own
ledger have the same columns here, and each row names the dataset, version and row it comes from.
They are readings, not happenings: one visit may be a row in each store and several in one.
"""

from collections.abc import Sequence
from typing import Final

import ibis
from ibis.expr.types import Table

from foedus.datasets.event_store import event_files
from foedus.datasets.event_views import COLUMNS, VIEWS
from foedus.datasets.holdings import holdings_of
from foedus.errors import MissingDataset, UnknownDataset
from foedus.evidence import EventType, quad_class
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine

__all__ = ["COLUMNS", "DYAD_MONTHS", "STORES", "dyad_months", "events", "stores_asked"]

STORES: Final = ("gdelt", "icews", "polecat", "acled", "assertions")

DYAD_MONTHS: Final = {
    "store": "string",
    "initiator": "string",
    "target": "string",
    "year": "int32",
    "month": "int32",
    "events": "int64",
    "verbal_cooperation": "int64",
    "material_cooperation": "int64",
    "verbal_conflict": "int64",
    "material_conflict": "int64",
    "scored_events": "int64",
    "goldstein_sum": "float64",
    "goldstein_mean": "float64",
}


def events(
    engine: Engine, stores: Sequence[str] | None = None, *, ledger: Ledger | None = None
) -> Table:
    """Return the events of some stores, of all that are held when none is named, lazily.

    One row per row of a store (for an assertion: per initiator and target it names), with the
    columns of `COLUMNS`: `row_id` is the store's own (GLOBALEVENTID, file and row for ICEWS, event
    id, assertion); `day` the event's, `added` when it entered the store (GDELT, UTC; an
    assertion's publication), null where the store does not tell. `event_type` is a PLOVER type and
    `quad_class` that type's class: null for what PLOVER does not code (CAMEO's comments and
    appeals, 01 and 02). `goldstein` runs from -10 to 10; an accusation scores below zero in every
    store. `initiator`, `target` and `country` (where it happened) are actor ids valid on the day,
    null for what is no state (ICEWS: or organisation) or cannot be told for certain; ACLED gives
    no direction, so both are null there.

    Assertions are those of `ledger` that say a thing happened (not planned, possible or denied),
    on one certain day. Raises MissingDataset for a store that is not held, or a table of CAMEO
    codes that a store needs (`cameo`), and UnknownDataset for a word that is no store.
    """
    chosen = stores_asked(stores, ledger)
    parts = [VIEWS[store](engine, ledger) for store in chosen]
    return ibis.union(parts[0], *parts[1:]) if len(parts) > 1 else parts[0]


def dyad_months(found: Table) -> Table:
    """Return one row per store, initiator, target and month with an event, with `DYAD_MONTHS`.

    Stores stay apart: their events repeat each other. Counts are by quad class, `events` also
    counts what has none; the mean and sum of Goldstein's scores are over the `scored_events`.
    Events within one state, or without a day or either actor, are in no dyad. A month without a row
    had no event in that store: whether the store covers the month is for who asks to say.
    """
    dyads = found.filter(
        found.initiator.notnull() & found.target.notnull() & (found.initiator != found.target)
    ).filter(ibis._.day.notnull())
    keyed = dyads.mutate(year=dyads.day.year().cast("int32"), month=dyads.day.month().cast("int32"))
    classes = {
        name: (keyed.quad_class == name).fill_null(False).cast("int64").sum()
        for name in DYAD_MONTHS
        if name in _QUADS
    }
    counted = keyed.group_by("store", "initiator", "target", "year", "month").aggregate(
        events=keyed.count(),
        **classes,
        scored_events=keyed.goldstein.count(),
        goldstein_sum=keyed.goldstein.sum(),
    )
    summed = counted.mutate(goldstein_mean=counted.goldstein_sum / counted.scored_events.nullif(0))
    return summed.select(**{name: summed[name].cast(dtype) for name, dtype in DYAD_MONTHS.items()})


_QUADS: Final = frozenset(quad_class(each).value for each in EventType)


def stores_asked(
    stores: Sequence[str] | None = None, ledger: Ledger | None = None
) -> tuple[str, ...]:
    """Return the stores that are named, each once, or all that are held; raises as `events` does.

    A store that is named need not be held.
    """
    if stores is None:
        found = tuple(store for store in STORES if _is_held(store, ledger))
        if not found:
            raise MissingDataset(
                "No store of events is on this machine. Load GDELT's files with `foedus data get "
                "gdelt --from FOLDER`, or ICEWS or POLECAT with `foedus data get NAME --from FILE`."
            )
        return found
    for store in stores:
        if store not in STORES:
            raise UnknownDataset(store, STORES, "that is a store of events")
    if not stores:
        raise ValueError("no store of events is named")
    return tuple(dict.fromkeys(stores))


def _is_held(store: str, ledger: Ledger | None) -> bool:
    if store == "assertions":
        return ledger is not None
    return bool(event_files()) if store == "gdelt" else "events" in holdings_of(store)
