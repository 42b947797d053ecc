"""The panel as foedus makes it, of the same files."""

from pathlib import Path

import pyarrow as pa

from foedus.datasets.importing import imported
from foedus.panels import panel

__all__ = ["FILES", "foedus_panel"]

FILES = {
    "cow/states2016.parquet": "cow-states",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/mid_v5_directed_dyad_years.parquet": "mid",
    "cow/contiguity_v3.2_spells.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/nmc_v7.0.parquet": "nmc",
    "cow/igo_v3_dyad_year_counts.parquet": "igo",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "cow/capitals.parquet": "capitals",
}
"""Files under the folder of data, and the dataset that each is imported as."""

ADDED = (
    "atop",
    "mid",
    "contiguity",
    "majors",
    "nmc",
    "igo",
    "rivalries",
    "capital-distance",
)


def foedus_panel(data: Path, first: int, last: int) -> pa.Table:
    """Import the files into the folder that FOEDUS_DATA names, and return the panel."""
    for file, dataset in FILES.items():
        imported(dataset, data / file)
    return panel("dyad-year", years=(first, last), add=ADDED).to_pyarrow()
