"""Two readers of one text: where they agree, where they differ, what only one of them read."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Assertion, Day, EventType, Modality, Passage, Speaker
from foedus.reading.second import Comparison, disagreements

TEXT = (
    "The allies condemned the sending of troops to Belarus, and Poland closed its border on "
    "3 May 2024. Vilnius said that Minsk had lied."
)


def told(quote: str, event_type: EventType | None = EventType.COERCE, **said: Any) -> Assertion:
    start = TEXT.index(quote)
    passage = Passage("d-1", start, start + len(quote), quote)
    return Assertion(passage=passage, event_type=event_type, **said)


def quotes(assertions: tuple[Assertion, ...]) -> list[str]:
    return [one.passage.quote for one in assertions]


def aspects(compared: Comparison) -> list[tuple[str, ...]]:
    return [pair.differs for pair in compared.differing]


def test_two_readers_who_say_the_same_agree_though_their_quotations_differ_a_little() -> None:
    rules = told("Poland closed its border", initiator=("POL",), read_by="rules-en")
    model = told("Poland closed its border on 3 May 2024", initiator=("POL",), read_by="model x")
    compared = disagreements([rules], [model])
    ((one, other),) = [(pair.rules, pair.model) for pair in compared.agreed]
    assert (one.read_by, other.read_by) == ("rules-en", "model x")
    assert (compared.differing, compared.only_rules, compared.only_model) == ((), (), ())


def test_what_they_differ_in_is_named() -> None:
    rules = told("Poland closed its border on 3 May 2024", day=Day("2024-05-03"))
    model = told(
        "Poland closed its border on 3 May 2024",
        EventType.SANCTION,
        initiator=("POL",),
        target=("BLR",),
        day=Day("2024-05"),
        modality=Modality.REPORTED,
        attributed_to=Speaker("Vilnius", represents="LTU"),
    )
    every = ("type", "initiator", "target", "day", "modality", "speaker")
    assert aspects(disagreements([rules], [model])) == [every]


def test_an_actor_one_reader_missed_is_a_difference() -> None:
    rules = told("Poland closed its border", initiator=("POL",))
    model = told("Poland closed its border", initiator=("POL",), target=("BLR",))
    assert aspects(disagreements([rules], [model])) == [("target",)]


def test_doubt_about_a_day_is_no_difference_but_its_precision_is() -> None:
    rules = told("Poland closed its border", day=Day("2024-05-03"))
    doubting = told("Poland closed its border", day=Day("2024-05-03?"))
    assert disagreements([rules], [doubting]).agreed
    vaguer = told("Poland closed its border", day=Day("2024"))
    assert aspects(disagreements([rules], [vaguer])) == [("day",)]


def test_a_speaker_is_the_same_by_whom_he_speaks_for_or_by_his_name() -> None:
    minsk = "Minsk had lied"
    named = told(minsk, attributed_to=Speaker("Gabrielius Landsbergis", represents="LTU"))
    placed = told(minsk, attributed_to=Speaker("Vilnius", represents="LTU"))
    alone = told(minsk, attributed_to=Speaker("Landsbergis"))
    other = told(minsk, attributed_to=Speaker("Tusk"))
    assert disagreements([named], [placed]).agreed
    assert disagreements([named], [alone]).agreed
    assert aspects(disagreements([named], [other])) == [("speaker",)]
    assert aspects(disagreements([named], [told(minsk)])) == [("speaker",)]


def test_claims_that_nest_are_paired_by_their_type() -> None:
    whole = "The allies condemned the sending of troops to Belarus"
    inner = "the sending of troops to Belarus"
    rules = [told(whole, EventType.ACCUSE), told(inner, EventType.MOBILIZE)]
    model = [
        told("condemned the sending of troops to Belarus", EventType.MOBILIZE),
        told("The allies condemned the sending of troops", EventType.ACCUSE),
    ]
    compared = disagreements(rules, model)
    assert [(p.rules.event_type, p.model.event_type) for p in compared.agreed] == [
        (EventType.ACCUSE, EventType.ACCUSE),
        (EventType.MOBILIZE, EventType.MOBILIZE),
    ]


def test_what_only_one_reader_has_stands_apart() -> None:
    rules = [told("Minsk had lied", EventType.ACCUSE)]
    model = [told("Poland closed its border")]
    compared = disagreements(rules, model)
    assert quotes(compared.only_rules) == ["Minsk had lied"]
    assert quotes(compared.only_model) == ["Poland closed its border"]
    assert (compared.agreed, compared.differing) == ((), ())


def test_passages_that_hardly_overlap_are_two_claims() -> None:
    rules = [told("The allies condemned the sending of troops to Belarus, and Poland closed")]
    model = [told("Poland closed")]
    compared = disagreements(rules, model)
    assert (len(compared.only_rules), len(compared.only_model)) == (1, 1)


def test_two_documents_are_never_compared() -> None:
    one = told("Minsk had lied")
    other = Assertion(passage=Passage("d-2", one.passage.start, one.passage.end, "Minsk had lied"))
    compared = disagreements([one], [other])
    assert (len(compared.only_rules), len(compared.only_model)) == (1, 1)


SPANS = st.builds(
    lambda document, start, length, kind: Assertion(
        passage=Passage(document, start, start + length, "x" * length), event_type=kind
    ),
    st.sampled_from(["d-1", "d-2"]),
    st.integers(0, 60),
    st.integers(1, 40),
    st.sampled_from([None, EventType.AID, EventType.ACCUSE]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=12), st.randoms())
def test_every_assertion_stands_in_one_place_whatever_their_order(
    rules: list[Assertion], model: list[Assertion], chance: random.Random
) -> None:
    compared = disagreements(rules, model)
    pairs = (*compared.agreed, *compared.differing)
    assert sorted(one.id for one in (*(p.rules for p in pairs), *compared.only_rules)) == sorted(
        one.id for one in rules
    )
    assert sorted(one.id for one in (*(p.model for p in pairs), *compared.only_model)) == sorted(
        one.id for one in model
    )
    shuffled = [*rules], [*model]
    for one in shuffled:
        chance.shuffle(one)
    assert disagreements(*shuffled) == compared


def test_ten_thousand_assertions_are_compared_in_no_time() -> None:
    text = "Poland paid. " * 10_000
    spans = [(n * 13, n * 13 + 11) for n in range(10_000)]
    both = [Assertion(passage=Passage("d-1", a, b, text[a:b])) for a, b in spans]
    again = [Assertion(passage=Passage("d-1", a, b, text[a:b])) for a, b in spans]
    assert len(disagreements(both, again).agreed) == 10_000
