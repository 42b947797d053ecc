"""Words in two languages: French is set as French, English and what people quote as they stand."""

import pytest

from foedus.treaties.words import Words


@pytest.mark.parametrize(
    ("written", "set_so"),
    [
        ("l'allié n'agit pas", "l’allié n’agit pas"),
        ("l'{actor} répond", "l’{actor} répond"),
        ("Sources : {one} ; {other} !", "Sources\u00a0: {one}\u00a0; {other}\u00a0!"),
        ("dit « oui » à 90 %", "dit «\u00a0oui\u00a0» à 90\u00a0%"),
        ("'cité' tel quel", "'cité' tel quel"),
        ("https://example.org/a:b", "https://example.org/a:b"),
    ],
)
def test_french_has_its_apostrophes_and_keeps_high_marks_with_their_word(
    written: str, set_so: str
) -> None:
    assert Words(en="x", fr=written).said("fr") == set_so
    assert Words(fr=set_so).said("fr") == set_so


def test_english_stands_as_written_and_the_other_language_helps_out() -> None:
    assert Words(en="the ally's duty : 5 %", fr="le devoir").said("en") == "the ally's duty : 5 %"
    assert Words(fr="l'allié").said("en") == "l’allié"
    assert Words(en="only").said("fr") == "only"


def test_words_in_no_language_are_refused() -> None:
    with pytest.raises(ValueError, match="no language"):
        Words()
