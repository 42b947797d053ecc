"""Whose treaty a clause speaks of, who was alive to be party to it, and what "it" does not mean."""

import pytest

from foedus.evidence import Assertion, Day, EventType, Modality
from foedus.reading.lives import lives
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text


def _read(text: str, language: str = "en") -> Reading:
    return reading_of(snapshot_of_text(text).told(Day("2024-11-25"), language))


def _saying(reading: Reading, words: str) -> list[Assertion]:
    return [one for one in reading.assertions if words in one.passage.quote]


TWO = (
    "On 19 June 2024 Russia and North Korea signed a treaty on strategic partnership. "
    "China and Pakistan signed a treaty of friendship on 3 May 1966. "
)


def test_the_treaty_of_a_year_has_the_parties_of_that_year() -> None:
    (told,) = _saying(_read(TWO + "The treaty of 2024 restores a duty."), "restores")
    assert set(told.initiator) == {"PRK", "RUS"}


def test_that_treaty_is_the_one_just_named() -> None:
    reading = _read(TWO + "That treaty still holds.")
    assert all(
        set(one.initiator) == {"CHN", "PAK"}
        for one in _saying(reading, "still holds")
        if one.event_type is EventType.AGREE
    )
    assert [len(treaty.parties) for treaty in reading.treaties] == [2, 2]


def test_a_treaty_signed_on_a_day_is_the_treaty_of_that_day() -> None:
    text = (
        "What the treaty of 19 June 2024 changed\n\n"
        "On 19 June 2024 Vladimir Putin and Kim Jong Un signed a Treaty on Comprehensive "
        "Strategic Partnership in Pyongyang."
    )
    (treaty,) = _read(text).treaties
    assert treaty.signed == Day("2024-06-19")
    assert set(treaty.parties) == {"PRK", "RUS"}


def test_parties_told_by_a_possessive_are_the_treatys_from_then_on() -> None:
    text = "Armenia and Greece help each other under article 2 of their treaty of 6 July 1996."
    (treaty,) = _read(text).treaties
    assert set(treaty.parties) == {"ARM", "GRC"}


def test_a_treaty_nobody_told_of_is_not_that_of_the_last_pair() -> None:
    text = "France and Germany cooperate closely. The treaty of 1815 ended a war."
    assert not any({"FRA", "DEU"} & set(one.initiator) for one in _saying(_read(text), "1815"))


def test_signed_after_a_treatys_name_is_said_of_that_treaty() -> None:
    text = (
        "Le nouvel accord entre Moscou et Pyongyang rappelle le premier traité d'amitié entre "
        "l'URSS et la Corée du Nord, signé en 1961."
    )
    signed = _saying(_read(text, "fr"), "signé en 1961")
    assert ("PRK", "SUN") in [one.initiator for one in signed]
    assert all("RUS" not in one.initiator for one in signed if one.day == Day("1961"))


@pytest.mark.parametrize(
    ("actor", "day", "lived"),
    [
        ("RUS", "1961", False),
        ("SUN", "1961", True),
        ("SUN", "1991", True),
        ("SUN", "2000-02-09", False),
        ("no such actor", "1961", True),
    ],
)
def test_an_actor_lives_on_any_part_of_its_life(actor: str, day: str, lived: bool) -> None:
    assert lives(actor, Day(day)) is lived


def test_nobody_dead_is_party_to_an_event_unless_the_text_says_so() -> None:
    text = "The Soviet Union and Mongolia signed a treaty in 1966. That treaty lapsed in 1999."
    assert all("SUN" not in one.initiator for one in _saying(_read(text), "lapsed"))
    named = _saying(_read("In 1999 the Soviet Union attacked Finland."), "attacked")
    assert [one.initiator for one in named] == [("SUN",)]


def test_it_is_no_country_after_a_sentence_about_a_treaty() -> None:
    text = (
        "Russia attacked Ukraine. The treaty of 1997 contains three articles. It forbids conquest."
    )
    assert not _saying(_read(text), "It forbids")


@pytest.mark.parametrize(
    "text",
    [
        "Technology is what North Korea lacks most.",
        "Ukrainian forces entered Kursk, a region which is Russian territory.",
    ],
)
def test_what_leaves_open_what_is_done_is_not_asserted(text: str) -> None:
    assert not [
        one for one in _read(text).assertions if one.passage.quote.startswith(("what", "which"))
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Japan did not rule out an attack on Russia.", "en"),
        ("Tokyo n'a pas exclu une attaque contre la Russie.", "fr"),
    ],
)
def test_what_is_not_ruled_out_is_possible_and_no_refusal(text: str, language: str) -> None:
    reading = _read(text, language)
    assert not [one for one in reading.assertions if one.event_type is EventType.REJECT]
    (told,) = [one for one in reading.assertions if one.event_type is EventType.ASSAULT]
    assert (told.target, told.modality) == (("RUS",), Modality.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No Russian soldier has attacked Latvia.", "en"),
        ("Aucun soldat russe n'a attaqué la Lettonie.", "fr"),
    ],
)
def test_what_nobody_did_is_denied(text: str, language: str) -> None:
    told = [one for one in _read(text, language).assertions if one.event_type]
    assert told
    assert {one.modality for one in told} == {Modality.DENIED}


def test_to_call_a_thing_by_a_name_asks_for_nothing() -> None:
    called = _read("Mark Rutte called the deployment of troops a significant escalation.")
    assert not [one for one in called.assertions if one.event_type is EventType.REQUEST]
    asked = _read("France called on Iran to leave.")
    assert [one for one in asked.assertions if one.event_type is EventType.REQUEST]


def test_a_title_that_announces_what_it_tells_tells_nothing() -> None:
    text = "What the treaty between France and Poland changed\n\nFrance helped Poland in 2020."
    assert [one.event_type for one in _read(text).assertions] == [EventType.AID]
