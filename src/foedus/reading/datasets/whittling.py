"""From disputes to dyad-years: which dispute stands for a dyad that had several in one year.

The rules are those of Steven V. Miller, "How peacesciencer Coerces Dispute-Year Data into Dyad-Year
Data" (documentation of the R package), which the published dyad-years of both dispute data sets
follow: an onset goes before a dispute that merely went on; then the dispute with the highest
fatality level, the highest hostility level, the longest minimum and the longest maximum duration,
a reciprocated one before one that was not, and the one of the earliest month. A fatality level that
is not known ranks above none and below 1 to 25 dead. If disputes are still tied, the one with the
lowest number stands.
"""

import ibis
from ibis.expr.types import Table, Value

__all__ = ["DYAD_YEAR", "RANKED", "one_dispute_each"]

DYAD_YEAR = ("ccode1", "ccode2", "year")
RANKED = ("fatality", "hostlev", "mindur", "maxdur", "recip", "stmon")

_UNKNOWN_FATALITY = 0.5
_UNKNOWN = -9
_AFTER_ALL_MONTHS = 99


def one_dispute_each(dispute_years: Table, disputes: Table, onset: str) -> Table:
    """Return one row per dyad and year with the dispute-level columns of `RANKED` added.

    `dispute_years` has one row per dispute, dyad and year and the 0/1 column `onset`; `disputes`
    one row per dispute.
    """
    years = dispute_years.drop(*(name for name in RANKED if name in dispute_years.columns))
    rows = years.inner_join(disputes.select("dispnum", *RANKED), "dispnum")
    for name in (onset, *RANKED, "dispnum"):
        rows = _first_in_rank(rows, _rank(rows, name))
    return rows


def _first_in_rank(rows: Table, rank: Value) -> Table:
    ranked = rows.mutate(rank=rank)
    best = ranked.mutate(best=ranked["rank"].max().over(ibis.window(group_by=list(DYAD_YEAR))))
    return best.filter(best["rank"] == best.best).drop("rank", "best")


def _rank(rows: Table, name: str) -> Value:
    value = rows[name].cast("float64")
    if name in ("stmon", "dispnum"):
        return -value.fill_null(_AFTER_ALL_MONTHS)
    return value.fill_null(_UNKNOWN_FATALITY if name == "fatality" else _UNKNOWN)
