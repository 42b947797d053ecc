"""North Korean flight tests of missiles, one row per missile flown.

CNS North Korea Missile Test Database (James Martin Center for Nonproliferation Studies, for the
Nuclear Threat Initiative): missiles that carry 500 kg or more over 300 km or more. Read in the
form in which A. Kusanagi publishes and extends it (nested JSON, "unknown" for a value not known,
"na" for one that does not apply), or flat. Days are in universal time: one on the
evening of 28 November is 29 November in Korea.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.expr.types import DateValue, Table

from foedus.reading.datasets.checks import not_negative
from foedus.reading.datasets.days import first_day, last_day
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["TABLES"]

_UNKNOWN = ("unknown", "na", "")
_PLACE = ("name", "lat", "lon")
_KIND = ("name", "type", "maneuver")
_HEAD = 1 << 16
_OUTCOMES = ("success", "failure")
_PLACES = ("sea-of-japan", "yellow-sea", "pacific-ocean", "north-korea")
_FIELDS = (
    *("date", "time", "series", "missile", "facility", "landing"),
    *("apogee", "distance", "bearing", "outcome", "description"),
)


def _nested(path: Path) -> pa.Table | None:
    """The tests of `timeBins[].data[]` in order, all text; None for another file."""
    content = _json(path, b'"timeBins"')
    if not isinstance(content, dict) or not isinstance(content.get("timeBins"), list):
        return None
    tests = [
        test
        for years in content["timeBins"]
        if isinstance(years, dict)
        for test in years.get("data", ())
        if isinstance(test, dict)
    ]
    texts = {name: [_text(test.get(name)) for test in tests] for name in _FIELDS}
    texts["glide"] = ["true" if test.get("glide") else "false" for test in tests]
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in texts.items()})


def _facilities(path: Path) -> pa.Table | None:
    """Places of launch by id; None for another file."""
    content = _json(path, b'"facilities"')
    return _by_id(content.get("facilities") if isinstance(content, dict) else None, _PLACE)


def _missiles(path: Path) -> pa.Table | None:
    """Types of missile by id; None for another file."""
    return _by_id(_json(path, b'"SRBM"'), _KIND)


def _by_id(content: object, fields: tuple[str, ...]) -> pa.Table | None:
    if not isinstance(content, dict) or not all(_names(one) for one in content.values()):
        return None
    columns = {"id": list(content)}
    columns |= {name: [_text(one.get(name)) for one in content.values()] for name in fields}
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()})


def _names(value: object) -> bool:
    return isinstance(value, dict) and "name" in value


def _json(path: Path, words: bytes) -> Any:
    if path.suffix.lower() != ".json":
        return None
    with path.open("rb") as file:
        # Every file is held against every form: none is read whole to learn that it is another.
        if words not in file.read(_HEAD):
            return None
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _from_nested(rows: Table) -> Table:
    return _tests(rows.mutate(glide=rows.glide == "true"))


def _from_flat(rows: Table) -> Table:
    return _tests(rows.mutate(glide=rows.glide.notnull()))


def _tests(rows: Table) -> Table:
    return rows.select(
        "row",
        *_FIELDS[2:],
        "date",
        "glide",
        time=rows.time.replace(" (UTC)", ""),
        earliest=_bound(rows, first_day),
        latest=_bound(rows, last_day),
    )


def _bound(rows: Table, of: Any) -> DateValue:
    return of(rows.date[:4], rows.date[5:7], rows.date[8:10])


def _known(*columns: str) -> Callable[[Table], Table]:
    """The rows but the one for what is not known, which is no place and no type."""
    return lambda rows: rows.filter(rows.id != "unknown").select("row", "id", *columns)


def _undated(rows: Table) -> Table:
    return rows.filter(rows.earliest.isnull())


TABLES = (
    DatasetTable(
        dataset="missile-tests",
        name="tests",
        grain=("row",),
        columns=(
            Column("date", "string", "day or month of the test in universal time, in EDTF"),
            Column("earliest", "date", "first day it may be"),
            Column("latest", "date", "last day it may be"),
            Column("time", "string", "hour and minute, universal time", missing=_UNKNOWN),
            Column("series", "int16", "number in the series of that day", missing=_UNKNOWN),
            Column("missile", "string", "type of missile", missing=_UNKNOWN),
            Column("facility", "string", "place of launch", missing=_UNKNOWN),
            Column(
                "landing",
                "string",
                "where it came down; null if not known, or if it did not fly so far",
                missing=_UNKNOWN,
                levels=_PLACES,
            ),
            Column("apogee", "float64", "highest point, kilometres", missing=_UNKNOWN),
            Column("distance", "float64", "distance flown, kilometres", missing=_UNKNOWN),
            Column("bearing", "float64", "direction, degrees from north", missing=_UNKNOWN),
            Column("outcome", "string", "success or failure", missing=_UNKNOWN, levels=_OUTCOMES),
            Column("description", "string", "the coders' account"),
            Column("glide", "boolean", "whether legs of a glide are coded; they are not kept"),
        ),
        forms=(
            Form(
                "nested JSON",
                frozenset({*_FIELDS, "glide"}),
                _from_nested,
                _nested,
            ),
            Form("flat table", frozenset({*_FIELDS, "glide", "date_precision"}), _from_flat),
        ),
        coverage=(1984, 2026),
        years=("earliest", "latest"),
        checks=(
            Check("no date", "date is a day or a month", _undated),
            not_negative("apogee", "distance"),
        ),
        faults=(
            "The tests of 1984 are estimates of how many there were from April to September.",
            "Tests of shorter range, of cruise missiles and of artillery are mostly left out.",
        ),
    ),
    DatasetTable(
        dataset="missile-tests",
        name="facilities",
        grain=("id",),
        columns=(
            Column("id", "string", "place of launch, as in tests"),
            Column("name", "string", "its name"),
            Column("lat", "float64", "degrees north"),
            Column("lon", "float64", "degrees east"),
        ),
        forms=(Form("nested JSON", frozenset({"id", *_PLACE}), _known(*_PLACE), _facilities),),
        years=(),
    ),
    DatasetTable(
        dataset="missile-tests",
        name="missiles",
        grain=("id",),
        columns=(
            Column("id", "string", "type of missile, as in tests"),
            Column("name", "string", "its name"),
            Column(
                "type",
                "string",
                "SRBM, MRBM, IRBM, ICBM by range; SLBM from a submarine; SLV for satellites; …",
            ),
            Column("maneuver", "string", "how it manoeuvres, where it does"),
        ),
        forms=(Form("nested JSON", frozenset({"id", *_KIND}), _known(*_KIND), _missiles),),
        years=(),
    ),
)
