"""Arms transfers and military expenditure: files that are no flat tables."""

from pathlib import Path

import pytest

from foedus.reading.datasets.sipri_files import expenditure, indicator_values, trade_register
from foedus.reading.datasets.sipri_milex import TABLES as MILEX
from foedus.reading.datasets.sipri_transfers import TABLES as TRANSFERS
from tests.reading.datasets.as_received import Received, received

DEALS, DYAD_YEARS = TRANSFERS
HEADER = (
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,"
    "Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,"
    "SIPRI TIV for total order,SIPRI TIV of delivered weapons"
)
PREAMBLE = (
    "Transfers of major conventional arms from All countries  to All countries . Deals\n"
    "A '?' in a column indicates uncertain data, for all, of it.\n\n"
)
DEAL = "Freedonia,Soviet Union,1988,?,12,,Kite,aircraft,8,?,1989; 1991,New,{},2,24,16"


@pytest.fixture(scope="module")
def deals(shared) -> Received:
    return received(DEALS, shared / "data/sipri/trade-register.csv")


def register(folder: Path, text: str, encoding: str = "cp1252") -> Received:
    file = folder / "trade-register.csv"
    file.write_bytes(text.encode(encoding))
    return received(DEALS, file)


def test_two_deals_torn_apart_by_a_line_end_in_a_comment_are_whole_again(deals):
    assert (deals.read, deals.failing) == (29_056, {})


def test_north_korea_delivered_missiles_to_russia_in_2023(deals):
    (deal,) = deals.rows(supplier="North Korea", recipient="Russia")
    assert (deal["designation"], deal["delivered"], deal["delivery_years"]) == (
        "Hwasong-11",
        5,
        "2023",
    )
    assert (deal["supplier_ccode"], deal["recipient_ccode"]) == (731, 365)
    assert deal["delivered_uncertain"] is True


def test_an_order_of_unknown_number_has_no_value_and_not_zero(deals):
    (deal,) = deals.rows(supplier="North Korea", recipient="Russia")
    assert (deal["ordered"], deal["tiv_order"], deal["tiv_delivered"]) == (None, None, 12.5)
    rows = deals.kept
    assert rows.filter(rows.ordered.isnull() & rows.tiv_order.notnull()).count().execute() == 0


def test_the_soviet_union_and_russia_are_two_suppliers(deals):
    rows = deals.kept
    soviet = rows.filter(rows.supplier == "Soviet Union")
    russian = rows.filter(rows.supplier == "Russia")
    assert set(soviet.supplier_id.to_pyarrow().to_pylist()) == {"SUN"}
    assert set(russian.supplier_id.to_pyarrow().to_pylist()) == {"RUS"}


def test_viet_nam_before_1976_is_the_north(deals):
    rows = deals.kept.filter(deals.kept.recipient == "Viet Nam")
    north = rows.filter(rows.last_delivery < 1976)
    assert set(north.recipient_id.to_pyarrow().to_pylist()) == {"VDR"}


def test_a_group_is_never_taken_for_the_state_in_its_brackets(deals):
    groups = deals.kept.filter(deals.kept.recipient_kind == "group")
    assert groups.count().execute() > 100
    assert groups.recipient_id.isnull().all().execute()


def test_lines_before_the_header_and_any_kind_of_line_end_are_read_through(tmp_path):
    lines = PREAMBLE + HEADER + "\n" + DEAL.format("plain") + "\n"
    for end in ("\n", "\r\n", "\r"):
        loaded = register(tmp_path, lines.replace("\n", end))
        (deal,) = loaded.rows()
        assert (loaded.failing, deal["first_delivery"], deal["last_delivery"]) == ({}, 1989, 1991)
        assert (deal["order_year_uncertain"], deal["ordered_uncertain"]) == (True, False)


def test_signs_of_windows_1252_and_of_utf_8_are_both_read(tmp_path):
    lines = f"{HEADER}\n{DEAL.format('Škoda–Œuvre')}\n"
    for encoding in ("cp1252", "utf-8", "utf-8-sig"):
        assert register(tmp_path, lines, encoding).rows()[0]["comments"] == "Škoda–Œuvre"


def test_a_deal_cut_short_fails_and_the_others_stay(tmp_path):
    lines = f"{HEADER}\n{DEAL.format('a')}\nFreedonia,\n{DEAL.format('b')}\n"
    loaded = register(tmp_path, lines)
    assert loaded.failing == {"incomplete deal": 1}
    assert [deal["comments"] for deal in loaded.rows()] == ["a", "b"]


@pytest.mark.parametrize("country", ["RUS", "USA"])
def test_an_export_of_one_supplier_agrees_with_the_table_put_together_of_all(shared, country):
    one = received(DYAD_YEARS, shared / f"data/sipri/TIV-Export-{country}-1950-2021.csv")
    every = received(DYAD_YEARS, shared / "data/sipri/sipri_tiv_dyad_year_1950_2021.parquet")
    assert one.failing == every.failing == {}
    supplier = one.rows()[0]["supplier"]
    known = {(r["recipient"], r["year"]): r["tiv"] for r in every.rows(supplier=supplier)}
    found = {(r["recipient"], r["year"]): r["tiv"] for r in one.rows()}
    common = known.keys() & found.keys()
    assert len(common) > 0.95 * len(known)
    assert {pair: found[pair] for pair in common} == {pair: known[pair] for pair in common}


def test_an_export_of_imports_has_its_country_as_recipient(tmp_path):
    file = tmp_path / "TIV-Import-PRK.csv"
    file.write_text(
        '"TIV of arms imports to North Korea, 1960-1962",,,\nnotes,,,\n\n'
        ",1960,1961,1962,Total\nSoviet Union,,0,12,12\n,,,,\nTotal,,0,12,12\n"
    )
    rows = received(DYAD_YEARS, file).rows()
    assert [(r["supplier_id"], r["recipient_id"], r["year"], r["tiv"]) for r in rows] == [
        ("SUN", "PRK", 1961, 0),
        ("SUN", "PRK", 1962, 12),
    ]


@pytest.fixture(scope="module")
def spending(shared) -> Received:
    return received(MILEX[0], shared / "data/sipri/SIPRI-Milex-data-1948-2023.xlsx")


def test_every_country_and_year_of_the_workbook_is_kept(spending):
    assert (spending.read, spending.failing) == (13_224, {})
    assert spending.read == 174 * 76


def test_what_russia_spent_in_2022_in_five_measures(spending):
    (row,) = spending.rows(country="Russia", year=2022)
    assert (row["id"], row["ccode"], row["base_year"]) == ("RUS", 365, 2022)
    assert row["constant_usd"] == row["current_usd"] == pytest.approx(102_366.6, abs=0.1)
    assert row["share_of_gdp"] == pytest.approx(0.0469, abs=0.0001)
    assert row["per_capita"] == pytest.approx(707.4, abs=0.1)


def test_what_is_not_available_is_missing_and_not_zero(spending):
    (row,) = spending.rows(country="Korea, North", year=2022)
    assert (row["id"], row["existed"], row["current_usd"]) == ("PRK", True, None)


def test_a_country_did_not_spend_in_a_year_in_which_it_did_not_exist(spending):
    (row,) = spending.rows(country="USSR", year=2000)
    assert (row["existed"], row["id"], row["current_usd"]) == (False, None, None)


@pytest.mark.parametrize("opener", [trade_register, indicator_values, expenditure])
def test_a_file_of_another_kind_is_left_alone(opener, shared, tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "noise.csv").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "noise.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    others = [*tmp_path.iterdir(), shared / "data/dprk/nk_missile_tests.json"]
    assert [opener(file) for file in others] == [None] * len(others)
