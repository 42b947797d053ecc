"""Exchanges of a dyad, year by year, where the chronicle claims to list them all.

Limits. A series is only as complete as the claim it rests on (`Coverage.what`, `Coverage.how`);
nothing here can check that claim. Tables in, tables out; nothing here runs a query.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.datatypes as types
import numpy as np
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from foedus.evidence import Day, Standing
from foedus.relations.behind import assertions_behind
from foedus.relations.calendar import covered_years
from foedus.relations.dyads import dyadic_events
from foedus.relations.measures.levels.record import record_probability
from foedus.sources.case import Coverage

__all__ = ["chronicle_assertions", "exchange_records", "yearly_exchanges"]

_SERIES = ("series", "dyad", "member", "partner")
_SERIES_YEAR = ("series", "dyad", "year")


def chronicle_assertions(assertions: Table, documents: Table) -> Table:
    """Return the assertions that come from the analyst's own chronicle."""
    return assertions.semi_join(documents.filter(_.kind == "chronicle"), "document")


def yearly_exchanges(
    events: Table, chronicle: Table, coverage: Sequence[Coverage], period: Day
) -> Table:
    """Return one row per coverage (`series`), dyad and year of `period`.

    `exchanges` counts the dyad's certain events, surely of that year, that an entry of the
    `chronicle` (see `chronicle_assertions`) of the coverage's type and mode stands behind; what
    only other documents say is not in it, since the claim of completeness is the chronicle's.
    `possible` counts those that are not certain, or may belong to another year. `exposure` is the
    share of the year that the coverage holds, below 1 for the year in which it begins or breaks
    off. `covered` is false, and both counts null, where the exposure is 0. `assertions` lists the
    ids behind both counts, sorted, null where there are none.

    Raises ValueError when `period` is open on a side.
    """
    frame = covered_years(coverage, period)
    found = _exchanges(events, chronicle, frame)
    counts = found.group_by(_SERIES_YEAR).agg(
        exchanges=_.event.nunique(where=_.sure), possible=_.event.nunique(where=~_.sure)
    )
    counted = counts.join(assertions_behind(found, _SERIES_YEAR), _SERIES_YEAR)
    joined = frame.left_join(counted, _SERIES_YEAR, rname="{name}_found")
    covered = joined.exposure > 0
    return joined.select(
        *_SERIES,
        "year",
        exchanges=covered.ifelse(joined.exchanges.fill_null(0), ibis.null("int64")),
        possible=covered.ifelse(joined.possible.fill_null(0), ibis.null("int64")),
        exposure=joined.exposure,
        assertions=covered.ifelse(joined.assertions, ibis.null("array<string>")),
        covered=covered,
    ).order_by("series", "dyad", "year")


def _exchanges(events: Table, chronicle: Table, frame: Table) -> Table:
    """Return one row per event, series and year that the event may belong to.

    The chronicle's own type and mode decide: what other documents call the event does not.
    """
    entries = chronicle.select("assertion", "event_type", entry_mode=chronicle["mode"])
    tied = dyadic_events(events).drop("member", "partner", "event_type")
    backed = tied.mutate(assertion=tied.assertions.unnest()).join(entries, "assertion")
    matching = backed.join(frame, ("dyad", "event_type"), rname="series_{name}").filter(
        (_["mode"].isnull() | (_["mode"] == _.entry_mode))
        & (_.day_earliest.year() <= _.year)
        & (_.day_latest.year() >= _.year)
    )
    return matching.mutate(
        sure=(_.standing == Standing.CERTAIN.value) & (_.day_earliest.year() == _.day_latest.year())
    )


_RECORD = {
    "year": "int64",
    "exchanges": "int64",
    "highest_before": "int64",
    "years": "int64",
    "exposure": "float64",
    "standing": "string",
    "model": "string",
    "as_high": "float64",
    "record_by_chance": "float64",
    "tie_by_chance": "float64",
    "stands_over_gaps": "float64",
}


@ibis.udf.scalar.pyarrow  # type: ignore[untyped-decorator]
def _records(
    years: types.Array(types.int64),  # type: ignore[valid-type]
    counts: types.Array(types.int64),  # type: ignore[valid-type]
    exposures: types.Array(types.float64),  # type: ignore[valid-type]
) -> types.Struct(_RECORD):  # type: ignore[valid-type]
    rows = zip(years.to_pylist(), counts.to_pylist(), exposures.to_pylist(), strict=True)
    found = [_record(*row) for row in rows]
    return pa.array(found, type=types.Struct(_RECORD).to_pyarrow())


def _record(years: list[int], counts: list[int], exposures: list[float]) -> dict[str, object]:
    covered = np.array(exposures) > 0
    record = record_probability(
        np.where(covered, counts, np.nan), np.where(covered, exposures, 1.0), model="counts"
    )
    return {
        "year": years[-1],
        "exchanges": counts[-1],
        "highest_before": int(record.highest_before),
        "years": record.periods,
        "exposure": record.exposure,
        "standing": record.standing,
        "model": record.model,
        "as_high": record.as_high,
        "record_by_chance": record.chance,
        "tie_by_chance": record.chance_tied,
        "stands_over_gaps": record.stands_over_gaps,
    }


def exchange_records(exchanges: Table) -> Table:
    """Return one row per series and dyad: whether its last covered year is a record.

    Input is a table as `yearly_exchanges` returns it; a series with fewer than two covered years
    has no row. `years` is the denominator: the covered years, the last included; `exposure` their
    sum in years. `highest_before`, `standing` ("record", "equalled" or "below") and the chances are
    those of `measures.record_probability`: `as_high` of a count as high, the earlier ones known;
    `record_by_chance` and `tie_by_chance` of a record and a tie before any is known;
    `stands_over_gaps` that no year between that is not covered had as many, null where there is
    none. `model` is "poisson" or "negative binomial", whichever the counts speak for. `assertions`
    lists the ids behind all counts.
    """
    covered = exchanges.filter(_.covered)
    spans = covered.group_by(_SERIES).agg(opens=_.year.min(), closes=_.year.max(), known=_.count())
    spanned = exchanges.join(spans.filter(_.known >= 2), _SERIES).filter(
        _.year.between(_.opens, _.closes)
    )
    gathered = spanned.group_by(_SERIES).agg(
        gathered_years=_.year.collect(order_by=_.year),
        gathered_counts=_.exchanges.fill_null(0).collect(order_by=_.year),
        gathered_exposures=_.covered.ifelse(_.exposure, 0.0).collect(order_by=_.year),
    )
    records = gathered.select(
        *_SERIES,
        record=_records(
            gathered.gathered_years, gathered.gathered_counts, gathered.gathered_exposures
        ),
    )
    behind = assertions_behind(covered, ("series", "dyad"))
    return (
        records.unpack("record")
        .left_join(behind, ("series", "dyad"), rname="{name}_behind")
        .select(*_SERIES, *_RECORD, "assertions")
        .order_by("series", "dyad")
    )
