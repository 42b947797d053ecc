"""Who does what to whom in English sentences, of our own."""

import pytest

from foedus.evidence import Day
from foedus.reading.languages import language_of
from foedus.reading.reader import reading_of
from tests.reading.written_texts import snapshot_of_text

Told = tuple[str | None, str, str]


def _told(text: str) -> list[Told]:
    """Each assertion as (type, initiators, targets)."""
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    return [
        (one.event_type and one.event_type.value, " ".join(one.initiator), " ".join(one.target))
        for one in reading.assertions
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The G7 leaders condemned Iran's transfer of arms to Sudan.", ("ACCUSE", "G7", "IRN")),
        ("Turkey vetoed Sweden's accession to NATO.", ("REJECT", "TUR", "SWE")),
        ("Jordan shot down Iranian drones.", ("ASSAULT", "JOR", "IRN")),
        ("Hamas fired rockets at Israel.", ("ASSAULT", "HAMAS", "ISR")),
        ("Iran test-fired a missile.", ("MOBILIZE", "IRN", "")),
        ("Thailand held naval drills with India.", ("COOPERATE", "IND THA", "")),
        ("Thailand held naval drills.", ("MOBILIZE", "THA", "")),
        ("Moldova summoned the Russian ambassador.", ("ACCUSE", "MDA", "RUS")),
        ("Kenya withdrew its troops from Somalia.", ("RETREAT", "KEN", "SOM")),
        ("Cuba declared a ceasefire with Haiti.", ("RETREAT", "CUB", "HTI")),
        (
            "Oman and Qatar are mediating between Iran and Yemen.",
            ("CONSULT", "IRN OMN QAT YEM", ""),
        ),
        ("Nepal voted against India's proposal.", ("REJECT", "NPL", "IND")),
        ("Kazakhstan's president paid a state visit to Georgia.", ("CONSULT", "KAZ", "GEO")),
        ("Chad granted Niger access to its bases.", ("CONCEDE", "TCD", "NER")),
        ("Algeria closed its airspace to Moroccan planes.", ("SANCTION", "DZA", "MAR")),
        ("The Saudi-led coalition bombed Yemen.", ("ASSAULT", "SAU", "YEM")),
        ("Norway expressed concern about China's activities.", ("ACCUSE", "NOR", "CHN")),
    ],
)
def test_who_does_what_to_whom(text: str, told: Told) -> None:
    assert told in _told(text)


def test_what_is_refused_or_only_voted_on_is_no_denial_of_the_vote() -> None:
    text = "France voted to extend sanctions on Libya."
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    assert [one.modality.value for one in reading.assertions] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "ASMARA, 11 October 2024 - France invaded Mali.",
        "WASHINGTON (AP) -- France invaded Mali.",
        "TEL AVIV — France invaded Mali.",
    ],
)
def test_a_dateline_is_no_sentence(text: str) -> None:
    assert _told(text) == [("ASSAULT", "FRA", "MLI")]
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    assert reading.assertions[0].passage.quote == "France invaded Mali"


def test_an_alliance_before_a_dash_is_no_dateline() -> None:
    (tree,) = language_of("en").trees("NATO - An alliance of 32 states - Expanded again.")
    assert tree.words[0] == "NATO"


def test_lemmas_that_the_pipeline_gets_wrong_are_set_right() -> None:
    (tree,) = language_of("en").trees("Peru staged a coup and hopes to win.")
    assert {"stage", "hope"} <= set(tree.lemmas)


def test_a_day_without_a_year_in_the_past_is_not_moved_ahead_by_a_relative_clause() -> None:
    text = "Peru signed a pact on January 1 that would open its ports."
    reading = reading_of(snapshot_of_text(text).told(Day("2024-10-14"), "en"))
    assert [time.day and time.day.edtf for time in reading.times] == ["2024-01-01"]


def test_everything_that_is_asked_for_is_demanded() -> None:
    text = "France urged Iran to free the hostages and to stop the strikes."
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    assert {one.modality.value for one in reading.assertions} == {"demanded"}


def test_would_in_what_is_said_is_the_future() -> None:
    text = "Kenya said that it would help Haiti."
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    assert [one.modality.value for one in reading.assertions] == ["planned"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ghana and Togo signed a pact. Nigeria withdrew from the pact.",
            ("SANCTION", "NGA", "GHA TGO"),
        ),
        ("Norway sent jets to Finland. Russia condemned the move.", ("ACCUSE", "RUS", "NOR")),
        ("Peru closed its border with Chile and recalled its envoy.", ("SANCTION", "PER", "CHL")),
        ("Romania had been told of the plan by Bulgaria.", ("CONSULT", "BGR", "ROU")),
        ("Fiji paid Tonga 20 million dollars.", ("AID", "FJI", "TON")),
        ("Kenya wants Uganda to leave the port.", ("REQUEST", "KEN", "UGA")),
        ("Oman and Jordan met. The Kingdom thanked Oman.", ("SUPPORT", "JOR", "OMN")),
        ("Ethiopia signed a memorandum with Somaliland.", ("AGREE", "ETH SOMALILAND", "")),
    ],
)
def test_whom_the_pact_the_move_and_the_kingdom_stand_for(text: str, told: Told) -> None:
    kind, actors, targets = told
    found = [(one[0], " ".join(sorted(one[1].split())), one[2]) for one in _told(text)]
    assert (kind, actors, targets) in found


def test_to_insist_that_or_to_seek_nothing_asks_for_nothing() -> None:
    assert not [one for one in _told("Peru insists that it seeks no war.") if one[0] == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The navy said on Tuesday that Spain will sell ships to Morocco.", "2024-11-19"),
        ("Greece will send a delegation to Cyprus on Thursday.", "2024-11-28"),
        ("Chad and Sudan met on 3 March 2024.", "2024-03-03"),
    ],
)
def test_a_weekday_of_a_report_lies_behind_and_a_short_paragraph_is_read(
    text: str, day: str
) -> None:
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    assert [one.day and one.day.edtf for one in reading.assertions] == [day]
