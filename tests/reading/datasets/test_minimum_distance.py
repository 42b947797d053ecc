"""Minimum distances between territories, once per dyad."""

import pytest

from foedus.reading.datasets.minimum_distance import TABLES
from tests.reading.datasets.sifting import counts, failing, sifted

DISTANCES = {table.name: table for table in TABLES}


@pytest.mark.parametrize(
    ("table", "file", "rows"),
    [
        ("cow_dyad_years", "cow/mindist_1886_2019.parquet", 952_244),
        ("gw_dyad_years", "gw/gw_mindist_1886_2019.parquet", 871_034),
    ],
)
def test_every_published_distance_is_kept(shared, table, file, rows):
    assert counts(sifted(DISTANCES[table], shared / "data" / file)) == (rows, rows, {})


def test_a_dyad_in_the_wrong_order_and_a_negative_distance_fail():
    rows = "ccode1,ccode2,year,mindist\n2,20,1950,0\n20,2,1950,0\n365,731,1950,-1\n2,2,1950,0\n"
    assert failing(DISTANCES["cow_dyad_years"], rows) == [
        (2, "higher code first"),
        (3, "negative amount"),
        (4, "higher code first"),
    ]
