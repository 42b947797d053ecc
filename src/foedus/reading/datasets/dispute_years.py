"""From participants to dyads: who stood against whom in a dispute, and in which years.

The rules are those of Steven V. Miller, "How to (Meticulously) Convert Participant-Level Dispute
Data to Dyadic Dispute-Year Data in R" (2021), which the published directed dispute-years follow:
two participants of one dispute meet while both are in it, on opposite sides: on the same day in
the COW data, in the same year in those of Gibler, Miller and Little. An unknown first day is taken
as the first of its month, an unknown last day as the last. Nobody says that they fought each other:
Brazil and Japan are a dyad of the Second World War.
"""

from collections.abc import Sequence
from typing import Literal

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.days import first_day, last_day
from foedus.reading.datasets.spell_years import years_of_spells

__all__ = ["directed_dispute_years"]

_KEY = ("dispnum", "ccode1", "ccode2")
_FIRST_DAY, _LAST_DAY = ("styear", "stmon", "stday"), ("endyear", "endmon", "endday")


def directed_dispute_years(
    participants: Table,
    values: Sequence[str],
    ongoing: str,
    onset: str,
    same: Literal["day", "year"] = "day",
) -> Table:
    """Return one row per dispute, ordered pair of opponents and year in which both were in it.

    `values` (`sidea` among them) are columns of the participants; each becomes two, with 1 and 2
    appended for the first and second state. `ongoing` is 1 throughout; `onset` is 1 in a year in
    which the two begin to stand against each other, which may be several times when one leaves and
    returns. `same` says whether they must be in it on the same day or only in the same year. A pair
    that exchanged sides within a year has no row for it.
    """
    yearly = years_of_spells(_meetings(participants, values, same))
    year = ibis.window(group_by=[*_KEY, "year"])
    begun = (yearly.begins.year() == yearly.year).cast("int32")
    turn = ibis.row_number().over(
        ibis.window(group_by=[*_KEY, "year"], order_by=["begins", "ends"])
    )
    rows = yearly.mutate(
        **{ongoing: ibis.literal(1, "int32"), onset: begun.max().over(year)},
        turn=turn,
        changed_sides=yearly.sidea1.max().over(year) - yearly.sidea1.min().over(year),
    )
    named = [f"{name}{side}" for name in values for side in (1, 2)]
    one_each = rows.filter(rows.turn == 0, rows.changed_sides == 0)
    return one_each.select(*_KEY, "year", ongoing, onset, *named)


def _meetings(participants: Table, values: Sequence[str], same: str) -> Table:
    one, other = _stays(participants, values, 1, same), _stays(participants, values, 2, same)
    met = one.inner_join(
        other,
        [
            one.dispnum == other.dispnum_2,
            one.ccode1 != other.ccode2,
            one.sidea1 != other.sidea2,
            one.begins_1 <= other.ends_2,
            other.begins_2 <= one.ends_1,
        ],
    )
    return met.mutate(
        begins=ibis.greatest(met.begins_1, met.begins_2), ends=ibis.least(met.ends_1, met.ends_2)
    )


def _stays(participants: Table, values: Sequence[str], side: int, same: str) -> Table:
    parts = {name: participants[name] for name in (*_FIRST_DAY, *_LAST_DAY)}
    if same == "year":
        unknown = ibis.null("int64")
        parts |= dict.fromkeys(("stmon", "stday", "endmon", "endday"), unknown)
    return participants.select(
        **{
            "dispnum" if side == 1 else "dispnum_2": participants.dispnum,
            f"ccode{side}": participants.ccode,
            f"begins_{side}": first_day(*(parts[name] for name in _FIRST_DAY)),
            f"ends_{side}": last_day(*(parts[name] for name in _LAST_DAY)),
        },
        **{f"{name}{side}": participants[name] for name in values},
    )
