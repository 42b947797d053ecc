"""The rows of a panel before anything is added: states and pairs of states, by year and month.

Pairs are those that were both in the system on at least one common day of the year or month. Two
lives that touch the same year without sharing a day make no pair, such as the German Federal
Republic (260), which ended on 1990-10-02, and Germany (255), which began the day after.
"""

import ibis
from ibis.expr.types import Table

from foedus.panels.calendar import in_months, in_years, month_number

__all__ = ["dyad_months", "dyad_years", "state_years"]


def state_years(spells: Table, years: Table) -> Table:
    """One row per state and year in which it was in the system for a day: `state`, `year`."""
    stays = spells.mutate(stay_first=spells.begins.year(), stay_last=spells.ends.year())
    yearly = in_years(stays, stays.stay_first, stays.stay_last, years)
    return yearly.select("state", "year").distinct()


def dyad_years(spells: Table, years: Table, *, directed: bool) -> Table:
    """One row per pair of states and year: `state1`, `state2`, `year`."""
    common = _common_lives(spells, directed=directed)
    parts = _apart(common, common.begins.year().cast("int32"), common.ends.year().cast("int32"))
    yearly = in_years(parts, parts.first, parts.last, years)
    return yearly.select("state1", "state2", "year")


def dyad_months(spells: Table, months: Table, *, directed: bool) -> Table:
    """One row per pair of states and month: `state1`, `state2`, `year`, `month`."""
    common = _common_lives(spells, directed=directed)
    parts = _apart(common, month_number(common.begins), month_number(common.ends))
    monthly = in_months(parts, parts.first, parts.last, months)
    keys = ("state1", "state2", "year", "month")
    return monthly.select(*keys)


def _common_lives(spells: Table, *, directed: bool) -> Table:
    """One row per pair of stays that share a day: `state1`, `state2`, `begins`, `ends`."""
    first = spells.select(state1="state", begins1="begins", ends1="ends")
    second = spells.select(state2="state", begins2="begins", ends2="ends")
    apart = first.state1 != second.state2 if directed else first.state1 < second.state2
    meet = first.join(
        second, [apart, first.begins1 <= second.ends2, second.begins2 <= first.ends1], how="inner"
    )
    return meet.select(
        "state1",
        "state2",
        begins=ibis.greatest(meet.begins1, meet.begins2),
        ends=ibis.least(meet.ends1, meet.ends2),
    )


def _apart(common: Table, first: ibis.Value, last: ibis.Value) -> Table:
    """Give each common life the years or months that no earlier one of the pair has taken.

    A pair that parts and meets again within one year is one pair of that year.
    """
    numbered = common.mutate(first=first, last=last)
    earlier = ibis.window(group_by=["state1", "state2"], order_by="begins", preceding=(None, 1))
    taken = numbered.last.max().over(earlier)
    return numbered.select(
        "state1",
        "state2",
        first=ibis.greatest(numbered.first, ibis.coalesce(taken + 1, numbered.first)),
        last="last",
    )
