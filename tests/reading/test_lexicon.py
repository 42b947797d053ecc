"""Every sense of the lexicons is shown by a sentence of ours, which is read as it says."""

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from foedus.reading.vocabulary import Sense, vocabulary
from tests.reading.written_texts import snapshot_of_text

LANGUAGES = ("fr", "en", "ru", "uk", "ko", "zh", "ja")
SENSES = [
    pytest.param(language, sense, id=f"{language}-{sense.name}")
    for language in LANGUAGES
    for sense in vocabulary(language).senses
]


@pytest.mark.parametrize(("language", "sense"), SENSES)
def test_the_example_of_a_sense_is_read_as_the_lexicon_says(language: str, sense: Sense) -> None:
    reading = reading_of(snapshot_of_text(sense.example).told(Day("2024-11-25"), language))
    told = [(one.event_type, set(one.initiator), set(one.target)) for one in reading.assertions]
    wanted = (
        sense.type,
        set(sense.expect.get("initiator", ())),
        set(sense.expect.get("target", ())),
    )
    found = [
        one for one in told if one[0] == wanted[0] and wanted[1] == one[1] and (wanted[2] <= one[2])
    ]
    assert found, f"{sense.example}\n  expected {wanted}\n  read {told}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_sixteen_types_have_verbs_and_nouns(language: str) -> None:
    senses = vocabulary(language).senses
    assert {sense.type for sense in senses if sense.verbs} == {
        sense.type for sense in senses if sense.nouns
    }
    assert len({sense.type for sense in senses}) == 16


@pytest.mark.parametrize("language", ["fr", "en", "ru", "ja"])
def test_a_word_is_listed_once_for_the_same_needs(language: str) -> None:
    seen: dict[tuple[str, str], set[tuple[frozenset[str], str]]] = {}
    for sense in vocabulary(language).senses:
        for lemma in (*sense.verbs, *(f"{noun} (noun)" for noun in sense.nouns)):
            assert list(sense.verbs).count(lemma) <= 1, f"{lemma} twice in {sense.name}"
            key = (language, lemma)
            needs = seen.setdefault(key, set())
            if "(noun)" not in lemma:
                need = sense.needs, sense.needs_in if sense.needs else ""
                assert need not in needs, f"{lemma} in {sense.name} can never be reached"
                needs.add(need)
