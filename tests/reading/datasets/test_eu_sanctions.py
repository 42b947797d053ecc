"""Listings of the European Union: who, under which regulation, since when."""

import datetime as dt

import pytest

from foedus.reading.datasets.eu_sanctions import TABLES
from tests.reading.datasets.as_received import received

LISTINGS = TABLES[0]
HEADER = "celex,recordId,programKey,annex,measure,startDate,reason,schema,name"


@pytest.mark.parametrize(
    ("file", "rows", "undated"),
    [
        ("eu_32017R1509_dprk.csv", 326, 1),
        ("eu_32014R0269_russia_persons.parquet", 2802, 1),
        ("eu_32014R0833_russia_sectoral.parquet", 1746, 81),
    ],
)
def test_every_listing_of_the_three_regulations_is_kept(shared, file, rows, undated):
    loaded = received(LISTINGS, shared / "data/sanctions" / file)
    assert (loaded.read, loaded.kept.count().execute(), loaded.failing) == (rows, rows, {})
    assert loaded.kept.listed.isnull().sum().execute() == undated


def test_two_north_korean_generals_were_listed_on_16_december_2024(shared):
    file = shared / "data/sanctions/eu_32014R0269_russia_persons.parquet"
    people = received(LISTINGS, file).rows(listed=dt.date(2024, 12, 16))
    named = {row["name"] for row in people}
    assert {"KIM Yong Bok", "NO Kwang Chol"} <= named


def listed(written: str) -> dt.date | None:
    row = f"X,1,EU-X,I,Asset freeze,{written},,Person,A"
    loaded = received(LISTINGS, f"{HEADER}\n{row}\n")
    found = loaded.rows(name="A")
    return found[0]["listed"] if found else None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1.2.2024", dt.date(2024, 2, 1)),
        ("16.12.2024", dt.date(2024, 12, 16)),
        ("9 August 2025", dt.date(2025, 8, 9)),
        ("", None),
    ],
)
def test_a_day_is_read_in_figures_and_in_words(written, day):
    assert listed(written) == day


@pytest.mark.parametrize("written", ["31.2.2024", "2024-12-16", "9 Sextember 2025", "May 2025"])
def test_a_day_that_cannot_be_read_is_set_apart(written):
    row = f"X,1,EU-X,I,Asset freeze,{written},,Person,A"
    assert received(LISTINGS, f"{HEADER}\n{row}\n").failing == {"no such day": 1}
