"""What actors of a scenario can bring: capabilities, spending, nuclear tests; from what is held.

Capabilities are shares of the world's (CINC: Correlates of War, National Material Capabilities);
spending is SIPRI's, in millions of constant US dollars. A year after those covered takes the last
one covered, at most `CARRIED` years back, and says which; beyond that nothing is known.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pyarrow.compute as pc

from foedus.actors.codes import code
from foedus.datasets.holdings import held_columns, holding
from foedus.repercussions.nuclear import exploded_by

__all__ = ["CARRIED", "Capability", "capabilities_of", "carried_year"]

CARRIED = 10
"""Years that a value may be old: ministries plan in decades, and borders seldom move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """What one actor has; None where it is not known. `tested` is the source of its nuclear tests.

    `cinc_year` and `spending_year` are the years of the values, which may be before that asked.
    """

    actor: str
    cinc: float | None = None
    cinc_year: int | None = None
    spending: float | None = None
    spending_year: int | None = None
    tested: str | None = None


def carried_year(on: dt.date, covers: tuple[int | None, int | None]) -> int | None:
    """Return the year of a dataset that stands for a day; None where none is near enough."""
    first, last = covers
    if first is not None and on.year < first:
        return None
    if last is None or on.year <= last:
        return on.year
    return last if on.year - last <= CARRIED else None


def capabilities_of(
    actors: Iterable[str], on: dt.date, datasets: Collection[str]
) -> Mapping[str, Capability]:
    """Return what each actor has that day, from those of the datasets that are named.

    Raises MissingDataset for one that is named and not held.
    """
    codes = {actor: code(actor, "cow", on) for actor in actors}
    cinc, cinc_year = _column("nmc", "state_years", "cinc", on, datasets)
    spent, spent_year = _column("sipri-milex", "country_years", "constant_usd", on, datasets)
    nuclear = exploded_by(on)
    return {
        actor: Capability(
            actor=actor,
            cinc=cinc.get(number),
            cinc_year=cinc_year if number in cinc else None,
            spending=spent.get(number),
            spending_year=spent_year if number in spent else None,
            tested=nuclear.get(actor),
        )
        for actor, number in codes.items()
    }


def _column(
    dataset: str, table: str, column: str, on: dt.date, datasets: Collection[str]
) -> tuple[dict[int | str | None, float], int | None]:
    """One value per COW code, and its year."""
    year = carried_year(on, holding(dataset, table).covers) if dataset in datasets else None
    if year is None:
        return {}, None
    rows = held_columns(dataset, table, "ccode", "year", column)
    rows = rows.filter(pc.and_(pc.equal(rows["year"], year), pc.is_valid(rows[column])))
    codes, values = rows["ccode"].to_pylist(), rows[column].to_pylist()
    return dict(zip(codes, values, strict=True)), year
