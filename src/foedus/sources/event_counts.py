"""The rows that `foedus series -o FILE.csv` writes, as an analyst's counts.

A count is the events of one store from one actor to another in a period; its exposure is all that
the store has of the period, in thousands of rows, so that a store that reads more news every year
does not look like a change. Where the store covers nothing, or nobody claims that it does, the
count is unknown.
"""

from collections.abc import Iterable, Iterator, Mapping

__all__ = ["COLUMNS", "counts_of_events"]

COLUMNS = frozenset({"store", "begins", "ends", "coverage", "events", "store_events"})
"""By these a file is known for a series of events."""
_ENDS = (("initiator", "target"), ("member", "partner"))

Row = Mapping[str, str | None]


def counts_of_events(rows: Iterable[tuple[int, Row]]) -> list[tuple[int, dict[str, str | None]]]:
    """Return rows of period, count, exposure and series, each with the line it comes from.

    A series of which no count is known is left out, unless all are.
    """
    found = [(line, _counted(row)) for line, row in rows]
    known = {row["series"] for _, row in found if row["count"]}
    return [(line, row) for line, row in found if row["series"] in known] or found


def _counted(row: Row) -> dict[str, str | None]:
    covered = _above_zero(row.get("coverage")) and _above_zero(row.get("store_events"))
    rows = float(row.get("store_events") or 0) if covered else 0.0
    return {
        "period": f"{row.get('begins') or ''}/{row.get('ends') or ''}",
        "count": row.get("events") if covered else None,
        "exposure": repr(rows / 1000) if covered else None,
        "series": " ".join(_name(row)),
    }


def _name(row: Row) -> Iterator[str]:
    yield row.get("store") or ""
    for one, other in _ENDS:
        if row.get(one) and row.get(other):
            yield f"{row[one]}–{row[other]}" if one == "member" else f"{row[one]} → {row[other]}"


def _above_zero(words: str | None) -> bool:
    try:
        return float(words or 0) > 0
    except ValueError:
        return False
