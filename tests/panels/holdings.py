"""Real files of published datasets, imported once into a folder of the tests' own."""

from pathlib import Path

from foedus.datasets.importing import imported

__all__ = ["hold"]

FILES = {
    ("cow-states", "spells"): "cow/states2016.parquet",
    ("atop", "directed_dyad_years"): "atop/atop5_1_ddyr.parquet",
    ("mid", "directed_dyad_years"): "cow/mid_v5_directed_dyad_years.parquet",
    ("nmc", "state_years"): "cow/nmc_v7.0.parquet",
    ("minimum-distance", "cow_dyad_years"): "cow/mindist_1886_2019.parquet",
}


def hold(shared: Path, *names: str) -> None:
    """Import what a panel with these additions needs into the folder that FOEDUS_DATA names."""
    for (dataset, table), file in FILES.items():
        if dataset in names or dataset == "cow-states":
            imported(dataset, shared / "data" / file, table=table)
