"""How violent international crises became, as a second count of how far hostility goes.

International Crisis Behavior, version 13: `viol` of a crisis is 1 no violence, 2 minor clashes, 3
serious clashes, 4 full-scale war (Michael Brecher, Jonathan Wilkenfeld et al., ICB1 codebook). A
crisis is chosen by what leaders perceived, a dispute by what was done: the two lists differ, and
neither is of all that could have become one.
"""

from dataclasses import dataclass

import numpy as np

from foedus.datasets.holdings import held_table, holdings_of
from foedus.ledger.engines import Engine
from foedus.repercussions.escalation.competing import jeffreys

__all__ = ["Crises", "crises_held"]


@dataclass(frozen=True, slots=True)
class Crises:
    """Crises by the violence they came to: `reached` so many level 1, 2, 3, 4 or more.

    `further`, `low` and `high` are the share of those at 1, 2 and 3 that went further, with its 90
    % Jeffreys interval. `first` and `last` are the years that the list covers.
    """

    version: str
    first: int
    last: int
    reached: tuple[int, ...]
    further: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def crises_held(engine: Engine) -> Crises | None:
    """Return the crises of which the violence is known; None where the dataset is not held."""
    record = holdings_of("icb").get("crises")
    if record is None:
        return None
    table = held_table(engine, "icb", "crises")
    known = engine.to_pyarrow(table.filter(table.viol.notnull()).select("viol"))
    levels = known["viol"].to_numpy()
    reached = np.array([int((levels >= level).sum()) for level in (1, 2, 3, 4)])
    low, high = jeffreys(reached[1:], reached[:-1])
    first, last = record.covers
    with np.errstate(invalid="ignore"):
        further = reached[1:] / reached[:-1]
    return Crises(
        record.release,
        first or 1918,
        last or 2016,
        tuple(reached.tolist()),
        tuple(further.tolist()),
        tuple(low.tolist()),
        tuple(high.tolist()),
    )
