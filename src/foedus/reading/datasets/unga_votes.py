"""Roll-call votes of the UN General Assembly: who voted how, and on what.

Voeten, Strezhnev and Bailey, "United Nations General Assembly Voting Data" (Harvard Dataverse,
doi:10.7910/DVN/LEJUQZ), codebook: 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member. An absence is
a level of its own, as absent is not abstaining. A state that was not yet a member cast no vote:
`vote` is null there and `member` says why.
"""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import not_negative, unique_grain
from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Column, DatasetTable, Form

__all__ = ["TABLES"]

_NOT_A_MEMBER = "9"
_VOTES = {"yes": 1, "abstain": 2, "no": 3, "absent": 8}
_ISSUES = ("me", "nu", "di", "hr", "co", "ec")
# How the list of ES-11/1 shortens names; each stands for one member of the United Nations.
_SHORTENED = {
    "central african rep.": "CAF",
    "congo": "COG",
    "dem. rep. congo": "COD",
    "dominican rep.": "DOM",
    "eq. guinea": "GNQ",
    "s. sudan": "SSD",
    "saint vincent and grenadines": "VCT",
}


def _votes(rows: Table) -> Table:
    coded = rows.vote.cast("string")
    return rows.select(
        "row",
        "rcid",
        "ccode",
        vote=coded,
        member=coded != _NOT_A_MEMBER,
        reconstructed=(
            rows.reconstructed.cast("boolean")
            if "reconstructed" in rows.columns
            else ibis.literal(False)
        ),
    )


def _rollcalls(rows: Table) -> Table:
    return rows.select(
        "row",
        *[column.name for column in _ROLLCALLS if column.name in rows.columns],
        **{
            column.name: ibis.null(column.dtype)
            for column in _ROLLCALLS
            if column.name not in rows.columns
        },
    )


def _named_votes(rows: Table) -> Table:
    cast = rows.vote.strip().lower()
    dated = rows.mutate(
        year=rows.date.cast("string")[:4].cast("int32"),
        vote=cast.cases(*_VOTES.items()),
    )
    found = actor_ids_by_name(dated, "country", spellings=_SHORTENED)
    return found.select("row", "resolution", "date", "country", "id", "ccode", "vote")


_ROLLCALLS = (
    Column("rcid", "int32", "number of the roll call"),
    Column("session", "int16", "session of the Assembly, as published"),
    Column("date", "date", "day of the vote, as published"),
    Column("unres", "string", "symbol of the resolution or draft"),
    Column("short", "string", "short title"),
    Column("descr", "string", "description"),
    Column("yes", "int16", "votes in favour, as published; may differ from the single votes"),
    Column("no", "int16", "votes against, as published"),
    Column("abstain", "int16", "abstentions, as published"),
    Column("amend", "int8", "1: on an amendment", levels=(0, 1)),
    Column("para", "int8", "1: on a paragraph, not the whole", levels=(0, 1)),
    Column("importantvote", "int8", "1: important to the US State Department"),
    *[
        Column(name, "int8", f"1: on {issue}", levels=(0, 1))
        for name, issue in zip(
            _ISSUES,
            (
                "the Palestinian conflict",
                "nuclear weapons and material",
                "arms control and disarmament",
                "human rights",
                "colonialism",
                "economic development",
            ),
            strict=True,
        )
    ],
)

TABLES = (
    DatasetTable(
        dataset="unga-votes",
        name="votes",
        grain=("rcid", "ccode"),
        columns=(
            Column("rcid", "int32", "number of the roll call, as in rollcalls"),
            Column("ccode", "int16", "Correlates of War number of the state"),
            Column(
                "vote",
                "int8",
                "1 yes, 2 abstain, 3 no, 8 absent; null for a state that was not a member",
                missing=(_NOT_A_MEMBER,),
                levels=tuple(_VOTES.values()),
            ),
            Column("member", "boolean", "whether the state was a member (published code not 9)"),
            Column("reconstructed", "boolean", "rebuilt from agreement scores, not read"),
        ),
        forms=(
            Form("one row per state and roll call", frozenset({"rcid", "ccode", "vote"}), _votes),
        ),
        years=(),
        checks=(unique_grain("rcid", "ccode"),),
        faults=(
            "A reconstructed state has no row where it was absent or not a member: the two cannot "
            "be told apart there.",
        ),
    ),
    DatasetTable(
        dataset="unga-votes",
        name="rollcalls",
        grain=("rcid",),
        columns=_ROLLCALLS,
        forms=(
            Form(
                "one row per roll call",
                frozenset({"rcid", "session", "date", "unres", "descr", *_ISSUES}),
                _rollcalls,
            ),
        ),
        coverage=(1946, None),
        years=("date",),
        checks=(
            unique_grain("rcid"),
            not_negative("yes", "no", "abstain"),
        ),
        faults=(
            "Published tallies differ from the single votes in a few hundred roll calls, mostly by "
            "one; roll call 5893 (2011) has only its votes against.",
            "Issue flags come from words in the description and overlap.",
            "importantvote is 0 before 1983, when none was yet named, and null in later years.",
        ),
    ),
    DatasetTable(
        dataset="unga-votes",
        name="issues",
        grain=("rcid", "short_name"),
        columns=(
            Column("rcid", "int32", "number of the roll call"),
            Column("short_name", "string", "letters of the issue", levels=_ISSUES),
            Column("issue", "string", "the issue in words"),
        ),
        forms=(
            Form(
                "one row per roll call and issue",
                frozenset({"rcid", "short_name", "issue"}),
                lambda rows: rows.select("row", "rcid", "short_name", "issue"),
            ),
        ),
        years=(),
        checks=(unique_grain("rcid", "short_name"),),
    ),
    DatasetTable(
        dataset="unga-votes",
        name="named_votes",
        grain=("resolution", "country"),
        columns=(
            Column("resolution", "string", "symbol of the resolution"),
            Column("date", "date", "day of the vote"),
            Column("country", "string", "member, as the list names it"),
            Column("id", "string", "actor of that name in that year; null if none is certain"),
            Column("ccode", "int16", "its Correlates of War number"),
            Column("vote", "int8", "1 yes, 2 abstain, 3 no; an absent state is not listed"),
        ),
        forms=(
            Form(
                "one row per resolution and country name",
                frozenset({"resolution", "date", "country", "vote"}),
                _named_votes,
            ),
        ),
        coverage=(1946, None),
        years=("date",),
        checks=(unique_grain("resolution", "country"),),
    ),
)
