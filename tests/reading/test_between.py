"""What one stretch of a sentence does to another, and where its parties stand."""

import pytest

from foedus.evidence import EventType
from foedus.reading.between import event_between
from foedus.reading.parties import parties


def _between(text: str, source: str, target: str) -> EventType | None:
    start, other = text.index(source), text.index(target)
    spans = (start, start + len(source)), (other, other + len(target))
    return event_between(text, spans[0], spans[1], "en")


@pytest.mark.parametrize(
    ("text", "source", "target", "event"),
    [
        ("The union accused the minister of fraud.", "The union", "the minister", "ACCUSE"),
        ("The rebels were bombed by the army.", "the army", "The rebels", "ASSAULT"),
        ("The junta agreed to release the monks.", "The junta", "the monks", "AGREE"),
        ("The junta will not release the monks.", "The junta", "the monks", "REJECT"),
        ("The junta released the monks.", "The junta", "the monks", "RETREAT"),
        ("The miners threatened to attack the police.", "The miners", "the police", "THREATEN"),
        ("The envoy said the king must resign.", "The envoy", "the king", "REQUEST"),
        ("Laos signed a treaty with Nepal.", "Laos", "Nepal", "SUPPORT"),
        ("Laos promised to help Nepal.", "Laos", "Nepal", "AGREE"),
        ("The sky is blue over Laos and Nepal.", "Laos", "Nepal", None),
    ],
)
def test_the_type_is_that_of_the_plover_codebook(
    text: str, source: str, target: str, event: str | None
) -> None:
    assert _between(text, source, target) == (EventType(event) if event else None)


def test_names_do_not_matter_only_places() -> None:
    assert _between("Ruritania praised Syldavia.", "Ruritania", "Syldavia") is EventType.SUPPORT


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("The militia shelled a hospital on Monday.", "The militia", "a hospital"),
        ("A convoy was attacked by the militia.", "the militia", "A convoy"),
        ("The bank launched an investigation into the firm.", "The bank", "the firm"),
        (
            "The relief agency delivered food to the villagers.",
            "The relief agency",
            "the villagers",
        ),
    ],
)
def test_parties_are_phrases_known_or_not(text: str, initiator: str, target: str) -> None:
    found = parties(text, "en")
    assert [text[slice(*span)] for span in found[0]] == [initiator]
    assert [text[slice(*span)] for span in found[1]] == [target]


def test_a_sentence_without_an_event_has_no_parties() -> None:
    assert parties("The sky is blue.", "en") == ((), ())
