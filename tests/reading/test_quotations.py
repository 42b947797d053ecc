"""Who is made to say what."""

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from tests.reading.written_texts import snapshot_of_text


def _quotations(text: str, language: str) -> list[tuple[str, str, str, str | None]]:
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), language))
    return [
        (
            *(text[slice(*part)] if part else "" for part in (one.source, one.cue, one.content)),
            one.represents,
        )  # type: ignore[misc]
        for one in reading.quotations
    ]


@pytest.mark.parametrize(
    ("text", "language", "source", "cue", "content", "represents"),
    [
        (
            "Paris affirme que Moscou bloque tout.",
            "fr",
            "Paris",
            "affirme",
            "que Moscou bloque tout",
            "FRA",
        ),
        ("Selon Paris, Moscou cède.", "fr", "Paris", "Selon", "Moscou cède", "FRA"),
        ("Moscou bloque tout, a déclaré Paris.", "fr", "Paris", "déclaré", "Moscou bloque", "FRA"),
        ("France said that Russia lied.", "en", "France", "said", "that Russia lied", "FRA"),
        ("Russia lied, France said.", "en", "France", "said", "Russia lied", "FRA"),
        ("According to France, Russia lied.", "en", "France", "According to", "Russia lied", "FRA"),
    ],
)
def test_source_cue_and_content_are_found(
    text: str, language: str, source: str, cue: str, content: str, represents: str
) -> None:
    found = _quotations(text, language)
    assert len(found) == 1
    assert found[0][:2] == (source, cue)
    assert content in found[0][2]
    assert found[0][3] == represents


def test_an_article_of_a_treaty_speaks_for_nobody() -> None:
    assert _quotations("L'article 4 dit que les parties coopèrent.", "fr") == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Fiji told Tonga that the talks were over.", "Fiji", "told", "the talks were over"),
        ('"We are ready," the Fijian president said.', "the Fijian president", "said", "ready"),
        ('"We are ready," said the Fijian president.', "the Fijian president", "said", "ready"),
        ("According to army insiders, Fiji lied.", "army insiders", "According to", "Fiji lied"),
        ("Fiji's claim that Tonga lied is false.", "Fiji's", "claim", "that Tonga lied"),
        ("Fiji criticised the treaty.", "Fiji", "criticised", "the treaty"),
        ("Fiji refuses to sign the treaty.", "Fiji", "refuses", "sign the treaty"),
        ("The treaty was condemned by Fiji.", "Fiji", "condemned", ""),
        ('Fiji wrote: "Nothing will change."', "Fiji", "wrote", "Nothing will change"),
        ("“We shall never yield to them.” ― Ana Vuli", "Ana Vuli", "―", "never yield"),
    ],
)
def test_quotes_nouns_and_stances_have_a_source(
    text: str, source: str, cue: str, content: str
) -> None:
    found = _quotations(text, "en")
    assert [one[:2] for one in found if one[1].strip().startswith(cue)] == [(source, cue)]
    assert any(content in one[2] for one in found)


def test_a_speaker_before_a_colon_is_one_who_speaks_more_than_once() -> None:
    transcript = "SMITH: Tonga lied to everybody.\nJONES: It did not.\nSMITH: It did.\nDATE: Monday"
    assert [one[0] for one in _quotations(transcript, "en") if one[1] == ":"] == ["SMITH", "SMITH"]


def test_what_somebody_says_that_he_thinks_is_one_quotation() -> None:
    assert [one[1] for one in _quotations("Fiji said it believes Tonga lied.", "en")] == ["said"]


def test_all_sentences_of_a_quotation_are_the_speaker_s() -> None:
    text = '"Tonga attacked Samoa. Tonga invaded Kiribati," the Fijian minister said. "Samoa lied."'
    reading = reading_of(snapshot_of_text(text).told(Day("2024-11-25"), "en"))
    told = [one for one in reading.assertions if one.event_type is not None]
    assert len(told) >= 2
    assert {one.attributed_to and one.attributed_to.represents for one in told} == {"FJI"}


def test_a_stance_is_no_source_for_what_happened() -> None:
    reading = reading_of(
        snapshot_of_text("Fiji criticised the invasion of Samoa by Tonga.").told(
            Day("2024-11-25"), "en"
        )
    )
    assert all(one.attributed_to is None for one in reading.assertions)
