"""Every table of every dataset that foedus can read, by dataset and by name."""

from functools import cache
from importlib import import_module

from foedus.reading.datasets.table import DatasetTable

__all__ = ["MODULES", "tables_of"]

# Dataset (its name in `sources/registry.yaml`) to the module that describes it, imported when used.
MODULES: dict[str, str] = {
    "atop": "atop",
    "cow-alliances": "cow_alliances",
    "cow-states": "cow_states",
    "majors": "cow_majors",
    "contiguity": "contiguity",
    "nmc": "nmc",
    "trade": "trade",
    "igo": "igo",
    "wars": "wars",
    "mid": "mid",
    "gml": "gml",
    "gw-states": "gw_states",
    "capitals": "capitals",
    "democracy": "democracy",
    "minimum-distance": "minimum_distance",
    "unga-votes": "unga_votes",
    "ideal-points": "ideal_points",
    "unsc-vetoes": "unsc_vetoes",
    "ucdp-acd": "ucdp_acd",
    "ucdp-ged": "ucdp_ged",
    "icews": "icews",
    "polecat": "polecat",
    "gdelt": "gdelt",
    "acled": "acled",
    "cameo": "cameo",
    "sipri-transfers": "sipri_transfers",
    "sipri-milex": "sipri_milex",
    "gsdb": "gsdb",
    "eu-sanctions": "eu_sanctions",
    "dcad": "dcad",
    "rivalries": "rivalries",
    "rivalries-2012": "rivalries_2012",
    "icb": "icb",
    "archigos": "archigos",
    "reign": "reign",
    "missile-tests": "missile_tests",
    "provocations": "provocations",
    "exercises": "exercises",
    "visits": "visits",
    "us-troops": "us_troops",
}


@cache
def tables_of(dataset: str) -> dict[str, DatasetTable]:
    """Return the tables of one dataset by name; KeyError for a dataset without a module.

    Each module names its tables in `TABLES`.
    """
    module = import_module(f"foedus.reading.datasets.{MODULES[dataset]}")
    return {table.name: table for table in module.TABLES}
