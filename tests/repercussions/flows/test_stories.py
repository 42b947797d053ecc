"""What a case's sources say passes: small histories, and the totals that follow from them."""

import datetime as dt

import pytest

from foedus.repercussions.flows import (
    Exchange,
    Flow,
    Manner,
    Strand,
    Why,
    Window,
    gives_and_gets,
)
from tests.ledger.papers import ZELENSKY
from tests.repercussions.flows.conftest import DELEGATE, KIRBY, NIS, Said

YEARS = Window(dt.date(2020, 1, 1), dt.date(2024, 12, 31), dt.date(2020, 1, 1))


def exchange(said: Said, window: Window = YEARS) -> Exchange:
    return gives_and_gets(said.told(), (), "PRK", "RUS", window)


def given_by_pyongyang(said: Said, window: Window = YEARS) -> tuple[Strand, ...]:
    return exchange(said, window).sides[0].strands


def only_flow(said: Said, window: Window = YEARS) -> Flow:
    (strand,) = given_by_pyongyang(said, window)
    (flow,) = strand.flows
    return flow


def test_claims_that_agree_are_one_flow_with_their_common_range(said: Said) -> None:
    one = said.gives("PRK > RUS", "at least 3,000 soldiers", "2024-10", by=KIRBY)
    other = said.gives("PRK > RUS", "between 2,500 and 4,000 soldiers", "2024-10", by=NIS)
    flow = only_flow(said)
    assert (flow.kind, flow.counted, flow.low, flow.high) == ("men", "soldier", 3000, 4000)
    assert set(flow.evidence) == {one, other}
    assert (flow.origins, set(flow.by)) == (2, {"USA", "KOR"})
    assert (flow.earliest, flow.latest) == (dt.date(2024, 10, 1), dt.date(2024, 10, 31))


def test_claims_that_contradict_stand_side_by_side_and_are_never_added(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 1,500 soldiers", "2024-10-08", by=NIS)
    said.gives("PRK > RUS", "exactly 10,000 soldiers", "2024-10-08", by=ZELENSKY)
    said.gives("PRK > RUS", "at least 9,000 soldiers", "2024-10-08", by=KIRBY)
    (strand,) = given_by_pyongyang(said)
    assert [(flow.low, flow.high) for flow in strand.flows] == [(10000, 10000), (1500, 1500)]
    assert [(flow.reading, flow.rivals, flow.origins) for flow in strand.flows] == [
        (1, 2, 2),
        (2, 2, 1),
    ]


def test_what_was_carried_in_one_week_is_part_of_what_was_reached_in_the_month(said: Said) -> None:
    said.gives("PRK > RUS", "about 1,500 soldiers", "2024-10-08/2024-10-13", by=NIS)
    said.gives("PRK > RUS", "at least 3,000 soldiers", "2024-10-01/2024-10-20", by=KIRBY)
    said.gives("PRK > RUS", "about 10,000 soldiers", "2024-10-28", by=KIRBY, said="2024-10-28")
    flow = only_flow(said)
    assert (flow.low, flow.high, flow.rivals) == (9000, 11000, 1)
    assert (flow.earliest, flow.latest) == (None, dt.date(2024, 10, 28))


def test_shipments_of_different_days_are_added(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 20 tanks", "2024-02-03")
    said.gives("PRK > RUS", "30 to 40 tanks", "2024-05-03")
    assert (only_flow(said).low, only_flow(said).high) == (50, 60)


def test_different_things_are_never_added(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 20 tanks", "2024-02-03")
    said.gives("PRK > RUS", "exactly 500 shells", "2024-02-03")
    (strand,) = given_by_pyongyang(said)
    assert {(flow.counted, flow.low) for flow in strand.flows} == {("tank", 20), ("shell", 500)}


def test_a_count_since_a_day_is_not_added_to_its_parts(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 1,000 containers of munitions", "2023-10-13")
    said.gives(
        "PRK > RUS",
        "exactly 13,000 containers of munitions since August 2023",
        "2023-08",
        published="2024-10-18",
        day_words="August 2023",
    )
    flow = only_flow(said)
    assert (flow.kind, flow.low, flow.high) == ("munitions", 13000, 13000)
    assert (flow.earliest, flow.latest) == (dt.date(2023, 8, 1), dt.date(2024, 10, 18))


def test_soldiers_being_prepared_have_not_been_delivered(said: Said) -> None:
    said.gives("PRK > RUS", "about 10,000 soldiers are being prepared", "2024-10-17", by=ZELENSKY)
    flow = only_flow(said)
    assert flow.manner is Manner.PREPARED
    assert not given_by_pyongyang(said)[0].passed


def test_soldiers_sent_to_be_prepared_there_have_been_sent(said: Said) -> None:
    said.gives("PRK > RUS", "sent about 10,000 soldiers, who are being prepared", "2024-10-17")
    assert only_flow(said).manner is Manner.PASSED


@pytest.mark.parametrize("modality", ["planned", "possible", "demanded"])
def test_what_is_to_come_is_kept_apart_from_what_came(said: Said, modality: str) -> None:
    said.gives("PRK > RUS", "exactly 100 tanks", "2024-03-01")
    said.gives("PRK > RUS", "exactly 400 tanks", "2024-03-01", modality=modality)
    (strand,) = given_by_pyongyang(said)
    assert {(flow.manner, flow.low) for flow in strand.flows} == {
        (Manner.PASSED, 100),
        (Manner(modality), 400),
    }


def test_a_denial_stands_beside_the_claims_it_answers_and_takes_nothing_off(said: Said) -> None:
    before = said.gives("PRK > RUS", "about 1,500 soldiers", "2024-10-08", by=NIS)
    after = said.gives("PRK > RUS", "about 4,000 soldiers", "2024-11-30", by=KIRBY)
    denial = said.gives(
        "PRK > RUS", "no soldiers", "2024-10-21", modality="denied", by=DELEGATE, said="2024-10-21"
    )
    (strand,) = given_by_pyongyang(said)
    assert [one.id for one in strand.denials] == [denial]
    assert strand.contested == (before,)
    assert after not in strand.contested
    assert (strand.flows[0].low, strand.flows[0].high) == (4950, 6050)


def test_a_claim_without_an_amount_is_said_to_be_left_out(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 100 shells", "2024-03-01")
    without = said.gives("PRK > RUS", "more artillery", "2024-04-01")
    (strand,) = given_by_pyongyang(said)
    assert [one.id for one in strand.uncounted] == [without]
    assert (strand.flows[0].low, strand.flows[0].high) == (100, 100)


def test_of_a_part_of_an_amount_only_the_whole_is_known(said: Said) -> None:
    words = "released 9 of 30 million dollars of frozen assets"
    said.gives("PRK > RUS", words, "2024-03-01")
    flow = only_flow(said)
    assert (flow.counted, flow.low, flow.high) == ("dollar", None, 30e6)


def test_what_several_give_together_is_at_most_all_of_it_for_each(said: Said) -> None:
    said.gives("PRK CHN > RUS", "exactly 100 drones", "2024-03-01")
    flow = only_flow(said)
    assert (flow.low, flow.high) == (None, 100)


def test_a_receiver_that_nobody_names_is_not_guessed(said: Said) -> None:
    said.gives("PRK >", "exactly 100 shells", "2024-03-01")
    found = exchange(said)
    assert found.sides[0].strands == ()
    assert [(one.why, one.counted, one.low) for one in found.asides] == [
        (Why.RECEIVER, "shell", 100)
    ]


def test_a_receiver_comes_from_another_telling_of_the_same_event(said: Said) -> None:
    one = said.gives("PRK >", "exactly 100 shells", "2024-03-01")
    other = said.gives("PRK > RUS", "artillery shells", "2024-03-01")
    said.papers.judged("same", one, other)
    assert (only_flow(said).low, only_flow(said).evidence) == (100, (one,))


def test_troops_that_march_into_a_country_are_no_gift_to_it(said: Said) -> None:
    said.gives(
        "PRK > RUS",
        "exactly 500 soldiers",
        "2024-03-01",
        event="MOBILIZE",
        mode="troops",
        polarity="conflict",
    )
    found = exchange(said)
    assert found.sides[0].strands == ()
    assert [one.why for one in found.asides] == [Why.SIDE]


def test_an_exercise_together_gives_nobody_men(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 500 soldiers", "2024-03-01", event="COOPERATE")
    assert given_by_pyongyang(said) == ()


def test_an_exchange_of_technology_has_no_direction(said: Said) -> None:
    said.gives("PRK RUS >", "more technology", event="COOPERATE", modality="planned", quantity=None)
    assert [(one.why, one.kind) for one in exchange(said).asides] == [(Why.DIRECTION, "technology")]


def test_what_is_judged_wrong_counts_for_nothing(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 100 shells", "2024-03-01")
    said.papers.judged("wrong", said.gives("PRK > RUS", "exactly 900 shells", "2024-03-01"))
    assert (only_flow(said).low, only_flow(said).rivals) == (100, 1)


def test_what_is_judged_different_is_added(said: Said) -> None:
    one = said.gives("PRK > RUS", "exactly 100 shells", "2024-03-01")
    other = said.gives("PRK > RUS", "exactly 100 shells", "2024-03-01")
    assert only_flow(said).high == 100
    said.papers.judged("different", one, other)
    assert (only_flow(said).low, only_flow(said).high) == (200, 200)


def test_what_is_judged_the_same_speaks_of_the_days_both_leave_open(said: Said) -> None:
    one = said.gives("PRK > RUS", "exactly 100 shells", "2024-03")
    other = said.gives("PRK > RUS", "exactly 300 shells", "2024-03-20/2024-04-05")
    assert only_flow(said).rivals == 1
    said.papers.judged("same", one, other)
    (strand,) = given_by_pyongyang(said)
    assert {(flow.low, flow.rivals) for flow in strand.flows} == {(100, 2), (300, 2)}
    assert strand.flows[0].latest == dt.date(2024, 3, 31)


def test_what_is_judged_to_contradict_is_never_one_reading(said: Said) -> None:
    one = said.gives("PRK > RUS", "at least 100 shells", "2024-03-01")
    other = said.gives("PRK > RUS", "at least 200 shells", "2024-03-01")
    said.papers.judged("contradicts", one, other)
    (strand,) = given_by_pyongyang(said)
    assert sorted(flow.evidence for flow in strand.flows) == sorted([(one,), (other,)])


def test_ten_papers_that_repeat_one_speaker_are_one_origin(said: Said) -> None:
    for _ in range(4):
        said.gives("PRK > RUS", "about 1,500 soldiers", "2024-10-08", by=KIRBY)
    assert only_flow(said).origins == 1
    assert len(only_flow(said).evidence) == 4


def test_of_a_claim_that_the_window_cuts_nothing_may_lie_inside(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 100 tanks", "2024-03-01/2024-06-30")
    spring = Window(dt.date(2024, 5, 1), dt.date(2024, 12, 31), dt.date(2020, 1, 1))
    assert (only_flow(said, spring).low, only_flow(said, spring).high) == (None, 100)
    later = Window(dt.date(2024, 8, 1), dt.date(2024, 12, 31), dt.date(2020, 1, 1))
    assert given_by_pyongyang(said, later) == ()


def test_help_of_a_predecessor_counts_as_the_successor_s(said: Said) -> None:
    said.gives("SUN > PRK", "exactly 14 aircraft", "1988-03-01")
    window = Window(dt.date(1980, 1, 1), dt.date(2024, 12, 31), dt.date(1980, 1, 1))
    found = gives_and_gets(said.told(), (), "RUS", "PRK", window)
    assert [flow.low for strand in found.sides[0].strands for flow in strand.flows] == [14]


def test_sorts_of_which_nobody_speaks_are_named(said: Said) -> None:
    said.gives("PRK > RUS", "exactly 100 shells", "2024-03-01")
    found = exchange(said)
    assert found.sides[0].silent == ("men", "technology", "money", "energy", "food")
    assert len(found.sides[1].silent) == 6


def test_the_order_of_sources_changes_nothing(said: Said) -> None:
    for words, day in (
        ("about 1,500 soldiers", "2024-10-08"),
        ("about 9,000 soldiers", "2024-10-08"),
    ):
        said.gives("PRK > RUS", words, day)
    there = exchange(said)
    said.papers.assertions.reverse()
    assert exchange(said) == there


def test_days_asked_about_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        Window(dt.date(2024, 1, 1), dt.date(2023, 1, 1), dt.date(2020, 1, 1))
