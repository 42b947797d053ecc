"""Amounts, each a range no narrower than its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.reading.languages.english.numerals import NUMERALS as ENGLISH
from foedus.reading.languages.french.numerals import NUMERALS as FRENCH
from foedus.reading.numerals import number
from foedus.reading.quantities import quantities
from tests.reading.annotating import amounts

TABLES = {"en": ENGLISH, "fr": FRENCH}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "plusieurs milliers de soldats",
            "fr",
            ("plusieurs milliers de soldats", 2000, None, "soldier"),
        ),
        ("une vingtaine de missiles", "fr", ("une vingtaine de missiles", 18, 22, "missile")),
        ("environ 10 000 obus", "fr", ("environ 10 000 obus", 9000, 11000, "shell")),
        ("entre 5 000 et 8 000 obus", "fr", ("entre 5 000 et 8 000 obus", 5000, 8000, "shell")),
        ("plus de 2.000 soldats", "fr", ("plus de 2.000 soldats", 2000, None, "soldier")),
        ("jusqu'à 300 blindés", "fr", ("jusqu'à 300 blindés", None, 300, "armoured vehicle")),
        ("2,5 milliards d'euros", "fr", ("2,5 milliards d'euros", 2.5e9, 2.5e9, "euro")),
        ("50 millions de dollars", "fr", ("50 millions de dollars", 5e7, 5e7, "dollar")),
        (
            "23 otages et prisonniers de guerre",
            "fr",
            ("23 otages et prisonniers de guerre", 23, 23, "hostage"),
        ),
        ("30 % du budget", "fr", ("30 %", 30, 30, None)),
        ("deux sous-marins", "fr", ("deux sous-marins", 2, 2, "submarine")),
        (
            "between 5,000 and 8,000 artillery shells",
            "en",
            ("between 5,000 and 8,000 artillery shells", 5000, 8000, "shell"),
        ),
        (
            "two hundred North Korean soldiers",
            "en",
            ("two hundred North Korean soldiers", 200, 200, "soldier"),
        ),
        (
            "more than two million rounds",
            "en",
            ("more than two million rounds", 2e6, None, "round of ammunition"),
        ),
        (
            "tens of thousands of troops",
            "en",
            ("tens of thousands of troops", 20_000, None, "soldier"),
        ),
        ("a dozen ships", "en", ("a dozen ships", 11, 13, "ship")),
        (
            "at least eight nuclear-powered submarines",
            "en",
            ("at least eight nuclear-powered submarines", 8, None, "submarine"),
        ),
        ("$50 million", "en", ("$50 million", 5e7, 5e7, "dollar")),
        (
            "between A$268 billion and A$368 billion",
            "en",
            ("between A$268 billion and A$368 billion", 268e9, 368e9, "dollar"),
        ),
        ("28,500 US troops", "en", ("28,500 US troops", 28_500, 28_500, "soldier")),
        ("12 widgets", "en", ("12 widgets", 12, 12, None)),
        ("€16bn", "en", ("€16bn", 16e9, 16e9, "euro")),
        ("50 M€", "fr", ("50 M€", 5e7, 5e7, "euro")),
    ],
)
def test_an_amount_is_the_range_its_words_support(
    text: str, language: str, found: tuple[str, float | None, float | None, str | None]
) -> None:
    assert amounts(
        f"On parle de {text}." if language == "fr" else f"They sent {text}.", language
    ) == [found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le 23 juin 2024, à l'article 4 et à la note 3, trois ans après.", "fr"),
        ("Les articles 2 à 4 du traité de 1961.", "fr"),
        ("Un traité et une visite.", "fr"),
        ("Les deux pays se sont vus.", "fr"),
        ("Les missiles Hwasong 17 du Bureau 18.", "fr"),
        ("On July 5, 2022, under Article 51, for three years.", "en"),
        ("The two countries met; one country left.", "en"),
        ("Resolution 1718 was adopted in 2006.", "en"),
    ],
)
def test_dates_articles_names_and_durations_count_nothing(text: str, language: str) -> None:
    assert amounts(text, language) == []


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("vingt et un mille", "fr", 21_000),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("soixante-quinze", "fr", 75),
        ("mille neuf cent soixante et un", "fr", 1961),
        ("2,5 millions", "fr", 2.5e6),
        ("10 000", "fr", 10_000),
        ("2.000", "fr", 2000),
        ("two hundred and fifty thousand", "en", 250_000),
        ("1.5 billion", "en", 1.5e9),
        ("5,000", "en", 5000),
        ("ninety-seven", "en", 97),
        ("nothing", "en", None),
    ],
)
def test_numbers_in_words_and_figures(words: str, language: str, value: float | None) -> None:
    assert number(words, TABLES[language]) == value


@given(st.text(alphabet="0123456789,. $€%-soldats andtroopbetween", max_size=80))
def test_quantities_of_any_text_ascend_apart_and_quote_it(text: str) -> None:
    for language in ("fr", "en"):
        reached = 0
        for start, end, found in quantities(text, language):
            assert reached <= start < end
            assert text[start:end] == found.words
            reached = end


STORY = "Environ 10 000 soldats, puis 50 millions de dollars et une vingtaine de missiles."


@given(st.text(alphabet="aé ,\n’-X", max_size=60))
def test_a_paragraph_before_shifts_amounts_and_changes_nothing_else(words: str) -> None:
    before = words + ".\n\n"
    shifted = quantities(before + STORY, "fr")
    assert [(start - len(before), end - len(before), q) for start, end, q in shifted] == list(
        quantities(STORY, "fr")
    )
