"""The published files that the study reads, held under their names."""

from pathlib import Path

from foedus.datasets.importing import imported

__all__ = ["FILES", "hold_files"]

FILES = (
    ("atop", "members", "atop/atop5_1m.csv"),
    ("gml", "disputes", "cow/gml_v2.2.1_disputes.parquet"),
    ("gml", "participants", "cow/gml_v2.2.1_participants.parquet"),
    ("mid", "disputes", "cow/mid_v5_disputes.parquet"),
    ("mid", "directed_dispute_years", "cow/mid_v5_directed_dispute_years.parquet"),
    ("wars", "interstate", "cow/war_interstate_v4_directed_dyad_years.parquet"),
    ("nmc", "state_years", "cow/nmc_v7.0.parquet"),
    ("majors", "spells", "cow/majors2016.parquet"),
    ("democracy", "state_years", "panel/cw_democracy.parquet"),
)
"""Dataset, table, and file under the folder of data."""


def hold_files(data: Path) -> None:
    """Import the files into the folder that FOEDUS_DATA names."""
    for dataset, table, file in FILES:
        imported(dataset, data / file, table=table)
