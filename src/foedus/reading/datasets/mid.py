"""Militarised interstate disputes: the Correlates of War Project, version 5.0, 1816-2014.

Codebook: Correlates of War Project, *Militarized Interstate Dispute Data, v5.0*; Glenn Palmer et
al., "The MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description", *Conflict Management
and Peace Science* 39, 2022, 470-482. The publisher's files are `MIDA 5.0.csv` (one row per
dispute) and `MIDB 5.0.csv` (one row per participant and episode). Directed dispute-years and
dyad-years follow from them: see `dispute_years` and `whittling`.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import known_codes
from foedus.reading.datasets.dispute_years import directed_dispute_years
from foedus.reading.datasets.disputes import (
    DISPUTE,
    DYAD,
    OF_A_DISPUTE,
    OF_A_STATE,
    dyad_checks,
    dyad_columns,
    number,
    sided,
)
from foedus.reading.datasets.table import Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.whittling import one_dispute_each

__all__ = ["TABLES"]

_COVERAGE = (1816, 2014)
_OF_A_PAIR = ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")
_EPISODE = ("styear", "stmon", "stday", "endyear", "endmon", "endday")
_SIDED = tuple(column for name in _OF_A_PAIR for column in sided(name))

_DISPUTE_COLUMNS = (DISPUTE, *OF_A_DISPUTE.values())
_PARTICIPANT_COLUMNS = (
    DISPUTE,
    Column("ccode", "int32", "COW number of the state"),
    *(number(name, f"{OF_A_DISPUTE[name].meaning} for the state") for name in _EPISODE),
    *(number(name, meaning, levels) for name, (meaning, levels) in OF_A_STATE.items()),
)
_DISPUTE_YEAR_COLUMNS = (*dyad_columns("dispongoing", "disponset"), *_SIDED)
_DYAD_YEAR_COLUMNS = (
    *dyad_columns("cowmidongoing", "cowmidonset"),
    *_SIDED,
    *(OF_A_DISPUTE[name] for name in ("fatality", "hostlev", "mindur", "maxdur", "recip", "stmon")),
)


def _dispute_years(tables: dict[str, Table]) -> Table:
    return directed_dispute_years(
        tables["participants"], _OF_A_PAIR, ongoing="dispongoing", onset="disponset"
    )


def _dyad_years(tables: dict[str, Table]) -> Table:
    whittled = one_dispute_each(
        tables["directed_dispute_years"], tables["disputes"], onset="disponset"
    )
    named = whittled.rename(cowmidongoing="dispongoing", cowmidonset="disponset")
    return named.select(*(column.name for column in _DYAD_YEAR_COLUMNS))


def _names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


DISPUTES = DatasetTable(
    dataset="mid",
    name="disputes",
    grain=("dispnum",),
    columns=_DISPUTE_COLUMNS,
    forms=(
        Form(
            "MIDA",
            frozenset(
                {"dispnum", "styear", "stmon", "outcome", "settle", "fatality", "mindur", "maxdur"}
                | {"hiact", "hostlev", "recip"}
            ),
            kept(*_names(_DISPUTE_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    years=("styear",),
    faults=("A dispute that went on after 2014 has no later end in these data.",),
)

PARTICIPANTS = DatasetTable(
    dataset="mid",
    name="participants",
    grain=("dispnum", "ccode", "styear", "stmon", "stday"),
    columns=_PARTICIPANT_COLUMNS,
    forms=(
        Form(
            "MIDB",
            frozenset({"dispnum", "ccode", *_EPISODE, *OF_A_STATE}),
            kept(*_names(_PARTICIPANT_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    years=("styear", "endyear"),
    checks=(known_codes("ccode", "cow", None),),
    faults=("A state that leaves a dispute and returns, or changes sides, has several rows.",),
)

DIRECTED_DISPUTE_YEARS = DatasetTable(
    dataset="mid",
    name="directed_dispute_years",
    grain=("dispnum", *DYAD, "year"),
    columns=_DISPUTE_YEAR_COLUMNS,
    forms=(
        Form(
            "directed dispute-years",
            frozenset(_names(_DISPUTE_YEAR_COLUMNS)),
            kept(*_names(_DISPUTE_YEAR_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    checks=dyad_checks(("dispnum", *DYAD, "year"), _DISPUTE_YEAR_COLUMNS),
    derived=Derivation(("participants",), _dispute_years),
    faults=(
        "A dyad of one dispute stood on opposite sides; it need not have fought each other.",
        "Canada (20) takes part in dispute 197 in 1918, before it enters the state system in 1920.",
    ),
)

DIRECTED_DYAD_YEARS = DatasetTable(
    dataset="mid",
    name="directed_dyad_years",
    grain=(*DYAD, "year"),
    columns=_DYAD_YEAR_COLUMNS,
    forms=(
        Form(
            "directed dyad-years",
            frozenset(_names(_DYAD_YEAR_COLUMNS)),
            kept(*_names(_DYAD_YEAR_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    checks=dyad_checks((*DYAD, "year"), _DYAD_YEAR_COLUMNS),
    derived=Derivation(("directed_dispute_years", "disputes"), _dyad_years),
    faults=(
        "One dispute stands for a dyad that had several in a year; the others are in "
        "directed_dispute_years.",
    ),
)

TABLES = (DISPUTES, PARTICIPANTS, DIRECTED_DISPUTE_YEARS, DIRECTED_DYAD_YEARS)
