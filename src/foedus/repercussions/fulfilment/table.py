"""The table of rates that foedus carries, made of occasions."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from foedus.repercussions.fulfilment.conflicts import FORCE, WAR
from foedus.repercussions.fulfilment.promises import KINDS
from foedus.repercussions.fulfilment.rates import rates
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["GROUPS", "PERIODS", "rate_table"]

PERIODS = ((1816, 2010), (1816, 1944), (1945, 2010), (1990, 2010))
"""First and last year: all that Gibler, Miller and Little cover, and parts of it."""

_CONFLICTS = {"war": WAR, "force": FORCE}
_DIGITS = 4

GROUPS = (
    *("plain", "open", "all", "major", "minor", "bilateral", "multilateral"),
    *("stronger than the partner", "weaker than the partner"),
    *("democracy", "no democracy", "to a democracy", "to no democracy"),
    *("stronger than the enemy", "weaker than the enemy", "some ally"),
)
"""plain: the promise has no condition, or its condition was met. open: it has one that cannot be
checked. all: both. major, minor, bilateral, multilateral: parts of plain, by obligor or treaty.
Parts of plain too, where the state is known enough: stronger and weaker, by the obligor's share of
the system's capabilities against that of the beneficiary, or of all its enemies together (for
defence and offence only: others need not face them); democracy or none, by what the obligor was
the year before; to a democracy or to none, by what the beneficiary was.
some ally: whether at least one of those plainly asked for the same beneficiary acted."""


def rate_table(occasions: pa.Table, sources: Sequence[tuple[str, str]]) -> pa.Table:
    """Return one row per kind, conflict ("war", or "force" and more), period and group.

    `occasions` are those of `occasions`, run; of them only the fair tests count. Columns besides:
    asked, acted, against (fought against the beneficiary), rate, low, high, conflicts, treaties
    (how many were called upon), most_from_one (promises asked of the one called upon most), and
    sources (the datasets and their versions). Groups without an occasion have no row.
    """
    fair = occasions.filter(pc.is_null(occasions["left_out"]))
    told = "; ".join(f"{name} {version}" for name, version in sources)
    rows = [
        {"kind": kind, "conflict": conflict, "period": f"{first}-{last}", "group": group}
        | measured
        | {"sources": told}
        for kind in KINDS
        for conflict, level in _CONFLICTS.items()
        for first, last in PERIODS
        for group, measured in _measured(_part(fair, kind, level, first, last), kind)
    ]
    return pa.Table.from_pylist(rows)


def _part(fair: pa.Table, kind: str, level: int, first: int, last: int) -> pa.Table:
    year = pc.field("year")
    wanted = (pc.field("kind") == kind) & (pc.field("level") >= level)
    return fair.filter(wanted & (year >= first) & (year <= last))


def _measured(part: pa.Table, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
    is_open = pc.field("condition") == "open"
    plain = part.filter(~is_open)
    major, bilateral = pc.field("major_obligor"), pc.field("bilateral")
    democratic, to_democratic = pc.field("democratic_obligor"), pc.field("democratic_beneficiary")
    to_partner, to_enemies = pc.field("ratio_to_beneficiary"), pc.field("ratio_to_enemies")
    groups = {
        "plain": plain,
        "open": part.filter(is_open),
        "all": part,
        "major": plain.filter(major),
        "minor": plain.filter(~major),
        "bilateral": plain.filter(bilateral),
        "multilateral": plain.filter(~bilateral),
        "stronger than the partner": plain.filter(to_partner > 1),
        "weaker than the partner": plain.filter(to_partner <= 1),
        "democracy": plain.filter(democratic),
        "no democracy": plain.filter(~democratic),
        "to a democracy": plain.filter(to_democratic),
        "to no democracy": plain.filter(~to_democratic),
    }
    if kind in FIGHTING:
        groups["stronger than the enemy"] = plain.filter(to_enemies > 1)
        groups["weaker than the enemy"] = plain.filter(to_enemies <= 1)
    for name, rows in groups.items():
        if rows.num_rows:
            yield name, _rounded(rows)
    if kind in FIGHTING and plain.num_rows:
        yield "some ally", _rounded(_some_ally(plain))


def _some_ally(rows: pa.Table) -> pa.Table:
    """Return one row per conflict and beneficiary: whether anyone asked acted."""
    grouped = rows.group_by(["conflict", "beneficiary"]).aggregate([("acted", "any")])
    unknown = pa.nulls(grouped.num_rows, pa.string())
    called = grouped.rename_columns({"acted_any": "acted"})
    return called.append_column("conduct", unknown).append_column("alliance", unknown)


def _rounded(rows: pa.Table) -> dict[str, object]:
    (row,) = rates(rows).to_pylist()
    against = pc.equal(rows["conduct"], "fought against")
    treaties = pc.value_counts(rows["alliance"].drop_null()).field("counts")
    return {
        "asked": row["asked"],
        "acted": row["acted"],
        "against": pc.sum(against).as_py(),
        **{name: round(row[name], _DIGITS) for name in ("rate", "low", "high")},
        "conflicts": row["conflicts"],
        "treaties": len(treaties) or None,
        "most_from_one": pc.max(treaties).as_py(),
    }
