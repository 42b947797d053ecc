"""Armed conflicts with a state on at least one side, one row per conflict and year.

UCDP/PRIO Armed Conflict Dataset (Gleditsch, Wallensteen, Eriksson, Sollenberg and Strand, *Journal
of Peace Research* 39(5), 2002), version 25.1, and its codebook: 25 battle-related deaths in the
year make a conflict, 1,000 a war. States are numbered as by Gleditsch and Ward.

The publisher's file has one row per conflict and year and writes several states of a side as a
list ("2, 200"). A form in circulation repeats the conflict-year once per combination of
parties: it is put together again, so that rows can be counted.
"""

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import known_codes, unique_grain
from foedus.reading.datasets.state_names import actor_ids_by_code
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form

__all__ = ["TABLES"]

_BETWEEN = ", "
# Numbers of UCDP's that Gleditsch and Ward's list does not have, or not in these years.
_HYDERABAD, _SERBIA = 751, 345
_SIDES = {
    "gwno_a": ("a", False),
    "gwno_a_2nd": ("a", True),
    "gwno_b": ("b", False),
    "gwno_b_2nd": ("b", True),
}
# The words that the form with repeated conflict-years has for the codebook's numbers.
_INCOMPATIBILITIES = {"territory": "1", "government": "2", "both": "3"}
_TYPES = {"extrasystemic": "1", "interstate": "2", "intrastate": "3", "II": "4"}

_COLUMNS = (
    Column("conflict_id", "int32", "number of the conflict"),
    Column("year", "int16", "calendar year with at least 25 battle-related deaths"),
    Column("location", "string", "states whose government or territory is contested"),
    Column("side_a", "string", "primary parties of side A, always a government"),
    Column("side_a_2nd", "string", "states with troops on side A"),
    Column("side_b", "string", "primary parties of side B"),
    Column("side_b_2nd", "string", "states with troops on side B"),
    Column(
        "incompatibility",
        "int8",
        "1 about territory, 2 about government, 3 about both",
        levels=(1, 2, 3),
    ),
    Column("territory_name", "string", "territory contested, if any"),
    Column(
        "intensity_level",
        "int8",
        "1 minor: 25 to 999 battle-related deaths in the year; 2 war: 1,000 or more",
        levels=(1, 2),
    ),
    Column(
        "cumulative_intensity", "int8", "1 once the conflict has cost 1,000 lives", levels=(0, 1)
    ),
    Column(
        "type_of_conflict",
        "int8",
        "1 extrasystemic, 2 interstate, 3 intrastate, 4 internationalised intrastate",
        levels=(1, 2, 3, 4),
    ),
    Column("start_date", "date", "first battle-related death of the conflict"),
    Column("start_prec", "int8", "how precise start_date is; 1: the day is known"),
    Column("start_date2", "date", "day on which the episode reached 25 deaths in a year"),
    Column("start_prec2", "int8", "how precise start_date2 is; 1: the day is known"),
    Column("ep_end", "int8", "1: the episode ends in this year", levels=(0, 1)),
    Column("ep_end_date", "date", "last day of the episode, where it ends in this year"),
    Column("ep_end_prec", "int8", "how precise ep_end_date is; 1: the day is known"),
    Column("gwno_a", "string", "Gleditsch-Ward numbers of side_a, a list"),
    Column("gwno_a_2nd", "string", "Gleditsch-Ward numbers of side_a_2nd, a list"),
    Column("gwno_b", "string", "Gleditsch-Ward numbers of states in side_b, a list"),
    Column("gwno_b_2nd", "string", "Gleditsch-Ward numbers of side_b_2nd, a list"),
    Column("gwno_loc", "string", "Gleditsch-Ward numbers of location, a list"),
    Column("region", "string", "1 Europe, 2 Middle East, 3 Asia, 4 Africa, 5 Americas; a list"),
    Column("version", "string", "version of the dataset"),
)
_KEY = ("conflict_id", "year")


def _as_published(rows: Table) -> Table:
    return rows.select("row", **{name: _kept(rows, name) for name in _names()})


def _put_together(rows: Table) -> Table:
    """One row per conflict-year out of one per combination of its parties."""
    single = [name for name in _names() if name not in (*_KEY, *_SIDES) and name in rows.columns]
    whole = rows.group_by(*_KEY).aggregate(
        row=rows.row.min(),
        **{name: rows[name].min() for name in single},
        **{name: _list_of(rows[name]) for name in _SIDES},
    )
    kept = {name: _kept(whole, name) for name in _names()}
    kept["incompatibility"] = whole.incompatibility.cases(*_INCOMPATIBILITIES.items())
    kept["type_of_conflict"] = whole.type_of_conflict.cases(*_TYPES.items())
    return whole.select("row", **kept)


def _names() -> list[str]:
    return [column.name for column in _COLUMNS]


def _kept(rows: Table, name: str) -> Value:
    return rows[name] if name in rows.columns else ibis.null("string")


def _list_of(numbers: Value) -> Value:
    listed = numbers.cast("int64").collect(distinct=True).sort()
    written = listed.map(lambda number: number.cast("string")).join(_BETWEEN)
    return written.nullif("")


def _parties(tables: dict[str, Table]) -> Table:
    whole = tables["conflict_years"]
    sides = [_side(whole, name, *of) for name, of in _SIDES.items()]
    listed = sides[0].union(sides[1]).union(sides[2]).union(sides[3])
    numbered = actor_ids_by_code(listed, "gw", "gwno", into="gw_")
    # UCDP goes on numbering Serbia 345 after 2006, as COW does and Gleditsch and Ward do not.
    both = actor_ids_by_code(numbered, "cow", "gwno", into="cow_")
    found = both.select(
        *listed.columns,
        id=both.gw_id.coalesce(both.cow_id),
        ccode=both.gw_ccode.coalesce(both.cow_ccode),
    )
    return found.mutate(row=_numbered(found, *_KEY, "side", "secondary", "gwno"))


def _numbered(rows: Table, *order: str) -> Value:
    return ibis.row_number().over(order_by=[rows[name] for name in order]) + 1


def _side(whole: Table, name: str, side: str, secondary: bool) -> Table:
    given = whole.filter(whole[name].notnull())
    return given.select(
        *_KEY,
        side=ibis.literal(side),
        secondary=ibis.literal(secondary),
        gwno=given[name].split(_BETWEEN).unnest().cast("int16"),
    )


def _ends_out_of_its_year(rows: Table) -> Table:
    return rows.filter((rows.ep_end_date.year() != rows.year) & (rows.ep_end == 1))


_PARTIES = (
    Column("conflict_id", "int32", "number of the conflict"),
    Column("year", "int16", "calendar year"),
    Column("side", "string", "a or b", levels=("a", "b")),
    Column("secondary", "boolean", "whether it gave troops to the side without being a party"),
    Column("gwno", "int16", "Gleditsch-Ward number of the state"),
    Column("id", "string", "actor with that number in that year; null if none"),
    Column("ccode", "int16", "its Correlates of War number; null outside that system"),
)

TABLES = (
    DatasetTable(
        dataset="ucdp-acd",
        name="conflict_years",
        grain=_KEY,
        columns=_COLUMNS,
        forms=(
            Form(
                "one row per conflict and year, as published",
                frozenset({*_KEY, "location", "side_a", "side_b", *_SIDES, "type_of_conflict"}),
                _as_published,
            ),
            Form(
                "one row per combination of parties",
                frozenset({*_KEY, *_SIDES, "type_of_conflict", "incompatibility"}),
                _put_together,
            ),
        ),
        coverage=(1946, 2024),
        checks=(
            unique_grain(*_KEY),
            Check("ends in another year", "ep_end_date lies in year", _ends_out_of_its_year),
        ),
        faults=(
            "A year without a row is a year below 25 battle-related deaths, not a year of peace.",
        ),
    ),
    DatasetTable(
        dataset="ucdp-acd",
        name="parties",
        grain=(*_KEY, "side", "secondary", "gwno"),
        columns=_PARTIES,
        forms=(),
        coverage=(1946, 2024),
        checks=(known_codes("gwno", "gw", also=(_HYDERABAD, _SERBIA)),),
        derived=Derivation(("conflict_years",), _parties),
        faults=("Rebel groups have no number and are not listed: their side may be empty.",),
    ),
)
