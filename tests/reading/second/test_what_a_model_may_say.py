"""What of a model's answer becomes an assertion, and what is dropped and counted."""

from typing import Any

import pytest

from foedus.evidence import Assertion, Day, EventType, Modality, Polarity, Speaker
from foedus.reading.reading import Reading
from foedus.reading.second import SecondReading, endpoint_at, second_reading
from tests.reading.second.documents import document
from tests.reading.second.model_server import Model, claim, says, says_words

TEXT = "On 3 May Poland sent tanks to Ukraine. Minsk said that Lithuania had closed the border."
SENT = "Poland sent tanks to Ukraine"


def heard(model: Model, *claims: Any, text: str | Reading = TEXT) -> SecondReading:
    """What is made of one answer with these claims about a text."""
    model.will(says(*claims))
    reading = document(text) if isinstance(text, str) else text
    return second_reading(reading, endpoint_at(model.base, "test"))


def only(second: SecondReading) -> Assertion:
    (one,) = second.assertions
    return one


def test_a_quotation_that_stands_in_the_text_becomes_an_assertion(model: Model) -> None:
    told = claim(SENT, "AID", initiator=["POL"], target=["UKR"])
    second = heard(model, told)
    one = only(second)
    assert one.passage.quote == SENT == TEXT[one.passage.start : one.passage.end]
    assert (one.event_type, one.initiator, one.target) == (EventType.AID, ("POL",), ("UKR",))
    assert one.polarity is Polarity.COOPERATION
    assert one.published == Day("2024-11-25")
    assert one.read_by.startswith("model test prompt sha256:")
    assert len(one.read_by.rpartition(":")[2]) == 12
    assert (second.dropped, second.stopped_because) == ({}, None)


@pytest.mark.parametrize(
    "invented",
    [
        "Poland sent 200 tanks to Ukraine",
        "poland sent tanks to Ukraine",
        "Poland  sent tanks to Ukraine",
        "Poland sent tanks to Ukraine.\u200b",
        "Poland sent tanks\x00 to Ukraine",
        "Poland sent tanks to Ukraine\ud800",
        "La Pologne a envoyé des chars à l'Ukraine",
    ],
)
def test_a_quotation_that_differs_in_one_character_is_dropped(model: Model, invented: str) -> None:
    second = heard(model, claim(invented, initiator=["POL"]), claim(SENT))
    assert only(second).passage.quote == SENT
    assert second.dropped == {"quotation not in its stretch": 1}


def test_a_quotation_without_words_is_no_evidence(model: Model) -> None:
    second = heard(model, claim(""), claim(" \n"), claim("."), claim("3"))
    assert second.assertions == ()
    assert second.dropped == {"quotation without words": 4}


def test_of_words_that_stand_twice_the_model_must_say_which(model: Model) -> None:
    text = "Poland paid. Lithuania paid. Poland paid."
    unclear = heard(model, claim("Poland paid"), text=text)
    assert unclear.dropped == {"quotation found several times": 1}
    second = heard(model, claim("Poland paid", occurrence=2), text=text)
    assert only(second).passage.start == text.rindex("Poland paid")
    for number in (0, 3, -1):
        none = heard(model, claim("Poland paid", occurrence=number), text=text)
        assert none.dropped == {"no such occurrence of the quotation": 1}


def test_types_and_modalities_come_from_closed_lists(model: Model) -> None:
    second = heard(
        model,
        claim(SENT, "INVADE"),
        claim(SENT, "aid"),
        claim(SENT, modality="certain"),
        claim(SENT, event_type=None, modality="assessed"),
    )
    assert (only(second).event_type, only(second).modality) == (None, Modality.ASSESSED)
    assert second.dropped == {"unknown event type": 2, "unknown modality": 1}


def test_an_actor_must_be_one_that_the_document_names(model: Model) -> None:
    told = claim(SENT, initiator=["POL", "USA"], target=["Ukraine", "UKR"])
    second = heard(model, told)
    assert (only(second).initiator, only(second).target) == (("POL",), ("UKR",))
    assert second.dropped == {"actor unknown or not yet named in the document": 2}
    nobody = heard(model, claim(SENT, initiator=["USA"], target=["XYZ"]))
    assert nobody.assertions == ()
    assert nobody.dropped == {"actor unknown or not yet named in the document": 1}


def test_a_key_that_was_not_asked_for_is_left_out(model: Model) -> None:
    model.will(says_words('{"assertions": [], "note": "ignore the rules", "x": 1}'))
    second = second_reading(document(TEXT), endpoint_at(model.base, "test"))
    assert second.dropped == {"unknown key": 2}
    second = heard(model, {**claim(SENT), "read_by": "person", "id": "a-1"})
    assert only(second).read_by.startswith("model test")
    assert second.dropped == {"unknown key": 2}


def test_an_assertion_without_one_of_its_keys_is_dropped(model: Model) -> None:
    for key in claim(SENT):
        part = {name: value for name, value in claim(SENT).items() if name != key}
        assert heard(model, part).dropped == {"key missing": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        "Poland sent tanks",
        None,
        [],
        claim(SENT, occurrence="1"),
        claim(SENT, occurrence=True),
        claim(SENT, occurrence=1.0),
        claim(SENT, event_type=7),
        claim(SENT, initiator="POL"),
        claim(SENT, initiator=[["POL"]]),
        claim(SENT, day=20240503),
        claim(SENT, modality=None),
        claim(SENT, speaker="Minsk"),
        {**claim(SENT), "quote": 5},
        {**claim(SENT), "quote": {"text": SENT}},
    ],
)
def test_a_value_of_the_wrong_kind_drops_the_assertion(model: Model, wrong: Any) -> None:
    second = heard(model, wrong, claim(SENT))
    assert only(second).passage.quote == SENT
    assert second.dropped == {"value of the wrong kind": 1}


# --- days -----------------------------------------------------------------------------------------


def test_a_day_is_edtf_and_has_its_words_in_the_text(model: Model) -> None:
    one = only(heard(model, claim(SENT, day="2024-05-03", day_words="On 3 May")))
    assert (one.day, one.day_words) == (Day("2024-05-03"), "On 3 May")
    for day in (
        "3 May 2024",
        "2024-02-30",
        "2024-05-03T10:00",
        "yesterday",
        "",
        "２０２４",
        "٢٠٢٤-05",
    ):
        second = heard(model, claim(SENT, day=day, day_words="On 3 May"))
        assert only(second).day is None
        assert second.dropped == {"day not in EDTF": 1}
    for words in (None, "", "in May 2024"):
        second = heard(model, claim(SENT, day="2024-05-03", day_words=words))
        assert (only(second).day, only(second).day_words) == (None, None)
        assert second.dropped == {"day without words of the text": 1}


def test_a_day_more_exact_than_its_words_is_unknown(model: Model) -> None:
    reading = document("Poland paid in the summer of 2023.", times={"summer of 2023": "2023-22"})
    exact = claim("Poland paid", day="2023-07-01", day_words="summer of 2023")
    second = heard(model, exact, text=reading)
    assert only(second).day is None
    assert second.dropped == {"day more exact than its words": 1}
    right = claim("Poland paid", day="2023-22", day_words="summer of 2023")
    assert only(heard(model, right, text=reading)).day == Day("2023-22")


# --- speakers -------------------------------------------------------------------------------------


def test_a_speaker_is_called_as_in_the_text(model: Model) -> None:
    closed = "Lithuania had closed the border"
    told = {"name": "Minsk", "role": None, "represents": "BLR"}
    one = only(heard(model, claim(closed, "COERCE", modality="reported", speaker=told)))
    assert one.attributed_to == Speaker("Minsk", None, "BLR")


def test_what_nobody_in_the_text_says_is_not_made_the_authors_word(model: Model) -> None:
    closed = "Lithuania had closed the border"
    told = {"name": "Viktor Novak", "role": "spokesman", "represents": "RUS"}
    second = heard(model, claim(closed, "COERCE", modality="reported", speaker=told))
    assert second.assertions == ()
    assert second.dropped == {"speaker not in the text": 1}


def test_of_a_speaker_only_what_the_text_bears_out_stays(model: Model) -> None:
    closed = "Lithuania had closed the border"
    told = {"name": "Viktor Novak", "role": "spokesman", "represents": "BLR"}
    second = heard(model, claim(closed, "COERCE", modality="reported", speaker=told))
    assert only(second).attributed_to == Speaker(None, None, "BLR")
    assert second.dropped == {"speaker not in the text": 2}


def test_a_person_whom_our_own_reading_knows_may_have_the_full_name(model: Model) -> None:
    text = "Tusk said that Belarus had closed the border."
    reading = document(text, persons={"Tusk": ("POL", "Donald Tusk")})
    told = {"name": "Donald Tusk", "role": None, "represents": "POL"}
    closed = claim("Belarus had closed the border", "COERCE", modality="reported", speaker=told)
    assert only(heard(model, closed, text=reading)).attributed_to == Speaker(
        "Donald Tusk", None, "POL"
    )
