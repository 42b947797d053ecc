"""Militarised interstate disputes as corrected by Gibler, Miller and Little, version 2.2.1.

Source: Douglas M. Gibler, Steven V. Miller and Erin K. Little, "An Analysis of the Militarized
Interstate Dispute (MID) Dataset, 1816-2001", *International Studies Quarterly* 60, 2016, 719-730;
the codes are those of the COW data (see `disputes`). The publisher's files are
`gml-mida-2.2.1.csv` (disputes), `gml-midb-2.2.1.csv` (participants) and
`gml-ddy-disputes-2.2.1.csv` (directed dispute-years).
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

_COVERAGE = (1816, 2010)
_EPISODE = ("styear", "stmon", "stday", "endyear", "endmon", "endday")
_OF_A_PAIR = ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")
_DISPUTE_OF_A_YEAR = (
    *("hiact", "hostlev", "mindur", "maxdur", "outcome", "settle", "fatality", "fatalpre"),
    *("stmon", "endmon", "recip", "numa", "numb"),
)
_RANKED = ("fatality", "hostlev", "recip", "mindur", "maxdur", "stmon")
_ONGOING = number("ongo2010", "1 when the dispute went on after 2010", (0, 1))


def _revision(kind: int) -> tuple[Column, Column]:
    # The publisher writes the kind first and the state second: revtype12 is the second state's
    # first kind.
    meaning, levels = OF_A_STATE[f"revtype{kind}"]
    return (
        number(f"revtype{kind}1", f"first state: {meaning}", levels),
        number(f"revtype{kind}2", f"second state: {meaning}", levels),
    )


_DISPUTE_COLUMNS = (DISPUTE, *OF_A_DISPUTE.values(), _ONGOING)
_PARTICIPANT_COLUMNS = (
    DISPUTE,
    Column("ccode", "int32", "COW number of the state"),
    *(number(name, f"{OF_A_DISPUTE[name].meaning} for the state") for name in _EPISODE),
    *(number(name, meaning, levels) for name, (meaning, levels) in OF_A_STATE.items()),
    Column("obsid_start", "string", "Archigos id of the leader at the state's first day"),
    Column("obsid_end", "string", "Archigos id of the leader at the state's last day"),
)
_DISPUTE_YEAR_COLUMNS = (
    *dyad_columns("midongoing", "midonset"),
    *sided("sidea"),
    *sided("revstate"),
    *_revision(1),
    *_revision(2),
    *(column for name in _OF_A_PAIR[1:] for column in sided(name)),
    *(OF_A_DISPUTE[name] for name in _DISPUTE_OF_A_YEAR),
    _ONGOING,
)
_DYAD_YEAR_COLUMNS = (
    *dyad_columns("gmlmidongoing", "gmlmidonset"),
    *(column for name in _OF_A_PAIR for column in sided(name)),
    *(OF_A_DISPUTE[name] for name in _RANKED),
)


def _dispute_years(tables: dict[str, Table]) -> Table:
    met = directed_dispute_years(
        tables["participants"],
        tuple(OF_A_STATE),
        ongoing="midongoing",
        onset="midonset",
        same="year",
    )
    disputes = tables["disputes"].select("dispnum", *_DISPUTE_OF_A_YEAR, "ongo2010")
    return met.inner_join(disputes, "dispnum").select(*_names(_DISPUTE_YEAR_COLUMNS))


def _dyad_years(tables: dict[str, Table]) -> Table:
    whittled = one_dispute_each(
        tables["directed_dispute_years"], tables["disputes"], onset="midonset"
    )
    named = whittled.rename(gmlmidongoing="midongoing", gmlmidonset="midonset")
    return named.select(*_names(_DYAD_YEAR_COLUMNS))


def _names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


DISPUTES = DatasetTable(
    dataset="gml",
    name="disputes",
    grain=("dispnum",),
    columns=_DISPUTE_COLUMNS,
    forms=(
        Form(
            "gml-mida",
            frozenset(
                {"dispnum", "styear", "stmon", "outcome", "settle", "fatality", "mindur", "maxdur"}
                | {"hiact", "hostlev", "recip"}
            ),
            kept(*_names(_DISPUTE_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    years=("styear",),
    faults=(
        "Dispute 1272 (Poland against Lithuania and Latvia) begins in month 13 of 1918: its first "
        "participants entered on 13 November.",
        "A dispute that went on after 2010 has no later end in these data.",
    ),
)

PARTICIPANTS = DatasetTable(
    dataset="gml",
    name="participants",
    grain=("dispnum", "ccode", "styear", "stmon", "stday"),
    columns=_PARTICIPANT_COLUMNS,
    forms=(
        Form(
            "gml-midb",
            frozenset({"dispnum", "ccode", *_EPISODE, "sidea", "hiact", "orig"}),
            kept(*_names(_PARTICIPANT_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    years=("styear", "endyear"),
    checks=(known_codes("ccode", "cow", None),),
    faults=("A state that leaves a dispute and returns, or changes sides, has several rows.",),
)

DIRECTED_DISPUTE_YEARS = DatasetTable(
    dataset="gml",
    name="directed_dispute_years",
    grain=("dispnum", *DYAD, "year"),
    columns=_DISPUTE_YEAR_COLUMNS,
    forms=(
        Form(
            "gml-ddy-disputes",
            frozenset(_names(_DISPUTE_YEAR_COLUMNS)),
            kept(*_names(_DISPUTE_YEAR_COLUMNS)),
        ),
    ),
    coverage=_COVERAGE,
    checks=dyad_checks(("dispnum", *DYAD, "year"), _DISPUTE_YEAR_COLUMNS),
    derived=Derivation(("participants", "disputes"), _dispute_years),
    faults=(
        "Dispute 1272 begins in month 13 and dispute 3514 ends in month 19: read 11 and see the "
        "participants.",
        "In dispute 4273 Iraq and Kuwait begin anew in 2003; Kuwait returned in September 2002.",
        "The kinds of revision (revtype) are kept for old studies; their authors warn against use.",
    ),
)

DIRECTED_DYAD_YEARS = DatasetTable(
    dataset="gml",
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
        "stmon is 13 in the rows of dispute 1272.",
    ),
)

TABLES = (DISPUTES, PARTICIPANTS, DIRECTED_DISPUTE_YEARS, DIRECTED_DYAD_YEARS)
