"""Defence cooperation agreements: dates with their doubt, and codes that are no numbers."""

import datetime as dt

import pytest

from foedus.datasets.importing import imported
from foedus.reading.datasets.dcad import TABLES
from tests.reading.datasets.as_received import Received, received

REASONS = {
    "a state with itself": 3,
    "in force before the year of signature": 1,
    "unknown code": 2,
}


@pytest.fixture(scope="module")
def agreements(shared) -> Received:
    return received(TABLES[0], shared / "data/dcad/DCAD-v1.0-main.csv")


def test_all_but_six_rows_are_kept_and_the_six_have_a_reason(agreements):
    assert agreements.read == 1871
    assert agreements.failing == REASONS
    assert agreements.kept.count().execute() == 1865


def test_the_first_agreement_of_the_file(agreements):
    first = agreements.rows(DCAid="DCADv1.0-0001")[0]
    assert (first["ccode1"], first["ccode2"]) == (2, 20)
    assert first["signed_earliest"] == first["signed_latest"] == dt.date(1984, 4, 1)
    assert first["in_force_earliest"] == dt.date(1984, 4, 1)


def test_a_year_alone_leaves_the_day_open_within_it(agreements):
    row = agreements.rows(DCAid="DCADv1.0-0005")[0]
    assert row["signed_earliest"] == dt.date(1999, 1, 1)
    assert row["signed_latest"] == dt.date(1999, 12, 31)
    assert row["in_force_earliest"] is row["in_force_latest"] is None


def test_codes_for_what_is_not_said_are_no_numbers(agreements):
    rows = agreements.kept
    for name in ("span", "renewYears", "terminated", "durationActual", "factivaSign"):
        assert rows[name].min().execute() >= 0
    assert rows.filter(rows.renewType == -66).count().execute() > 300
    assert rows.filter(rows.terminated.isnull()).count().execute() == 1095


def test_a_code_that_stood_later_is_set_apart(agreements):
    # The Czech Republic (316) begins in 1993; the agreement of 1991 is Czechoslovakia's.
    assert agreements.rows(DCAid="DCADv1.0-0803") == []


def test_an_import_keeps_the_six_rows_apart_with_their_reasons(shared, tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    report = imported("dcad", shared / "data/dcad/DCAD-v1.0-main.csv")
    assert (report.holding.read, report.holding.kept) == (1871, 1865)
    assert report.holding.failing == REASONS
