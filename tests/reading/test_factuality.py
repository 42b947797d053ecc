"""How sure it is, by the text, that something happened."""

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from tests.reading.written_texts import snapshot_of_text


def _told(text: str) -> dict[str, float]:
    """The factuality of each event, by its PLOVER type."""
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    exported = reading.as_dict()["assertions"]
    return {one["event"]["plover"]: one["factuality"] for one in exported}


@pytest.mark.parametrize(
    ("text", "event", "low", "high"),
    [
        ("Peru invaded Chile.", "ASSAULT", 2.5, 3.0),
        ("Peru did not invade Chile.", "ASSAULT", -3.0, -1.5),
        ("Peru will invade Chile.", "ASSAULT", -3.0, -1.5),
        ("Peru may invade Chile.", "ASSAULT", -1.5, 0.0),
        ("If Peru invades Chile, Brazil will protest.", "ASSAULT", -1.5, 0.0),
        ("Brazil says that Peru invaded Chile.", "ASSAULT", 1.5, 2.5),
        ("Did Peru invade Chile?", "ASSAULT", -1.0, 1.5),
        ("Peru managed to help Chile.", "AID", 2.0, 3.0),
        ("Peru failed to help Chile.", "AID", -3.0, -1.5),
        ("France refused to help Chile.", "REJECT", 2.0, 3.0),
        ("Peru must help Chile.", "AID", -3.0, -1.0),
        ("Brazil urged Peru to help Chile.", "AID", -3.0, -1.0),
        ("Brazil urged Peru to help Chile.", "REQUEST", 2.0, 3.0),
    ],
)
def test_polarity_tense_and_the_verb_above_decide(
    text: str, event: str, low: float, high: float
) -> None:
    assert low <= _told(text)[event] <= high


def test_what_is_surer_is_rated_higher() -> None:
    told = [
        _told(text)["AID"]
        for text in (
            "Peru helped Chile.",
            "Brazil thinks that Peru may help Chile.",
            "Peru did not help Chile.",
        )
    ]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) == 3


def test_every_assertion_has_its_factuality_and_it_is_no_part_of_what_settles() -> None:
    reading = reading_of(
        snapshot_of_text("Peru invaded Chile.").told(Day("2024-11-25"), "en"),
    )
    assert set(reading.factuality) == {one.id for one in reading.assertions}
    assert not hasattr(reading.assertions[0], "factuality")
