"""Every pattern is shown by a sentence of ours, and every sentence that must stay silent is."""

from collections.abc import Callable, Mapping

import pytest

from foedus.reading.reading import Reading
from foedus.treaties.told.finding import statements_in
from foedus.treaties.told.patterns import LANGUAGES, telling
from foedus.treaties.told.statement import Statement
from foedus.treaties.vocabulary import kinds

Read = Callable[..., Reading]
TOLD = {language: told for language in LANGUAGES if (told := telling(language))}
EXAMPLES = [
    pytest.param(language, one.example, one.reads, id=f"{language}-{one.id}")
    for language, told in TOLD.items()
    for one in told.patterns
] + [
    pytest.param(language, example, reads, id=f"{language}-{example[:50]}")
    for language, told in TOLD.items()
    for example, reads in told.also
]
SILENT = [
    pytest.param(language, sentence, id=f"{language}-{why}-{place}")
    for language, told in TOLD.items()
    for place, (sentence, why) in enumerate(told.nothing)
]
# As a text has them: a sentence before and one after, about something else.
AROUND = {
    "en": "The ministers met in Vienna. {} The talks go on.",
    "fr": "Les ministres se sont vus à Vienne. {} Les discussions continuent.",
}


def said(one: Statement) -> dict[str, str]:
    """What a pattern's `reads` would say of a statement."""
    told = {
        "treaty": one.treaty,
        "says": one.says.value,
        "kind": one.kind,
        "article": one.article,
        "day": one.day.edtf if one.day else None,
        "actor": one.actor,
        "tense": one.tense if one.actor and one.tense != "now" else None,
        "beside": one.beside,
    }
    return {name: value for name, value in told.items() if value}


def ordered(found: list[Mapping[str, str]]) -> list[list[tuple[str, str]]]:
    return sorted(sorted(one.items()) for one in found)


@pytest.mark.parametrize(("language", "example", "reads"), EXAMPLES)
def test_an_example_is_read_as_its_pattern_says_and_as_nothing_else(
    language: str, example: str, reads: tuple[Mapping[str, str], ...], read: Read
) -> None:
    reading = read(AROUND[language].format(example), language)
    found = statements_in(reading)
    assert ordered([said(one) for one in found]) == ordered(list(reads))
    for one in found:
        assert reading.text[one.start : one.end] == one.quote
        assert one.quote.strip() == example


@pytest.mark.parametrize(("language", "sentence"), SILENT)
def test_nothing_is_read_where_nothing_is_said(language: str, sentence: str, read: Read) -> None:
    found = statements_in(read(AROUND[language].format(sentence), language))
    assert [said(one) for one in found] == []


def test_both_languages_tell_the_same_things() -> None:
    assert TOLD.keys() == {"en", "fr"}
    for told in TOLD.values():
        assert {one.id for one in told.patterns} == {one.id for one in TOLD["en"].patterns}
        assert set(told.clauses) == set(TOLD["en"].clauses) <= set(kinds())


def test_a_language_without_patterns_tells_nothing() -> None:
    assert telling("ru") is None
