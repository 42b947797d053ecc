"""The tables that say what a CAMEO code means: its PLOVER type, and its score on Goldstein's scale.

`plover`: *CAMEO to PLOVER conversion table* (Open Event Data Alliance, PLOVER manual draft 0.8, 17
September 2021), the text file as published: `code: TYPE, mode, contexts # what the code says`.
CAMEO's comments and appeals (01 and 02) have no PLOVER type and are not in it.

`goldstein`: scores of Goldstein 1992, "A Conflict-Cooperation Scale for WEIS Events Data", *Journal
of Conflict Resolution* 36(2), 369-385, as carried over to the CAMEO codes. From -10, the most
intense conflict, to 10, the most intense cooperation.
"""

import re
from pathlib import Path
from typing import Final

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from foedus.evidence import EventType
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["GOLDSTEIN", "PLOVER", "TABLES"]

_TITLE: Final = "CAMEO to PLOVER conversion table"
_LINE: Final = re.compile(
    r"(?P<code>\d{3,4}): *(?P<event_type>[A-Z]+) *,(?P<mode>[^,#]*),(?P<contexts>[^#]*)"
    r"(?:#(?P<name>.*))?"
)
_LARGEST: Final = 1 << 20
_INVESTIGATE, _MASS_VIOLENCE = "09", "20"


def _published(path: Path) -> pa.Table | None:
    """Return the lines of the published text that give a code its type, None for another file."""
    if path.stat().st_size > _LARGEST:
        return None
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    if not any(_TITLE in line for line in lines[:5]):
        return None
    found = [(number, _LINE.match(line)) for number, line in enumerate(lines, 1)]
    rows = [
        {"row": number} | {name: (words or "").strip() for name, words in one.groupdict().items()}
        for number, one in found
        if one
    ]
    columns = ("code", "event_type", "mode", "contexts", "name")
    schema = pa.schema([(name, pa.string()) for name in columns]).append(
        pa.field("row", pa.int64())
    )
    return pa.Table.from_pylist(rows, schema=schema)


def _each_code_once(rows: Table) -> Table:
    # The text gives 175 twice, with the same type, under two wordings of its name.
    firsts = rows.group_by("code", "event_type", "mode", "contexts").aggregate(row=rows.row.min())
    named = rows.select("row", "name")
    return firsts.inner_join(named, "row").select(
        "row",
        "code",
        "event_type",
        mode=firsts["mode"].nullif(""),
        contexts=firsts.contexts.re_replace(r" *; *", ";").nullif(""),
        name=named.name.nullif(""),
    )


def _with_sign(rows: Table) -> Table:
    """The rows of conflict (CAMEO 09 to 20) whose score is that of cooperation."""
    root = rows.code.substr(0, 2)
    conflict = (root >= _INVESTIGATE) & (root <= _MASS_VIOLENCE)
    return rows.filter(conflict & (rows.goldstein > 0))


LOST_SIGN = Check(
    "lost minus sign",
    "conflict (CAMEO 09 to 20) scores below zero: some copies print accusations as 2, not -2",
    _with_sign,
)

PLOVER = DatasetTable(
    "cameo",
    "plover",
    ("code",),
    (
        Column("code", "string", "CAMEO code of three or four digits, leading zeros kept"),
        Column(
            "event_type",
            "string",
            "PLOVER type",
            levels=tuple(each.value for each in EventType),
        ),
        Column("mode", "string", "PLOVER mode, how it is done; missing where the table has none"),
        Column("contexts", "string", "PLOVER contexts, split by ';'; missing where it has none"),
        Column("name", "string", "what the code says, in the table's words"),
    ),
    (
        Form(
            "text of 2021",
            frozenset({"code", "event_type", "mode", "contexts", "name"}),
            _each_code_once,
            _published,
        ),
    ),
    years=(),
)

GOLDSTEIN = DatasetTable(
    "cameo",
    "goldstein",
    ("code",),
    (
        Column("code", "string", "CAMEO code of two to four digits, leading zeros kept"),
        Column("name", "string", "what the code says"),
        Column("goldstein", "float64", "score, -10 to 10"),
    ),
    (
        Form(
            "codes, names and scores",
            frozenset({"code", "name", "goldstein"}),
            kept("code", "name", "goldstein"),
        ),
    ),
    years=(),
    checks=(
        LOST_SIGN,
        Check(
            "score outside the scale",
            "a score lies from -10 to 10",
            lambda rows: rows.filter(rows.goldstein.abs() > ibis.literal(10.0)),
        ),
    ),
)

TABLES = (GOLDSTEIN, PLOVER)
