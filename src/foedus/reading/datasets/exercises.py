"""Military exercises held by several states together, 1974 to 2010.

`mme`, `mme_participants`: Multinational Military Exercises, version 7 (Harvard Dataverse,
doi:10.7910/DVN/KHFODX), 1980 to 2010. `jme`: Joint Military Exercises, version 3, an older coding
of 1974 to 2010 kept as text; its coders are not named in the copy in circulation. -9 is missing in
both; "xx" is a day (or month) that is not known, so a date has a first and a last day it may be.
"""

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import unique_grain
from foedus.reading.datasets.days import first_day, last_day, whole_number
from foedus.reading.datasets.state_names import actor_ids_by_code, actor_ids_by_name
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form

__all__ = ["TABLES"]

_MISSING = ("-9", "")
_BETWEEN = "; "
_KINDS = {
    "CPX": "a command post exercise",
    "Air": "air forces",
    "Land": "land forces",
    "Sea": "naval forces",
    "Amphibious": "landing from the sea",
    "Cyber": "networks",
    "Warfighting": "fighting a war",
    "Peacekeeping": "keeping a peace",
    "Humanitarian": "disaster relief and the like",
}
# Names that the files write otherwise; the last two are UTF-8 read as Latin-1.
_SPELLINGS = {
    "myanmar (burma)": "MMR",
    "st. christopher": "KNA",
    "federal republic of germany": "DEU",
    "cã´te dâ\x80\x99ivoire": "CIV",
    "sã£o tomã© & prã\xadncipe": "STP",
}


def _mme(rows: Table) -> Table:
    states = sorted((name for name in rows.columns if name.startswith("State")), key=_place)
    dates = {
        f"{begins}{bound}": of(*(rows[f"{part}.{unit}"] for unit in ("year", "month", "day")))
        for begins, part in (("begins", "s"), ("ends", "e"))
        for bound, of in (("", _edtf), ("_earliest", first_day), ("_latest", last_day))
    }
    return rows.select(
        "row",
        *("MMEID", "Ex_Name", "Series_Name", "Location", "lat", "lon"),
        *_KINDS,
        *("FocusDescription", "AdditionalParticipantInfo"),
        year=rows["s.year"],
        states=_listed([rows[name] for name in states]),
        **dates,
    )


def _place(column: str) -> tuple[int, str]:
    """StateA to StateZ before StateAA."""
    return len(column), column


def _listed(names: list[Value]) -> Value:
    given = [
        ibis.ifelse(name.strip().isin(_MISSING), ibis.null("string"), name.strip())
        for name in names
    ]
    return ibis.array(given).filter(lambda name: name.notnull()).join(_BETWEEN).nullif("")


def _edtf(year: Value, month: Value, day: Value) -> Value:
    """As much of the date as is known: 1980-01-14, 1980-01, 1980."""
    of_year = whole_number(year).cast("string")
    of_month, of_day = (whole_number(part) for part in (month, day))
    with_month = of_year + "-" + of_month.cast("string").lpad(2, "0")
    with_day = with_month + "-" + of_day.cast("string").lpad(2, "0")
    return ibis.cases(
        ((of_month > 0) & (of_day > 0), with_day),
        (of_month > 0, with_month),
        (whole_number(year) > 0, of_year),
    )


def _participants_as_coded(rows: Table) -> Table:
    coded = rows.select(
        "row", "MMEID", "country", "gwcode", "participant_count", year=rows.year.cast("int32")
    )
    return _identified(coded)


def _participants(tables: dict[str, Table]) -> Table:
    listed = tables["mme"].filter(tables["mme"].states.notnull())
    long = listed.select(
        "MMEID",
        year=listed.year.cast("int32"),
        country=listed.states.split(_BETWEEN).unnest(),
        gwcode=ibis.null("int16"),
        participant_count=listed.states.split(_BETWEEN).length().cast("int16"),
    ).distinct()
    numbered = long.mutate(row=ibis.row_number().over(order_by=[long.MMEID, long.country]) + 1)
    return _identified(numbered)


def _identified(rows: Table) -> Table:
    """Actors by the Gleditsch-Ward number where one is coded, by the name elsewhere."""
    named = actor_ids_by_name(rows, "country", into="named_", spellings=_SPELLINGS)
    found = actor_ids_by_code(named, "gw", "gwcode", into="coded_")
    return found.select(
        *rows.columns,
        id=found.coded_id.coalesce(found.named_id),
        ccode=found.coded_ccode.coalesce(found.named_ccode),
    )


def _jme(rows: Table) -> Table:
    states = sorted((name for name in rows.columns if name.startswith("State ")), key=_place)
    started, ended = (
        _parts(rows[name], [rows[f"{part}.{unit}"] for unit in ("year", "month", "day")])
        for name, part in (("Start Date", "s"), ("enddate", "e"))
    )
    return rows.select(
        "row",
        name=rows["Exercise Name"],
        location=rows.Location1,
        location_detail=rows.Location2,
        year=started[0],
        begins=_edtf(*started),
        begins_earliest=first_day(*started),
        begins_latest=last_day(*started),
        ends=_edtf(*ended),
        ends_earliest=first_day(*ended),
        ends_latest=last_day(*ended),
        kind=_kind(rows["JME Type"]),
        states=_listed([rows[name].upper() for name in states]),
        source=rows["Source(s)"],
    )


def _parts(date: Value, apart: list[Value]) -> tuple[Value, ...]:
    """Year, month and day of 11/xx/1974 or of a spreadsheet's 1997-09-15 00:00:00, else `apart`."""
    slashed = date.strip().lower().split("/")
    dashed = date.strip()[:10].split("-")
    well = slashed.length() == 3
    iso = dashed.length() == 3
    return tuple(
        ibis.cases((well, slashed[ours]), (iso, dashed[theirs]), else_=part)
        for ours, theirs, part in zip((2, 0, 1), (0, 1, 2), apart, strict=True)
    )


def _kind(text: Value) -> Value:
    plain = text.strip().upper()
    both = plain.contains("CPX") & plain.contains("FTX")
    return ibis.cases((both, "CPX and FTX"), (plain.isin(["CPX", "FTX"]), plain))


def _ends_first(rows: Table) -> Table:
    return rows.filter(rows.ends_latest < rows.begins_earliest)


_BACKWARDS = Check("ends before it begins", "the last day is not before the first", _ends_first)
_DATES = [
    column
    for when, said in (("begins", "first"), ("ends", "last"))
    for column in (
        Column(when, "string", f"{said} day, as much of it as is known, in EDTF"),
        Column(f"{when}_earliest", "date", "first day that may be"),
        Column(f"{when}_latest", "date", "last day that may be"),
    )
]

TABLES = (
    DatasetTable(
        dataset="exercises",
        name="mme",
        grain=("MMEID",),
        columns=(
            Column("MMEID", "string", "id of the exercise"),
            Column("Ex_Name", "string", "its name", missing=_MISSING),
            Column("Series_Name", "string", "series it belongs to", missing=_MISSING),
            Column("Location", "string", "where", missing=_MISSING),
            Column("lat", "float64", "degrees north"),
            Column("lon", "float64", "degrees east"),
            Column("year", "int16", "year in which it began"),
            *_DATES,
            *[
                Column(name, "int8", f"1: {meaning}", levels=(0, 1))
                for name, meaning in _KINDS.items()
            ],
            Column("FocusDescription", "string", "what was trained", missing=_MISSING),
            Column("AdditionalParticipantInfo", "string", "on participants", missing=_MISSING),
            Column("states", "string", "states that took part, a list; null if none is named"),
        ),
        forms=(
            Form(
                "one row per exercise",
                frozenset({"MMEID", "Ex_Name", "s.year", "s.month", "s.day", "e.year", "StateA"}),
                _mme,
            ),
        ),
        coverage=(1980, 2010),
        checks=(
            unique_grain("MMEID"),
            _BACKWARDS,
        ),
        faults=(
            "Three ids (mme3457, mme3458, mme3460) are each given to two exercises.",
            "A few names of states are UTF-8 read as Latin-1.",
        ),
    ),
    DatasetTable(
        dataset="exercises",
        name="mme_participants",
        grain=("MMEID", "country", "year"),
        columns=(
            Column("MMEID", "string", "id of the exercise"),
            Column("country", "string", "state that took part, as named", missing=_MISSING),
            Column("year", "int16", "year; an exercise over the new year has two rows"),
            Column("gwcode", "int16", "Gleditsch-Ward number, as coded"),
            Column("id", "string", "actor by gwcode, or by the name, in that year"),
            Column("ccode", "int16", "its Correlates of War number"),
            Column("participant_count", "int16", "states that took part"),
        ),
        forms=(
            Form(
                "one row per exercise, state and year",
                frozenset({"MMEID", "gwcode", "country", "year", "participant_count"}),
                _participants_as_coded,
            ),
        ),
        coverage=(1980, 2010),
        checks=(unique_grain("MMEID", "country", "year"),),
        derived=Derivation(("mme",), _participants),
        faults=("A participant that is not named has no country; it may be counted all the same.",),
    ),
    DatasetTable(
        dataset="exercises",
        name="jme",
        grain=("row",),
        columns=(
            Column("name", "string", "its name", missing=_MISSING),
            Column("location", "string", "where", missing=_MISSING),
            Column("location_detail", "string", "where, more closely", missing=_MISSING),
            Column("year", "int16", "year in which it began", missing=("xxxx",)),
            *_DATES,
            Column(
                "kind",
                "string",
                "CPX command post, FTX field training, or both; null where the coders were unsure",
                levels=("CPX", "FTX", "CPX and FTX"),
            ),
            Column("states", "string", "ISO alpha-3 codes of states that took part, a list"),
            Column("source", "string", "files of the coders' sources"),
        ),
        forms=(
            Form(
                "one row per exercise, as text",
                frozenset(
                    {"Exercise Name", "Start Date", "s.year", "enddate", "JME Type", "State A"}
                ),
                _jme,
                version="3",
            ),
        ),
        coverage=(1974, 2010),
        checks=(_BACKWARDS,),
        faults=(
            "Dates are free text: where one is no date (08/051999) its parts in columns of their "
            "own are taken.",
            "A few participants are organisations or numbers of states, not codes.",
        ),
    ),
)
