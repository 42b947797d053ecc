"""What members of alliances promised each other, by ATOP 5.1: kind, days in force, conditions.

ATOP codes what a member owes, not to which partner. Where a member owes different things to
different partners (`obvary`), nobody can say from the data to whom: `varies`.
"""

import datetime as dt

import ibis
from ibis.expr.types import BooleanValue, Table

from foedus.panels.held_tables import HeldTables
from foedus.reading.datasets.days import first_day, last_day

__all__ = ["CONDITIONS", "KINDS", "memberships", "promises"]

_LAST_DAY = dt.date(2018, 12, 31)
_ENTRY, _EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")

KINDS = {"defence": "defense", "offence": "offense", "neutrality": "neutral"} | {
    "nonaggression": "nonagg"
}
"""Kinds of obligation to the columns of ATOP. Consultation is left out: no data tell of it."""

_STEMS = {"defence": "def", "offence": "off", "neutrality": "neu"}
CONDITIONS = {
    "adversary": "coadv",
    "place": "coloc",
    "conflict": "cocon",
    "number": "conum",
    "demands": "codem",
    "provocation": "conpr",
    "attacked": "coatt",
}
"""What a promise may depend on, to the ends of ATOP's columns."""


def memberships(held: HeldTables) -> Table:
    """Return one row per alliance, phase, member and stay, with the days it surely covers.

    Columns: alliance, phase, member, begins_first and begins_last, ends_first and ends_last (days
    between which it begins and ends).
    """
    rows = held.table("atop", "members")
    return rows.select("phase", "member", alliance="atopid", **_spell(rows))


def promises(held: HeldTables) -> Table:
    """Return one row per alliance, phase, obligor, beneficiary and kind of obligation.

    Columns besides: the spell in which both are members, as in `memberships`; outside (the obligor
    was no state of the COW system on entry: no data on conflicts know it); varies; bilateral;
    members; threat1, threat2 (states named as threats, 0 none) and threat_kind; one flag per
    condition (`on_adversary` …) and on_other; also_defence (the obligor owes defence too).
    """
    rows = held.table("atop", "members")
    counts = rows.group_by("atopid", "phase").agg(members=rows.member.nunique())
    rows = rows.inner_join(counts, ["atopid", "phase"])
    rows = rows.mutate(**_spell(rows))
    kinds = [_of_kind(rows, kind) for kind in KINDS]
    one = ibis.union(*kinds)
    spell = ("begins_first", "begins_last", "ends_first", "ends_last")
    other = rows.select(
        other_alliance="atopid",
        other_phase="phase",
        beneficiary="member",
        **{f"other_{name}": rows[name] for name in spell},
    )
    pairs = one.inner_join(
        other,
        [
            one.alliance == other.other_alliance,
            one.phase == other.other_phase,
            one.obligor != other.beneficiary,
        ],
    )
    shared = pairs.mutate(
        begins_first=ibis.greatest(pairs.begins_first, pairs.other_begins_first),
        begins_last=ibis.greatest(pairs.begins_last, pairs.other_begins_last),
        ends_first=ibis.least(pairs.ends_first, pairs.other_ends_first),
        ends_last=ibis.least(pairs.ends_last, pairs.other_ends_last),
    )
    return shared.drop(*(name for name in shared.columns if name.startswith("other_")))


def _spell(rows: Table) -> dict[str, ibis.Value]:
    entry, leaving = ([rows[name] for name in names] for names in (_ENTRY, _EXIT))
    return {
        "begins_first": first_day(*entry),
        "begins_last": last_day(*entry),
        "ends_first": first_day(*leaving).fill_null(_LAST_DAY),
        "ends_last": last_day(*leaving).fill_null(_LAST_DAY),
    }


def _of_kind(rows: Table, kind: str) -> Table:
    owed = rows.filter(rows[KINDS[kind]] == 1)
    return owed.select(
        *("phase", "begins_first", "begins_last", "ends_first", "ends_last", "members"),
        alliance="atopid",
        obligor="member",
        kind=ibis.literal(kind),
        outside=owed.cowsys == 0,
        varies=owed.obvary == 1,
        bilateral=owed.bilat == 1,
        threat1="statthr1",
        threat2="statthr2",
        threat_kind="specthrt",
        also_defence=owed.defense == 1,
        **{f"on_{name}": _depends(owed, kind, end) for name, end in CONDITIONS.items()},
        # Any limit that ATOP has no name for bears on what is conditional at all: not on a promise
        # not to attack.
        on_other=(owed.olimob == 1) if kind in _STEMS else ibis.literal(False),
    )


def _depends(owed: Table, kind: str, end: str) -> BooleanValue:
    name = f"{_STEMS.get(kind, '')}{end}"
    return owed[name] == 1 if name in owed.columns else ibis.literal(False)
