"""International crises: when they began and ended, who was in them, and days half known."""

import datetime as dt

import pyarrow.parquet as pq
import pytest

from foedus.reading.datasets.icb import TABLES
from tests.reading.datasets.as_received import Received, received

ICB = {table.name: table for table in TABLES}


@pytest.fixture(scope="module")
def crises(shared) -> Received:
    return received(ICB["crises"], shared / "data/icb/icb1_v13_crises.parquet")


@pytest.fixture(scope="module")
def actors(shared) -> Received:
    return received(ICB["crisis_actors"], shared / "data/icb/icb2_v13_actors.parquet")


def test_every_crisis_and_every_actor_is_kept(crises, actors):
    assert (crises.read, crises.kept.count().execute(), crises.failing) == (482, 482, {})
    assert (actors.read, actors.kept.count().execute(), actors.failing) == (1065, 1065, {})


def test_the_files_have_the_columns_described_and_no_others(shared):
    for name, file in (("crises", "icb1_v13_crises"), ("crisis_actors", "icb2_v13_actors")):
        columns = pq.read_schema(shared / f"data/icb/{file}.parquet").names
        assert set(columns) - ICB[name].forms[0].requires == {f"icb{file[3]}"}


def test_the_cuban_missile_crisis_lasted_five_weeks_with_three_actors(crises, actors):
    (cuba,) = crises.rows(crisname="CUBAN MISSILES")
    assert cuba["begins_earliest"] == cuba["begins_latest"] == dt.date(1962, 10, 16)
    assert cuba["ends_latest"] == dt.date(1962, 11, 20)
    states = {row["cracid"] for row in actors.rows(crisno=cuba["crisno"])}
    assert states == {2, 40, 365}


def test_a_part_of_a_month_is_no_day(crises):
    rows = crises.kept
    assert rows.datrig.max().execute() <= 31
    unknown = rows.filter(rows.datrig.isnull() & rows.motrig.notnull())
    assert unknown.count().execute() > 0
    for row in unknown.to_pyarrow().to_pylist():
        assert row["begins_earliest"].day == 1
        assert (row["begins_latest"] + dt.timedelta(days=1)).day == 1


def test_a_long_crisis_keeps_its_number_of_days(crises):
    days = crises.kept.brexit.to_pyarrow().to_pylist()
    assert {77, 88, 99} <= set(days)


def test_a_crisis_that_was_not_coded_is_missing_throughout(crises):
    (huthi,) = crises.rows(crisno=474)
    given = {name for name, value in huthi.items() if value is not None}
    assert given == {"row", "crisno", "crisname"}


def test_codes_for_missing_are_missing_but_a_difference_may_be_negative(actors):
    rows = actors.kept
    assert rows.sizedu.min().execute() > 0
    assert rows.strcdu.min().execute() > 0
    assert rows.powdis.min().execute() < 0
