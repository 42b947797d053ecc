"""What can be added to a panel, by name.

Each addition is one or more ways of joining; the panel takes those nearest to its grain and its
list of states.
"""

from difflib import get_close_matches
from functools import cache
from importlib import import_module

from foedus.errors import UnknownDataset
from foedus.panels.joins import Join

__all__ = ["ADDITIONS", "addition_named", "joins_of"]

# Addition to the module that describes it, imported when used, and its name there.
ADDITIONS: dict[str, tuple[str, str]] = {
    "atop": ("alliances", "ATOP"),
    "cow-alliances": ("alliances", "COW_ALLIANCES"),
    "dcad": ("alliances", "DCAD"),
    "mid": ("disputes", "MID"),
    "gml": ("disputes", "GML"),
    "wars": ("conflict", "WARS"),
    "ucdp-acd": ("conflict", "UCDP_ACD"),
    "icb": ("conflict", "ICB"),
    "contiguity": ("geography", "CONTIGUITY"),
    "capital-distance": ("geography", "CAPITAL_DISTANCE"),
    "minimum-distance": ("geography", "MINIMUM_DISTANCE"),
    "majors": ("states", "MAJORS"),
    "nmc": ("states", "NMC"),
    "democracy": ("states", "DEMOCRACY"),
    "igo": ("states", "IGO"),
    "trade": ("states", "TRADE"),
    "milex": ("states", "MILEX"),
    "rivalries": ("rivals", "RIVALRIES"),
    "rivalries-2012": ("rivals", "RIVALRIES_2012"),
    "ideal-points": ("votes", "IDEAL_POINTS"),
    "unga-votes": ("votes", "UNGA_VOTES"),
    "similarity": ("similarity", "SIMILARITY"),
    "gsdb": ("exchanges", "GSDB"),
    "sipri-transfers": ("exchanges", "SIPRI_TRANSFERS"),
    "exercises": ("exchanges", "EXERCISES"),
    "visits": ("exchanges", "VISITS"),
    "leaders": ("leaders", "LEADERS"),
    "gdelt": ("events", "GDELT"),
    "icews": ("events", "ICEWS"),
    "polecat": ("events", "POLECAT"),
}


@cache
def joins_of(addition: str) -> tuple[Join, ...]:
    """Return the ways in which an addition can join a panel; KeyError for an unknown name."""
    module, name = ADDITIONS[addition]
    joins: tuple[Join, ...] = getattr(import_module(f"foedus.panels.additions.{module}"), name)
    return joins


def addition_named(words: str) -> str:
    """Return the name of an addition; raises UnknownDataset with the nearest names."""
    name = words.strip().lower().replace("_", "-").replace(" ", "-")
    if name in ADDITIONS:
        return name
    raise UnknownDataset(
        words, get_close_matches(name, ADDITIONS, 2, 0.5), "that a panel can take columns from"
    )
