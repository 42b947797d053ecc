"""What a publisher lets others do with a dataset."""

from enum import StrEnum

__all__ = ["HELD_BACK", "Terms"]


class Terms(StrEnum):
    """The terms of a dataset, from free to closed.

    They rule what foedus writes for others to read, never what a person computes with a file of
    their own. What the publisher says in full stands in the registry beside them.
    """

    OPEN = "open"
    """A named open licence: may be passed on, with the credit that the licence asks for."""
    WITH_CITATION = "with-citation"
    """Free for research with citation: may stand in a user's own panel."""
    NON_COMMERCIAL = "non-commercial"
    """As above, but for non-commercial use only."""
    NO_REDISTRIBUTION = "no-redistribution"
    """Given for one's own use: not to be passed on."""
    BRING_YOUR_OWN = "bring-your-own"
    """Not even fetched: the user gets the file from the publisher and registers it."""


HELD_BACK = frozenset({Terms.NO_REDISTRIBUTION, Terms.BRING_YOUR_OWN})
"""The terms under which rows are not written into an export unless somebody says so."""
