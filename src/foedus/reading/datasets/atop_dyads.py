"""ATOP's memberships, directed dyad-years and state-years, made of its member file.

What each member owes is coded for the member, not for each of its partners. Where a member owes
different things to different partners (`obvary`), a promise it makes is owed to at least one of
them and nobody can say from the file to which: such a flag is null, neither 1 nor 0.
"""

import datetime as dt

import ibis
from ibis.expr.types import IntegerValue, Table

from foedus.reading.datasets.atop_columns import OBLIGATIONS
from foedus.reading.datasets.spell_years import years_of_spells

__all__ = ["MOST_ALLIANCES", "directed_dyad_years", "memberships", "state_years"]

MOST_ALLIANCES = 59
_LAST_DAY = dt.date(2018, 12, 31)
_NOT_A_STATE = 8152  # France's partner in 1320 has a code of ATOP's own; dyads are of COW states.


def memberships(tables: dict[str, Table]) -> Table:
    """Return one row per alliance, member and unbroken spell of membership.

    Phases that follow each other on the same day are one spell. Columns: atopid, member, begins,
    ends (null: a member at the end of 2018), censored.
    """
    members = tables["members"]
    spells = members.select("atopid", "member", "begins", until=members.ends.fill_null(_LAST_DAY))
    earlier = ibis.window(
        group_by=["atopid", "member"], order_by=["begins", "until"], preceding=(None, 1)
    )
    opened = spells.mutate(left=spells.until.max().over(earlier))
    new = (opened.left.isnull() | (opened.begins > opened.left)).cast("int64")
    so_far = ibis.window(
        group_by=["atopid", "member"], order_by=["begins", "until"], preceding=(None, 0)
    )
    numbered = opened.mutate(new=new)
    numbered = numbered.mutate(spell=numbered.new.sum().over(so_far))
    merged = numbered.group_by("atopid", "member", "spell").agg(
        begins=numbered.begins.min(), until=numbered.until.max()
    )
    open_end = merged.until >= _LAST_DAY
    return merged.select(
        "atopid",
        "member",
        "begins",
        ends=ibis.ifelse(open_end, ibis.null("date"), merged.until),
        censored=open_end,
    )


def directed_dyad_years(tables: dict[str, Table]) -> Table:
    """Return what ccode1 owed ccode2 in a year: one row per pair of members of some alliance.

    Two members are a pair in a year when both belonged to the same phase of an alliance for more
    than one day in common; of an alliance that changed phase within the year the later phase
    counts. A flag is 1 when some alliance lays the promise on ccode1, null when only alliances do
    in which ccode1 owes different things to different partners, else 0.
    """
    years = years_of_spells(_phase_dyads(tables["members"]), "first", "last")
    last = _in_last_phase(years, "atopid", "ccode1", "ccode2", "year")
    counted = last.group_by("ccode1", "ccode2", "year").agg(
        **{f"owes_{name}": last[f"owes_{name}"].max() for name in OBLIGATIONS},
        **{f"may_{name}": last[f"may_{name}"].max() for name in OBLIGATIONS},
    )
    return counted.select(
        "ccode1",
        "ccode2",
        "year",
        **{f"atop_{name}": _three_valued(counted, name) for name in OBLIGATIONS},
    )


def state_years(tables: dict[str, Table]) -> Table:
    """Return one row per member of some alliance and year: what it owed anybody, and the alliances.

    Columns as in ATOP's own file: atopally (1), the five obligations, number of alliances, transyr
    (a membership or phase of one began or ended in the year) and atopid1 …, in order.
    """
    members = tables["members"].filter(tables["members"].member != _NOT_A_STATE)
    spells = members.mutate(until=members.ends.fill_null(_LAST_DAY))
    years = years_of_spells(spells, "begins", "until")
    changed = (years.begins.year() == years.year) | (years.ends.year() == years.year)
    years = years.mutate(changed=_as_number(changed))
    turns = years.group_by("member", "year").agg(transyr=years.changed.max())
    last = _in_last_phase(years, "atopid", "member", "year")
    each = last.group_by("member", "year", "atopid").agg(
        **{name: last[name].max() for name in OBLIGATIONS}
    )
    order = ibis.window(group_by=["member", "year"], order_by="atopid")
    ranked = each.mutate(place=ibis.row_number().over(order))
    counted = ranked.group_by("member", "year").agg(
        **{name: ranked[name].max() for name in OBLIGATIONS},
        number=ranked.count().cast("int32"),
        **{
            f"atopid{place + 1}": ranked.atopid.max(where=ranked.place == place)
            for place in range(MOST_ALLIANCES)
        },
    )
    joined = counted.inner_join(turns, ["member", "year"])
    return joined.rename(state="member").mutate(atopally=ibis.literal(1, "int32"))


def _phase_dyads(members: Table) -> Table:
    """Return one row per phase and ordered pair of members, with the first and last day shared."""
    members = members.filter(members.member != _NOT_A_STATE)
    varies = members.obvary == 1
    one = members.select(
        "atopid",
        "phase",
        ccode1=members.member,
        entered=members.begins,
        left=members.ends.fill_null(_LAST_DAY),
        **{f"owes_{n}": _as_number((members[n] == 1) & ~varies) for n in OBLIGATIONS},
        **{f"may_{n}": _as_number((members[n] == 1) & varies) for n in OBLIGATIONS},
    )
    other = members.select(
        other_atopid=members.atopid,
        other_phase=members.phase,
        ccode2=members.member,
        other_entered=members.begins,
        other_left=members.ends.fill_null(_LAST_DAY),
    )
    pairs = one.inner_join(
        other,
        [
            one.atopid == other.other_atopid,
            one.phase == other.other_phase,
            one.ccode1 != other.ccode2,
        ],
    )
    together = pairs.mutate(
        first=ibis.greatest(pairs.entered, pairs.other_entered),
        last=ibis.least(pairs.left, pairs.other_left),
    )
    return together.filter(together.first < together.last)


def _in_last_phase(years: Table, *keys: str) -> Table:
    """Return of each key the rows of its highest phase."""
    marked = years.mutate(last_phase=years.phase.max().over(ibis.window(group_by=list(keys))))
    return marked.filter(marked.phase == marked.last_phase)


def _as_number(truth: ibis.expr.types.BooleanValue) -> IntegerValue:
    return truth.fill_null(False).cast("int32")


def _three_valued(counted: Table, name: str) -> IntegerValue:
    return ibis.cases(
        (counted[f"owes_{name}"] == 1, ibis.literal(1, "int32")),
        (counted[f"may_{name}"] == 1, ibis.null("int32")),
        else_=ibis.literal(0, "int32"),
    )
