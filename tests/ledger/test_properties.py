"""What holds for every ledger: order changes nothing, twice is once, ids stay."""

import hashlib
import os
import random
import tempfile
from pathlib import Path

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.evidence import EventType, Modality
from foedus.ledger.engine import new_ledger
from tests.ledger.papers import AUSTIN, PESKOV, ZELENSKY, Papers, settled_rows

EXAMPLES = int(os.environ.get("FOEDUS_EXAMPLES", "20"))
ACTORS = ("RUS", "PRK", "UKR", "KOR")
DAYS = ("2024-10-17", "2024-10-18", "2024-10-25", "2024-10", "2024", "2022-02-24/..", "2024-10-17?")
few = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

passages = st.fixed_dictionaries(
    {
        "document": st.sampled_from("ABCDE"),
        "event": st.sampled_from(["AID", "MOBILIZE", "CONSULT", "COOPERATE", "AGREE", None]),
        "initiator": st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(" ".join),
        "target": st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(" ".join),
        "day": st.sampled_from([*DAYS, None]),
        "modality": st.sampled_from([mood.value for mood in Modality]),
        "polarity": st.sampled_from(["cooperation", "conflict", "neutral"]),
        "by": st.sampled_from([None, None, ZELENSKY, PESKOV, AUSTIN]),
        "said": st.sampled_from([None, "2024-10-17", "2024-10-18"]),
        "published": st.sampled_from([None, "2024-10-18", "2024-10-25", "2024-10"]),
        "words": st.sampled_from(["", "thousands of soldiers were sent to the east of Russia"]),
    }
)
verdicts = st.lists(
    st.tuples(
        st.sampled_from(["same", "different", "wrong", "contradicts", "translated"]),
        st.lists(st.integers(0, 11), min_size=2, max_size=4, unique=True),
        st.sampled_from(["2024-12-01", "2024-12-02"]),
    ),
    max_size=4,
)


def papers_of(said: list[dict], judged: list[tuple]) -> Papers:
    papers = Papers()
    ids = [papers.says(**passage) for passage in said]
    for verdict, numbers, on in judged:
        named = sorted({ids[number] for number in numbers if number < len(ids)})
        if named:
            papers.judged(verdict, *named, on=on)
    return papers


def shuffled(tables: dict[str, pa.Table], shuffle: random.Random) -> dict[str, pa.Table]:
    read = {}
    for name, table in tables.items():
        places = list(range(table.num_rows))
        shuffle.shuffle(places)
        read[name] = table.take(pa.array(places, pa.int64()))
    return read


@few
@given(st.lists(passages, min_size=1, max_size=12), verdicts, st.randoms(use_true_random=False))
def test_the_order_of_reading_never_changes_the_settled_ledger(said, judged, shuffle):
    tables = papers_of(said, judged).tables()
    assert settled_rows(shuffled(tables, shuffle)) == settled_rows(tables)


@few
@given(st.lists(passages, min_size=1, max_size=12), verdicts)
def test_every_telling_stands_in_one_event_or_is_a_lone_denial_or_wrong(said, judged):
    papers = papers_of(said, judged)
    events = papers.events()
    placed = [one for event in events for one in event["assertions"]]
    assert len(placed) == len(set(placed))
    wrong = {one for it in papers.judgements if it.verdict == "wrong" for one in it.assertions}
    for assertion in papers.assertions:
        affirms = assertion.modality in ("asserted", "reported", "possible", "planned")
        if assertion.event_type and affirms and assertion.id not in wrong:
            assert assertion.id in placed
        if assertion.modality in ("demanded", "assessed") or assertion.id in wrong:
            assert assertion.id not in placed


@few
@given(st.lists(passages, min_size=1, max_size=12))
def test_no_event_has_more_origins_than_it_has_members_or_none(said):
    for event in papers_of(said, []).events():
        assert 1 <= event["origins"] <= len(event["assertions"])
        assert EventType(event["event_type"])
        if event["day_earliest"] and event["day_latest"]:
            assert event["day_earliest"] <= event["day_latest"]


@few
@given(st.lists(passages, min_size=1, max_size=8))
def test_news_of_another_world_changes_no_event(said):
    before = papers_of(said, []).events()
    papers = papers_of(said, [])
    papers.says("Elsewhere", "ASSAULT", "AUH", "SRB", "1914-07-28", published="1914-07-29")
    after = [event for event in papers.events() if event["initiator"] != ["AUH"]]
    assert after == before


@settings(few, max_examples=8)
@given(st.lists(passages, min_size=1, max_size=8))
def test_appending_twice_adds_nothing(said):
    papers = papers_of(said, [])
    with tempfile.TemporaryDirectory() as folder, new_ledger(Path(folder) / "l.duckdb") as ledger:
        papers.appended_to(ledger)
        first = {name: table.count().execute() for name, table in ledger.tables.items()}
        papers.appended_to(ledger)
        again = {name: table.count().execute() for name, table in ledger.tables.items()}
    assert first == again
    assert first["assertions"] == len({one.id for one in papers.assertions})


def test_an_event_keeps_its_id_when_it_keeps_its_members():
    papers = Papers()
    one = papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19")
    (event,) = papers.events()
    papers.judged("same", one, "a-0000000000000000")
    (again,) = papers.events()
    assert event["event"] == again["event"]


def test_the_id_of_an_event_hashes_its_members_and_nothing_else():
    papers = Papers()
    members = [papers.says(paper, "CONSULT", "RUS", "PRK", "2024-06-19") for paper in "ABC"]
    (event,) = papers.events()
    expected = hashlib.sha256(" ".join(sorted(members)).encode()).hexdigest()[:16]
    assert event["event"] == f"e-{expected}"
