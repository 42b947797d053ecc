"""What a dossier says, in English and in French."""

import re
from datetime import date
from itertools import pairwise

import pytest

from foedus.dossier.likelihood import (
    BANDS,
    Confidence,
    confidence_of,
    likelihood_of,
)
from foedus.dossier.sentence import Link, Name, Unsourced, read
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import LANGUAGES, messages, words_in
from foedus.dossier.words.days import (
    date_words,
    day_words,
    number_words,
    percent_words,
    range_words,
)
from foedus.dossier.words.elision import elided
from foedus.evidence import Day

# The verb of an act is said in English, its label in French.
OF_ONE_LANGUAGE = {"verb", "label"}


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text)) - OF_ONE_LANGUAGE


def test_every_language_has_the_same_messages_with_the_same_places_to_fill() -> None:
    english = messages("en")
    for language in LANGUAGES:
        others = messages(language)
        assert english.keys() == others.keys()
        assert not {
            key for key in english if placeholders(english[key]) != placeholders(others[key])
        }


def test_a_message_that_counts_has_both_forms() -> None:
    keys = messages("en").keys()
    assert all(key.removesuffix("one") + "other" in keys for key in keys if key.endswith(".one"))


def test_french_puts_a_no_break_space_before_double_punctuation() -> None:
    loose = [key for key, said in messages("fr").items() if re.search(r" [:;?!»%]|« ", said)]
    assert not loose


def test_what_an_analyst_typed_is_set_in_the_manner_of_the_language() -> None:
    assert words_in("fr").typeset("« Qui ? »") == "«\u00a0Qui\u00a0?\u00a0»"
    assert words_in("fr").typeset("Côte d'Ivoire") == "Côte d’Ivoire"
    assert words_in("en").typeset("Who ?") == "Who ?"


@pytest.mark.parametrize(
    ("before", "put_in", "said"),
    [
        ("ceux de ", "les États-Unis", "ceux des États-Unis"),
        ("ceux de ", "le Japon", "ceux du Japon"),
        ("ceux de ", "la Russie", "ceux de la Russie"),
        ("ceux de ", "l’Ukraine", "ceux de l’Ukraine"),
        ("ceux de ", "Israël", "ceux d’Israël"),
        ("De ", "les Émirats arabes unis", "Des Émirats arabes unis"),
        ("la défense à ", "le Japon", "la défense au Japon"),
        ("les mois que ", "icews", "les mois qu’icews"),
        ("ce que ", "le Japon", "ce que le Japon"),
        ("inde ", "les", "inde les"),
        ("la fin de ", "2018", "la fin de 2018"),
        ("en vigueur depuis le ", "octobre 2000", "en vigueur depuis octobre 2000"),
        ("signé le ", "1961", "signé en 1961"),
        ("signé le ", "1er août 1961", "signé le 1er août 1961"),
        ("jusqu’au ", "juin 2024", "jusqu’en juin 2024"),
    ],
)
def test_french_joins_small_words_to_what_is_put_in(before: str, put_in: str, said: str) -> None:
    assert "".join(elided(before, put_in)) == said


def test_a_message_and_a_sentence_join_words_alike() -> None:
    french, english = words_in("fr"), words_in("en")
    assert french.text("stand.votes", actor="les États-Unis").startswith(
        "À quel point les votes des États-Unis ressemblent"
    )
    assert english.text("stand.votes", actor="the United States").startswith(
        "How alike the United States votes"
    )
    values = {
        "year": Link("2020", "x"),
        "actor": Name("la Russie"),
        "other": Name("la Chine"),
        "s": Link("0,74", "x"),
        "least": Name("les États-Unis"),
        "least_s": Link("−0,46", "x"),
    }
    said = french.sentence("stand.nearest", **values)
    assert "les plus éloignés ceux des États-Unis" in read(said)
    assert Name("États-Unis") in said


def test_a_sentence_of_the_catalogue_cannot_state_a_number() -> None:
    with pytest.raises(Unsourced):
        words_in("en").sentence("treaty.article", number="4")


def test_a_sentence_begins_with_a_capital_whatever_name_comes_first() -> None:
    said = words_in("fr").sentence(
        "bond.treaty.signed", treaty=Link("traité de 1961", "i-1"), signed=Link("hier", "i-1")
    )
    assert read(said).startswith("Traité de 1961")


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    assert words_in("fr").counted("facts.documents", 0, count=0) == "0 document"
    assert words_in("en").counted("facts.documents", 0, count=0) == "0 documents"


def test_a_language_we_do_not_write_is_answered_in_english() -> None:
    assert words_in("ko").language == "en"


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2024-06-19", "19 June 2024", "19 juin 2024"),
        ("2024-11-01", "1 November 2024", "1er novembre 2024"),
        ("2024-06", "June 2024", "juin 2024"),
        ("2024-22", "summer 2024", "été 2024"),
        ("2024", "2024", "2024"),
        ("1950~", "about 1950", "vers 1950"),
        ("2024-06?", "June 2024 (uncertain)", "juin 2024 (incertain)"),
        ("199X", "the 1990s", "les années 1990"),
        ("2022-02-24/..", "since 24 February 2022", "depuis 24 février 2022"),
        ("../2023", "until 2023", "jusqu’à 2023"),
        ("1950/1953", "1950 to 1953", "1950 à 1953"),
    ],
)
def test_a_day_is_said_no_surer_than_it_is_known(edtf: str, english: str, french: str) -> None:
    assert day_words(words_in("en"), Day(edtf)) == english
    assert day_words(words_in("fr"), Day(edtf)) == french


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (2000, None, "at least 2,000"),
        (None, 5, "at most 5"),
        (40, 60, "40 to 60"),
        (7, 7, "7"),
        (None, None, "not stated"),
    ],
)
def test_an_open_end_is_said_to_be_open(low: float | None, high: float | None, said: str) -> None:
    assert range_words(words_in("en"), low, high) == said


def test_numbers_follow_the_language() -> None:
    assert number_words(words_in("en"), 12345.6) == "12,345.6"
    assert number_words(words_in("fr"), 12345.6).replace("\u202f", " ") == "12 345,6"
    assert percent_words(words_in("en"), 0.48) == "48\u00a0%"
    assert date_words(words_in("fr"), date(2024, 1, 1)) == "1er janvier 2024"


@pytest.mark.parametrize(
    ("language", "actor", "name", "said"),
    [
        ("en", "USA", "United States", "the United States"),
        ("en", "RUS", "Russia", "Russia"),
        ("fr", "UKR", "Ukraine", "l’Ukraine"),
        ("fr", "PRK", "Corée du Nord", "la Corée du Nord"),
        ("fr", "JPN", "Japon", "le Japon"),
        ("fr", "MEX", "Mexique", "le Mexique"),
        ("fr", "USA", "États-Unis", "les États-Unis"),
        ("fr", "HUN", "Hongrie", "la Hongrie"),
        ("fr", "ISR", "Israël", "Israël"),
        ("fr", "NATO", "OTAN", "l’OTAN"),
    ],
)
def test_a_state_takes_its_article(language: str, actor: str, name: str, said: str) -> None:
    assert with_article(words_in(language), actor, name) == said


def test_the_words_of_likelihood_meet_without_gap_or_overlap() -> None:
    for (_, _, high), (_, low, _) in pairwise(BANDS):
        assert high == low


@pytest.mark.parametrize(
    ("probability", "key"),
    [
        (0.0, "almost_none"),
        (0.05, "almost_none"),
        (0.3, "unlikely"),
        (0.5, "even"),
        (0.8, "likely"),
        (0.81, "very_likely"),
        (1.0, "almost_certain"),
    ],
)
def test_a_probability_has_its_word(probability: float, key: str) -> None:
    assert likelihood_of(probability).key == key


def test_what_is_no_probability_has_no_word() -> None:
    with pytest.raises(ValueError, match="not a probability"):
        likelihood_of(1.2)


def test_confidence_asks_for_independent_graded_and_uncontested_sources() -> None:
    assert confidence_of(3, 0, 0, 5) is Confidence.HIGH
    assert confidence_of(3, 0, 2, 5) is Confidence.MODERATE
    assert confidence_of(2, 3, 0, 5) is Confidence.LOW
    assert confidence_of(1, 0, 0, 5) is Confidence.LOW


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    for language, word in (("en", "onfidence"), ("fr", "onfiance")):
        said = messages(language)
        likely = {said[key].lower() for key in said if key.startswith("likelihood.")}
        mixed = [
            key
            for key, text in said.items()
            if word in text and ("{likelihood}" in text or text.lower() in likely)
        ]
        assert not mixed


def test_names_may_hold_digits_in_a_sentence() -> None:
    said = words_in("en").sentence(
        "silence.spoken.one", actor=Name("Group of 7"), count=Link("1", "a-1")
    )
    assert read(said) == "The documents make Group of 7 speak 1 time."
