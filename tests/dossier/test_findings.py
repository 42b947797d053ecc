"""A number without evidence is not printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.dossier.exhibit import Excerpt, Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.linking import numbers_linked
from foedus.dossier.sentence import Link, Name, Plain, Strong, Unsourced, evidence_of, read


def test_a_number_in_plain_words_is_refused() -> None:
    with pytest.raises(Unsourced, match="prints 12 without evidence"):
        Plain("about 12 trucks")


def test_a_number_in_bold_is_refused_too() -> None:
    with pytest.raises(Unsourced):
        Strong("90 %")


def test_a_digit_of_a_proper_name_is_no_number() -> None:
    assert Name("Group of 7").words == "Group of 7"


@pytest.mark.parametrize("evidence", ["", "  "])
def test_a_link_must_lead_somewhere(evidence: str) -> None:
    with pytest.raises(Unsourced):
        Link("12", evidence)


def test_a_finding_without_evidence_is_refused() -> None:
    with pytest.raises(Unsourced, match="names no evidence"):
        Finding(sentence=(Plain("They met."),), caveat="One source.")


@pytest.mark.parametrize("caveat", ["", " \n"])
def test_a_finding_without_a_caveat_is_refused(caveat: str) -> None:
    with pytest.raises(ValueError, match="caveat"):
        Finding(sentence=(Link("They met", "a-1"),), caveat=caveat)


def test_a_finding_gathers_the_evidence_of_its_words_and_what_it_rests_on() -> None:
    finding = Finding(
        sentence=(Link("Two", "a-1"), Plain(" of "), Link("3", "a-2"), Link(" met", "a-1")),
        rests_on=("a-2", "e-1"),
        caveat="One source.",
    )
    assert finding.evidence == ("a-1", "a-2", "e-1")
    assert evidence_of(finding.sentence) == ("a-1", "a-2")


def test_an_estimate_outside_its_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="outside its interval"):
        Estimate(value=9, low=1, high=3, unit="visits", method="count")


@pytest.mark.parametrize(("unit", "method"), [("", "count"), ("visits", " ")])
def test_an_estimate_names_unit_and_method(unit: str, method: str) -> None:
    with pytest.raises(Unsourced):
        Estimate(value=2, unit=unit, method=method)


def test_an_amount_may_stay_open_on_one_side() -> None:
    assert Estimate(low=2000, unit="soldiers", method="words").high is None


def test_a_calculation_that_is_not_told_is_no_evidence() -> None:
    with pytest.raises(Unsourced, match="how it was calculated"):
        Exhibit(id="e-1", kind=Kind.ESTIMATE, title="Sum", caveat="Rough.", source="m-count")


def test_a_passage_shows_words_of_its_document() -> None:
    with pytest.raises(Unsourced, match="shows no words"):
        Exhibit(id="a-1", kind=Kind.PASSAGE, title="Visit", caveat="One.", source="d-1")
    shown = Excerpt("", "he said", "", "en")
    assert Exhibit(
        id="a-1", kind=Kind.PASSAGE, title="Visit", caveat="One.", source="d-1", excerpt=shown
    )


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("bound since 4 December 2024.", ["4 December 2024"]),
        ("depuis le 1er novembre 2024 (article 2(4)).", ["1er novembre 2024", "2(4)"]),
        ("resolution ES-11/1, 19,5 % of 3", ["ES-11/1", "19,5 %", "3"]),
        ("no number at all", []),
    ],
)
def test_every_number_of_borrowed_words_becomes_a_link(text: str, linked: list[str]) -> None:
    parts = numbers_linked(text, "c-1")
    assert [part.words for part in parts if isinstance(part, Link)] == linked


@given(st.text(max_size=80))
def test_borrowed_words_stay_as_they_are(text: str) -> None:
    assert read(numbers_linked(text, "c-1")) == text
