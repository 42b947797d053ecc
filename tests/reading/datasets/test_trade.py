"""Trade flows: -9 is missing, an absent row is unknown, Hong Kong is no state."""

from foedus.reading.datasets.trade import DYAD_YEARS, STATE_YEARS
from tests.reading.datasets.sifting import counts, failing, kept, sifted

DYADIC_4 = (
    "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,"
    "source1,source2,version\n"
)


def test_only_hong_kong_is_set_apart_from_the_dyads_of_version_3(shared):
    trade = sifted(DYAD_YEARS, shared / "data/cow/trade_v3_dyadic.parquet")
    assert counts(trade) == (540_507, 540_504, {"not a whole number: ccode1": 3})
    assert set(trade.failing["ccode1"].to_pylist()) == {"710.1"}


def test_every_state_year_of_version_4_is_kept_colonies_included(shared):
    trade = sifted(STATE_YEARS, shared / "data/cow/trade_v4_state_year.parquet")
    assert counts(trade) == (14_410, 14_410, {})
    assert {"ccode": 31, "year": 1962, "imports": 68.6, "exports": 8.9}.items() <= next(
        row.items() for row in trade.kept.to_pylist() if (row["ccode"], row["year"]) == (31, 1962)
    )


def test_a_missing_flow_is_missing_and_a_zero_is_zero():
    (row,) = kept(DYAD_YEARS, DYADIC_4 + "2,20,1920,USA,Canada,-9,0,-9.0,0.5,-9,1,1,4\n")
    assert (row["flow1"], row["flow2"]) == (None, 0.0)
    assert (row["smoothflow1"], row["smoothflow2"]) == (None, 0.5)


def test_version_3_has_no_smoothed_flows():
    rows = "ccode1,ccode2,year,importer1,importer2,flow1,flow2\n2,20,1920,USA,Canada,611.86,1\n"
    (row,) = kept(DYAD_YEARS, rows)
    assert (row["flow1"], row["smoothflow1"]) == (611.86, None)


def test_a_dyad_listed_twice_or_in_the_wrong_order_fails():
    rows = "2,20,1920,1,1\n2,20,1920,2,2\n20,2,1921,1,1\n2,31,1920,1,1\n"
    assert failing(DYAD_YEARS, "ccode1,ccode2,year,flow1,flow2\n" + rows) == [
        (1, "duplicated key"),
        (2, "duplicated key"),
        (3, "higher code first"),
        (4, "unknown code"),
    ]
