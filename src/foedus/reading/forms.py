"""The surface forms of actors as they may be written in a text, and where they stand in it."""

from collections.abc import Iterator
from functools import cache

from foedus.actors.surface_forms import SurfaceForm, names_of_no_actor, surface_forms
from foedus.reading.dictionary import Dictionary, Match

__all__ = ["form_matches"]


def form_matches(text: str, language: str) -> Iterator[Match[SurfaceForm | None]]:
    """Yield where forms stand in a `plain` text; a meaning None is a longer name of no actor."""
    return _dictionary(language).matches(text)


@cache
def _dictionary(language: str) -> Dictionary[SurfaceForm | None]:
    return Dictionary(_written(language), language)


def _written(language: str) -> Iterator[tuple[str, SurfaceForm | None]]:
    for name in names_of_no_actor(language):
        yield from ((words, None) for words in (name, name.replace("'", "’")))
    for form in surface_forms(language):
        yield from ((words, form) for words in _cases(form, language))


def _cases(form: SurfaceForm, language: str) -> set[str]:
    """As written, in capitals, and in lower case where the form does not depend on it.

    French papers write an acronym that can be spoken as a name: Otan, Onu.
    """
    words = form.words
    cases = {words, words.upper()} if len(words) > 3 else {words}
    if not form.cased:
        cases |= {words.lower(), words[:1].upper() + words[1:]}
    if language == "fr" and form.kind == "abbreviation" and len(words) >= 3 and words.isalpha():
        cases.add(words.capitalize())
    if language == "ru":
        cases |= {one.replace("ё", "е") for one in cases}
    return cases
