"""Sanctions: which measures are in force on a day, on whom, and who is exposed to them."""

from foedus.repercussions.sanctions.in_force import (
    DATASETS,
    Known,
    Standing,
    known_measures,
    measures_in_force,
    targets_of,
)
from foedus.repercussions.sanctions.measures import KINDS, InForce, Measure, Why
from foedus.repercussions.sanctions.members import Members, members_on, organisations_of

__all__ = [
    "DATASETS",
    "KINDS",
    "InForce",
    "Known",
    "Measure",
    "Members",
    "Standing",
    "Why",
    "known_measures",
    "measures_in_force",
    "members_on",
    "organisations_of",
    "targets_of",
]
