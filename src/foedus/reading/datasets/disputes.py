"""Columns and codes that the dispute data of COW and of Gibler, Miller and Little share.

Codebook: Correlates of War Project, *Militarized Interstate Dispute Data, v5.0*; the codes are
those of Daniel M. Jones, Stuart A. Bremer and J. David Singer, "Militarized Interstate Disputes,
1816-1992: Rationale, Coding Rules, and Empirical Patterns", *Conflict Management and Peace Science*
15, 1996, 163-213. -9 is missing throughout.
"""

from foedus.reading.datasets.checks import (
    known_codes,
    symmetric,
)
from foedus.reading.datasets.table import Check, Column
from foedus.reading.datasets.undirected import two_states

__all__ = [
    "DISPUTE",
    "DYAD",
    "OF_A_DISPUTE",
    "OF_A_STATE",
    "dyad_checks",
    "dyad_columns",
    "number",
    "sided",
]

MISSING = ("-9",)
DYAD = ("ccode1", "ccode2")

_FATALITY = (0, 1, 2, 3, 4, 5, 6)
_HOSTILITY = (1, 2, 3, 4, 5)
_YES_OR_NO = (0, 1)
_ACTIONS = tuple(range(22))
_REVISION = (0, 1, 2, 3, 4)

_FATALITY_MEANS = "0 none, 1 1-25, 2 26-100, 3 101-250, 4 251-500, 5 501-999, 6 over 999 dead"
_HOSTILITY_MEANS = "1 no action, 2 threat, 3 display, 4 use of force, 5 war"
_REVISION_MEANS = "0 none, 1 territory, 2 policy, 3 regime or government, 4 other"


def number(name: str, meaning: str, levels: tuple[int, ...] = ()) -> Column:
    """Return a column of whole numbers in which -9 is missing."""
    return Column(name, "int32", meaning, MISSING, levels)


DISPUTE = Column("dispnum", "int32", "number of the dispute")

OF_A_STATE: dict[str, tuple[str, tuple[int, ...]]] = {
    "sidea": ("on side A, which took the first militarised action", _YES_OR_NO),
    "revstate": ("wanted to change the status quo", _YES_OR_NO),
    "revtype1": (f"first kind of revision sought: {_REVISION_MEANS}", _REVISION),
    "revtype2": (f"second kind of revision sought: {_REVISION_MEANS}", _REVISION),
    "fatality": (f"fatality level of the state: {_FATALITY_MEANS}", _FATALITY),
    "fatalpre": ("dead of the state, where the number is known", ()),
    "hiact": ("highest action of the state, 0 to 21 (codebook)", _ACTIONS),
    "hostlev": (f"hostility level of the state: {_HOSTILITY_MEANS}", _HOSTILITY),
    "orig": ("in the dispute from its first day", _YES_OR_NO),
}
"""Meaning and levels of what is coded for one participant of a dispute."""

OF_A_DISPUTE: dict[str, Column] = {
    column.name: column
    for column in (
        number("outcome", "outcome, 1 to 9 (codebook)", tuple(range(1, 10))),
        number("settle", "settlement: 1 negotiated, 2 imposed, 3 none, 4 unclear", (1, 2, 3, 4)),
        number("fatality", f"fatality level of the dispute: {_FATALITY_MEANS}", _FATALITY),
        number("fatalpre", "dead of the dispute, where the number is known"),
        number("mindur", "shortest duration that the known days allow, days"),
        number("maxdur", "longest duration that the known days allow, days"),
        number("hiact", "highest action, 0 to 21 (codebook)", _ACTIONS),
        number("hostlev", f"hostility level of the dispute: {_HOSTILITY_MEANS}", _HOSTILITY),
        number("recip", "side B took a militarised action too", _YES_OR_NO),
        number("styear", "year in which the dispute begins"),
        number("stmon", "month in which the dispute begins"),
        number("stday", "day on which the dispute begins"),
        number("endyear", "year in which the dispute ends"),
        number("endmon", "month in which the dispute ends"),
        number("endday", "day on which the dispute ends"),
        number("numa", "states on side A"),
        number("numb", "states on side B"),
    )
}
"""What is coded for a dispute as a whole, by name."""


def sided(name: str) -> tuple[Column, Column]:
    """Return the two columns of a value coded for each participant: first and second state."""
    meaning, levels = OF_A_STATE[name]
    return (
        number(f"{name}1", f"first state: {meaning}", levels),
        number(f"{name}2", f"second state: {meaning}", levels),
    )


def dyad_columns(ongoing: str, onset: str) -> tuple[Column, ...]:
    """Return the columns that name a directed dispute-year, and the two that are always there."""
    return (
        DISPUTE,
        Column("ccode1", "int32", "COW number of the first state"),
        Column("ccode2", "int32", "COW number of the second state"),
        Column("year", "int32", "calendar year"),
        Column(ongoing, "int32", "1: the two stood against each other", levels=(1,)),
        Column(onset, "int32", "1 in a year in which they began to", levels=_YES_OR_NO),
    )


def dyad_checks(grain: tuple[str, ...], columns: tuple[Column, ...]) -> tuple[Check, ...]:
    """Return the checks of a table of directed dispute-years with these columns.

    Whatever is coded for the dispute must be the same in both directions. A state may take part
    in a year in which it is not of the state system.
    """
    mirrored = [one.name for one in columns if one.name not in grain and one.name[-1] not in "12"]
    return (
        two_states(*DYAD),
        symmetric(DYAD, mirrored, tuple(name for name in grain if name not in DYAD)),
        known_codes("ccode1", "cow", None),
        known_codes("ccode2", "cow", None),
    )
