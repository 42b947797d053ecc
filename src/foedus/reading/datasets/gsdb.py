"""Global Sanctions Data Base, release 4: cases of sanctions, 1949-2023.

Gabriel Felbermayr, Aleksandra Kirilakha, Constantinos Syropoulos, Erdal Yalcin and Yoto V. Yotov,
"The Global Sanctions Data Base", *European Economic Review* 129 (2020), 103561; release 4 of the
same authors. A cell of senders or targets is a list split by commas, and seven names have a comma
of their own ("Korea, North"): a cell is split on names, not on commas.
"""

import ibis
from ibis.expr.types import StringValue, Table

from foedus.reading.datasets.checks import ends_after_it_begins, unique_grain, years_within
from foedus.reading.datasets.days import first_day, last_day
from foedus.reading.datasets.spell_years import years_of_spells
from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES", "names", "sender_target_years", "unmatched_names"]

_COVERAGE = (1949, 2023)
_NAMES_WITH_COMMA = (
    "Congo, Democratic Republic of the",
    "Egypt, Arab Rep.",
    "Gambia, The",
    "Korea, North",
    "Korea, South",
    "Yemen, North",
    "Yemen, South",
)
_SPELLINGS = {
    "ceylon": "LKA",
    "congo (brazzaville)": "COG",
    "congo, democratic republic of the": "COD",
    "cote d'ivoire": "CIV",
    "egypt, arab rep.": "EGY",
    "ethiopia (excludes eritrea)": "ETH",
    "gambia, the": "GMB",
    "korea, north": "PRK",
    "korea, south": "KOR",
    "malagasy republic": "MDG",
    "malaya": "MYS",
    "transjordan": "JOR",
    "yemen, north": "YEM",
    "yemen, south": "YMD",
}
_KINDS = {
    "trade": "on trade",
    "arms": "on arms",
    "military": "on military assistance",
    "financial": "on finance",
    "travel": "on travel",
    "other": "of another kind",
}


def _flag(name: str, meaning: str) -> Column:
    return Column(name, "int32", f"1: {meaning}; 0: not", levels=(0, 1))


_KIND_COLUMNS = tuple(_flag(name, f"sanctions {about}") for name, about in _KINDS.items())
_CASES = (
    Column("case_id", "int32", "the case"),
    Column("sanctioned_state", "string", "targets as written, split by commas"),
    Column("sanctioning_state", "string", "senders as written, split by commas"),
    Column("begin", "int32", "first year"),
    Column("end", "int32", "last year; 2023 may be the end of the list and not of the sanctions"),
    _KIND_COLUMNS[0],
    Column("descr_trade", "string", "exp or imp, part or compl (ete), split by commas; null none"),
    *_KIND_COLUMNS[1:],
    _flag("target_mult", "several targets"),
    _flag("sender_mult", "several senders"),
    Column("objective", "string", "what the senders want, split by commas"),
    Column("success", "string", "how it came out, one word for each objective, split by commas"),
)
_CASE_NAMES = tuple(column.name for column in _CASES)


def names(cell: StringValue) -> StringValue:
    """Return one row per name in a cell of senders or targets (the cell's column, exploded).

    Spaces around a name are dropped; a name that has a comma of its own stays whole.
    """
    for name in _NAMES_WITH_COMMA:
        cell = cell.replace(name, name.replace(", ", "|"))
    return cell.split(",").unnest()


def sender_target_years(tables: dict[str, Table]) -> Table:
    """Return one row per case, sender, target and year, each name with its actor and COW code.

    Columns: case_id, sender, target, year, sender_id, ccode1 (the sender's), target_id, ccode2,
    and the six kinds of sanctions. Ids are those of `foedus.actors`; they and the codes are null
    for a name that meant no known actor, and the codes for one that was no state, in that year.
    """
    pairs = _pairs(tables["cases"])
    no_month = ibis.null("int64")
    spells = pairs.mutate(
        first=first_day(pairs.begin, no_month, no_month),
        last=last_day(pairs.end, no_month, no_month),
    )
    years = years_of_spells(spells, "first", "last")
    senders = actor_ids_by_name(years, "sender", into="sender_", spellings=_SPELLINGS)
    both = actor_ids_by_name(senders, "target", into="target_", spellings=_SPELLINGS)
    return both.select(
        "case_id",
        "sender",
        "target",
        "year",
        "sender_id",
        "target_id",
        *_KINDS,
        ccode1=both.sender_ccode,
        ccode2=both.target_ccode,
    )


def unmatched_names(tables: dict[str, Table]) -> Table:
    """Return the names that mean no known actor in some years: one row per name and role.

    Columns: name, role ("sender" or "target"), first_year and last_year of those years, cases.
    """
    years = sender_target_years(tables)
    roles = [_unmatched(years, role) for role in ("sender", "target")]
    return roles[0].union(roles[1])


def _unmatched(years: Table, role: str) -> Table:
    lost = years.filter(years[f"{role}_id"].isnull())
    counted = lost.group_by(name=lost[role]).agg(
        first_year=lost.year.min(), last_year=lost.year.max(), cases=lost.case_id.nunique()
    )
    return counted.mutate(role=ibis.literal(role), cases=counted.cases.cast("int32"))


def _pairs(cases: Table) -> Table:
    """Return one row per case, sender and target; a name written twice in a cell counts once."""
    senders = cases.mutate(sender=names(cases.sanctioning_state))
    both = senders.mutate(target=names(senders.sanctioned_state))
    clean = both.mutate(sender=_written(both.sender), target=_written(both.target))
    return clean.select("case_id", "sender", "target", "begin", "end", *_KINDS).distinct()


def _written(name: StringValue) -> StringValue:
    return name.replace("|", ", ").strip()


_NAME_AND_CODE = (
    Column("case_id", "int32", "the case"),
    Column("sender", "string", "who imposes sanctions, as written"),
    Column("target", "string", "on whom, as written"),
    Column("year", "int32", "year"),
    Column("sender_id", "string", "the sender in foedus; null no known actor in the year"),
    Column("target_id", "string", "the target in foedus; null no known actor in the year"),
    Column("ccode1", "int32", "COW code of the sender; null no state of the system in the year"),
    Column("ccode2", "int32", "COW code of the target; null no state of the system in the year"),
    *_KIND_COLUMNS,
)
_NOT_MATCHED = (
    Column("name", "string", "a name as written"),
    Column("role", "string", "sender or target", levels=("sender", "target")),
    Column("first_year", "int32", "first year in which it means no known actor"),
    Column("last_year", "int32", "last year in which it means no known actor"),
    Column("cases", "int32", "number of cases with it in those years"),
)

_FAULTS = (
    "A last year of 2023 is censored: such sanctions may go on.",
    "Some states go by older names long after (Malaya, Transjordan, Ceylon, Malagasy Republic, "
    "Yemen, North): they are matched with the state of today.",
    "South Vietnam is named up to 2023, Yugoslavia up to 2016 and Serbia from 1994: in years when "
    "no such state was there the name is matched with nobody.",
)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "gsdb",
        "cases",
        ("case_id",),
        _CASES,
        (Form("GSDB R4", frozenset(_CASE_NAMES), kept(*_CASE_NAMES)),),
        coverage=_COVERAGE,
        years=("begin", "end"),
        checks=(
            unique_grain("case_id"),
            years_within(*_COVERAGE, "begin", "end"),
            ends_after_it_begins("begin", "end"),
        ),
        faults=_FAULTS,
    ),
    DatasetTable(
        "gsdb",
        "sender_target_years",
        ("case_id", "sender", "target", "year"),
        _NAME_AND_CODE,
        (),
        coverage=_COVERAGE,
        derived=Derivation(("cases",), sender_target_years),
        faults=(
            *_FAULTS,
            "The European Union, the United Nations and other senders that are no states have an "
            "id and no code; their members are not listed.",
        ),
    ),
    DatasetTable(
        "gsdb",
        "unmatched_names",
        ("name", "role"),
        _NOT_MATCHED,
        (),
        coverage=_COVERAGE,
        years=("first_year", "last_year"),
        derived=Derivation(("cases",), unmatched_names),
    ),
)
