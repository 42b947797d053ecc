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
