"""What states could put into the field: National Material Capabilities, version 7.0.

Codebook: Correlates of War Project, *National Material Capabilities Data Documentation*. Method:
J. David Singer, "Reconstructing the Correlates of War Dataset on Material Capabilities of States,
1816-1985", *International Interactions* 14, 1987, 115-132. -9 is missing.
"""

from foedus.reading.datasets.checks import known_codes, not_negative
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["CAPABILITIES", "TABLES"]

CAPABILITIES = ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc")

_MISSING = ("-9",)
_MEANING = {
    "milex": "military expenditure: thousand current pounds sterling to 1913, US dollars from 1914",
    "milper": "military personnel, thousands",
    "irst": "iron and steel production, thousand tons",
    "pec": "primary energy consumption, thousand coal-ton equivalents",
    "tpop": "total population, thousands",
    "upop": "urban population (cities over 100,000), thousands",
    "cinc": "Composite Index of National Capability: mean share in the world's six totals, 0 to 1",
}

STATE_YEARS = DatasetTable(
    dataset="nmc",
    name="state_years",
    grain=("ccode", "year"),
    columns=(
        Column("ccode", "int32", "COW number of the state"),
        Column("year", "int32", "calendar year"),
        *(Column(name, "float64", _MEANING[name], _MISSING) for name in CAPABILITIES),
    ),
    forms=(
        Form(
            "state-years",
            frozenset({"ccode", "year", *CAPABILITIES}),
            kept("ccode", "year", *CAPABILITIES),
        ),
    ),
    coverage=(1816, 2022),
    checks=(
        known_codes("ccode", "cow"),
        not_negative(*CAPABILITIES),
    ),
    faults=(
        "Military expenditure changes its currency between 1913 and 1914: compare within a year.",
        "The indices of a year add up to between 1.00 and 1.08, not to 1.",
    ),
)

TABLES = (STATE_YEARS,)
