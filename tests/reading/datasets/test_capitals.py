"""Capitals by day, with what is wrong in the list."""

import datetime as dt

from foedus.reading.datasets.capitals import TABLES
from tests.reading.datasets.sifting import counts, failing, sifted

CAPITALS = {table.name: table for table in TABLES}
HEADER = "ccode,statenme,capital,stdate,enddate,lat,lng\n"


def test_every_capital_under_cow_numbers_is_kept(shared):
    rows = sifted(CAPITALS["cow_spells"], shared / "data/cow/capitals.parquet")
    assert counts(rows) == (242, 242, {})


def test_the_capital_of_russia_moves_to_moscow_in_march_1918(shared):
    rows = sifted(CAPITALS["cow_spells"], shared / "data/cow/capitals.parquet").kept.to_pylist()
    moscow = [row["begins"] for row in rows if row["capital"] == "Moscow"]
    assert moscow == [dt.date(1918, 3, 12)]


def test_central_america_and_a_cow_number_are_what_is_wrong_under_gw_numbers(shared):
    file = shared / "data/gw/gw_capitals.parquet"
    rows = sifted(CAPITALS["gw_spells"], file)
    assert counts(rows) == (264, 260, {"overlapping spells": 3, "unknown code": 1})
    assert set(rows.failing["gwcode"].to_pylist()) == {"89", "679"}


def test_a_capital_off_the_globe_fails():
    rows = "2,America,Washington,1816-01-01,2024-12-31,138.9,-77\n"
    assert failing(CAPITALS["cow_spells"], HEADER + rows) == [(1, "no such place")]
