"""The chronicle of the example case: what its totals must be, worked out by hand."""

from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from foedus.evidence import Day
from foedus.ledger.append import assertion_rows, document_rows, judgement_rows, work_rows
from foedus.ledger.tables import TABLES
from foedus.reading.chronicle import chronicle_entries
from foedus.repercussions.flows import Exchange, Manner, Window, gives_and_gets, told_flows
from foedus.sources.documents import snapshot_of
from tests.ledger.papers import settled_rows


@pytest.fixture(scope="module")
def found(repository: Path) -> Exchange:
    """What Pyongyang gives and gets by the chronicle alone."""
    chronicle = snapshot_of(repository / "examples/rus-prk/chronicle.csv")
    entries, works = chronicle_entries(chronicle)
    rows = {
        "documents": document_rows([chronicle], {}),
        "works": work_rows(works),
        "assertions": assertion_rows(entries),
        "judgements": judgement_rows([]),
    }
    rows["events"] = pa.Table.from_pylist(settled_rows(rows), schema=TABLES["events"].to_pyarrow())
    told = told_flows({name: ibis.memtable(rows[name], schema=TABLES[name]) for name in rows})
    period = Day("2000/2024-12-31")
    assert period.earliest is not None
    assert period.latest is not None
    window = Window(period.earliest, period.latest, period.earliest)
    return gives_and_gets(told, (), "PRK", "RUS", window)


def test_the_example_s_chronicle_gives_the_totals_worked_out_by_hand(found: Exchange) -> None:
    men, munitions = found.sides[0].strands
    passed, prepared = men.flows
    # 1,500 carried in a week and at least 3,000 in three lie within the 10,000 sent by 28 October,
    # "around" which is a tenth either way; Kirby, Singh and Seoul's service are three origins.
    assert (passed.manner, passed.low, passed.high) == (Manner.PASSED, 9000, 11000)
    assert (passed.rivals, passed.origins, len(passed.evidence)) == (1, 3, 3)
    assert passed.latest == Day("2024-10-28").latest
    # Kyiv's 10,000 were being prepared on 17 October: no delivery.
    assert (prepared.manner, prepared.by) == (Manner.PREPARED, ("UKR",))
    # Rutte gives no number and counts in no total; Pyongyang first denied, then spoke of a right.
    assert {(one.manner, one.by) for one in men.uncounted} == {
        (Manner.POSSIBLE, "PRK"),
        (Manner.PASSED, "NATO"),
    }
    assert [one.by for one in men.denials] == ["PRK"]
    (containers,) = munitions.flows
    assert (containers.counted, containers.low, containers.high) == ("container", 1000, None)


def test_the_example_s_chronicle_has_nothing_that_moscow_gave_for_sure(found: Exchange) -> None:
    side = found.sides[1]
    (munitions,) = side.strands
    assert not munitions.passed
    assert {one.manner for one in munitions.uncounted} == {Manner.POSSIBLE}
    assert side.silent == ("men", "technology", "money", "energy", "food")
