"""Vetoes in the UN Security Council: the drafts that failed by one, and who cast it.

The list of the UN Dag Hammarskjöld Library, as collected by C. L. Yordan with the crisis and region
of each. One row per veto record; a meeting with votes on several drafts or
amendments that have no symbol of their own repeats its document.
"""

import datetime as dt

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form

__all__ = ["TABLES"]

_PERMANENT = ("China", "France", "Russia", "UK", "USA", "USSR")
_VETOES = ("member_veto1", "member_veto2", "member_veto3")
_TEXTS = ("draft", "meeting_record", "agenda_item", "crisis_topic", "region")
# General Assembly resolution 2758 (XXVI).
_PEKING_SEATED = dt.date(1971, 10, 25)
_SPELLINGS = {"ussr": "SUN", "uk": "GBR", "usa": "USA"}


def _drafts(rows: Table) -> Table:
    return rows.select(
        "row",
        *_TEXTS,
        *[rows[name].strip().nullif("").name(name) for name in _VETOES],
        date=_us_date(rows.date.cast("string")),
        year=rows.year,
    )


def _us_date(text: Value) -> Value:
    """A date written month/day/year, "2/16/1946", as ISO text."""
    month, day, year = (text.split("/")[part] for part in range(3))
    return year + "-" + month.lpad(2, "0") + "-" + day.lpad(2, "0")


def _vetoes(tables: dict[str, Table]) -> Table:
    drafts = tables["drafts"]
    apart = [
        drafts.select(
            "date", "year", "draft", "crisis_topic", draft_row=drafts.row, member=drafts[name]
        )
        for name in _VETOES
    ]
    named = apart[0].union(apart[1]).union(apart[2])
    cast = named.filter(named.member.notnull()).mutate(seated=_seated(named.member, named.date))
    found = actor_ids_by_name(cast, "seated", spellings=_SPELLINGS)
    numbered = ibis.row_number().over(order_by=[found.draft_row, found.member]) + 1
    return found.select(*[column.name for column in _VETO_COLUMNS], row=numbered)


def _seated(member: Value, date: Value) -> Value:
    """The member, with Taiwan for a China whose seat the government in Taipei held."""
    taipei = (member == "China") & (date < _PEKING_SEATED)
    return ibis.ifelse(taipei, "Taiwan", member)


def _without_a_veto(rows: Table) -> Table:
    return rows.filter(rows.member_veto1.isnull())


def _another_year(rows: Table) -> Table:
    return rows.filter(rows.date.year() != rows.year)


_VETO_COLUMNS = (
    Column("draft_row", "int64", "row of the draft in drafts"),
    Column("date", "date", "day of the vote"),
    Column("year", "int16", "its year"),
    Column("draft", "string", "symbol of the draft, or of the meeting where it has none"),
    Column("crisis_topic", "string", "crisis it was about"),
    Column("member", "string", "permanent member that voted against", levels=_PERMANENT),
    Column("id", "string", "actor of that name in that year"),
    Column("ccode", "int16", "its Correlates of War number"),
)

TABLES = (
    DatasetTable(
        dataset="unsc-vetoes",
        name="drafts",
        grain=("row",),
        columns=(
            Column("date", "date", "day of the vote"),
            Column("year", "int16", "its year"),
            Column("draft", "string", "symbol of the draft, or of the meeting where it has none"),
            Column("meeting_record", "string", "symbol of the record of the meeting"),
            Column("agenda_item", "string", "agenda item"),
            Column("crisis_topic", "string", "crisis it was about, by the collector"),
            Column("region", "string", "region of the crisis, by the collector"),
            *[
                Column(name, "string", "permanent member that voted against", levels=_PERMANENT)
                for name in _VETOES
            ],
        ),
        forms=(
            Form(
                "one row per veto record",
                frozenset({"year", "date", *_TEXTS, *_VETOES}),
                _drafts,
            ),
        ),
        coverage=(1946, 2022),
        checks=(
            Check("no vetoing member", "member_veto1 is given", _without_a_veto),
            Check("another year", "year is that of date", _another_year),
        ),
        faults=(
            "The file ends in July 2022: later vetoes of 2022 are not in it. Nor is the veto of 13 "
            "December 1955 that the Republic of China cast on Mongolia.",
            "The collector's flags per member (`USSR`, `USA`, …) disagree with the named members "
            "in a few rows; the names are kept, the flags are not.",
        ),
    ),
    DatasetTable(
        dataset="unsc-vetoes",
        name="vetoes",
        grain=("draft_row", "member"),
        columns=_VETO_COLUMNS,
        forms=(),
        coverage=(1946, 2022),
        derived=Derivation(("drafts",), _vetoes),
    ),
)
