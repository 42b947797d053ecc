"""Who took part in which conflict: side, day of entry, who began, and whether by force.

Conflicts come from Gibler, Miller and Little's disputes ("gml", 1816-2010), from the MIDs of the
Correlates of War Project ("mid", 1816-2014), or from its inter-state wars ("wars", 1816-2007).

Who began. A dispute's side A took the first militarised action, which may be a mobilisation: Poland
is side A of 1939. Where a dispute became a war that the list of inter-state wars has between two of
its original parties, the side that initiated the war is taken to have begun; else side A.
"""

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from foedus.errors import UnknownDataset
from foedus.panels.held_tables import HeldTables
from foedus.reading.datasets.days import first_day, last_day

__all__ = ["FORCE", "SOURCES", "WAR", "parties"]

SOURCES = ("gml", "mid", "wars")
FORCE, WAR = 4, 5
"""Hostility levels: 4 use of force, 5 war (codebook of the MIDs)."""

_FIRST_USE_OF_FORCE = 13  # The action "blockade"; actions below it are threats and displays.
_ENTRY = ("styear", "stmon", "stday")


def parties(held: HeldTables, source: str) -> Table:
    """Return one row per conflict with force and state that took part, of its first entry.

    Columns: conflict, level (4 or 5), state, side, role ("began" or "attacked" for the original
    parties, "later" for others), entered_first and entered_last (days between which it entered),
    force (whether it used force on that side), changed_sides.
    """
    if source not in SOURCES:
        raise UnknownDataset(source, SOURCES, "of conflicts")
    if source == "wars":
        return _parties_of_wars(held)
    stays = _stays(held, source)
    disputes = held.table(source, "disputes").select("dispnum", level="hostlev")
    levelled = stays.inner_join(disputes, "dispnum").rename(conflict="dispnum")
    first = _first_entries(levelled.filter(levelled.level >= FORCE))
    return _with_roles(first, _sides_that_began(first, held.table("wars", "interstate")))


def _stays(held: HeldTables, source: str) -> Table:
    """Return one row per dispute, state and stay in it; of dispute-years where no more is held."""
    if not held.holds(source, "participants"):
        return _stays_of_years(held, source)
    rows = held.table(source, "participants")
    return rows.select(
        "dispnum",
        state="ccode",
        side=rows.sidea,
        original=rows.orig == 1,
        entered_first=first_day(*(rows[name] for name in _ENTRY)),
        entered_last=last_day(*(rows[name] for name in _ENTRY)),
        last_year=ibis.coalesce(rows.endyear, rows.styear),
        force=_by_force(rows.hostlev, rows.hiact),
    )


def _stays_of_years(held: HeldTables, source: str) -> Table:
    years = held.table(source, "directed_dispute_years")
    disputes = held.table(source, "disputes")
    stays = years.group_by("dispnum", state=years.ccode1, side=years.sidea1).agg(
        original=(years.orig1 == 1).any(),
        first_year=years.year.min(),
        last_year=years.year.max(),
        force=_by_force(years.hostlev1.max(), years.hiact1.max()),
    )
    begun = disputes.select(
        "dispnum",
        begins_first=first_day(*(disputes[name] for name in _ENTRY)),
        begins_last=last_day(*(disputes[name] for name in _ENTRY)),
    )
    joined = stays.inner_join(begun, "dispnum")
    year = joined.first_year
    none = ibis.null("int64")
    return joined.select(
        "dispnum",
        "state",
        "side",
        "original",
        "last_year",
        "force",
        entered_first=ibis.ifelse(
            joined.original,
            joined.begins_first,
            ibis.greatest(joined.begins_first, first_day(year, none, none)),
        ),
        entered_last=ibis.ifelse(joined.original, joined.begins_last, last_day(year, none, none)),
    )


def _by_force(hostility: IntegerValue, action: IntegerValue) -> BooleanValue:
    return ibis.coalesce(hostility >= FORCE, action >= _FIRST_USE_OF_FORCE)


def _first_entries(stays: Table) -> Table:
    """Return each state's first entry, and force used in any stay on that side."""
    state = ["conflict", "state"]
    order = ibis.window(
        group_by=state, order_by=[stays.original.desc(), stays.entered_first, stays.entered_last]
    )
    marked = stays.mutate(
        place=ibis.row_number().over(order),
        forced=stays.force.cast("int32").max().over(ibis.window(group_by=[*state, "side"])),
        sides=(stays.side.max() - stays.side.min()).over(ibis.window(group_by=state)),
        until=stays.last_year.max().over(ibis.window(group_by="conflict")),
    )
    first = marked.filter(marked.place == 0)
    return first.select(
        *("conflict", "level", "state", "side", "original", "entered_first", "entered_last"),
        "until",
        force=first.forced == 1,
        changed_sides=first.sides > 0,
    )


def _sides_that_began(first: Table, wars: Table) -> Table:
    """Return conflict and side where the list of wars says that one side of original parties began.

    Nothing for a conflict of which it says nothing, or both.
    """
    original = first.filter(first.original, first.level == WAR)
    one = original.select("conflict", "state", "side", "until", entered=original.entered_first)
    other = original.select(enemy_of="conflict", enemy="state", enemy_side="side")
    opposed = one.inner_join(
        other, [one.conflict == other.enemy_of, one.side != other.enemy_side]
    ).drop("enemy_of", "enemy_side")
    fought = opposed.inner_join(
        wars.select("ccode1", "ccode2", "year", "initiator1"),
        [opposed.state == wars.ccode1, opposed.enemy == wars.ccode2],
    )
    during = fought.filter(
        fought.year >= fought.entered.year(), fought.year <= fought.until, fought.initiator1 == 1
    )
    began = during.select("conflict", "side").distinct()
    alone = began.group_by("conflict").agg(began=began.side.min(), sides=began.count())
    return alone.filter(alone.sides == 1).select(alone_in="conflict", side_began="began")


def _with_roles(first: Table, began: Table) -> Table:
    joined = first.left_join(began, first.conflict == began.alone_in)
    # Side A is coded 1, and took the first militarised action.
    side_began = joined.side_began.fill_null(1)
    return joined.select(
        *("conflict", "level", "state", "side", "entered_first", "entered_last", "force"),
        "changed_sides",
        role=ibis.cases(
            (~joined.original, "later"), (joined.side == side_began, "began"), else_="attacked"
        ),
    )


def _parties_of_wars(held: HeldTables) -> Table:
    """Return the parties of inter-state wars, whose entries are known to the year only."""
    rows = held.table("wars", "interstate")
    whole = ibis.window(group_by="warnum")
    rows = rows.mutate(opens=rows.year == rows.year.min().over(whole))
    sided = rows.group_by(conflict=rows.warnum, state=rows.ccode1, side=rows.sidea1).agg(
        year=rows.year.min(),
        began=(rows.initiator1 == 1).any(),
        attacked=(rows.opens & (rows.initiator2 == 1)).any(),
    )
    state = ibis.window(group_by=["conflict", "state"], order_by=["year", "side"])
    marked = sided.mutate(
        place=ibis.row_number().over(state),
        sides=sided.side.count().over(ibis.window(group_by=["conflict", "state"])),
    )
    first = marked.filter(marked.place == 0)
    none = ibis.null("int64")
    return first.select(
        "conflict",
        "state",
        "side",
        level=ibis.literal(WAR, "int32"),
        entered_first=first_day(first.year, none, none),
        entered_last=last_day(first.year, none, none),
        force=ibis.literal(True),
        changed_sides=first.sides > 1,
        role=ibis.cases((first.began, "began"), (first.attacked, "attacked"), else_="later"),
    )
