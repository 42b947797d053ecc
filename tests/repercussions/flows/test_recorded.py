"""What SIPRI records between two states, against its own files and by hand."""

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from foedus.ledger.engines import Engine, engine_at
from foedus.relations.bonds.lines import line_of
from foedus.repercussions.flows import TIV, Flow, Recorded, Window, recorded_flows

REGISTER = "sipri/trade-register.csv"
YEARS = "sipri/sipri_tiv_dyad_year_1950_2021.parquet"

Holding = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def duckdb() -> Iterator[Engine]:
    with engine_at() as engine:
        yield engine


@pytest.fixture
def sipri(duckdb: Engine, holding: Holding, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine on a machine that holds the register of deals and the table of years."""
    files = {REGISTER: "sipri-transfers", YEARS: "sipri-transfers"}
    monkeypatch.setenv("FOEDUS_DATA", str(holding(files)))
    return duckdb


def delivered(
    engine: Engine, giver: str, receiver: str, first: int | None = None, last: int = 2024
) -> Recorded:
    window = None
    if first is not None:
        begins = dt.date(first, 1, 1)
        window = Window(begins, dt.date(last, 12, 31), begins)
    return recorded_flows(engine, line_of(giver), line_of(receiver), window)


def of(found: Recorded, counted: str) -> list[Flow]:
    return [flow for flow in found.flows if flow.counted == counted]


def test_russia_s_deliveries_since_1992_are_those_of_the_file(sipri: Engine, shared: Path) -> None:
    lines = (shared / "data" / REGISTER).read_text(encoding="cp1252").splitlines()
    rows = [
        row
        for row in csv.DictReader(lines)
        if row["Supplier"] == "Russia" and row["Recipient"] == "North Korea"
    ]
    by_hand = sum(float(row["SIPRI TIV of delivered weapons"]) for row in rows)
    register, years = of(delivered(sipri, "RUS", "PRK", 1992), TIV)
    assert len(register.evidence) == len(rows) == 12
    assert register.low is not None
    assert register.high is not None
    assert register.low <= by_hand <= register.high
    assert (register.low + register.high) / 2 == pytest.approx(1004.8)
    # 19 years, each known to half a million: 126, 38, 30, 87, 78, three times 9, 18, 28, 9, …
    assert (years.low, years.high) == (482 - 9.5, 482 + 9.5)


def test_two_releases_of_one_source_that_exclude_each_other_are_rivals(sipri: Engine) -> None:
    flows = of(delivered(sipri, "RUS", "PRK", 1992), TIV)
    assert [(flow.reading, flow.rivals) for flow in flows] == [(1, 2), (2, 2)]


def test_what_rests_on_estimates_and_licences_stands_beside_the_sum(sipri: Engine) -> None:
    (register, _) = of(delivered(sipri, "RUS", "PRK", 1992), TIV)
    # All but the 32 BTR-80A; Malyutka, Strela-2, Fagot, Igla-1, T-62, and MiG-29S put together.
    assert register.of_which == {
        "estimated": pytest.approx(1004.8 - 28.8),
        "licensed": pytest.approx(40 + 20 + 30 + 105 + 540 + 85.5),
    }


def test_what_came_the_other_way_is_one_deal(sipri: Engine) -> None:
    found = delivered(sipri, "PRK", "RUS", 1992)
    assert [(flow.counted, flow.low, flow.high) for flow in found.flows] == [
        (TIV, 12.49, 12.51),
        ("SSM", 5, 5),
    ]
    assert found.flows[1].of_which == {"estimated": 5}
    assert found.flows[1].earliest == dt.date(2023, 1, 1)


def test_items_of_one_kind_are_added_over_deals_and_of_two_kinds_never(sipri: Engine) -> None:
    found = delivered(sipri, "RUS", "PRK", 1992)
    (missiles,) = of(found, "portable SAM")
    assert (missiles.low, missiles.high, len(missiles.evidence)) == (2000, 2000, 2)
    assert len({flow.counted for flow in found.flows}) == len(found.flows) - 1


def test_of_a_deal_over_years_that_the_window_cuts_anything_may_lie_inside(sipri: Engine) -> None:
    found = delivered(sipri, "RUS", "PRK", 2000, 2001)
    (tanks,), (carriers,) = of(found, "tank"), of(found, "IFV")
    assert (tanks.low, tanks.high) == (0, 300)
    assert (carriers.low, carriers.high) == (32, 32)


def test_the_soviet_union_s_deliveries_are_the_line_s(sipri: Engine) -> None:
    found = of(delivered(sipri, "RUS", "PRK"), TIV)
    assert found[1].earliest == dt.date(1950, 1, 1)
    assert found[1].low is not None
    assert found[1].low > 17_000


def test_where_no_delivery_is_known_there_is_no_flow_and_no_nought(sipri: Engine) -> None:
    found = delivered(sipri, "ISL", "PRK")
    assert found.flows == ()
    assert [source.covers for source in found.sources] == [(1950, 2023), (1950, 2021)]


def test_a_table_that_is_not_held_is_named_with_what_brings_it(
    duckdb: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    found = delivered(duckdb, "RUS", "PRK")
    assert found.flows == ()
    assert all("foedus data get sipri-transfers" in (one.missing or "") for one in found.sources)
