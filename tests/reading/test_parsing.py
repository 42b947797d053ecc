"""Parsing keeps every character in its place, and the light tokenizer makes the same tokens."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr.tokenizer_exceptions import _regular_exp

from foedus.errors import MissingLanguage
from foedus.reading.languages import language_of
from foedus.reading.parsing import legible, parts
from foedus.reading.spacy_trees import parsed, pipeline

FRENCH = "fr_core_news_md"

HYPHENATED = (
    "nord-coréennes' Saint-Denis-de-la-Réunion sous-marins tracteurs-érecteurs l'arrière-pays "
    "contre-offensive franco-allemand anti-missile vice-président Basse-Terre entre-deux-guerres "
    "est-ce peut-être vis-à-vis celui-ci états-majors demi-siècle aujourd'hui porte-avions"
)


def _tokens(text: str) -> list[str]:
    return [token.text for token in pipeline(FRENCH).make_doc(text)]


def test_the_light_letter_classes_make_the_same_french_tokens(shared) -> None:  # type: ignore[no-untyped-def]
    texts = [HYPHENATED]
    texts += [(shared / "seed" / "article.fr.txt").read_text(encoding="utf-8")]
    texts += [
        path.read_text(encoding="utf-8") for path in sorted((shared / "texts").glob("fr-*.txt"))
    ]
    light = [_tokens(text) for text in texts]
    tokenizer = pipeline(FRENCH).tokenizer
    kept = tokenizer.token_match
    try:
        tokenizer.token_match = re.compile(
            "(?iu)" + "|".join(f"(?:{pattern})" for pattern in _regular_exp)
        ).match
        heavy = [_tokens(text) for text in texts]
    finally:
        tokenizer.token_match = kept
    assert light == heavy


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
@settings(deadline=None, max_examples=100)
def test_what_the_parser_sees_has_every_character_in_its_place(text: str) -> None:
    seen = legible(text)
    assert len(seen) == len(text)
    assert [a for a, b in zip(seen, text, strict=True) if a.isalnum() and a != b] == []


@given(st.text(alphabet="ab c.\n,«»’!?", max_size=200))
@settings(deadline=None, max_examples=50)
def test_parts_cover_the_text_without_gap(text: str) -> None:
    whole = "".join(legible(text[start:end]) for start, end in parts(text, 90))
    assert whole == legible(text)


def test_a_list_of_capitals_is_not_split_into_sentences() -> None:
    doc = parsed("Paris, Rome et Madrid exercent des pressions sur Ankara.", FRENCH)
    assert len(list(doc.sents)) == 1


def test_a_page_break_inside_a_sentence_does_not_end_it() -> None:
    doc = parsed(
        "Les troupes gagnent des zones\n\noù la Russie recule.\n\nUn titre\n\nLa fin.", FRENCH
    )
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Les troupes gagnent des zones\n\noù la Russie recule.",
        "Un titre",
        "La fin.",
    ]


def test_a_language_without_a_reader_says_which_there_are() -> None:
    with pytest.raises(MissingLanguage, match="en, fr, ja, ko, ru, uk, zh"):
        language_of("la")
