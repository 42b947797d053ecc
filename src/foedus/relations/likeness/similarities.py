"""Similarity of foreign policy of every pair of states, year by year, as one table.

    foedus.similarities("CHN", "RUS", "PRK", of="alliances", years=(1990, 2018))

What is measured is in `measures.agreement.portfolios`, of what in `relations.likeness.portfolios`.
The published data are those held on this machine: `atop` (with `nmc` for weights) and `unga-votes`.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from foedus.datasets.holdings import held_columns, holding
from foedus.errors import FoedusError
from foedus.relations.likeness.portfolios import (
    SESSION_0,
    Portfolio,
    alliance_portfolios,
    vote_portfolios,
)
from foedus.relations.likeness.states_of_a_year import codes_meant, holder_of
from foedus.relations.measures.agreement.portfolios import UNWEIGHTED, Similarity, similarity

__all__ = ["ALLIANCES", "SOURCES", "VOTES", "similarities", "similarities_of"]

ALLIANCES, VOTES = "alliances", "votes"
SOURCES = (ALLIANCES, VOTES)
OBLIGATIONS = tuple(
    f"atop_{name}" for name in ("defense", "offense", "neutral", "nonagg", "consul")
)

Wanted = frozenset[tuple[int, str | None]]
"""Codes with the actor that must hold them, None whoever does."""


def similarities(
    *actors: str,
    of: str = ALLIANCES,
    years: tuple[int, int] | None = None,
    measures: Iterable[str] = UNWEIGHTED,
    by: str = "year",
) -> pa.Table:
    """Return the similarity of these states' alliances or votes, all states when none is named.

    One row per directed dyad and year, ordered by year and the two codes: `state1`, `state2` (ids;
    null where nobody is known to have held the code), `ccode1`, `ccode2`, `year`, `objects` (states
    in both portfolios, or roll calls on which both voted), and one column per measure. The measures
    are symmetric; both directions are there to be joined. Portfolios are always whole: naming
    actors narrows the rows, never the states or roll calls that they are compared on.

    `of` is "alliances" (ATOP, to 2018) or "votes" (General Assembly; with `by="session"` the column
    `session` takes the place of `year`, and `years` are sessions). `years` are the first and last,
    all that the data cover when None; outside their coverage there are no rows. Null is a measure
    that is undefined for the dyad: no common vote, or, for tau-b, kappa and pi, no variance.
    Weights (measures in `_weighted`, alliances only) are states' shares of capabilities (CINC); a
    year for which none is known has null.

    A bare number is a COW code, whoever held it; a name is an actor: Russia has no rows of the
    Soviet Union's. Raises UnknownActor and OutsideLife for names, MissingDataset for data not held,
    and ValueError for an unknown measure or source, or years that end before they begin.
    """
    names = tuple(dict.fromkeys((measures,) if isinstance(measures, str) else measures))
    if of not in SOURCES:
        raise ValueError(f"similarity is of {' or of '.join(SOURCES)}, not of '{of}'")
    if by not in ("year", "session") or (by == "session" and of == ALLIANCES):
        raise ValueError(f"'{by}' is not what {of} go by")
    if years is not None and years[0] > years[1]:
        raise ValueError(f"the years {years[0]}-{years[1]} end before they begin")
    last = years[1] + (SESSION_0 if by == "session" else 0) if years else None
    wanted = frozenset(held for words in actors for held in codes_meant(words, last))
    if of == VOTES:
        if any(name.endswith("_weighted") for name in names):
            raise ValueError("weights are those of states: a roll call has none")
        found = _vote_portfolios(years, by)
        return similarities_of(found, names, wanted or None, by=by)
    weights = None
    if any(name.endswith("_weighted") for name in names):
        weights = held_columns("nmc", "state_years", "ccode", "year", "cinc")
    found = _alliance_portfolios(years)
    return similarities_of(found, names, wanted or None, weights=weights)


def similarities_of(
    portfolios: Iterable[Portfolio],
    measures: Sequence[str],
    wanted: Wanted | None = None,
    *,
    weights: pa.Table | None = None,
    by: str = "year",
) -> pa.Table:
    """Return the rows of `similarities` for these portfolios; `wanted` narrows the members.

    `weights` has `ccode`, `year` and `cinc`.
    """
    schema = _schema(measures, by)
    parts = [
        part
        for one in portfolios
        if (part := _rows(one, measures, wanted, weights, schema)) is not None
    ]
    return pa.concat_tables(parts) if parts else schema.empty_table()


def _rows(
    portfolio: Portfolio,
    measures: Sequence[str],
    wanted: Wanted | None,
    weights: pa.Table | None,
    schema: pa.Schema,
) -> pa.Table | None:
    """Return one year's rows, None where fewer than two of the members wanted are there."""
    holders = [holder_of(int(code), portfolio.year) for code in portfolio.members]
    chosen = np.arange(len(holders))
    if wanted is not None:
        pairs = zip(portfolio.members.tolist(), holders, strict=True)
        chosen = np.array(
            [n for n, (code, who) in enumerate(pairs) if {(code, who), (code, None)} & wanted],
            dtype=np.intp,
        )
    if len(chosen) < 2:
        return None
    members = portfolio.members[chosen]
    found = _measured(portfolio, chosen, measures, weights)
    rows = ~np.eye(len(chosen), dtype=bool)
    if portfolio.never_met is not None:
        rows &= ~portfolio.never_met[np.ix_(chosen, chosen)]
    one, two = np.nonzero(rows)
    ids = pa.array([holders[place] for place in chosen], type=pa.string())
    columns = (
        ids.take(pa.array(one)),
        ids.take(pa.array(two)),
        members[one],
        members[two],
        np.full(len(one), portfolio.when, dtype=np.int32),
        found.objects[rows].astype(np.int32),
        *(pa.array(found[name][rows], from_pandas=True) for name in measures),
    )
    return pa.table(list(columns), schema=schema)


def _measured(
    portfolio: Portfolio,
    chosen: NDArray[np.intp],
    measures: Sequence[str],
    weights: pa.Table | None,
) -> Similarity:
    """Return the measures of the members chosen, NaN where weights are asked for and not known."""
    each = None if weights is None else _weights_of(portfolio, weights)
    known = [
        name for name in measures if each is None or each.any() or not name.endswith("_weighted")
    ]
    found = similarity(portfolio.levels[chosen], known, levels=portfolio.scale, weights=each)
    unknown = {name: np.full(found.objects.shape, np.nan) for name in measures if name not in known}
    return Similarity(found.objects, {**found.values, **unknown})


def _weights_of(portfolio: Portfolio, weights: pa.Table) -> NDArray[np.float64]:
    """Return each object's capabilities in the year, 0 where they are not known: left out."""
    rows = weights["year"].to_numpy() == portfolio.year
    by_code = dict(
        zip(
            weights["ccode"].to_numpy()[rows].tolist(),
            np.nan_to_num(weights["cinc"].to_numpy()[rows]).tolist(),
            strict=True,
        )
    )
    return np.array([by_code.get(code, 0.0) for code in portfolio.objects.tolist()])


def _schema(measures: Sequence[str], by: str) -> pa.Schema:
    return pa.schema(
        [
            ("state1", pa.string()),
            ("state2", pa.string()),
            ("ccode1", pa.int32()),
            ("ccode2", pa.int32()),
            (by, pa.int32()),
            ("objects", pa.int32()),
            *((name, pa.float64()) for name in measures),
        ]
    )


# --- What is held ---------------------------------------------------------------------------------


def _vote_portfolios(years: tuple[int, int] | None, by: str) -> Iterator[Portfolio]:
    votes = held_columns("unga-votes", "votes", "rcid", "ccode", "vote")
    calls = held_columns("unga-votes", "rollcalls", "rcid", "session", "date")
    calls = calls.append_column("year", pc.year(calls["date"]))
    first, last = (pc.min_max(calls[by])[end].as_py() for end in ("min", "max"))
    return vote_portfolios(votes, calls, _within((first, last), years), by)


def _alliance_portfolios(years: tuple[int, int] | None) -> Iterator[Portfolio]:
    first, last = holding("atop", "directed_dyad_years").covers
    if first is None or last is None:
        raise FoedusError(
            "The directed dyad-years of atop held here do not say which years they cover. Import "
            "them again, saying so: `foedus data get atop --from FILE --covers 1815-2018`"
        )
    owed = held_columns("atop", "directed_dyad_years", "ccode1", "ccode2", "year", *OBLIGATIONS)
    return alliance_portfolios(owed, _within((first, last), years))


def _within(covers: tuple[int, int], years: tuple[int, int] | None) -> range:
    """Return the years asked for that are covered."""
    first, last = years or covers
    return range(max(covers[0], first), min(covers[1], last) + 1)
