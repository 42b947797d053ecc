"""Which states there are, and since when: the list of Gleditsch and Ward, version of 2017.

Source: Kristian S. Gleditsch and Michael D. Ward, "A Revised List of Independent States since the
Congress of Vienna", *International Interactions* 25, 1999, 393-413, with its case descriptions.
The publisher's file is `ksgmdw.txt`, tab-separated; microstates (population below 250,000) stand
in a file of their own, `microstates.txt`, with the same columns.
"""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import ends_after_it_begins, spells_do_not_overlap
from foedus.reading.datasets.spell_years import dated
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]


def _without_microstates(rows: Table) -> Table:
    tidy = kept("gwcode", "stateabb", "statename", begins="startdate", ends="enddate")
    return tidy(rows).mutate(microstate=ibis.literal(False))


_PUBLISHED = kept(
    "microstate",
    gwcode="statenumber",
    stateabb="stateid",
    statename="countryname",
    begins="start",
    ends="end",
)
_BOTH = kept(
    "gwcode", "microstate", stateabb="gw_abb", statename="gw_name", begins="start", ends="end"
)

SPELLS = DatasetTable(
    dataset="gw-states",
    name="spells",
    grain=("gwcode", "begins"),
    columns=(
        Column("gwcode", "int32", "Gleditsch-Ward number of the state"),
        Column("stateabb", "string", "abbreviation of the state"),
        Column("statename", "string", "name of the state"),
        Column("begins", "date", "first day of independence"),
        Column("ends", "date", "last day of independence"),
        Column("microstate", "boolean", "population below 250,000; missing when the file is mute"),
    ),
    forms=(
        Form(
            "list of 2017 without microstates",
            frozenset({"gwcode", "stateabb", "statename", "startdate", "enddate"}),
            _without_microstates,
        ),
        Form(
            "ksgmdw.txt",
            frozenset({"statenumber", "stateid", "countryname", "start", "end"}),
            _PUBLISHED,
        ),
        Form(
            "with microstates",
            frozenset({"gwcode", "gw_abb", "gw_name", "microstate", "start", "end"}),
            _BOTH,
        ),
    ),
    coverage=(1816, 2017),
    years=("begins", "ends"),
    checks=(
        dated(),
        ends_after_it_begins(),
        spells_do_not_overlap(["gwcode"]),
    ),
    faults=(
        "An end on 31 December of the list's last year (2017) is the end of the list, not of the "
        "state.",
        "A begin on 1 January 1816 is the beginning of the list for states that are older.",
        "Microstates stand in another file of the publisher.",
    ),
)

TABLES = (SPELLS,)
