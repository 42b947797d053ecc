"""How much cooperation or conflict one event of each type is worth.

The scale is Goldstein's (Goldstein 1992, "A Conflict-Cooperation Scale for WEIS Events Data",
*Journal of Conflict Resolution* 36(2), 369-385): from -10, the most intense conflict, to +10, the
most intense cooperation, as carried over to the CAMEO codes. A PLOVER type takes the score of the
CAMEO code that says the type and nothing more ("Consult", "Provide aid"), by the conversion table
of the Open Event Data Alliance (*CAMEO to PLOVER conversion table*, 17 September 2021): code `xx0`,
and for RETREAT, which has none, 084 ("Return, release").

`lowest` and `highest` are the least and greatest score of all CAMEO codes filed under the type: the
weight hides that much. Where foedus files an event elsewhere than that table, it hides more: a
treaty concluded is AGREE here and worth 4, though CAMEO's "sign formal agreement" has 8 (under
SUPPORT); an embargo is SANCTION and worth -4, though CAMEO's "impose embargo, boycott, or
sanctions" has -8 (under COERCE); an appeal to a friend is REQUEST, worth -5 as if it were a demand.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from foedus.evidence import EventType

__all__ = ["Weight", "event_weights"]


@dataclass(frozen=True, slots=True)
class Weight:
    """What an event type is worth, the CAMEO code it is taken from, and the spread it hides.

    Negative is conflict, positive cooperation; no type is worth zero.
    """

    event_type: EventType
    cameo: str
    weight: float
    lowest: float
    highest: float


@lru_cache(maxsize=1)
def event_weights() -> tuple[Weight, ...]:
    """Return the weight of each of the sixteen types, in the order of `EventType`."""
    text = (files("foedus.relations") / "weights.csv").read_text(encoding="utf-8")
    found = {row["event_type"]: row for row in csv.DictReader(text.splitlines())}
    return tuple(_weight(event_type, found[event_type]) for event_type in EventType)


def _weight(event_type: EventType, row: dict[str, str]) -> Weight:
    return Weight(
        event_type,
        row["cameo"],
        float(row["weight"]),
        float(row["lowest"]),
        float(row["highest"]),
    )
