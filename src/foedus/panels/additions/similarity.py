"""How similar two states' foreign policies are: their alliances, and their votes."""

from collections.abc import Callable

import pyarrow.compute as pc
from ibis.expr.types import Table

from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs
from foedus.panels.systems import COW
from foedus.relations.likeness.similarities import ALLIANCES, VOTES, similarities
from foedus.relations.measures.agreement.portfolios import UNWEIGHTED, WEIGHTED

__all__ = ["SIMILARITY"]

_MEANING = {
    "s_absolute": "Signorino and Ritter's S, absolute distance, -1 to 1",
    "s_squared": "Signorino and Ritter's S, squared distance, -1 to 1",
    "kappa_nominal": "Cohen's kappa, nominal",
    "kappa_absolute": "Cohen's kappa, absolute distance",
    "kappa_squared": "Cohen's kappa, squared distance",
    "pi_nominal": "Scott's pi, nominal",
    "pi_absolute": "Scott's pi, absolute distance",
    "pi_squared": "Scott's pi, squared distance",
    "tau_b": "Kendall's tau-b",
    "alignment": "A of Benati and Capurri: S less the S expected of independent choices",
}
_MEANING |= {
    name: f"{_MEANING[name.removesuffix('_weighted')]}, weighted by capabilities (CINC)"
    for name in WEIGHTED
}


def _columns(prefix: str, names: tuple[str, ...], what: str) -> tuple[Added, ...]:
    return tuple(Added(f"{prefix}_{name}", f"{_MEANING[name]}, of {what}") for name in names)


def _computed(of: str, prefix: str, names: tuple[str, ...]) -> Callable[..., Table]:
    """Return what computes these measures in the years of a panel, each pair once."""

    def rows(held: HeldTables, years: tuple[int, int] | None = None) -> Table:
        found = similarities(of=of, years=years, measures=names)
        once = found.filter(pc.less(found["ccode1"], found["ccode2"]))
        kept = once.select(["ccode1", "ccode2", "year", "objects", *names])
        named = ["state1", "state2", "year", f"{prefix}_objects"]
        return held.engine.rows(kept.rename_columns([*named, *(f"{prefix}_{n}" for n in names)]))

    return rows


_ALLIANCES = _computed(ALLIANCES, "alliance", UNWEIGHTED)
_WEIGHTED = _computed(ALLIANCES, "alliance", WEIGHTED)
_VOTES = _computed(VOTES, "vote", UNWEIGHTED)

SIMILARITY: tuple[Join, ...] = (
    Pairs(
        "atop",
        "directed_dyad_years",
        COW,
        _ALLIANCES,
        (
            Added("alliance_objects", "states in the alliance portfolios of both"),
            *_columns("alliance", UNWEIGHTED, "alliance portfolios"),
        ),
        "by pair and year, the same in both directions: what each owes every state of the system, "
        "by ATOP",
        mutual=True,
        within=_ALLIANCES,
    ),
    Pairs(
        "nmc",
        "state_years",
        COW,
        _WEIGHTED,
        _columns("alliance", WEIGHTED, "alliance portfolios (ATOP, to 2018)"),
        "by pair and year, the same in both directions: alliance portfolios of ATOP, states "
        "weighted by their capabilities",
        mutual=True,
        within=_WEIGHTED,
    ),
    Pairs(
        "unga-votes",
        "votes",
        COW,
        _VOTES,
        (
            Added("vote_objects", "roll calls of the year on which both voted or abstained"),
            *_columns("vote", UNWEIGHTED, "votes in the General Assembly"),
        ),
        "by pair and calendar year of the vote, the same in both directions",
        mutual=True,
        within=_VOTES,
    ),
)
