"""Whether democracies kept their promises more often, by three measures of democracy.

The table of rates takes the first. The other two are here to show how far the answer is theirs:
The Polity project suggests to call a score of 6 or more a democracy; for the index of Varieties of
Democracy half of its range is a line of ours.
"""

from dataclasses import dataclass

import pandas as pd

from foedus.ledger.engines import Engine
from foedus.repercussions.fulfilment.conflicts import FORCE, WAR
from foedus.repercussions.fulfilment.features import DEMOCRATIC_ABOVE
from foedus.repercussions.fulfilment.occasions import occasions
from studies.alliance_reliability.steps import Share

__all__ = ["Comparison", "by_measure"]

_POLITY_LEAST, _POLYARCHY_ABOVE = 6, 0.5
_ASKED = (("defence", WAR), ("defence", FORCE), ("nonaggression", WAR), ("nonaggression", FORCE))


@dataclass(frozen=True)
class Comparison:
    """Promises of democracies beside those of others, and of how many obligors nobody knows."""

    measure: str
    kind: str
    level: int
    conditions: str
    democracies: Share
    others: Share
    unknown: int


def by_measure(engine: Engine) -> list[Comparison]:
    """Return the comparison by measure, kind, level of conflict, plain and with open conditions."""
    rows = engine.to_pyarrow(occasions(engine)).to_pandas()
    fair = rows[rows.left_out.isna()]
    plain = fair[fair.condition != "open"]
    return [
        _compared(name, kind, level, conditions, part[(part.kind == kind) & (part.level >= level)])
        for kind, level in _ASKED
        for conditions, part in (("plain", plain), ("all", fair))
        for name in ("aeuds", "polity2", "v2x_polyarchy")
    ]


def _compared(name: str, kind: str, level: int, conditions: str, rows: pd.DataFrame) -> Comparison:
    score = rows[f"{name}_obligor"]
    democratic = {
        "aeuds": score > DEMOCRATIC_ABOVE,
        "polity2": score >= _POLITY_LEAST,
        "v2x_polyarchy": score > _POLYARCHY_ABOVE,
    }[name]
    known = score.notna()
    return Comparison(
        name,
        kind,
        level,
        conditions,
        _share(rows[known & democratic]),
        _share(rows[known & ~democratic]),
        int((~known).sum()),
    )


def _share(rows: pd.DataFrame) -> Share:
    return Share(len(rows), int(rows.acted.astype(bool).sum()))
