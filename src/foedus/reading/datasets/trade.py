"""Who imports how much from whom: Correlates of War Trade, versions 3.0 and 4.0.

Codebook: Katherine Barbieri and Omar M. G. Keshk, *Correlates of War Project Trade Data Set
Codebook, Version 4.0*, 2016 (Version 3.0: 2012); Katherine Barbieri, Omar M. G. Keshk and Brian
Pollins, "Trading Data: Evaluating our Assumptions and Coding Rules", *Conflict Management and Peace
Science* 26, 2009, 471-491. Amounts are millions of current US dollars; -9 is missing. The
publisher's files are `Dyadic_COW_4.0.csv`, `National_COW_4.0.csv` and `dyadic_trade_3.0.csv`.
"""

from foedus.reading.datasets.checks import known_codes, not_negative
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import lower_code_first

__all__ = ["TABLES"]

_MISSING = ("-9",)
_DYAD = ("ccode1", "ccode2")
_FLOWS = {
    "flow1": "imports of state 1 from state 2, million current US dollars",
    "flow2": "imports of state 2 from state 1, million current US dollars",
    "smoothflow1": "flow1 smoothed by the publisher; missing before version 4.0",
    "smoothflow2": "flow2 smoothed by the publisher; missing before version 4.0",
}

_PLAIN = ("flow1", "flow2")

DYAD_YEARS = DatasetTable(
    dataset="trade",
    name="dyad_years",
    grain=(*_DYAD, "year"),
    columns=(
        Column("ccode1", "int32", "COW number of the state with the lower number"),
        Column("ccode2", "int32", "COW number of the state with the higher number"),
        Column("year", "int32", "calendar year"),
        *(Column(name, "float64", meaning, _MISSING) for name, meaning in _FLOWS.items()),
    ),
    forms=(
        Form(
            "dyad-years with smoothed flows",
            frozenset({*_DYAD, "year", *_FLOWS}),
            kept(*_DYAD, "year", *_FLOWS),
            version="4.0",
        ),
        Form(
            "dyad-years with names and sources, not smoothed",
            frozenset({*_DYAD, "year", "importer1", "importer2", *_PLAIN, "source1", "source2"}),
            kept(*_DYAD, "year", *_FLOWS),
            version="3.0",
        ),
        Form(
            "dyad-years",
            frozenset({*_DYAD, "year", *_PLAIN}),
            kept(*_DYAD, "year", *_FLOWS),
        ),
    ),
    coverage=(1870, 2014),
    checks=(
        lower_code_first(*_DYAD),
        known_codes("ccode1", "cow"),
        known_codes("ccode2", "cow"),
        not_negative(*_FLOWS),
    ),
    faults=(
        "Version 3.0 ends in 2009, version 4.0 in 2014.",
        "A dyad-year that is not listed is not known: it is not a trade of zero.",
        "Copies that went through an R package may have lost the rows with a missing flow.",
    ),
)

STATE_YEARS = DatasetTable(
    dataset="trade",
    name="state_years",
    grain=("ccode", "year"),
    columns=(
        Column("ccode", "int32", "COW number of the state"),
        Column("year", "int32", "calendar year"),
        Column("imports", "float64", "total imports, million current US dollars", _MISSING),
        Column("exports", "float64", "total exports, million current US dollars", _MISSING),
    ),
    forms=(
        Form(
            "state-years",
            frozenset({"ccode", "year", "imports", "exports"}),
            kept("ccode", "year", "imports", "exports"),
        ),
    ),
    coverage=(1870, 2014),
    checks=(
        known_codes("ccode", "cow", None),
        not_negative("imports", "exports"),
    ),
)

TABLES = (DYAD_YEARS, STATE_YEARS)
