"""Militarised disputes as corrected by Gibler, Miller and Little."""

import pytest

from foedus.reading.datasets.dispute_years import directed_dispute_years
from foedus.reading.datasets.gml import (
    DIRECTED_DISPUTE_YEARS,
    DIRECTED_DYAD_YEARS,
    DISPUTES,
    PARTICIPANTS,
)
from tests.reading.datasets.sifting import (
    counts,
    derived,
    kept,
    rows_that_differ,
    sifted,
    table_of,
)


@pytest.fixture(scope="module")
def gml(shared):
    def read(table):
        return sifted(table, shared / f"data/cow/gml_v2.2.1_{table.name}.parquet")

    return {
        table.name: read(table)
        for table in (DISPUTES, PARTICIPANTS, DIRECTED_DISPUTE_YEARS, DIRECTED_DYAD_YEARS)
    }


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("disputes", 2174),
        ("participants", 5217),
        ("directed_dispute_years", 10_276),
        ("directed_dyad_years", 9284),
    ],
)
def test_every_published_row_is_kept(gml, table, rows):
    assert counts(gml[table]) == (rows, rows, {})


def test_dyad_years_made_of_dispute_years_are_those_published(gml):
    needs = {name: gml[name] for name in DIRECTED_DYAD_YEARS.derived.needs}
    made = derived(DIRECTED_DYAD_YEARS, **needs)
    assert made.count().to_pyarrow().as_py() == 9284
    assert rows_that_differ(made, table_of(gml["directed_dyad_years"])).num_rows == 0


def test_dispute_years_made_of_participants_differ_in_one_onset(gml):
    made = directed_dispute_years(
        table_of(gml["participants"]),
        ("sidea", "hiact", "orig"),
        ongoing="midongoing",
        onset="midonset",
        same="year",
    )
    other = rows_that_differ(made, table_of(gml["directed_dispute_years"])).to_pylist()
    # Kuwait returned to the dispute on 26 September 2002; the published onset is in 2003.
    assert {(row["dispnum"], row["year"]) for row in other} == {(4273, 2002), (4273, 2003)}
    assert len(other) == 8


def test_derived_dispute_years_have_every_column(gml):
    needs = {name: gml[name] for name in DIRECTED_DISPUTE_YEARS.derived.needs}
    made = derived(DIRECTED_DISPUTE_YEARS, **needs)
    assert set(made.columns) == {column.name for column in DIRECTED_DISPUTE_YEARS.columns}
    assert made.count().to_pyarrow().as_py() == 10_276


def test_the_second_kind_of_revision_stands_with_its_state(gml):
    # The publisher writes kind before state: revtype12 is the first kind of the second state.
    rows = gml["directed_dispute_years"].kept.to_pylist()
    mirrored = {(r["dispnum"], r["ccode2"], r["ccode1"], r["year"]): r for r in rows}
    for row in rows:
        other = mirrored[row["dispnum"], row["ccode1"], row["ccode2"], row["year"]]
        assert row["revtype11"] == other["revtype12"]
        assert row["revtype21"] == other["revtype22"]


def test_an_ongoing_dispute_of_the_publishers_file_keeps_its_flag():
    (row,) = kept(
        DISPUTES,
        "dispnum,styear,stmon,outcome,settle,fatality,mindur,maxdur,hiact,hostlev,recip,ongo2010\n"
        "4000,2010,5,-9,-9,-9,1,31,7,3,0,1\n",
    )
    assert (row["outcome"], row["settle"], row["fatality"]) == (None, None, None)
    assert row["ongo2010"] == 1
