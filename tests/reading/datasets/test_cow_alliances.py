"""COW Formal Alliances, on invented rows under the columns of the six published files."""

import datetime as dt

import pytest

from foedus.reading.datasets.cow_alliances import TABLES
from tests.reading.datasets.as_received import derived, received

ALLIANCES = {table.name: table for table in TABLES}
DYAD = "dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year"
TAIL = "left_censor,right_censor,defense,neutrality,nonaggression,entente"
DIRECTED = f"version4id,ccode1,state_name1,ccode2,state_name2,{DYAD},{TAIL},version"
MEMBER = (
    "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
    "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
    f"mem_end_year,{TAIL},version"
)


def by_year(*rows: str) -> str:
    header = DIRECTED.removesuffix(",version") + ",year,version"
    return "\r\n".join([header, *rows]) + "\r\n"


FIRST = "9001,2,Alpha,200,Beta,4,4,1949,,,,0,1,1,0,0,1,{year},4.1"
SECOND = "9002,2,Alpha,200,Beta,-9,7,1950,1,1,1960,0,0,0,1,,0,{year},4.1"


def test_a_year_with_two_alliances_has_two_rows_and_one_when_joined():
    text = by_year(FIRST.format(year=1950), SECOND.format(year=1950), FIRST.format(year=1951))
    loaded = received(ALLIANCES["directed_alliance_years"], text)
    assert (loaded.read, loaded.failing) == (3, {})
    years = derived(ALLIANCES["directed_dyad_years"], directed_alliance_years=loaded.kept).order_by(
        "year"
    )
    promised = [
        (r["year"], r["cow_defense"], r["cow_neutral"], r["cow_nonagg"], r["cow_entente"])
        for r in years.to_pyarrow().to_pylist()
    ]
    assert promised == [(1950, 1, 1, 0, 1), (1951, 1, 0, 0, 1)]


def test_a_day_of_minus_nine_is_not_known_and_a_blank_end_is_open():
    text = by_year(FIRST.format(year=1950), SECOND.format(year=1950))
    first, second = received(ALLIANCES["directed_alliance_years"], text).rows(year=1950)
    assert (first["begins"], first["ends"]) == (dt.date(1949, 4, 4), None)
    assert second["dyad_st_day"] is None
    assert (second["begins"], second["ends"]) == (dt.date(1950, 7, 1), dt.date(1960, 1, 1))
    assert second["nonaggression"] is None


@pytest.mark.parametrize(
    ("row", "check"),
    [
        (FIRST.format(year=0), "year outside coverage"),
        (FIRST.format(year=2013), "year outside coverage"),
        (FIRST.format(year=1950).replace(",200,", ",2,"), "a state with itself"),
        (FIRST.format(year=1950).replace(",200,", ",12345,"), "unknown code"),
        (FIRST.format(year=1950).replace(",4,4,1949", ",31,4,1949"), "no such day"),
        (SECOND.format(year=1950).replace("1960", "1940"), "ends before it begins"),
    ],
)
def test_a_row_that_cannot_be_is_set_apart(row, check):
    assert check in received(ALLIANCES["directed_alliance_years"], by_year(row)).failing


def test_memberships_begin_and_end_with_the_state_and_not_with_the_alliance():
    row = "9001,300,Gamma,1,1,1870,,,,Type I: Defense Pact,-9,6,1879,3,11,1918,0,0,1,0,0,0,4.1"
    (member,) = received(ALLIANCES["members"], f"{MEMBER}\n{row}\n").rows(ccode=300)
    assert (member["begins"], member["ends"]) == (dt.date(1879, 6, 1), dt.date(1918, 11, 3))
    assert member["ss_type"] == "Type I: Defense Pact"


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (MEMBER, "members"),
        (f"{MEMBER},year", "member_years"),
        (DIRECTED, "directed"),
        (f"{DIRECTED},year", "directed_alliance_years"),
        (f"{DIRECTED},asymmetric", "dyads"),
        (f"{DIRECTED},asymmetric,year", "dyad_alliance_years"),
    ],
)
def test_each_of_the_six_files_is_told_by_its_columns(columns, name):
    present = set(columns.split(","))
    fits = [
        (len(form.requires), table.name)
        for table in TABLES
        for form in table.forms
        if form.requires <= present
    ]
    assert max(fits)[1] == name
