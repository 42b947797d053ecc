"""What the chronicle of the example case alone says of ties, through a real ledger."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ibis.expr.types import Table

from foedus.ledger.append import append, append_events
from foedus.ledger.engine import Ledger, new_ledger, open_ledger
from foedus.ledger.settle import settled_events
from foedus.reading.chronicle import chronicle_entries
from foedus.relations.relations import Relations, relations_of
from foedus.repercussions.third_parties import third_parties
from foedus.sources.case import Case
from foedus.sources.case_folder import case_at
from foedus.sources.documents import snapshot_of

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "rus-prk"
TURN = dt.date(2024, 6, 19)

Rows = Callable[[Table], list[dict]]


@pytest.fixture(scope="module")
def case() -> Case:
    return case_at(FOLDER)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("rus-prk") / "ledger.duckdb"
    snapshot = snapshot_of(FOLDER / "chronicle.csv")
    assertions, works = chronicle_entries(snapshot)
    with new_ledger(path) as ledger:
        append(ledger, documents=[snapshot], works=works, assertions=assertions)
        told = (ledger.table(name) for name in ("assertions", "works", "documents", "judgements"))
        append_events(ledger, settled_events(*told))
    with open_ledger(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def relations(case: Case, ledger: Ledger) -> Relations:
    return relations_of(
        case, ledger.table("events"), ledger.table("assertions"), ledger.table("documents")
    )


def rows(table: Table) -> list[dict]:
    return table.to_pyarrow().to_pylist()


def test_seven_visits_of_leaders_in_twenty_five_years(relations) -> None:
    visits = [row for row in rows(relations.yearly_exchanges) if row["dyad"] == "PRK-RUS"]
    assert len(visits) == 25
    assert [row["year"] for row in visits if row["exchanges"]] == [
        *(2000, 2001, 2002, 2011, 2019, 2023, 2024)
    ]
    assert all(row["exchanges"] == 1 for row in visits if row["exchanges"])


def test_by_leaders_visits_alone_2024_is_no_record(relations) -> None:
    (record,) = [row for row in rows(relations.exchange_records) if row["dyad"] == "PRK-RUS"]
    assert record["standing"] == "equalled"
    assert record["years"] == 25


def test_ten_resolutions_and_none_after_2017(relations) -> None:
    years = {
        row["year"]: row["exchanges"]
        for row in rows(relations.yearly_exchanges)
        if row["dyad"] == "PRK-UN"
    }
    assert years[2005] is None
    assert sum(count for count in years.values() if count) == 10
    assert [years[year] for year in range(2018, 2025)] == [0] * 7


def test_the_resolutions_stop_and_the_visits_do_not_turn(relations) -> None:
    turns = {row["dyad"]: row for row in rows(relations.exchange_turning_points)}
    assert turns["PRK-UN"]["day"] == dt.date(2018, 1, 1)
    assert turns["PRK-UN"]["probability"] > turns["PRK-RUS"]["probability"]
    assert turns["PRK-RUS"]["ratio_low"] < 1 < turns["PRK-RUS"]["ratio_high"]


def test_every_row_leads_to_entries_of_the_chronicle(relations, ledger) -> None:
    known = set(ledger.table("assertions").assertion.to_pyarrow().to_pylist())
    made = [getattr(relations, name) for name in Relations.__slots__]
    tables = [table for table in made if isinstance(table, Table)]
    assert len(tables) >= 6
    for table in tables:
        for row in rows(table):
            assert set(row["assertions"] or ()) <= known


def test_the_month_of_the_treaty_is_one_of_cooperation(relations) -> None:
    (june,) = [
        row
        for row in rows(relations.monthly_ties)
        if row["dyad"] == "PRK-RUS" and row["month"] == dt.date(2024, 6, 1)
    ]
    assert june["cooperation"] == 1.0 + 4.0
    assert june["conflict"] == 0
    assert not june["covered"]


def test_seoul_and_moscow_after_the_treaty(case, ledger) -> None:
    found = rows(third_parties(ledger.table("events"), case, TURN))
    (after,) = [
        row
        for row in found
        if (row["watched"], row["focus"], row["side"]) == ("KOR", "RUS", "after")
    ]
    assert after["conflict"] >= 2
    assert not after["covered"]
