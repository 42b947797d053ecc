"""An aftermath as Arrow tables: what each row and column holds.

`outcomes`, one row per outcome and horizon: `outcome`, `about`, `unit` ("share", "mean share",
"distance" or "ratio"), `years`; `happened` of `known` pacts (null for what is no event) in
`alliances` alliances; `usual` with `low` and `high`; of the `pairs` pacts with others beside them
`paired`, of those `beside` (with `beside_low`, `beside_high`), and `difference` (with `_low`,
`_high`): of shares and distances the one less the other, of ratios the one over the other.
`before` and `beside_before` are the same measures over as many years before; `own` is what followed
the pact asked about itself, which is not among the analogues. Then `method`,
`datasets` and `caveat`. Everything is null where too little is known.

`analogues`, one row per pact: `place`, `similarity` and its parts, `alliance` (ATOP id), `year`,
`one`, `two` (actor ids), their COW codes, `kinds`, `matched`. `followed`: `place`, `outcome`,
`years`, `value`, `beside`, both null where missing. `beside`: `place`, `one`, `two`, `year`,
`distance` (Mahalanobis). `balance`: `covariate`, `before`, `after` (standardised differences).
"""

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.relations.likeness.states_of_a_year import holder_of
from foedus.repercussions.aftermath.analogues import PARTS, Resemblance
from foedus.repercussions.aftermath.beside import Beside, Treated
from foedus.repercussions.aftermath.covariates import COVARIATES
from foedus.repercussions.aftermath.followed import Followed
from foedus.repercussions.aftermath.matching import standardised_differences
from foedus.repercussions.aftermath.new_pacts import KINDS
from foedus.repercussions.aftermath.rates import Interval
from foedus.repercussions.aftermath.world import World

__all__ = ["of_analogues", "of_balance", "of_beside", "of_followed", "of_outcomes"]

METHOD = (
    "nearest five pairs of the year by Mahalanobis distance, exact in major powers, land border, "
    "rivalry and lesser pact; 95 % intervals by groups of pacts (repercussions.aftermath.rates)"
)
CAVEAT = "not causation: states choose their allies, and when"
_BEHIND = ("atop", "nmc", "majors", "contiguity", "rivalries", "democracy", "capitals")

Places = NDArray[np.int64]
Sources = Mapping[str, tuple[str, int | None, int | None]]


def of_outcomes(
    found: Iterable[Followed],
    treated: Treated,
    sources: Sources,
    disputes: str,
    own: Iterable[float | None],
) -> pa.Table:
    """Return one row per outcome and horizon."""
    rows = [
        _outcome(one, treated, sources, disputes)
        | {"own": _level(value, one.outcome.unit == "log ratio")}
        for one, value in zip(found, own, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=_OUTCOMES)


_FLOATS = (
    *("usual", "low", "high", "paired", "beside", "beside_low", "beside_high"),
    *("difference", "difference_low", "difference_high", "before", "beside_before", "own"),
)
_OUTCOMES = pa.schema(
    [
        *((name, pa.string()) for name in ("outcome", "about", "unit")),
        *((name, pa.int64()) for name in ("years", "known", "happened", "alliances", "pairs")),
        *((name, pa.float64()) for name in _FLOATS),
        *((name, pa.string()) for name in ("method", "datasets", "caveat")),
    ]
)


def _outcome(one: Followed, treated: Treated, sources: Sources, disputes: str) -> dict[str, object]:
    ratio = one.outcome.unit == "log ratio"
    needs = disputes if one.outcome.needs == "disputes" else one.outcome.needs
    behind = dict.fromkeys((needs, *(name for name in _BEHIND if name in sources), disputes))
    known = ~np.isnan(one.values)
    return {
        "outcome": one.outcome.id,
        "about": one.outcome.about,
        "unit": "ratio" if ratio else one.outcome.unit,
        "years": one.years,
        "known": one.known,
        "happened": one.happened,
        "alliances": len(np.unique(treated.alliance[known])),
        "pairs": one.pairs,
        **_told(("usual", "low", "high"), one.usual, ratio),
        "paired": _level(one.paired.value if one.paired else None, ratio),
        **_told(("beside", "beside_low", "beside_high"), one.beside, ratio),
        **_told(("difference", "difference_low", "difference_high"), one.difference, ratio),
        "before": _level(one.before, ratio),
        "beside_before": _level(one.beside_before, ratio),
        "method": METHOD,
        "datasets": "; ".join(f"{name} {sources[name][0]}" for name in behind if name in sources),
        "caveat": CAVEAT,
    }


def _told(
    names: tuple[str, str, str], found: Interval | None, ratio: bool
) -> dict[str, float | None]:
    ends = (found.value, found.low, found.high) if found else (None, None, None)
    return {name: _level(end, ratio) for name, end in zip(names, ends, strict=True)}


def _level(value: float | None, ratio: bool) -> float | None:
    return None if value is None else float(np.exp(value)) if ratio else float(value)


def of_analogues(world: World, treated: Treated, likeness: Resemblance, order: Places) -> pa.Table:
    """Return one row per analogue, the most alike first."""
    rows = []
    for place, pact in enumerate(order.tolist(), start=1):
        parts = dict(zip(PARTS, likeness.parts[pact], strict=True))
        owed = (kind for kind, holds in zip(KINDS, treated.kinds[pact], strict=True) if holds)
        rows.append(
            {
                "place": place,
                "similarity": _known(likeness.whole[pact]),
                **{name: _known(value) for name, value in parts.items()},
                "alliance": int(treated.alliance[pact]),
                **_pair(world, treated.one[pact], treated.two[pact], int(treated.year[pact])),
                "kinds": list(owed),
            }
        )
    return pa.Table.from_pylist(rows)


def _pair(world: World, one: np.int64, two: np.int64, year: int) -> dict[str, object]:
    first, second = int(world.codes[one]), int(world.codes[two])
    return {
        "year": year,
        "one": holder_of(first, year) or str(first),
        "two": holder_of(second, year) or str(second),
        "cow_one": first,
        "cow_two": second,
    }


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def of_followed(found: Iterable[Followed], order: Places) -> pa.Table:
    """Return one row per analogue, outcome and horizon."""
    parts = []
    for one in found:
        values, matched = one.values[order], one.matched[order]
        if one.outcome.unit == "log ratio":
            values, matched = np.exp(values), np.exp(matched)
        parts.append(
            pa.table(
                {
                    "place": pa.array(np.arange(1, len(order) + 1)),
                    "outcome": pa.array([one.outcome.id] * len(order)),
                    "years": pa.array(np.full(len(order), one.years)),
                    "value": pa.array(values, from_pandas=True),
                    "beside": pa.array(matched, from_pandas=True),
                }
            )
        )
    return pa.concat_tables(parts)


def of_beside(world: World, others: Beside, order: Places) -> pa.Table:
    """Return one row per analogue and pair held beside it, in the order of the analogues."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(1, len(order) + 1)
    rows = [
        {
            "place": int(place[others.pact[at]]),
            **_pair(world, others.one[at], others.two[at], int(others.year[at])),
            "distance": float(others.distance[at]),
        }
        for at in np.argsort(place[others.pact], kind="stable").tolist()
    ]
    names = ("place", "year", "one", "two", "cow_one", "cow_two", "distance")
    return pa.Table.from_pylist(rows) if rows else pa.table({name: [] for name in names})


def of_balance(treated: Treated, others: Beside) -> pa.Table:
    """Return how far pacts and those beside them stand apart, before and after matching."""
    used = np.unique(others.pact)
    own = treated.covariates[used]
    number = np.bincount(others.pact, minlength=len(treated.year))
    weights = 1 / np.maximum(number, 1)[others.pact]
    with np.errstate(invalid="ignore"):
        known = ~np.isnan(own)
        scale = np.array(
            [
                own[known[:, k], k].std(ddof=1) if known[:, k].sum() > 1 else np.nan
                for k in range(own.shape[1])
            ]
        )
    before = standardised_differences(own, others.pool, others.pool_weights, scale)
    after = standardised_differences(own, others.covariates, weights, scale)
    return pa.table(
        {
            "covariate": pa.array(COVARIATES),
            "before": pa.array(before, from_pandas=True),
            "after": pa.array(after, from_pandas=True),
        }
    )
