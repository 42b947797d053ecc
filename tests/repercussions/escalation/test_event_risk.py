"""Dyad-months at risk, from the events of a made-up store."""

import datetime as dt

import pyarrow as pa
import pytest

from foedus.ledger.engines import Engine, engine_at
from foedus.repercussions.escalation import event_months_at_risk, event_risk

EVENTS = (
    ("2020-02-03", "THREATEN", "KOR", "PRK"),
    ("2020-02-20", "MOBILIZE", "PRK", "KOR"),  # the same month: the higher stands
    ("2020-03-09", "SANCTION", "KOR", "PRK"),  # on no rung
    ("2020-04-01", "ASSAULT", "PRK", "KOR"),
    ("2020-07-01", "THREATEN", "KOR", "PRK"),
    ("2020-04-02", "ASSAULT", "KOR", "JPN"),  # another pair
)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that covers January to April and June to August 2020."""
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=day) for day in range(244)]

    def events(engine: Engine, _stores: list[str]) -> object:
        rows = [
            {"day": dt.date.fromisoformat(day), "event_type": kind, "initiator": by, "target": on}
            for day, kind, by, on in EVENTS
        ]
        return engine.rows(pa.Table.from_pylist(rows))

    def covered(engine: Engine, _view: object, _stores: list[str]) -> object:
        rows = [{"day": day, "share": 1.0} for day in days if day.month != 5]
        return engine.rows(pa.Table.from_pylist(rows))

    monkeypatch.setattr(event_risk, "events", events)
    monkeypatch.setattr(event_risk, "covered_days", covered)


@pytest.mark.usefixtures("store")
def test_months_after_an_incident_within_what_the_store_covers() -> None:
    with engine_at() as engine:
        rows = event_months_at_risk(engine, "made", [("PRK", "KOR")], horizons=(1, 3)).to_pylist()
    assert [
        (row["month"], row["level"], row["since"], row["climbs_1"], row["climbs_3"]) for row in rows
    ] == [
        (2, 3, 0, False, True),  # shooting in April
        (3, 3, 1, True, True),
        (4, 4, 0, None, None),  # nobody covers May
        (7, 2, 0, False, None),
        (8, 2, 1, None, None),
    ]
    assert {(row["one"], row["other"]) for row in rows} == {("KOR", "PRK")}
