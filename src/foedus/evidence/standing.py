"""How sure a source is, which way an event points, and how an event stands after all sources."""

from enum import StrEnum

__all__ = ["Modality", "Polarity", "Standing"]


class Modality(StrEnum):
    """How surely, and in what mood, a source says a thing.

    The values are those of the export's schema. `reported` means the text gives somebody else as
    the source of a fact; `assessed` is an evaluation, not an event.
    """

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"
    DEMANDED = "demanded"
    ASSESSED = "assessed"


class Polarity(StrEnum):
    """Whether what is said lies on the side of cooperation or of conflict between its actors."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"


class Standing(StrEnum):
    """What all assertions about one event together allow us to say of it.

    `certain`: at least one source asserts it and none denies it. `possible`: it is only reported by
    an interested party, planned or thought possible. `contested`: sources contradict each other.
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    CONTESTED = "contested"
