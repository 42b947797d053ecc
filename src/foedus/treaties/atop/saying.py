"""Names and sentences put together in both languages."""

from collections.abc import Callable, Iterable

from foedus.treaties.words import LANGUAGES, Words

__all__ = ["filled", "one_after_the_other", "said_in_each", "sentences"]

_BETWEEN = {"en": "; ", "fr": " ; "}


def said_in_each(said: Callable[[str], str]) -> Words:
    """Return what is said in each language."""
    return Words(**{language: said(language) for language in LANGUAGES})


def one_after_the_other(parts: Iterable[Words]) -> Words:
    """Return the parts as one, a semicolon between."""
    held = tuple(parts)
    return said_in_each(lambda one: _BETWEEN[one].join(words.said(one) for words in held))


def sentences(parts: Iterable[Words]) -> Words:
    """Return the sentences one after the other."""
    held = tuple(parts)
    return said_in_each(lambda one: " ".join(words.said(one) for words in held))


def filled(template: Words, **values: Words) -> Words:
    """Return the template with what goes into it, language by language."""
    return said_in_each(
        lambda one: template.said(one).format(**{key: values[key].said(one) for key in values})
    )
