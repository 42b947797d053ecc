"""Outcomes of every pair of states out of the published data that this machine holds."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from foedus.actors.codes import actor_with_code
from foedus.evidence import Day
from foedus.ledger.engines import engine_at
from foedus.panels.panel import panel
from foedus.relations.bonds.parts import provenance
from foedus.repercussions.movements.outcome import Outcome

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["OUTCOMES", "outcome_from_datasets"]

LEAST_ROLLCALLS: Final = 20
"""Roll calls of a year below which a share of agreement is no share: it is left unknown."""
IMPLAUSIBLE: Final = 100.0
"""Millions of dollars in another year of the window beside which no trade at all is not believed:
such a year is left unknown."""
BEFORE: Final = 10
AFTER: Final = 5
"""Years of the window around the event."""


@dataclass(frozen=True, slots=True)
class _Source:
    dataset: str
    table: str
    addition: str
    closer: int
    ratio: bool
    value: Callable[["pd.DataFrame"], "pd.Series"]


def _votes(rows: "pd.DataFrame") -> "pd.Series":
    return rows.unga_agreement.where(rows.unga_rollcalls >= LEAST_ROLLCALLS)


def _points(rows: "pd.DataFrame") -> "pd.Series":
    return rows.ideal_point_distance


def _trade(rows: "pd.DataFrame") -> "pd.Series":
    both = rows.flow1 + rows.flow2
    most = both.groupby([rows.ccode1, rows.ccode2]).transform("max")
    # COW trade 3.0 has Germany and China at 0 from 2007: a gap of its sources, no end of trade.
    return np.log1p(both.where((both > 0) | (most < IMPLAUSIBLE)))


def _exercises(rows: "pd.DataFrame") -> "pd.Series":
    return rows.mme_joint


_SOURCES: Final = {
    "votes": _Source("unga-votes", "votes", "unga-votes", 1, False, _votes),
    "ideal-points": _Source("ideal-points", "session_years", "ideal-points", -1, False, _points),
    "trade": _Source("trade", "dyad_years", "trade", 1, True, _trade),
    "exercises": _Source("exercises", "mme_participants", "exercises", 1, False, _exercises),
}
OUTCOMES: Final = tuple(_SOURCES)
"""`votes`: share of the year's roll calls of the General Assembly in which both said the same;
`ideal-points`: distance of the two ideal points of the session that began in the year; `trade`:
logarithm of 1 + imports both ways, millions of current dollars; `exercises`: multinational military
exercises in which both took part."""


def outcome_from_datasets(name: str, event: Day) -> Outcome:
    """Return one of OUTCOMES for all pairs of states, ten years before to five after the event.

    Raises MissingDataset, with what to run, when its dataset is not held here, and KeyError for
    another name. `event` has both ends.
    """
    source = _SOURCES[name]
    if event.earliest is None or event.latest is None:
        raise ValueError(f"the event '{event}' is open on one side")
    years = event.earliest.year - BEFORE, min(event.latest.year + AFTER, dt.date.today().year)
    with engine_at() as engine:
        made = panel("dyad-year", directed=False, years=years, engine=engine, add=[source.addition])
        rows = made.to_pyarrow().to_pandas()
    rows["value"] = source.value(rows)
    wide = rows.pivot(index=["ccode1", "ccode2"], columns="year", values="value")
    wide = wide.reindex(columns=range(years[0], years[1] + 1))
    known = wide[wide.notna().any(axis=1)]
    values = known.to_numpy(dtype=float, na_value=np.nan)
    names = _names({int(code) for pair in known.index for code in pair}, event.latest)
    return Outcome(
        name=name,
        one=tuple(names[int(pair[0])] for pair in known.index),
        two=tuple(names[int(pair[1])] for pair in known.index),
        periods=tuple(
            (dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in range(years[0], years[1] + 1)
        ),
        grain="year",
        values=values,
        closer=source.closer,
        ratio=source.ratio,
        sources=(provenance(source.dataset, source.table),),
    )


def _names(codes: set[int], on: dt.date) -> dict[int, str]:
    """Return the actor of each code on a day; a state that was none then keeps its code."""
    found = {code: actor_with_code("cow", code, on) for code in codes}
    return {code: str(code) if actor is None else actor.id for code, actor in found.items()}
